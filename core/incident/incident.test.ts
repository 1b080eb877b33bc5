import assert from 'node:assert/strict';
import { test } from 'node:test';
import { vn2026 } from '../../regimes/vn-2026/regime.ts';
import { addMs, type Instant } from '../common/calendar-date.ts';
import { DUTIES, type Duty } from '../person/duty.ts';
import { decideIncident, type IncidentQuestion, verbOfNote } from './decide-incident.ts';
import { INCIDENT_STATES, NOTE_KINDS } from './incident.ts';
import { INCIDENT_LIFECYCLE, INCIDENT_VERBS } from './lifecycle.ts';
import { draftStatement, findConfirming, STATEMENT_KINDS } from './statement.ts';
import { missingSteps, readClock } from './statutory-clock.ts';

const openedAt = '2026-11-02T05:00:00.000Z' as Instant;
const HOUR_MS = 3_600_000;
const later = (hours: number) => addMs(openedAt, hours * HOUR_MS);
const ALL_TOLD = ['told-head', 'told-originator', 'told-police', 'reported'].map((kind) => ({
  kind,
  at: openedAt,
}));

const asked = (change: Partial<IncidentQuestion>): IncidentQuestion => ({
  law: vn2026,
  verb: 'note',
  state: 'open',
  duties: ['head'],
  openedAt,
  published: true,
  notes: [],
  at: openedAt,
  now: openedAt,
  words: 'Đã làm',
  ...change,
});
const codes = (question: IncidentQuestion): string[] => {
  const outcome = decideIncident(question);
  return outcome.ok ? [] : outcome.refusals.map(({ code }) => code);
};

test('every verb goes from its one state to its one state, whoever asks', () => {
  for (const verb of INCIDENT_VERBS) {
    for (const state of INCIDENT_STATES) {
      const row = INCIDENT_LIFECYCLE[verb];
      const outcome = decideIncident(asked({ verb, state, notes: ALL_TOLD }));
      assert.equal(outcome.ok, state === row.from, `${verb} from ${state}`);
      if (outcome.ok) assert.equal(outcome.value, row.to);
    }
  }
});

test('each duty may do what the table says and nothing else', () => {
  for (const verb of INCIDENT_VERBS) {
    const { from, who } = INCIDENT_LIFECYCLE[verb];
    for (const duty of DUTIES) {
      const refused = codes(asked({ verb, state: from, duties: [duty], notes: ALL_TOLD }));
      const allowed = (who as readonly Duty[]).includes(duty);
      assert.deepEqual(refused, allowed ? [] : ['not-your-duty'], `${verb} by ${duty}`);
    }
  }
});

test('an incident is not closed before everybody whom the law names was told', () => {
  assert.deepEqual(codes(asked({ verb: 'close' })), ['steps-missing']);
  for (let left = 0; left < ALL_TOLD.length; left += 1) {
    const notes = ALL_TOLD.filter((_, at) => at !== left);
    assert.deepEqual(codes(asked({ verb: 'close', notes })), ['steps-missing']);
    assert.deepEqual(missingSteps(asked({ notes })), [ALL_TOLD[left]?.kind]);
  }
  assert.deepEqual(codes(asked({ verb: 'close', notes: ALL_TOLD })), []);
});

test('closing says how it ended; nothing is noted of the future; every reason is named', () => {
  const bad = asked({ verb: 'close', words: ' ', at: later(1), duties: [], state: 'closed' });
  assert.deepEqual(codes(bad), [
    'not-your-duty',
    'state-forbids',
    'reason-missing',
    'date-in-future',
    'steps-missing',
  ]);
});

test('what must be done at once is due and never overdue; twenty-four hours are', () => {
  const stateOf = (hours: number, code: string) =>
    readClock(asked({ now: later(hours) })).find(({ step }) => step.code === code)?.state;
  assert.equal(stateOf(100, 'told-head'), 'due');
  assert.equal(stateOf(24, 'stated'), 'due');
  assert.equal(stateOf(24.5, 'stated'), 'overdue');
  const notes = [
    { kind: 'stated', at: later(30) },
    { kind: 'told-head', at: later(-2) },
    { kind: 'told-head', at: later(2) },
  ];
  const lines = readClock(asked({ now: later(40), notes }));
  const line = (code: string) => lines.find(({ step }) => step.code === code);
  assert.deepEqual([line('stated')?.state, line('stated')?.minutes], ['done-late', 1_800]);
  assert.deepEqual([line('told-head')?.state, line('told-head')?.minutes], ['done', 0]);
});

test('a statement to the press is asked for only where something stands in public', () => {
  const has = (published: boolean) =>
    readClock(asked({ published })).some(({ step }) => step.code === 'stated');
  assert.deepEqual([has(true), has(false)], [true, false]);
});

test('every kind of note is one verb of the table', () => {
  for (const kind of NOTE_KINDS) assert.ok(INCIDENT_VERBS.includes(verbOfNote(kind)));
});

test('no template of a statement says anything that confirms', () => {
  for (const kind of STATEMENT_KINDS) {
    const words = { agency: 'Ủy ban bầu cử thành phố An Lạc', day: '02/11/2026' };
    const { vi, en } = draftStatement(kind, words);
    assert.deepEqual([findConfirming(vi), findConfirming(en)], [[], []], kind);
    assert.ok(vi.includes(words.agency) && en.includes(words.day));
  }
});

test('words that confirm are found however they are typed, and where they stand', () => {
  const place = (text: string) =>
    findConfirming(text).map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(place('Đây ĐÚNG LÀ văn bản của chúng tôi'), ['ĐÚNG LÀ']);
  assert.deepEqual(place('van ban bi  lo ra ngoai'), ['bi  lo']);
  assert.deepEqual(place('văn bản bi lộ ra ngoài'), ['bi lộ']);
  assert.deepEqual(place('đúng là'.normalize('NFD')).length, 1);
  assert.deepEqual(place('We can confirm that it was leaked.'), ['confirm', 'leaked']);
  assert.deepEqual(place('Câu lạc bộ lô tô; confirmation; độ mặt đường; bị lỗ'), []);
});
