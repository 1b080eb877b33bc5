/** The real outside collector in a folder of its own: articles in, parcels of files out. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCollect } from '../collector/collect.ts';
import { invariant } from '../core/common/invariant.ts';
import type { NamedBytes } from '../core/parcel/pieces.ts';

export type ParcelMaker = {
  readonly folder: string;
  /** The line that the administrator registers. */
  readonly key: string;
  /** Articles, or their texts; none makes a parcel that only tells how the sources do. */
  make(articles: readonly (string | MadeArticle)[]): Promise<readonly NamedBytes[]>;
};

export type MadeArticle = { readonly text: string; readonly publishedAt: string };

async function run(...argv: readonly string[]): Promise<string> {
  let [stdout, stderr] = ['', ''];
  const exit = await runCollect(argv, {
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text) },
    env: {},
    signal: new AbortController().signal,
  });
  invariant(exit === 0, stderr);
  return stdout;
}

export async function parcelMaker(life: {
  after(clean: () => Promise<void>): void;
}): Promise<ParcelMaker> {
  const folder = mkdtempSync(join(tmpdir(), 'niemphong-outside-'));
  life.after(async () => rmSync(folder, { recursive: true, force: true }));
  const key = (await run('init', '--state', folder)).trim();
  const sources = [{ name: 'mang', kind: 'jsonl', path: 'mang.jsonl' }];
  writeFileSync(join(folder, 'collector.json'), JSON.stringify({ contact: 'test', sources }));
  let [parcels, articles] = [0, 0];
  return {
    folder,
    key,
    async make(made) {
      const lines = made.map((one) => {
        articles += 1;
        const url = `https://bao-lang.example/${articles}`;
        const article = typeof one === 'string' ? { text: one } : one;
        return JSON.stringify({ url, title: `Bài ${articles}`, ...article });
      });
      writeFileSync(join(folder, 'mang.jsonl'), lines.join('\n'));
      await run('run', '--state', folder);
      parcels += 1;
      const out = join(folder, `out-${parcels}`);
      mkdirSync(out);
      await run('pack', '--state', folder, '--out', out, '--piece-size', '16K');
      return readdirSync(out).map((name) => ({
        name,
        bytes: new Uint8Array(readFileSync(join(out, name))),
      }));
    },
  };
}
