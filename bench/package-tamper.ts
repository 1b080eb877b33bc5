/**
 * Hand-over packages against random changes, for a release: `node bench/package-tamper.ts
 * [--packages 100] [--changes 1000] [--seed 1]`. Every change must be found and its file named.
 */
import { parseArgs } from 'node:util';
import { lanAuthority } from '../adapters/timestamp/lan-authority.ts';
import { ledgerProver } from '../cli/evidence/evidence-check.ts';
import { utf8 } from '../core/common/sha256.ts';
import { evidenceCase, PAGE, packageFiles } from '../testkit/evidence-case.ts';
import { leakHouse } from '../testkit/leak.ts';
import { opensslAuthority } from '../testkit/openssl-authority.ts';
import { countUnfound } from '../testkit/tamper.ts';

const { values } = parseArgs({
  options: {
    packages: { type: 'string', default: '100' },
    changes: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
  },
});
const [packages, changes, seed] = [values.packages, values.changes, values.seed].map(Number) as [
  number,
  number,
  number,
];

/** One incident gathers the pages of one story; a new house begins a new one. */
const PACKAGES_A_HOUSE = 5;
const unfound: string[] = [];
const startedMs = performance.now();

async function tamperInOneHouse(from: number, to: number): Promise<void> {
  const closing: (() => Promise<void>)[] = [];
  try {
    const life = { after: (close: () => Promise<void>) => void closing.unshift(close) };
    const house = await leakHouse(life);
    const { randomness } = house;
    const timeStamper = lanAuthority({
      ...(await opensslAuthority(life)),
      random: randomness.bytes,
    });
    const parts = { ...house.parts, timeStamper };
    for (let number = from; number < to; number += 1) {
      // Each page is another: the same article twice is one.
      const page = utf8(`${new TextDecoder().decode(PAGE)}<p>${number}</p>`);
      const files = await packageFiles(parts, house.officer, await evidenceCase(house, page));
      const tampering = { vkey: parts.ledgerSigner.vkey, prover: ledgerProver, changes };
      unfound.push(...countUnfound(files, { ...tampering, seed: seed + number }));
      process.stderr.write(`${number + 1} / ${packages}, ${files.size} files\n`);
    }
  } finally {
    for (const close of closing) await close();
  }
}

for (let from = 0; from < packages; from += PACKAGES_A_HOUSE) {
  await tamperInOneHouse(from, Math.min(packages, from + PACKAGES_A_HOUSE));
}
const seconds = Math.round((performance.now() - startedMs) / 1_000);
process.stdout.write(
  `${packages} packages × ${changes} changes: ${unfound.length} not found, ${seconds} s\n`,
);
for (const each of unfound.slice(0, 20)) process.stdout.write(`${each}\n`);
process.exitCode = unfound.length === 0 ? 0 : 1;
