/**
 * What the ledger is measured by: RFC 6962 §2.1 word for word, slowly, on Node's own SHA-256, and
 * Node's own Ed25519. Shares no line with the code under test; the tree is itself held to the
 * public vectors.
 */
import assert from 'node:assert/strict';
import { createPrivateKey, createPublicKey, hash, sign, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { SignEd25519, VerifierKey, VerifyEd25519 } from './note.ts';

export type NaiveTree = {
  /** MTH(D[start:end]) in hex. */
  root(start: number, end: number): string;
  /** PATH(index, D[0:size]) in hex. */
  path(index: number, size: number): string[];
  /** PROOF(older, D[0:newer]) in hex. */
  proof(older: number, newer: number): string[];
};

export function naiveTree(entries: readonly Uint8Array[]): NaiveTree {
  const known = new Map<string, string>();
  const root = (start: number, end: number): string => {
    const place = `${start}-${end}`;
    const value = known.get(place) ?? compute(start, end);
    known.set(place, value);
    return value;
  };
  const compute = (start: number, end: number): string => {
    if (start === end) return hash('sha256', '');
    const entry = entries[start] ?? assert.fail('no such entry');
    if (end - start === 1) return hash('sha256', Buffer.concat([Buffer.of(0), entry]));
    const middle = start + split(end - start);
    const pair = `01${root(start, middle)}${root(middle, end)}`;
    return hash('sha256', Buffer.from(pair, 'hex'));
  };
  const path = (index: number, start: number, end: number): string[] => {
    if (end - start === 1) return [];
    const middle = start + split(end - start);
    return index < middle
      ? [...path(index, start, middle), root(middle, end)]
      : [...path(index, middle, end), root(start, middle)];
  };
  const subproof = (older: number, start: number, end: number): string[] => {
    if (older === end) return start === 0 ? [] : [root(start, end)];
    const middle = start + split(end - start);
    return older <= middle
      ? [...subproof(older, start, middle), root(middle, end)]
      : [...subproof(older, middle, end), root(start, middle)];
  };
  return {
    root,
    path: (index, size) => path(index, 0, size),
    proof: (older, newer) => (older === 0 ? [] : subproof(older, 0, newer)),
  };
}

/** The largest power of two below `count`. */
function split(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

export type Rfc6962Vectors = {
  leaves: string[];
  roots: string[];
  inclusion: { index: number; size: number; proof: string[] }[];
  consistency: { older: number; newer: number; proof: string[] }[];
};

export function readVectors<Vectors>(name: string): Vectors {
  const place = new URL(`../../vectors/ledger/${name}`, import.meta.url);
  return JSON.parse(readFileSync(place, 'utf8')) as Vectors; // our own file, read by tests alone
}

export const fromHex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));
export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** RFC 8410: the prefixes of a private seed and of a public key of Ed25519. */
const PKCS8 = '302e020100300506032b657004220420';
const SPKI = '302a300506032b6570032100';

/** A key for tests alone: its seed is one byte, repeated. */
export function testKey(name: string, seed = 7): { key: VerifierKey; sign: SignEd25519 } {
  const der = Buffer.concat([Buffer.from(PKCS8, 'hex'), Buffer.alloc(32, seed)]);
  const secret = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(secret).export({ format: 'der', type: 'spki' });
  const publicKey = new Uint8Array(spki.subarray(SPKI.length / 2));
  return { key: { name, publicKey }, sign: (message) => sign(null, message, secret) };
}

export const verifyEd25519: VerifyEd25519 = (publicKey, message, signature) => {
  const key = Buffer.concat([Buffer.from(SPKI, 'hex'), publicKey]);
  return verify(null, message, createPublicKey({ key, format: 'der', type: 'spki' }), signature);
};

test('the naive tree gives the published RFC 6962 roots and proofs', () => {
  const vectors = readVectors<Rfc6962Vectors>('rfc6962.json');
  const tree = naiveTree(vectors.leaves.map(fromHex));
  for (const [size, root] of vectors.roots.entries()) assert.equal(tree.root(0, size), root);
  for (const { index, size, proof } of vectors.inclusion) {
    assert.deepEqual(tree.path(index, size), proof);
  }
  for (const { older, newer, proof } of vectors.consistency) {
    assert.deepEqual(tree.proof(older, newer), proof);
  }
});
