import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkPassword, parseLogin } from './account.ts';

test('a login is plain letters, the same however it is typed', () => {
  assert.equal(parseLogin('  Nguyen.Van-A '), 'nguyen.van-a');
  for (const typed of ['', 'ab', '.abc', 'abc.', 'nguyễn', 'a b c', 'a'.repeat(41), 'x\0yz']) {
    assert.equal(parseLogin(typed), null, typed);
  }
});

test('a password counts by its characters, not by its bytes or its form', () => {
  assert.ok(checkPassword('mười hai kýtự', 'password').ok);
  assert.ok(!checkPassword('ngắn quá mà', 'password').ok);
  assert.ok(!checkPassword('ệ'.normalize('NFD').repeat(11), 'password').ok);
  assert.ok(!checkPassword('😀'.repeat(11), 'password').ok);
});
