import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeBase64, encodeBase64 } from './bytes.ts';
import { formatCheckpoint, openCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint.ts';
import { append, emptyFrontier } from './frontier.ts';
import { leafHash } from './hash.ts';
import { proveInclusion } from './inclusion.ts';
import { formatVerifierKey, openNote, parseVerifierKey, signNote } from './note.ts';
import { readVectors, testKey, verifyEd25519 } from './reference.test.ts';
import { checkTlogProof, formatTlogProof, parseTlogProof } from './tlog-proof.ts';
import { rootOf } from './tree.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const { key, sign } = testKey('so-cai.example/test');

type NoteVectors = {
  accept: { name: string; vkey: string; note: string; text: string }[];
  reject: { name: string; vkey: string; note: string; problem: string }[];
  rejectKeys: string[];
};
const notes = readVectors<NoteVectors>('note.json');

for (const { name, vkey, note, text } of notes.accept) {
  test(`a note opens: ${name}`, () => {
    const known = parseVerifierKey(vkey) ?? assert.fail('the key is well formed');
    assert.equal(formatVerifierKey(known), vkey);
    assert.deepEqual(openNote(bytes(note), known, verifyEd25519), { ok: true, text });
  });
}

for (const { name, vkey, note, problem } of notes.reject) {
  test(`a note is refused: ${name}`, () => {
    const known = parseVerifierKey(vkey) ?? assert.fail('the key is well formed');
    assert.deepEqual(openNote(bytes(note), known, verifyEd25519), { ok: false, problem });
  });
}

test('a verifier key has one spelling', () => {
  for (const vkey of notes.rejectKeys) assert.equal(parseVerifierKey(vkey), undefined, vkey);
});

test('a note that is not UTF-8, or not signed in full, is refused', () => {
  const note = bytes(signNote('một dòng\n', key, sign));
  assert.ok(openNote(note, key, verifyEd25519).ok);
  for (const wrong of [0xff, 0xc0, 0x00, 0x0d]) {
    const changed = Uint8Array.from(note);
    changed[1] = wrong;
    assert.deepEqual(openNote(changed, key, verifyEd25519), {
      ok: false,
      problem: 'note-malformed',
    });
  }
  assert.ok(!openNote(new Uint8Array(1_000_001).fill(0x41), key, verifyEd25519).ok);
});

test('only plain lines are ever signed', () => {
  for (const text of ['', 'no newline', 'a\u0000\n', 'a\r\n', 'a\ud800\n']) {
    assert.throws(() => signNote(text, key, sign), text);
  }
  assert.throws(() => signNote('a\n', { ...key, name: 'two words' }, sign));
});

test('whatever is signed opens again, under its own key alone', () => {
  const stranger = testKey(key.name, 8).key;
  const line = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/\p{Cc}/gu, ''));
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), (lines) => {
      const text = `${lines.join('\n')}\n`;
      const note = bytes(signNote(text, key, sign));
      assert.deepEqual(openNote(note, key, verifyEd25519), { ok: true, text });
      assert.ok(!openNote(note, stranger, verifyEd25519).ok);
    }),
  );
});

test('base64 has one spelling for each byte string', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (value) => {
      assert.equal(encodeBase64(value), Buffer.from(value).toString('base64'));
      assert.deepEqual(decodeBase64(encodeBase64(value)), value);
    }),
  );
  fc.assert(
    fc.property(fc.base64String(), (text) => {
      const decoded = decodeBase64(text);
      if (decoded) assert.equal(encodeBase64(decoded), text);
    }),
  );
  for (const text of ['AA=', 'AA', 'AB==', 'AAB=', 'A A=', 'AAA=\n', '=AAA', 'A===', '-_-_']) {
    assert.equal(decodeBase64(text), undefined, text);
  }
});

type CheckpointVectors = {
  accept: { text: string; origin: string; size: number }[];
  reject: { name: string; text: string }[];
};
const checkpoints = readVectors<CheckpointVectors>('checkpoint.json');

