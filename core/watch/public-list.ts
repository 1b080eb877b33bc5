/**
 * The list of public law and forms: wording that anyone may quote and that proves no leak. A text
 * that repeats protected wording silences alarms, so it takes two officers; any other takes one.
 * Every change makes a version, and matches name the version that they were weighed by.
 */
import type { Refusal } from '../common/refusal.ts';
import { sha256, utf8 } from '../common/sha256.ts';

export const LIST_CHANGES = ['added', 'removed'] as const;
export type ListChange = (typeof LIST_CHANGES)[number];

export type ListedText = {
  readonly id: string;
  /** `hashOfWords`. */
  readonly sha256: string;
  readonly addedBy: string;
  readonly touches: boolean;
  readonly confirmed: unknown;
  readonly removed: unknown;
};

/** Hexadecimal. Line breaks and spaces of a file make no other text of the same words. */
export function hashOfWords(text: string): string {
  const words = text
    .normalize('NFC')
    .split(/\s+/)
    .filter((word) => word !== '');
  return sha256(utf8(words.join(' '))).toHex();
}

export const TEXT_STATES = ['in-force', 'waiting', 'removed'] as const;
export type TextState = (typeof TEXT_STATES)[number];

export function stateOfText({ touches, confirmed, removed }: ListedText): TextState {
  if (removed !== null) return 'removed';
  return touches && confirmed === null ? 'waiting' : 'in-force';
}

/** Nobody agrees to what they listed themselves. */
export function againstConfirming(text: ListedText, officerId: string): Refusal[] {
  const refusals: Refusal[] = [];
  const state = stateOfText(text);
  if (state !== 'waiting') refusals.push({ code: 'already-done' });
  if (text.addedBy === officerId) refusals.push({ code: 'proposer-decides' });
  return refusals;
}

export type ListContents = { readonly texts: number; readonly sha256: string };

/** SHA-256 over the texts' own hashes, sorted, a line each: `sort | sha256sum` gives the same. */
export function contentsOf(texts: readonly ListedText[]): ListContents {
  const hashes = texts
    .filter((text) => stateOfText(text) === 'in-force')
    .map((text) => text.sha256);
  const lines = hashes.sort().map((hash) => `${hash}\n`);
  return { texts: hashes.length, sha256: sha256(utf8(lines.join(''))).toHex() };
}
