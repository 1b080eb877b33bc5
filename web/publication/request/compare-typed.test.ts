import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareTyped, type Known, paragraphsOf, tipOf } from './compare-typed.ts';

const SECRET = 'the eleven guns stand behind the northern gate';
const line = (number: number) =>
  `Paragraph ${number} of a long and quite harmless press statement.`;
const lines = (count: number) => Array.from({ length: count }, (_, index) => line(index));

function house() {
  const asked: string[] = [];
  const ask = async (text: string) => {
    asked.push(text);
    return text.replaceAll('\n', ' ').includes(SECRET);
  };
  return { asked, ask };
}

async function tipFor(text: string) {
  const { asked, ask } = house();
  const known: Known = new Map();
  const paragraphs = paragraphsOf(text);
  await compareTyped(paragraphs, known, ask);
  return { ...tipOf(paragraphs, known), asked };
}

test('a paragraph far down a pasted text is found', async () => {
  const whole = lines(40);
  whole[30] = `${line(30)} Note that ${SECRET}.`;
  const { state, paragraphs, asked } = await tipFor(whole.join('\n'));
  assert.equal(state, 'touches');
  assert.deepEqual(paragraphs, [whole[30]]);
  assert.ok(asked.length < 15, String(asked.length));
});

test('a text longer than one question is asked about to its end', async () => {
  const whole = lines(2_000);
  whole[1_900] = `${line(1_900)} Note that ${SECRET}.`;
  const found = await tipFor(whole.join('\n'));
  assert.deepEqual(found.paragraphs, [whole[1_900]]);
  assert.ok(found.asked.every((text) => text.length <= 20_000));
  const clean = await tipFor(lines(2_000).join('\n'));
  assert.equal(clean.state, 'clean');
  assert.deepEqual(new Set(clean.asked.join('\n').split('\n')), new Set(lines(2_000)));
});

test('wording that runs over two paragraphs is not lost between the halves', async () => {
  const whole = lines(8);
  whole[3] = 'Everybody in the town knows that the eleven guns';
  whole[4] = 'stand behind the northern gate since last year.';
  const { state, paragraphs } = await tipFor(whole.join('\n'));
  assert.equal(state, 'touches');
  assert.deepEqual(paragraphs, whole.slice(3, 5));
});

test('one endless line is asked about in pieces, and wording on a cut is seen', async () => {
  for (const at of [19_980, 45_000, 59_000]) {
    const text = `${'word '.repeat(at / 5)}${SECRET} ${'word '.repeat(200)}`;
    assert.equal((await tipFor(text)).state, 'touches', String(at));
  }
});

test('what was not asked about is not clean', async () => {
  const paragraphs = paragraphsOf(lines(10).join('\n'));
  const known: Known = new Map(paragraphs.slice(0, 8).map((paragraph) => [paragraph, false]));
  assert.equal(tipOf(paragraphs, known).state, 'checking');
  assert.equal(tipOf(paragraphs, known, 'off').state, 'off');
  known.set(paragraphs[0] ?? '', true);
  assert.equal(tipOf(paragraphs, known, 'off').state, 'touches');
});
