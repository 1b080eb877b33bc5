/**
 * The gateways of the house: doors for the mail server (milter) and the web proxy (ICAP), both
 * answered by the one check of `server/publication`. Of clean content only a number remains.
 */
import type { IcapFacts } from '../../adapters/icap/answers.ts';
import { serveIcap } from '../../adapters/icap/serve.ts';
import { serveMilter } from '../../adapters/milter/serve.ts';
import { blockPage, type GatewayAnswer, replyLines } from '../../contract/text/gateway-text.ts';
import type { Parts } from '../../server/ports/parts.ts';
import type { CheckPassing, Gateway, Passing, PassingVerdict } from '../../server/ports/passing.ts';
import { checkPassing, type PassingParts } from '../../server/publication/check-passing.ts';
import { createBudget, type Door, openDoor } from './door.ts';
import type { GatewaySettings } from './gateway-settings.ts';

export type GatewayCounts = Record<PassingVerdict['kind'], number>;

export type Gateways = {
  readonly milter: Door | null;
  readonly icap: Door | null;
  /** Since the start. */
  readonly counts: Readonly<Record<Gateway, Readonly<GatewayCounts>>>;
  close(): Promise<void>;
};

export type GatewayParts = PassingParts & Pick<Parts, 'randomness'>;

export type GatewayOptions = {
  readonly report: (thrown: unknown) => void;
  /** Shorter in tests of the limit itself. */
  readonly withinMs?: number;
};

const MIB = 1024 * 1024;
/** Of one message or upload; Postfix takes 10 MB unless told otherwise. */
const MOST_BYTES = 50 * MIB;
/** Of all that is held at one moment, for each gateway. */
const MOST_HELD_BYTES = 256 * MIB;
const MOST_CONNECTIONS = 100;
/** Shorter than a mail server waits for a milter (Postfix: 300 s). */
const WITHIN_MS = 90_000;

const NOT_NOW: PassingVerdict = { kind: 'unchecked', because: 'not-now' };
const NONE: Readonly<GatewayCounts> = { clean: 0, touches: 0, unchecked: 0 };

/** Nothing passes because a check failed or takes for ever: it is then "not now". */
function boundedCheck(
  parts: PassingParts,
  { report, withinMs = WITHIN_MS }: GatewayOptions,
): CheckPassing {
  return async (passing: Passing) => {
    let late: NodeJS.Timeout | undefined;
    const tooLate = new Promise<PassingVerdict>((resolve) => {
      late = setTimeout(resolve, withinMs, NOT_NOW);
    });
    const checked = checkPassing(parts, passing).catch((reason: unknown) => {
      report(reason);
      return NOT_NOW;
    });
    const verdict = await Promise.race([checked, tooLate]);
    clearTimeout(late);
    return verdict;
  };
}

const answerFor = (verdict: Exclude<PassingVerdict, { kind: 'clean' }>): GatewayAnswer =>
  verdict.kind === 'touches' ? 'touches' : verdict.because;

const MILTER_REPLIES = {
  touches: replyLines('touches'),
  unchecked: {
    'vault-sealed': replyLines('vault-sealed'),
    unreadable: replyLines('unreadable'),
    'too-large': replyLines('too-large'),
    'not-now': replyLines('not-now'),
  },
} as const;

export async function openGateways(
  settings: GatewaySettings,
  parts: GatewayParts,
  options: GatewayOptions,
): Promise<Gateways> {
  const { peers } = settings;
  const { report } = options;
  const counts = { mail: { ...NONE }, web: { ...NONE } };
  const bounded = boundedCheck(parts, options);
  const check: CheckPassing = async (passing) => {
    const verdict = await bounded(passing);
    counts[passing.gateway][verdict.kind] += 1;
    return verdict;
  };
  const bounds = () => ({ budget: createBudget(MOST_HELD_BYTES), maxBytes: MOST_BYTES, check });
  const common = { peers, report, maxConnections: MOST_CONNECTIONS };

  const openMilter = ({ at, outcomes }: NonNullable<GatewaySettings['milter']>) => {
    const conversation = { ...bounds(), outcomes, replies: MILTER_REPLIES };
    return openDoor({ ...common, at, serve: (socket) => serveMilter(socket, conversation) });
  };
  const openIcap = ({ at, outcomes }: NonNullable<GatewaySettings['icap']>) => {
    const facts: IcapFacts = {
      tag: parts.randomness.id().slice(0, 32),
      maxConnections: MOST_CONNECTIONS,
    };
    const page = (verdict: Exclude<PassingVerdict, { kind: 'clean' }>) => ({
      status: verdict.kind === 'touches' ? (403 as const) : (503 as const),
      html: blockPage(answerFor(verdict)),
    });
    const service = { ...bounds(), ...facts, outcomes, page };
    return openDoor({ ...common, at, serve: (socket) => serveIcap(socket, service) });
  };

  const milter = settings.milter && (await openMilter(settings.milter));
  try {
    const icap = settings.icap && (await openIcap(settings.icap));
    const close = async (): Promise<void> => {
      await Promise.all([milter?.close(), icap?.close()]);
    };
    return { milter, icap, counts, close };
  } catch (reason) {
    await milter?.close();
    throw reason;
  }
}
