/**
 * The one step that decisions on a request share: enter through the gate, find out with the
 * actor's own eyes what the judged words touch, ask core, write. The words are compared outside the
 * lane; inside it only their version is compared with what is judged by then.
 */
import type { GeneralAction } from '../../core/access/action.ts';
import type { Verb } from '../../core/act/verb.ts';
import { leavesUnread } from '../../core/common/extraction.ts';
import type { PersonId } from '../../core/common/id.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import { decideRequest, type RequestAct } from '../../core/publication/decide-request.ts';
import type { Touches } from '../../core/publication/request.ts';
import type { Actor } from '../ports/acts.ts';
import { admitGeneral } from '../ports/gate.ts';
import { compareFor, touchesOf } from '../ports/reading/compare-for.ts';
import { put } from '../ports/rows.ts';
import { asProgress, stateOf } from './request-rows.ts';
import { openText } from './sealed-text.ts';
import type { RequestParts } from './submit.ts';

export type Step = {
  readonly verb: Verb;
  readonly action: GeneralAction;
  readonly requestId: string;
  /** Lets words out: they are compared first. */
  readonly letsOut: boolean;
  readonly act: (touches: Touches, unread: boolean) => RequestAct;
};

type Judged = {
  readonly version: number;
  readonly touches: Touches;
  readonly unread: boolean;
};

/** Null where there is nothing to compare, or nobody here may. */
async function judge(
  parts: RequestParts,
  actor: Actor,
  { requestId, action }: Step,
): Promise<Judged | null> {
  const { acts, clock, store, compareIndex } = parts;
  if (!compareIndex.isOpen()) return null;
  const read = await acts.read(actor, async (readers) => {
    const admitted = await admitGeneral({ readers, now: clock.now() }, actor, { action });
    const row = admitted.ok ? await readers.publication.loadRequest(requestId) : null;
    if (!row) return null;
    const { version } = stateOf(row);
    const texts = await readers.publication.loadTexts(requestId);
    const text = texts.find((one) => one.version === version);
    if (!text) return null;
    const unread = leavesUnread(text.warnings as readonly string[]);
    return { version, unread, words: await openText(store, readers, text) };
  });
  if (!read) return null;
  const { words, ...judged } = read;
  const touches = await touchesOf(parts, actor, await compareFor(parts, actor, { text: words }));
  return { ...judged, touches };
}

export async function takeStep(
  parts: RequestParts,
  actor: Actor,
  step: Step,
): Promise<Outcome<{ requestId: string }>> {
  const { verb, action, requestId, letsOut, act } = step;
  const judged = letsOut ? await judge(parts, actor, step) : null;
  const attempt = { verb, subject: { request: requestId } } as const;
  return parts.acts.perform(actor, attempt, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const admitted = await admitGeneral(eyes, actor, { action });
    if (!admitted.ok) return admitted;
    const row = await world.mine.publication.loadRequest(requestId);
    if (!row) return refuse({ code: 'not-found' });
    const state = stateOf(row);
    if (letsOut && !parts.compareIndex.isOpen()) return refuse({ code: 'vault-sealed' });
    // Another version was handed in while this one was compared.
    if (letsOut && judged?.version !== state.version) return refuse({ code: 'already-done' });
    const next = decideRequest({
      submitterId: row.submitterId as PersonId,
      state,
      act: act(judged?.touches ?? 'hidden', judged?.unread ?? true),
      actor: admitted.value,
      at: world.now,
    });
    if (!next.ok) return next;
    const { version, sha256 } = next.value;
    const hash = letsOut ? { sha256 } : {};
    return permit({
      facts: { state: next.value.state, version, ...hash },
      rows: [put('publication_request', { ...row, progress: asProgress(next.value) })],
      value: { requestId },
    });
  });
}
