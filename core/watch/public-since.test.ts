import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Instant } from '../common/calendar-date.ts';
import { captureMoment, publicSince } from './public-since.ts';

const at = (written: string) => new Date(written).toISOString() as Instant;
const CAPTURED = at('2026-11-02T10:00:00+07:00');

test('an article is public since what its outlet states, at the latest since its capture', () => {
  const cases: readonly (readonly [stated: string | null, since: string])[] = [
    [null, '2026-11-02T10:00:00+07:00'],
    ['2026-11-02T08:15:00+07:00', '2026-11-02T08:15:00+07:00'],
    // An outlet that states a later moment than the capture is not believed.
    ['2026-11-03T08:15:00+07:00', '2026-11-02T10:00:00+07:00'],
  ];
  for (const [stated, since] of cases) {
    const publishedAt = stated === null ? null : at(stated);
    assert.equal(publicSince({ publishedAt, capturedAt: CAPTURED }), at(since), String(stated));
  }
});

test('a date without a time is a whole day: nobody broke an embargo at its midnight', () => {
  const bare = (day: string) =>
    publicSince({ publishedAt: at(`${day}T00:00:00+07:00`), capturedAt: CAPTURED });
  assert.equal(bare('2026-11-01'), at('2026-11-02T00:00:00+07:00'));
  assert.equal(bare('2026-11-02'), CAPTURED);
});

test('no stated moment makes a publication look later than its capture', () => {
  for (let hour = -200; hour < 200; hour += 1) {
    const publishedAt = new Date(Date.parse(CAPTURED) + hour * 1_800_000).toISOString() as Instant;
    assert.ok(publicSince({ publishedAt, capturedAt: CAPTURED }) <= CAPTURED);
  }
});

test('a capture told later than its arrival counts as of the arrival', () => {
  const early = at('2026-11-01T10:00:00Z');
  assert.equal(captureMoment(null, CAPTURED), CAPTURED);
  assert.equal(captureMoment(early, CAPTURED), early);
  assert.equal(captureMoment(CAPTURED, early), early);
});
