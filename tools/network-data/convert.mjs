// Converts the pinned packages to the compact files in src/Bnpl.Screening/Networks/Data and measures what they say about Japan.
// Run by hand when a version is raised: node tools/network-data/convert.mjs 2026-11-22 (see README.md here).
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '../../src/Bnpl.Screening/Networks/Data');
const sources = JSON.parse(readFileSync(join(here, 'sources.json'), 'utf8'));
const work = mkdtempSync(join(tmpdir(), 'network-data-'));
const date = process.argv[2] ?? new Date().toISOString().slice(0, 10);
const manifest = [];

function unpack(name) {
  const { registry, version, sha256, sha512 } = sources[name];
  const folder = mkdtempSync(join(work, 'x-'));
  const debian = registry === 'debian';
  const file = debian
    ? (execFileSync('apt-get', ['download', `${name}=${version}`], { cwd: folder, stdio: ['ignore', 'ignore', 'ignore'] }),
      execFileSync('sh', ['-c', 'ls *.deb'], { cwd: folder, encoding: 'utf8' }).trim())
    : execFileSync('npm', ['pack', '--silent', `${name}@${version}`], { cwd: folder, encoding: 'utf8' }).trim();
  const bytes = readFileSync(join(folder, file));
  const actual = debian ? createHash('sha256').update(bytes).digest('hex') : createHash('sha512').update(bytes).digest('base64');
  const expected = debian ? sha256 : sha512;
  if (actual !== expected) throw new Error(`${name} ${version}: expected ${expected}, got ${actual}`);
  if (debian) execFileSync('dpkg-deb', ['-x', file, '.'], { cwd: folder });
  else execFileSync('tar', ['xzf', file], { cwd: folder });
  return debian ? join(folder, 'usr/share/tor') : join(folder, 'package');
}

// Codes that name no one country say nothing: EU and AP are regions, and AP holds Japan.
const country = (code) => ({ '??': '', EU: '', AP: '', AN: '', CS: '', UK: 'GB' })[code] ?? code;

function v6(text) {
  const [head, tail] = text.includes('::') ? text.split('::') : [text, null];
  const left = head ? head.split(':') : [];
  const right = tail ? tail.split(':') : [];
  const groups = tail === null ? left : [...left, ...Array(8 - left.length - right.length).fill('0'), ...right];
  return groups.reduce((sum, group) => (sum << 16n) | BigInt(parseInt(group, 16)), 0n);
}

// Rows of [first, last, value], sorted and without overlaps: where two rows claim the same addresses, the narrower one is right.
function ranges(file, address, value) {
  const rows = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line === '' || line[0] === '#') continue;
    const [first, last, third] = line.split(',', 3);
    rows.push([address(first), address(last), value(third, line)]);
  }
  rows.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] > b[1] ? -1 : 1));
  const result = [];
  const open = [];
  const one = typeof rows[0][0] === 'bigint' ? 1n : 1;
  let at = rows[0][0];
  const until = (end) => {
    while (open.length > 0 && at < end) {
      const [, last, value] = open.at(-1);
      const stop = last + one < end ? last + one : end;
      if (at < stop) { result.push([at, stop - one, value]); at = stop; }
      if (last < at) open.pop();
    }
    if (at < end) at = end;
  };
  for (const row of rows) { until(row[0]); open.push(row); }
  while (open.length > 0) until(open.at(-1)[1] + one);
  return result;
}

// Walks several sources at once and calls back with every stretch over which none of them changes.
function together(lists, zero, end, one, each) {
  const index = lists.map(() => 0);
  for (let at = zero; at < end;) {
    let stop = end;
    const values = lists.map((list, i) => {
      while (index[i] < list.length && list[index[i]][1] < at) index[i]++;
      const row = list[index[i]];
      if (row === undefined) return undefined;
      const edge = row[0] > at ? row[0] : row[1] + one;
      if (edge < stop) stop = edge;
      return row[0] > at ? undefined : row[2];
    });
    each(at, stop, values);
    at = stop;
  }
}

const families = {
  v4: { zero: 0, end: 2 ** 32, one: 1, address: Number, csv: (n) => `${n}-ipv4-num.csv`, tor: 'geoip', torAddress: Number },
  v6: { zero: 0n, end: 1n << 128n, one: 1n, address: BigInt, csv: (n) => `${n}-ipv6-num.csv`, tor: 'geoip6', torAddress: v6 },
};

// IPv6 is told apart by its first 64 bits, one network of one subscriber. A /64 that holds several answers takes the first.
function changes(stretches, family) {
  const rows = [];
  for (const [first, value] of stretches) {
    const start = family === 'v6' ? first >> 64n : BigInt(first);
    if (rows.length > 0 && rows.at(-1)[0] === start) { if (first !== (start << 64n)) continue; rows.pop(); }
    if (rows.length === 0 || rows.at(-1)[1] !== value) rows.push([start, value]);
  }
  return rows;
}

