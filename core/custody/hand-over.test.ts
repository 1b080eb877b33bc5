import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessMatrix } from '../../testkit/access-matrix.ts';
import type { Subject } from '../access/access-facts.ts';
import { addDays, dateInHanoi } from '../common/calendar-date.ts';
import { type CopyId, type DocumentId, parseId } from '../common/id.ts';
import type { Outcome } from '../common/refusal.ts';
import type { Copy, Custody } from '../copy/copy.ts';
import { decideHandOver, type HandOver, mayLeave } from './hand-over.ts';

const { at, subjects } = accessMatrix();
const on = dateInHanoi(at);
const [first, second] = subjects;
assert.ok(first && second);
const fit = (base: Subject, part: Partial<Subject> = {}): Subject => ({
  ...base,
  status: 'active',
  duties: [],
  clearance: { level: 'toi-mat', from: on, until: null },
  commitmentUntil: on,
  trainingUntil: on,
  ...part,
});
const giver = fit(first);
const receiver = fit(second);

const copyId = parseId<CopyId>('eeeeeeee-0000-4000-8000-000000000001');
const documentId = parseId<DocumentId>('eeeeeeee-0000-4000-8000-000000000002');
assert.ok(copyId && documentId);
const copyIn = (custody: Custody): Copy => ({
  copyId,
  documentId,
  copyNumber: { number: 1, of: 2 },
  custody,
});
const inHand: Custody = {
  state: 'held',
  by: { kind: 'person', personId: giver.personId },
  since: on,
};
const inPlace: Custody = { state: 'held', by: { kind: 'place', placeId: 'kho-1' }, since: on };

const hand = (part: Partial<HandOver> = {}) =>
  decideHandOver({
    copy: copyIn(inHand),
    level: 'toi-mat',
    from: giver,
    to: receiver,
    at,
    ...part,
  });
const codes = (outcome: Outcome<unknown>) =>
  outcome.ok ? [] : outcome.refusals.map(({ code }) => code);

test('the holder hands a copy to a cleared, committed, trained person', () => {
  assert.deepEqual(hand(), {
    ok: true,
    value: { state: 'held', by: { kind: 'person', personId: receiver.personId }, since: on },
  });
});

test('nobody hands over what is not in their hand', () => {
  assert.deepEqual(codes(hand({ from: receiver })), ['copy-not-held']);
  const gone: readonly Custody[] = [
    { state: 'sent', recipient: 'Sở A', sentOn: on },
    { state: 'destroyed', minutesNo: '01/BB', destroyedOn: on },
    { state: 'missing', foundMissingOn: on },
  ];
  for (const custody of gone) {
    assert.deepEqual(codes(hand({ copy: copyIn(custody) })), ['copy-not-held']);
  }
});

test('a copy in a storage place is handed out by keeper or registry clerk alone', () => {
  const copy = copyIn(inPlace);
  assert.deepEqual(codes(hand({ copy })), ['copy-not-held']);
  for (const duty of ['keeper', 'registry-clerk'] as const) {
    assert.ok(hand({ copy, from: fit(first, { duties: [duty] }) }).ok);
  }
});

test('every lack of the receiver is named', () => {
  const unfit = fit(second, {
    clearance: { level: 'mat', from: on, until: null },
    commitmentUntil: addDays(on, -1),
    trainingUntil: null,
  });
  assert.deepEqual(codes(hand({ to: unfit })), [
    'clearance-too-low',
    'commitment-missing',
    'training-missing',
  ]);
  assert.ok(hand({ to: unfit, level: null }).ok);
  assert.deepEqual(codes(hand({ to: fit(second, { status: 'retired' }) })), ['not-your-duty']);
  assert.deepEqual(codes(hand({ to: fit(second, { duties: ['administrator'] }) })), [
    'administrator-reads-nothing',
  ]);
});

test('nobody retires while still holding copies', () => {
  assert.ok(mayLeave({ held: 0, seen: 0 }).ok);
  assert.deepEqual(codes(mayLeave({ held: 2, seen: 2 })), ['copies-still-held']);
  const unseen = mayLeave({ held: 2, seen: 0 });
  assert.ok(!unseen.ok && unseen.refusals[0]?.facts === undefined, 'hidden copies are not counted');
});
