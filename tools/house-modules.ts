/** Node's modules that reach out of the process, and who may: a part of the house as data. */
import { PROBE } from './house.ts';

type ModuleRule = {
  readonly module: RegExp;
  readonly because: string;
  readonly onlyIn: RegExp;
};

const TRIALS = new RegExp(`^(testkit|tools|bench)/|\\.(test|e2e)\\.ts$|${PROBE.source}`);

/** Node's modules that reach out of the process, and who may. */
export const MODULE_RULES: readonly ModuleRule[] = [
  {
    module: /^node:(https?|http2|dgram|dns|dns\/promises|tls|inspector)$/,
    because:
      'the network is met in server/http, the control socket in cli/call, the time-stamps, the line of the matchers, the press outside',
    onlyIn: new RegExp(
      `^server/(http/|main\\.ts$)|^cli/call\\.ts$|^adapters/(timestamp|shards)/|^collector/fetch/|${TRIALS.source}`,
    ),
  },
  {
    module: /^node:net$/,
    because: 'sockets are met by web server, control socket, gateways and the database starter',
    onlyIn: new RegExp(
      `^collector/fetch/|^server/(http/|main\\.ts$)|^compose/(control-socket\\.ts$|gateway/)|^adapters/postgres/|${TRIALS.source}`,
    ),
  },
  {
    module: /^node:(child_process|worker_threads|cluster)$/,
    because: 'other processes and threads are started by adapters, the launcher and `match`',
    onlyIn: new RegExp(
      `^adapters/|^collector/(text|document)/|^cli/niemphong\\.mjs$|^cli/match/|${TRIALS.source}`,
    ),
  },
  {
    module: /^node:sqlite$/,
    because: 'the file lock of the data folder, and the state of the outside collector',
    onlyIn: new RegExp(
      `^adapters/postgres/server/folder-lock\\.ts$|^collector/state/|${TRIALS.source}`,
    ),
  },
  { module: /^node:(vm|wasi|ffi)$/, because: 'no part needs it', onlyIn: TRIALS },
];