// names count, names (length, bytes), row count, then all distances between starts and all values: apart they pack better.
function write(file, rows, names, from) {
  const head = [];
  const number = (into, n) => { let v = BigInt(n); while (v > 127n) { into.push(Number(v & 127n) | 128); v >>= 7n; } into.push(Number(v)); };
  number(head, names.length);
  for (const name of names) { const bytes = Buffer.from(name, 'utf8'); number(head, bytes.length); head.push(...bytes); }
  number(head, rows.length);
  const starts = [];
  let last = 0n;
  for (const [start] of rows) { number(starts, start - last); last = start; }
  const index = new Map(names.map((name, i) => [name, i]));
  if (names.length > 256) throw new Error('a value must fit a byte');
  const plain = Buffer.concat([Buffer.from(head), Buffer.from(starts), Buffer.from(rows.map(([, value]) => index.get(value)))]);
  const packed = brotliCompressSync(plain, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
  });
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, file), packed);
  manifest.push({
    file,
    sources: from.map((name) => ({ source: name, version: sources[name].version, licence: sources[name].licence, origin: sources[name].origin })),
    converted_on: date, rows: rows.length, bytes: packed.length, sha256: createHash('sha256').update(packed).digest('hex'),
  });
}

// '' = not both know; '!' = they differ and one says Japan; '!!' = they differ, but both say abroad.
const agreed = (a, b) => (!a || !b ? '' : a === b ? a : a !== 'JP' && b !== 'JP' ? '!!' : '!');

// The second source is wrong about a fifth of Japan's IPv6 (its own README tells of bugs), so there the registries' delegations
// may confirm the first source instead, unless the second says Japan. For IPv4 it is good, and the delegations only judge.
const verdicts = {
  v4: (a, b) => agreed(a, b),
  v6: (a, b, c) => (a === b || b === 'JP' ? agreed(a, b) : agreed(a, c)),
};

function countries(family, tor, geo, rir) {
  const { zero, end, one, address, csv, torAddress } = families[family];
  const read = (folder, name) => ranges(join(folder, csv(name)), address, country);
  const first = ranges(join(tor, families[family].tor), torAddress, country);
  const second = read(geo, 'geo-whois-asn-country');
  const delegated = read(rir, 'asn-country');
  const stretches = [];
  together([first, second, delegated], zero, end, one, (at, _, [a, b, c]) => stretches.push([at, verdicts[family](a, b, c)]));
  const rows = changes(stretches, family);
  const names = ['', '!', '!!', ...[...new Set(rows.map(([, v]) => v))].filter((v) => v.length === 2 && v !== '!!').sort()];
  write(`countries-${family}.bin.br`, rows, names, [
    'tor-geoipdb', '@ip-location-db/geo-whois-asn-country', ...(family === 'v6' ? ['@ip-location-db/asn-country'] : [])]);

  // Judge: what the registries delegated to Japan. Much of what is "abroad" there is indeed announced abroad.
  const seen = { japan: 0, first: 0, second: 0, agreed: 0, unknown: 0 };
  together([first, second, delegated], zero, end, one, (at, stop, [a, b, judge]) => {
    if (judge !== 'JP') return;
    const n = Number(stop - at);
    const verdict = verdicts[family](a, b, judge);
    seen.japan += n;
    if (a && a !== 'JP') seen.first += n;
    if (b && b !== 'JP') seen.second += n;
    if (verdict === '!!' || (verdict.length === 2 && verdict !== 'JP')) seen.agreed += n;
    else if (verdict !== 'JP') seen.unknown += n;
  });
  const share = (n) => `${((100 * n) / seen.japan).toFixed(3)} %`;
  console.log(`${family}: of the space delegated to Japan, called foreign by the first source ${share(seen.first)}, by the second ${share(seen.second)}, ` +
    `as agreed ${share(seen.agreed)}; neither Japan nor foreign ${share(seen.unknown)}`);
}

const unnamed = 'hosting';
const rents = /\b(hosting|web ?host|vps|dedicated servers?|secured servers|servers\.com|cloud (hosting|servers?|computing|services?)|server(s|)? (tech|australia))\b/i;
const notRented = /cloudflare|akamai|fastly|zscaler|netskope/i;

function hosting(family, asn) {
  const { zero, end, one, address, csv } = families[family];
  const operators = new Map();
  const names = [];
  for (const line of readFileSync(join(here, 'operators.tsv'), 'utf8').split('\n')) {
    if (line === '' || line[0] === '#') continue;
    const [name, numbers] = line.split('\t');
    names.push(name);
    for (const number of numbers.split(' ')) operators.set(number, name);
  }
  const list = ranges(join(asn, csv('asn')), address, (number, line) => {
    const organisation = line.split(',').slice(3).join(',');
    return operators.get(number) ?? (rents.test(organisation) && !notRented.test(organisation) ? unnamed : '-');
  });
  const stretches = [];
  together([list], zero, end, one, (at, _, [value]) => stretches.push([at, value ?? '']));
  write(`hosting-${family}.bin.br`, changes(stretches, family), ['', '-', unnamed, ...names], ['@ip-location-db/asn']);
}

try {
  const tor = unpack('tor-geoipdb');
  const geo = unpack('@ip-location-db/geo-whois-asn-country');
  const asn = unpack('@ip-location-db/asn');
  const rir = unpack('@ip-location-db/asn-country');
  for (const family of Object.keys(families)) {
    countries(family, tor, geo, rir);
    hosting(family, asn);
  }
  writeFileSync(join(target, 'manifest.json'), JSON.stringify({ version: 1, files: manifest }, null, 2) + '\n');
  for (const entry of manifest) console.log(`${entry.file}: ${entry.rows} rows, ${entry.bytes} bytes`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
