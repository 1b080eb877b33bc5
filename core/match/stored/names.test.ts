import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Names } from './names.ts';

const COUNT = 5000;
const nameOf = (number: number): string =>
  number === 0 ? '' : number % 7 === 0 ? `Hồ sơ ${number} \ud83d ☭` : `doc-${number * 7919}`;

test('every name keeps its number and every number its name', () => {
  const names = new Names();
  for (let number = 0; number < COUNT; number++) assert.equal(names.add(nameOf(number)), number);
  for (let number = 0; number < COUNT; number++) {
    assert.equal(names.find(nameOf(number)), number);
    assert.equal(names.nameOf(number), nameOf(number));
  }
  for (const absent of ['doc', 'doc-7920', 'Hồ sơ 7', ' ']) assert.equal(names.find(absent), -1);
});

test('a name given again stands for its last number', () => {
  const names = new Names();
  for (let round = 0; round < 3; round++) {
    for (let number = 0; number < 100; number++) names.add(`doc-${number}`);
  }
  for (let number = 0; number < 100; number++) {
    assert.equal(names.find(`doc-${number}`), 200 + number);
  }
});
