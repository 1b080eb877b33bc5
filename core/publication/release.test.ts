import assert from 'node:assert/strict';
import { test } from 'node:test';
import { electionCalendar } from '../../regimes/vn-2026/election-calendar.ts';
import { addMs, calendarDate, daysBetween, type Instant } from '../common/calendar-date.ts';
import { mayPrintAsLaw } from '../common/citation.ts';
import type { PersonId } from '../common/id.ts';
import type { Outcome } from '../common/refusal.ts';
import {
  decideRelease,
  type Guarded,
  groundAt,
  isReleased,
  type ReleaseAct,
  type ReleaseState,
} from './release.ts';
import { computeTemplate } from './release-template.ts';

const at = '2026-11-02T05:00:00.000Z' as Instant;
const releaseAt = addMs(at, 3_600_000);
const planned: ReleaseState = { state: 'planned', releaseAt };
const releaser = 'releaser' as PersonId;
const planner = 'planner' as PersonId;
const decide = (act: ReleaseAct, actorId: PersonId, when = at) =>
  decideRelease({
    item: planned,
    releaserId: releaser,
    plannedBy: planner,
    act,
    actorId,
    at: when,
  });
const codes = (outcome: Outcome<unknown>) =>
  outcome.ok ? [] : outcome.refusals.map(({ code }) => code);

test('planned material is public from its moment on, not before', () => {
  assert.equal(isReleased(planned, addMs(releaseAt, -1)), false);
  assert.equal(isReleased(planned, releaseAt), true);
});

test('only the named releaser releases before the moment', () => {
  const early = decide({ verb: 'release' }, releaser);
  assert.ok(early.ok);
  assert.equal(isReleased(early.value, at), true);
  assert.deepEqual(codes(decide({ verb: 'release' }, planner)), ['releaser-only']);
  const sooner = { verb: 'move', releaseAt: addMs(at, 60_000) } as const;
  assert.deepEqual(codes(decide(sooner, planner)), ['releaser-only']);
  assert.ok(decide(sooner, releaser).ok);
});

test('who planned it may put it off or cancel it; a stranger may do neither', () => {
  const later = { verb: 'move', releaseAt: addMs(releaseAt, 60_000) } as const;
  const cancel = { verb: 'cancel', reason: 'Hoãn họp' } as const;
  for (const act of [later, cancel]) {
    assert.ok(decide(act, planner).ok);
    assert.deepEqual(codes(decide(act, 'stranger' as PersonId)), ['releaser-only']);
  }
  assert.deepEqual(codes(decide({ verb: 'cancel', reason: ' ' }, planner)), ['reason-missing']);
  const past = { verb: 'move', releaseAt: at } as const;
  assert.deepEqual(codes(decide(past, releaser)), ['invalid-input']);
});

test('what is released is not called back', () => {
  for (const act of [
    { verb: 'release' },
    { verb: 'move', releaseAt: addMs(releaseAt, 9) },
  ] as const) {
    assert.deepEqual(codes(decide(act, releaser, releaseAt)), ['state-forbids']);
  }
});

test('the two flags stay apart: secret, embargo, neither', () => {
  const none = { secret: false, embargoed: false, releases: [] };
  assert.equal(groundAt(none, at), null);
  assert.equal(groundAt({ ...none, secret: true }, at), 'secret');
  assert.equal(groundAt({ ...none, releases: [planned] }, at), 'embargo');
  assert.equal(groundAt({ ...none, embargoed: true }, at), 'embargo');
  assert.equal(groundAt({ ...none, secret: true, releases: [planned] }, at), 'secret');
});

test('after the release nothing is flagged, also not what was a secret', () => {
  for (const secret of [true, false]) {
    const guarded: Guarded = { secret, embargoed: !secret, releases: [planned] };
    assert.equal(groundAt(guarded, releaseAt), null);
  }
});

test('a cancelled plan releases nothing', () => {
  const cancelled = decide({ verb: 'cancel', reason: 'Hoãn' }, releaser);
  assert.ok(cancelled.ok);
  const guarded = { secret: false, embargoed: true, releases: [cancelled.value] };
  assert.equal(groundAt(guarded, addMs(releaseAt, 1)), 'embargo');
});

const E = calendarDate('2026-03-15');
const CALENDAR = [
  ['election-day-announced', -115, '5'],
  ['first-consultation', -95, '38 39 50'],
  ['constituencies', -80, '10'],
  ['constituency-boards', -70, '24'],
  ['candidacy-files', -42, '35'],
  ['second-consultation', -40, '43 44 53'],
  ['voter-lists', -40, '32'],
  ['third-consultation', -23, '48 49 56'],
  ['front-sends-list', -21, '57 58'],
  ['official-candidates', -17, '57.4 58.2'],
  ['ballots', -17, '23'],
  ['candidates-posted', -16, '57.7 59'],
  ['campaign-ends', -1, '64'],
  ['election-day', 0, '73'],
  ['counting-minutes', 3, '76'],
  ['constituency-results', 5, '77'],
  ['city-results', 7, '83'],
  ['results', 10, '86'],
  ['complaints', 13, '87'],
] as const;

test('the election calendar has every day of the law, counted from the election day', () => {
  const dates = computeTemplate(electionCalendar, { day: E });
  assert.deepEqual(
    dates.map(({ code, on, articles }) => [
      code,
      daysBetween({ from: E, to: on }),
      articles.map(({ article }) => article).join(' '),
    ]),
    CALENDAR,
  );
  const published = dates.find(({ code }) => code === 'official-candidates');
  assert.equal(published?.on, '2026-02-26');
  assert.equal(published?.releaseAt, '2026-02-25T17:00:00.000Z', 'midnight in Hanoi');
});

test('complaints are counted from the day on which the results were published', () => {
  const last = (published: string) => {
    const known = new Map([['results', calendarDate(published)]]);
    return computeTemplate(electionCalendar, { day: E, known }).find(
      ({ code }) => code === 'complaints',
    )?.on;
  };
  assert.deepEqual([last('2026-03-20'), last('2026-03-25')], ['2026-03-23', '2026-03-28']);
});

test('every day of the election calendar has its article, sure enough to print as law', () => {
  for (const { articles } of electionCalendar) {
    assert.ok(articles.length > 0 && articles.every(mayPrintAsLaw));
  }
});
