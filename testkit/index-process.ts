/**
 * A process with a vault and a compare index, for looking at its memory from outside: `node
 * --expose-gc index-process.ts FOLDER TEXT-FILE`. It says `open`, and upon SIGUSR2 seals the vault
 * and says `sealed`, upon the next writes `FOLDER/sealed.heapsnapshot` and says `written`.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { writeHeapSnapshot } from 'node:v8';
import { createCompareIndex } from '../adapters/compare-index/in-memory.ts';
import { openVault } from '../adapters/vault/open-vault.ts';
import { invariant } from '../core/common/invariant.ts';

const [folder = '', textFile = ''] = process.argv.slice(2);
const label = { documentId: 'planted', kind: 'text', version: 1 } as const;
const vault = await openVault({ folder: join(folder, 'vault'), now: Date.now });
const index = createCompareIndex({ salt: () => 7, rest: vault.indexRest });
vault.seal.onChange((state) => (state === 'open' ? index.open() : index.close()));
const made = await vault.seal.initialise({ threshold: 1, shares: 1 });
invariant(made.ok && made.value[0], 'a new vault has a share');
await vault.seal.giveShare(made.value[0]);
const object = await vault.store.put(label, readFileSync(textFile));
rmSync(textFile);

const fill = () =>
  index.fill({
    listPublic: async () => ({ version: 0, texts: [] }),
    async *list() {
      yield { documentId: 'planted', objectName: object.objectName, level: 'mat' as const };
    },
    load: async () => Buffer.from(await vault.store.get(label, object)).toString(),
    report: (reason) => {
      throw reason;
    },
  });
await fill();
await index.saved();
process.stdout.write('open\n');
const waiting = setInterval(() => undefined, 1_000);
process.once('SIGUSR2', () => {
  vault.seal.seal();
  process.once('SIGUSR2', writeSnapshot);
  process.stdout.write('sealed\n');
});

async function writeSnapshot(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await turn();
    globalThis.gc?.();
  }
  writeHeapSnapshot(join(folder, 'sealed.heapsnapshot'));
  clearInterval(waiting);
  process.stdout.write('written\n');
}
