import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Instant } from '../common/calendar-date.ts';
import {
  type CustodyAct,
  type CustodyQuestion,
  type CustodyStep,
  custodyAfter,
  decideCustody,
  findBreak,
} from './custody-chain.ts';

const [an, binh, cuc] = ['an', 'binh', 'cuc'] as const;
const AT = '2026-11-02T05:00:00.000Z' as Instant;
const step = (kind: CustodyStep['kind'], by: string, to: string | null = null): CustodyStep => ({
  kind,
  at: AT,
  by,
  to,
});
const nobody: ReadonlySet<string> = new Set();
const offer = (to: string): CustodyAct => ({ kind: 'offered', to, receiverMaySee: true });
const codesOf = (question: CustodyQuestion) => {
  const outcome = decideCustody(question);
  return outcome.ok ? [] : outcome.refusals.map(({ code }) => code);
};
const codes = (chain: readonly CustodyStep[], act: CustodyAct, by: string) =>
  codesOf({ chain, act, by, knowers: nobody });
const KEPT = [step('kept', an)];
const OFFERED = [...KEPT, step('offered', an, binh)];

test('until the receiver accepts, the giver is the custodian', () => {
  assert.deepEqual(custodyAfter([]), { custodian: null, offeredTo: null });
  assert.deepEqual(custodyAfter(OFFERED), { custodian: an, offeredTo: binh });
  const accepted = [...OFFERED, step('accepted', binh)];
  assert.deepEqual(custodyAfter(accepted), { custodian: binh, offeredTo: null });
  assert.deepEqual(codes(accepted, offer(cuc), an), ['not-custodian']);
});

test('who held or read the document neither keeps the evidence nor is handed it', () => {
  const knowers = new Set([an, binh]);
  assert.deepEqual(codesOf({ chain: [], act: { kind: 'kept' }, by: an, knowers }), [
    'knew-the-document',
  ]);
  assert.deepEqual(codesOf({ chain: KEPT, act: offer(binh), by: an, knowers }), [
    'knew-the-document',
  ]);
  assert.deepEqual(codesOf({ chain: OFFERED, act: { kind: 'accepted' }, by: binh, knowers }), [
    'knew-the-document',
  ]);
});

test('evidence is kept once, and handed on only after it is kept', () => {
  assert.deepEqual(codes(KEPT, { kind: 'kept' }, binh), ['already-done']);
  for (const kind of ['accepted', 'declined', 'packaged'] as const) {
    assert.deepEqual(codes([], { kind }, an), ['evidence-not-kept']);
  }
  assert.deepEqual(codes([], offer(binh), an), ['evidence-not-kept']);
});

test('an offer waits for one person, and nothing else happens meanwhile', () => {
  assert.deepEqual(codes(OFFERED, { kind: 'accepted' }, cuc), ['not-custodian']);
  assert.deepEqual(codes(OFFERED, offer(cuc), an), ['state-forbids']);
  assert.deepEqual(codes(OFFERED, { kind: 'packaged' }, an), ['state-forbids']);
  assert.deepEqual(codes(OFFERED, { kind: 'declined' }, cuc), ['not-custodian']);
  assert.deepEqual(codes(OFFERED, { kind: 'declined' }, an), []);
  assert.deepEqual(codes(OFFERED, { kind: 'declined' }, binh), []);
  assert.deepEqual(codes(KEPT, { kind: 'declined' }, an), ['state-forbids']);
});

test('evidence goes only to somebody who may see incidents, and not to oneself', () => {
  const act: CustodyAct = { kind: 'offered', to: binh, receiverMaySee: false };
  assert.deepEqual(codes(KEPT, act, an), ['not-your-duty']);
  assert.deepEqual(codes(KEPT, offer(an), an), ['already-done']);
});

test('whatever people try, the chain of what was permitted is unbroken', () => {
  const person = fc.constantFrom<string>(an, binh, cuc);
  const act = fc.oneof(
    fc.constantFrom<CustodyAct>({ kind: 'kept' }, { kind: 'accepted' }, { kind: 'declined' }),
    fc.constant<CustodyAct>({ kind: 'packaged' }),
    person.map(offer),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(act, person), { maxLength: 30 }), (tries) => {
      const chain: CustodyStep[] = [];
      for (const [tried, by] of tries) {
        if (!decideCustody({ chain, act: tried, by, knowers: nobody }).ok) continue;
        chain.push(step(tried.kind, by, tried.kind === 'offered' ? tried.to : null));
      }
      assert.equal(findBreak(chain), null);
      assert.equal(custodyAfter(chain).custodian === null, chain.length === 0);
    }),
  );
});

test('a step that is missing, changed or out of time breaks the chain there', () => {
  const whole = [...OFFERED, step('accepted', binh), step('offered', binh, cuc)];
  assert.equal(findBreak(whole), null);
  assert.equal(findBreak(whole.toSpliced(1, 1)), 1);
  assert.equal(findBreak(whole.with(2, step('accepted', cuc))), 2);
  const early = { ...step('accepted', binh), at: '2026-11-01T00:00:00.000Z' as Instant };
  assert.equal(findBreak(whole.with(2, early)), 2);
});
