/**
 * A visitor that keeps the rules of the house it visits: one request at a time for each host, with
 * a pause between two, and robots.txt obeyed for every address, redirects included (RFC 9309: what
 * is missing permits all, what cannot be had forbids all; kept for a day).
 */
import robots from 'robots-parser';
import { type Answer, FetchFailure, type GetOptions, get } from './get.ts';

export type Visitor = {
  /** Follows redirects. Throws `FetchFailure`. */
  visit(address: string, how?: VisitHow): Promise<Answer>;
};

export type VisitHow = {
  readonly headers?: Readonly<Record<string, string>>;
  /** Instead of the bound for pages. */
  readonly maxBytes?: number;
  /** A redirect to any other address is not followed. */
  readonly within?: (url: URL) => boolean;
};

export type VisitorOptions = Omit<GetOptions, 'headers'> & {
  readonly pauseMs: number;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
};

/** The product token that robots.txt names. */
export const ROBOT = 'niemphong-collector';

const ROBOTS_BYTES = 512 * 1024;
const ROBOTS_KEPT_MS = 24 * 3_600_000;
const ROBOTS_TRIED_AGAIN_MS = 1_800_000;
/** A site that asks for more is visited at this pace all the same, page by page. */
const LONGEST_PAUSE_MS = 60_000;
const MOST_REDIRECTS = 5;
const REDIRECTS = [301, 302, 303, 307, 308];

/** The package's types speak of another module form than it has. */
const parseRobots = robots as unknown as typeof robots.default;

type Rules = { readonly until: number; readonly pauseMs: number; allows(url: string): boolean };

/** One after the other for each host, never two at once. */
function hostQueues({ now, sleep }: VisitorOptions) {
  const last = new Map<string, Promise<number>>();
  return async <T>(host: string, pauseMs: number, work: () => Promise<T>): Promise<T> => {
    const before = last.get(host) ?? Promise.resolve(null);
    const { promise: ended, resolve: end } = Promise.withResolvers<number>();
    last.set(host, ended);
    try {
      const endedAt = await before;
      const waitMs = endedAt === null ? 0 : endedAt + pauseMs - now();
      if (waitMs > 0) await sleep(waitMs);
      return await work();
    } finally {
      end(now());
    }
  };
}

/** Whoever asks while robots.txt is under way waits for the same answer. */
function keptFor(now: () => number, load: (origin: string) => Promise<Rules>) {
  const kept = new Map<string, { readonly rules: Promise<Rules>; until: number }>();
  return (origin: string): Promise<Rules> => {
    const known = kept.get(origin);
    if (known && known.until > now()) return known.rules;
    const loading = { rules: load(origin), until: Number.POSITIVE_INFINITY };
    kept.set(origin, loading);
    loading.rules.then(
      ({ until }) => {
        loading.until = until;
      },
      () => {
        loading.until = 0;
      },
    );
    return loading.rules;
  };
}

export function createVisitor(options: VisitorOptions): Visitor {
  const inTurn = hostQueues(options);
  const rulesFor = keptFor(options.now, loadRules);

  async function loadRules(origin: string): Promise<Rules> {
    const until = options.now() + ROBOTS_KEPT_MS;
    const everything = { until, pauseMs: options.pauseMs, allows: () => true };
    const triedAgain = options.now() + ROBOTS_TRIED_AGAIN_MS;
    const nothing = { ...everything, until: triedAgain, allows: () => false };
    try {
      const { status, body } = await follow(`${origin}/robots.txt`, {
        maxBytes: ROBOTS_BYTES,
        isRobots: true,
      });
      if (status >= 400 && status < 500) return everything;
      if (status !== 200) return nothing;
      const rules = parseRobots(`${origin}/robots.txt`, new TextDecoder().decode(body));
      const delayMs = (rules.getCrawlDelay(ROBOT) ?? 0) * 1_000;
      const pauseMs = Math.max(options.pauseMs, Math.min(delayMs, LONGEST_PAUSE_MS));
      return { until, pauseMs, allows: (url) => rules.isAllowed(url, ROBOT) ?? true };
    } catch (reason) {
      if (!(reason instanceof FetchFailure)) throw reason;
      // An address that may not be visited at all says so itself.
      if (reason.code === 'address-forbidden' || reason.code === 'name-unknown') throw reason;
      return nothing;
    }
  }

  /** `isRobots`: the addresses of robots.txt itself need no permission. */
  async function follow(address: string, how: VisitHow & { isRobots?: true }): Promise<Answer> {
    const { isRobots = false, headers = {}, maxBytes = options.maxBytes } = how;
    let target = address;
    for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
      const url = URL.parse(target);
      if (!url) throw new FetchFailure('address-bad');
      const rules = isRobots ? null : await rulesFor(url.origin);
      if (rules && !rules.allows(url.href)) throw new FetchFailure('robots-forbid');
      const answer = await inTurn(url.host, rules?.pauseMs ?? options.pauseMs, () =>
        get(url.href, { ...options, maxBytes, headers }),
      );
      const location = answer.headers.location;
      if (!REDIRECTS.includes(answer.status) || location === undefined) return answer;
      const next = URL.parse(location, url.href);
      if (!next) throw new FetchFailure('address-bad');
      if (how.within && !how.within(next)) throw new FetchFailure('address-forbidden');
      next.hash = '';
      target = next.href;
    }
    throw new FetchFailure('redirect-limit');
  }

  return { visit: (address, how = {}) => follow(address, how) };
}
