/** For a crash test: saves an index, says the share, then never ends saving the next one. */
import { openVault, seededBytes } from './testing.ts';

const vault = await openVault({ folder: process.argv[2] ?? '' });
const made = await vault.seal.initialise({ threshold: 1, shares: 1 });
const share = made.ok ? (made.value[0] ?? '') : '';
await vault.seal.giveShare(share);

async function* old() {
  yield seededBytes(100, 1);
}
async function* endless() {
  for (let number = 2; ; number += 1) {
    yield seededBytes(1_000_000, number);
    if (number === 5) process.stdout.write(`${share}\nhalf\n`);
  }
}
await vault.indexRest.save('mat', old());
await vault.indexRest.save('mat', endless());
