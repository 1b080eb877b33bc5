/** ssdeep, the usual fuzzy hash of files: Debian's program, one file a text. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Case } from '../match-case/case.ts';
import type { Opened, Rival, Scored } from './rival.ts';

const ROOM = 256 * 1024 * 1024;

export const SSDEEP: Rival = {
  title: 'ssdeep 2.14, whole files',
  thresholds: [1, 20, 40],
  oneIn: 1,
  byClock: true,
  open: async (bench) => open(bench),
};

function open(bench: Case): Opened | string {
  if (spawnSync('ssdeep', ['-V']).status !== 0) return 'the program ssdeep is not installed';
  const folder = mkdtempSync(join(tmpdir(), 'niemphong-ssdeep-'));
  const held = join(folder, 'held');
  writeTexts(
    held,
    bench.protected.map(({ text }) => text),
  );
  const signatures = join(folder, 'held.txt');
  writeFileSync(signatures, run(['-b', '-r', held]));
  const find = async (texts: readonly string[]): Promise<Scored[][]> => {
    const asked = join(folder, 'asked');
    writeTexts(asked, texts);
    const found = texts.map((): Scored[] => []);
    for (const line of run(['-b', '-c', '-r', '-m', signatures, asked]).split('\n')) {
      const match = /^"?(\d+)"?,"?(\d+)"?,(\d+)$/.exec(line.replaceAll(/[^",\d]*\//g, ''));
      if (!match) continue;
      const [article, document, score] = match.slice(1).map(Number) as [number, number, number];
      const { id, text } = bench.protected[document] as Case['protected'][number];
      const ends = { articleEnd: (texts[article] as string).length, docEnd: text.length };
      found[article]?.push({ docId: id, articleStart: 0, docStart: 0, score, ...ends });
    }
    rmSync(asked, { recursive: true });
    return found;
  };
  const close = async (): Promise<void> => rmSync(folder, { recursive: true });
  return { find, close, storedBytes: statSync(signatures).size };
}

function writeTexts(folder: string, texts: readonly string[]): void {
  mkdirSync(folder);
  for (const [at, text] of texts.entries()) writeFileSync(join(folder, String(at)), text);
}

function run(argv: readonly string[]): string {
  return execFileSync('ssdeep', [...argv], {
    encoding: 'utf8',
    maxBuffer: ROOM,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}