test('a checkpoint of three lines is read and printed the same', () => {
  for (const { text, origin, size } of checkpoints.accept) {
    const parsed = parseCheckpoint(text) ?? assert.fail(text);
    assert.deepEqual({ origin: parsed.origin, size: parsed.size }, { origin, size });
    assert.equal(formatCheckpoint(parsed), text);
  }
});

for (const { name, text } of checkpoints.reject) {
  test(`a checkpoint is refused: ${name}`, () => assert.equal(parseCheckpoint(text), undefined));
}

test('a checkpoint counts only under the key that bears its origin', () => {
  const head = { size: 3, root: leafHash(bytes('root')) };
  const signed = bytes(signCheckpoint(head, key, sign));
  const checkpoint = { ...head, origin: key.name };
  assert.deepEqual(openCheckpoint(signed, key, verifyEd25519), { ok: true, checkpoint });
  const elsewhere = formatCheckpoint({ ...head, origin: 'another.example' });
  const foreign = bytes(signNote(elsewhere, key, sign));
  assert.deepEqual(openCheckpoint(foreign, key, verifyEd25519), {
    ok: false,
    problem: 'origin-differs',
  });
  const extended = bytes(signNote(`${formatCheckpoint(checkpoint)}more\n`, key, sign));
  assert.deepEqual(openCheckpoint(extended, key, verifyEd25519), {
    ok: false,
    problem: 'checkpoint-malformed',
  });
});

function proofFile(size: number, index: number): { file: Uint8Array; entries: Uint8Array[] } {
  const entries = Array.from({ length: size }, (_, position) => bytes(`mục ${position}`));
  const stored: Uint8Array[] = [];
  let frontier = emptyFrontier;
  for (const entry of entries) {
    const appended = append(frontier, leafHash(entry));
    stored.push(...appended.stored.map(({ hash }) => hash));
    frontier = appended.frontier;
  }
  const read = (indexes: readonly number[]) => indexes.map((at) => stored[at] ?? assert.fail());
  const proof = proveInclusion({ index, size }, read);
  const checkpoint = signCheckpoint({ size, root: rootOf(size, read) }, key, sign);
  return { file: bytes(formatTlogProof({ index, proof, checkpoint })), entries };
}

test('a proof file proves its entry, and no other', () => {
  for (const size of [1, 2, 7, 13]) {
    for (let index = 0; index < size; index++) {
      const { file, entries } = proofFile(size, index);
      for (const [position, entry] of entries.entries()) {
        const checked = checkTlogProof({ file, entry }, key, verifyEd25519);
        assert.equal(checked.ok, position === index);
        assert.equal(checked.ok || checked.problem, checked.ok || 'not-included');
      }
    }
  }
});

test('every single-bit change of a proof file is refused', () => {
  const { file, entries } = proofFile(11, 6);
  const entry = entries[6] ?? assert.fail();
  assert.ok(checkTlogProof({ file, entry }, key, verifyEd25519).ok);
  for (let bit = 0; bit < file.length * 8; bit++) {
    const changed = Uint8Array.from(file);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    assert.ok(!checkTlogProof({ file: changed, entry }, key, verifyEd25519).ok, `bit ${bit}`);
  }
  for (let length = 0; length < file.length; length++) {
    const cut = file.subarray(0, length);
    assert.ok(!checkTlogProof({ file: cut, entry }, key, verifyEd25519).ok, `cut at ${length}`);
  }
});

test('a proof file has one spelling', () => {
  const text = new TextDecoder().decode(proofFile(11, 6).file);
  for (const [from, to] of [
    ['index 6', 'index 06'],
    ['index 6', 'index  6'],
    ['index 6', 'index +6'],
    ['index 6', 'extra AAAA\nindex 6'],
    ['@v1\n', '@v2\n'],
    ['@v1\n', '@v1\r\n'],
    ['\n\n', '\n \n'],
  ] as const) {
    assert.ok(text.includes(from));
    assert.equal(parseTlogProof(bytes(text.replace(from, to))), undefined, to);
  }
});
