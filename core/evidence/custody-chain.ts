/**
 * Who keeps a piece of evidence, from hand to hand without a gap (law art. 25.3; the rules on who
 * may keep it are practice, not law). A hand-over counts only when the receiver accepts: until
 * then the giver is still the custodian, so at every moment there is exactly one.
 */
import type { Instant } from '../common/calendar-date.ts';
import { type Outcome, permitUnless, type Refusal } from '../common/refusal.ts';

/** `packaged`: a copy went out in a hand-over package; the custodian stays the same. */
export const CUSTODY_STEPS = ['kept', 'offered', 'accepted', 'declined', 'packaged'] as const;
export type CustodyStepKind = (typeof CUSTODY_STEPS)[number];

export type CustodyStep = {
  readonly kind: CustodyStepKind;
  readonly at: Instant;
  readonly by: string;
  /** Of an offer: to whom. */
  readonly to: string | null;
};

export type CustodyAct =
  | { readonly kind: 'kept' | 'accepted' | 'declined' | 'packaged' }
  | { readonly kind: 'offered'; readonly to: string; readonly receiverMaySee: boolean };

export type CustodyQuestion = {
  readonly chain: readonly CustodyStep[];
  readonly act: CustodyAct;
  readonly by: string;
  /** Who held or read the document until the evidence was captured or found. */
  readonly knowers: ReadonlySet<string>;
};

export type Custody = {
  /** Null before it is kept. */
  readonly custodian: string | null;
  /** To whom it is being handed; null while no offer waits. */
  readonly offeredTo: string | null;
};

/** Where a chain of steps leaves the evidence. */
export function custodyAfter(chain: readonly CustodyStep[]): Custody {
  let custodian: string | null = null;
  let offeredTo: string | null = null;
  for (const { kind, by, to } of chain) {
    if (kind === 'kept' || kind === 'accepted') custodian = by;
    if (kind !== 'packaged') offeredTo = kind === 'offered' ? to : null;
  }
  return { custodian, offeredTo };
}

const KNEW: Refusal = { code: 'knew-the-document' };
const NOT_CUSTODIAN: Refusal = { code: 'not-custodian' };
const WAITING: Refusal = { code: 'state-forbids', facts: { state: 'offered' } };

function offerRefusals(question: CustodyQuestion, custody: Custody): readonly Refusal[] {
  const { act, by, knowers } = question;
  if (act.kind !== 'offered') return [];
  const refusals: Refusal[] = [];
  if (custody.custodian !== by) refusals.push(NOT_CUSTODIAN);
  if (custody.offeredTo !== null) refusals.push(WAITING);
  if (act.to === by) refusals.push({ code: 'already-done' });
  if (!act.receiverMaySee) refusals.push({ code: 'not-your-duty' });
  if (knowers.has(act.to)) refusals.push(KNEW);
  return refusals;
}

function refusalsOf(question: CustodyQuestion, custody: Custody): readonly Refusal[] {
  const { act, by, knowers } = question;
  const { custodian, offeredTo } = custody;
  if (act.kind === 'kept') {
    return [
      ...(custodian === null ? [] : ([{ code: 'already-done' }] as const)),
      ...(knowers.has(by) ? [KNEW] : []),
    ];
  }
  if (custodian === null) return [{ code: 'evidence-not-kept' }];
  switch (act.kind) {
    case 'offered':
      return offerRefusals(question, custody);
    case 'accepted':
      return [...(offeredTo === by ? [] : [NOT_CUSTODIAN]), ...(knowers.has(by) ? [KNEW] : [])];
    case 'declined':
      // Whom it was offered to declines; the giver takes the offer back.
      if (offeredTo === null) return [{ code: 'state-forbids', facts: { state: 'kept' } }];
      return offeredTo === by || custodian === by ? [] : [NOT_CUSTODIAN];
    case 'packaged':
      return [
        ...(custodian === by ? [] : [NOT_CUSTODIAN]),
        ...(offeredTo === null ? [] : [WAITING]),
      ];
  }
}

/** The custody after the act, or every reason against it. */
export function decideCustody(question: CustodyQuestion): Outcome<Custody> {
  const { chain, act, by } = question;
  const custody = custodyAfter(chain);
  const step: CustodyStep = {
    kind: act.kind,
    at: '' as Instant, // Only the order counts here.
    by,
    to: act.kind === 'offered' ? act.to : null,
  };
  return permitUnless(refusalsOf(question, custody), custodyAfter([...chain, step]));
}

/** The first step that does not follow from those before it; null for an unbroken chain. */
export function findBreak(chain: readonly CustodyStep[]): number | null {
  const nobody: ReadonlySet<string> = new Set();
  for (const [at, { kind, by, to, at: moment }] of chain.entries()) {
    const before = chain.slice(0, at);
    const earlier = before.at(-1)?.at;
    const act: CustodyAct =
      kind === 'offered' ? { kind, to: to ?? '', receiverMaySee: true } : { kind };
    const follows = decideCustody({ chain: before, act, by, knowers: nobody }).ok;
    if (!follows || (earlier !== undefined && moment < earlier)) return at;
  }
  return null;
}
