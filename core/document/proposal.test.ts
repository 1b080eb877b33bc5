import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Outcome } from '../common/refusal.ts';
import { MAX_COPIES, type Proposal, parseProposal } from './proposal.ts';

const whole = {
  documentType: 'report',
  level: 'mat',
  summary: 'Về công tác nhân sự',
  guideItem: '2500/QĐ-TTg:3.2.b',
  conditionAttested: true,
  circulation: 'Ủy ban bầu cử thành phố',
  recipients: ['Thường trực Thành ủy'],
  copies: 3,
  copyingAllowed: false,
  shorterPeriod: null,
};
const { summary, ...withoutSummary } = whole;
const codes = (outcome: Outcome<unknown>) =>
  outcome.ok ? [] : outcome.refusals.map(({ code, facts }) => facts?.field ?? code);

test('a whole proposal is parsed into itself', () => {
  assert.deepEqual(parseProposal(whole), { ok: true, value: whole });
});

test('a Tuyệt mật summary is refused, and no word of it comes back', () => {
  for (const typed of [summary, '', ' ', 0, {}]) {
    const outcome = parseProposal({ ...whole, level: 'tuyet-mat', summary: typed });
    assert.deepEqual(codes(outcome), ['summary-forbidden']);
    assert.ok(!JSON.stringify(outcome).includes('nhân sự'));
  }
});

test('a Tuyệt mật proposal has no place for a summary', () => {
  for (const empty of [{}, { summary: null }, { summary: undefined }]) {
    const outcome = parseProposal({ ...withoutSummary, level: 'tuyet-mat', ...empty });
    assert.ok(outcome.ok);
    assert.ok(!('summary' in outcome.value));
  }
  // @ts-expect-error: the type itself has no summary at this level.
  const impossible: Proposal = { ...withoutSummary, level: 'tuyet-mat', summary };
  assert.ok(impossible);
});

test('below Tuyệt mật a summary is needed', () => {
  assert.deepEqual(codes(parseProposal(withoutSummary)), ['summary']);
  assert.deepEqual(codes(parseProposal({ ...whole, summary: '  ' })), ['summary']);
});

test('every field at fault is named at once', () => {
  assert.deepEqual(codes(parseProposal({})), [
    'level',
    'documentType',
    'circulation',
    'recipients',
    'copies-out-of-range',
  ]);
  for (const nothing of [null, undefined, 'x', 7]) {
    assert.deepEqual(codes(parseProposal(nothing)), ['proposal']);
  }
});

test('copies are whole, at least one, and no more than the register can hold', () => {
  for (const copies of [0, -1, 1.5, MAX_COPIES + 1, '3', Number.NaN, null]) {
    assert.deepEqual(codes(parseProposal({ ...whole, copies })), ['copies-out-of-range']);
  }
  for (const copies of [1, MAX_COPIES]) assert.ok(parseProposal({ ...whole, copies }).ok);
});

test('malformed parts are refused: ids, dates, lists, broken text', () => {
  const faults: readonly (readonly [string, unknown])[] = [
    ['guideItem', 'no colon'],
    ['guideItem', 7],
    ['shorterPeriod', { until: '2026-02-30' }],
    ['shorterPeriod', 'soon'],
    ['recipients', []],
    ['recipients', ['Sở A', '']],
    ['recipients', 'Sở A'],
    ['circulation', '\ud800'],
    ['documentType', 'x'.repeat(2_001)],
  ];
  for (const [field, value] of faults) {
    assert.deepEqual(codes(parseProposal({ ...whole, [field]: value })), [field]);
  }
});

test('nothing that was not said is taken for a yes', () => {
  const { conditionAttested, copyingAllowed, ...silent } = whole;
  assert.ok(conditionAttested && !copyingAllowed);
  const outcome = parseProposal({ ...silent, copyingAllowed: 'yes', conditionAttested: 1 });
  assert.ok(outcome.ok);
  assert.equal(outcome.value.copyingAllowed, false);
  assert.equal(outcome.value.conditionAttested, false);
});
