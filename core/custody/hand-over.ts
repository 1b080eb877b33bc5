/**
 * Handing a copy from one holder to the next (law art. 13, 25.4, 26.2): the giver has it in hand or
 * keeps the registry, the receiver is cleared, committed and trained, and signs. Nobody leaves
 * while a copy is still in their hands.
 */
import type { Subject } from '../access/access-facts.ts';
import { type CalendarDate, dateInHanoi, type Instant } from '../common/calendar-date.ts';
import type { Citation } from '../common/citation.ts';
import { type Outcome, permit, permitUnless, type Refusal, refuse } from '../common/refusal.ts';
import { type Copy, type Custody, holderOf } from '../copy/copy.ts';
import { isCleared } from '../level/clearance.ts';
import type { Level } from '../level/level.ts';

export type HandOver = {
  readonly copy: Copy;
  /** Null once the document is declassified. */
  readonly level: Level | null;
  readonly from: Subject;
  readonly to: Subject;
  readonly at: Instant;
};

const law = (article: string): Citation => ({
  instrument: '117/2025/QH15',
  article,
  certainty: '2018-text',
});

/** What speaks against this person ever getting the document, on paper or by grant. */
export function receiverRefusals(
  receiver: Subject,
  level: Level | null,
  on: CalendarDate,
): readonly Refusal[] {
  if (receiver.status !== 'active') return [{ code: 'not-your-duty', article: law('26') }];
  if (receiver.duties.includes('administrator')) return [{ code: 'administrator-reads-nothing' }];
  if (level === null) return [];
  const refusals: Refusal[] = [];
  if (!isCleared(receiver.clearance, { level, on })) {
    refusals.push({ code: 'clearance-too-low', article: law('25') });
  }
  if (receiver.commitmentUntil === null || receiver.commitmentUntil < on) {
    refusals.push({ code: 'commitment-missing', article: law('26') });
  }
  if (receiver.trainingUntil === null || receiver.trainingUntil < on) {
    refusals.push({ code: 'training-missing', article: law('26') });
  }
  return refusals;
}

/** The copy's next custody, or every reason against the hand-over. */
export function decideHandOver({ copy, level, from, to, at }: HandOver): Outcome<Custody> {
  const on = dateInHanoi(at);
  const holder = holderOf(copy.custody);
  const inHand = holder?.kind === 'person' && holder.personId === from.personId;
  const fromPlace =
    holder?.kind === 'place' &&
    (from.duties.includes('keeper') || from.duties.includes('registry-clerk'));
  const mayGive = from.status === 'active' && (inHand || fromPlace);
  const refusals: readonly Refusal[] = [
    ...(mayGive ? [] : [{ code: 'copy-not-held', article: law('13') } as const]),
    ...receiverRefusals(to, level, on),
  ];
  return permitUnless(refusals, {
    state: 'held',
    by: { kind: 'person', personId: to.personId },
    since: on,
  });
}

/**
 * Before anyone is moved or retired: every copy in their hands is handed over (art. 26.2). `seen`:
 * of these, copies of documents that the asking person may see; the others are not counted aloud.
 */
export function mayLeave(copies: { readonly held: number; readonly seen: number }): Outcome<true> {
  if (copies.held === 0) return permit(true);
  const facts = copies.seen > 0 ? { facts: { copies: copies.seen } } : {};
  return refuse({ code: 'copies-still-held', article: law('26.2'), ...facts });
}
