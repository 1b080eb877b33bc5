/** A matcher process: the matcher with the parts that it has of the house, and no others. */

import { systemRandomness } from '../../adapters/clock/system.ts';
import { engineMark } from '../../adapters/compare-index/engine-mark.ts';
import { createCompareIndex } from '../../adapters/compare-index/in-memory.ts';
import { type MatcherState, runMatcher } from '../../adapters/shards/matcher.ts';
import type { LineAddress } from '../../adapters/shards/wire.ts';
import { createLetters } from '../../adapters/vault/letters.ts';
import { SettingsError } from '../settings.ts';
import { knownSocketPath } from '../socket-path.ts';
import { openTasks } from './queue-engines.ts';
import type { LineSettings } from './shard-settings.ts';

export type MatcherProgram = {
  /** Null: on this machine, by the data folder. */
  readonly line: LineSettings | null;
  readonly dataFolder: string;
  /** Counts from 0; null: wherever matchers are fewest. */
  readonly shard: number | null;
  readonly say: (state: MatcherState) => void;
  readonly report: (thrown: unknown) => void;
  readonly stop: AbortSignal;
};

function addressOf({ line, dataFolder }: MatcherProgram): LineAddress {
  if (line) return { host: line.at.host, port: line.at.port, key: line.key };
  const socketPath = knownSocketPath({ dataFolder, name: 'matchers' });
  if (socketPath) return { socketPath };
  throw new SettingsError(
    `Không thấy máy chủ nào trên thư mục ${dataFolder}. / No server was found on this data folder.`,
  );
}

const saltOf = (bytes: Uint8Array): number =>
  new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);

export function startMatcher(program: MatcherProgram): Promise<void> {
  const { shard, say, report, stop } = program;
  return runMatcher({
    address: addressOf(program),
    wish: { shard, mark: engineMark([]) },
    createIndex: (rest) =>
      createCompareIndex({
        salt: () => saltOf(systemRandomness.bytes(4)),
        rest,
      }),
    createLetters,
    openTasks,
    say,
    report,
    stop,
  });
}
