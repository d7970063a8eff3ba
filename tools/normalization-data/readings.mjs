// Readings of Japanese names: whole surnames and given names from IPADIC, single kanji from KANJIDIC.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Fetches one Debian package by its exact version, checks its hash and unpacks it. */
export function unpackDebian(source, work) {
  const { package: name, version, sha256 } = source;
  execFileSync('apt-get', ['download', '-qq', '-o', 'APT::Sandbox::User=root', `${name}=${version}`], { cwd: work, stdio: ['ignore', 'ignore', 'inherit'] });
  const file = join(work, `${name}_${version}_all.deb`);
  const actual = createHash('sha256').update(readFileSync(file)).digest('hex');
  if (actual !== sha256) throw new Error(`${name} ${version}: expected sha256 ${sha256}, got ${actual}`);
  const folder = mkdtempSync(join(work, 'deb-'));
  execFileSync('dpkg-deb', ['-x', file, folder]);
  return folder;
}

/** Rows "=F" (surnames) and "=G" (given names), each followed by name, tab, readings. */
export function nameRows(folder) {
  const parts = { 姓: new Map(), 名: new Map() };
  for (const line of readFileSync(join(folder, 'usr/share/chasen/ipadic/Noun.name.dic'), 'utf8').split('\n')) {
    const entry = line.match(/^\(品詞 \(名詞 固有名詞 人名 (姓|名)\)\) \(\(見出し語 \((\S+) \d+\)\) \(読み \{?([ァ-ヺー/]+)\}?\)/);
    if (!entry) continue;
    const into = parts[entry[1]];
    if (!into.has(entry[2])) into.set(entry[2], new Set());
    for (const reading of entry[3].split('/')) into.get(entry[2]).add(reading);
  }
  const rows = [];
  for (const [label, map] of [['=F', parts.姓], ['=G', parts.名]]) {
    rows.push(label);
    for (const [name, readings] of [...map].sort(([a], [b]) => (a < b ? -1 : 1))) rows.push(`${name}\t${[...readings].sort().join(' ')}`);
  }
  return rows;
}

/** Rows: kanji, tab, its readings in katakana (on, kun with its noun and archaic adjective forms, nanori). */
export function kanjiRows(folder) {
  const rows = [];
  for (const line of new TextDecoder('euc-jp').decode(readFileSync(join(folder, 'usr/share/edict/kanjidic'))).split('\n')) {
    const fields = line.split(' ');
    if (!/^[一-龠]$/.test(fields[0])) continue;
    const readings = new Set();
    for (const field of fields.slice(2)) {
      if (field === 'T2') break; // names of radicals
      const reading = field.replace(/-/g, '');
      if (!/^[ぁ-ゖァ-ヺー.]+$/.test(reading)) continue;
      for (const form of forms(katakana(reading))) readings.add(form);
    }
    if (readings.size > 0) rows.push(`${fields[0]}\t${[...readings].sort().join(' ')}`);
  }
  return rows.sort();
}

const katakana = (text) => text.replace(/[ぁ-ゖ]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0x60));

// つ.ぐ is read ツ, ツグ and as a noun ツギ; きよ.い also キヨシ.
function forms(reading) {
  const [stem, ending] = reading.split('.');
  if (ending === undefined) return [stem];
  const noun = { ウ: 'イ', ク: 'キ', グ: 'ギ', ス: 'シ', ツ: 'チ', ヌ: 'ニ', ブ: 'ビ', ム: 'ミ', ル: 'リ', イ: 'シ' }[ending.at(-1)];
  const whole = stem + ending;
  return noun === undefined ? [stem, whole] : [stem, whole, whole.slice(0, -1) + noun];
}
