import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fault } from './fault.ts';
import { placeOf } from './fault-place.ts';

const SECRET = 'bảy ứng viên\ndự phòng\n    at quận Sông Hoa\nvà Núi Trầm';

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (thrown) {
    return thrown;
  }
  return null;
}

test('a log names the fault and the place, never a word of a message of many lines', () => {
  for (const [thrown, name] of [
    [thrownBy(() => JSON.parse(SECRET)), 'SyntaxError'],
    [new Error(SECRET), 'Error'],
    [new Fault('storage-failed', SECRET, { cause: new Error(SECRET) }), 'storage-failed'],
  ] as const) {
    const [first, ...places] = placeOf(thrown).split('\n');
    assert.equal(first, name);
    assert.ok(places.length > 0 && places.length <= 3);
    for (const place of places)
      assert.match(place, /^ {4}at .*(fault-place\.test|node:|JSON\.parse)/);
  }
  const renamed = new Error('a');
  assert.ok(renamed.stack);
  renamed.message = SECRET;
  assert.equal(placeOf(renamed), 'Error');
  assert.equal(placeOf(SECRET), '?');
});
