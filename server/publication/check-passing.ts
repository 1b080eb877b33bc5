/**
 * The leak check of content that passes a gateway (law art. 5: nothing secret is sent out or
 * posted). Each protected document that is touched gets an entry of its own, for those who may see
 * it: length and hash, no word, address or subject. Of what does not match nothing is kept.
 */
import { leavesUnread } from '../../core/common/extraction.ts';
import { permit, type Refusal } from '../../core/common/refusal.ts';
import type { Actor } from '../ports/acts.ts';
import { type FindParts, type Found, findProtected } from '../ports/find-protected.ts';
import type { Parts } from '../ports/parts.ts';
import type { Passing, PassingVerdict, UncheckedCode } from '../ports/passing.ts';
import { readText } from '../ports/reading/read-text.ts';
import { VaultSealed } from '../ports/vault.ts';

export type PassingParts = FindParts & Pick<Parts, 'extractor'>;

/** The gateways run by the operator's settings. */
const OPERATOR: Actor = { kind: 'console' };
/** A longer text must not hold up everybody else. */
const MOST_CHARACTERS = 4_000_000;
const MOST_FILES = 200;
/** A mosaic of more documents is as touched by the first of them. */
const MOST_ENTRIES = 20;

type Words = { readonly texts: readonly string[]; readonly unread: UncheckedCode | null };

const unchecked = (because: UncheckedCode): PassingVerdict => ({ kind: 'unchecked', because });

/** The limit of time may spare the next try, when the machine is less busy. */
function uncheckedCode(code: unknown): UncheckedCode {
  if (code === 'file-too-large' || code === 'output-limit') return 'too-large';
  return code === 'time-limit' || code === 'process-died' ? 'not-now' : 'unreadable';
}

function codeOfRefusal([first]: readonly Refusal[]): UncheckedCode {
  return first?.code === 'too-large' ? 'too-large' : uncheckedCode(first?.facts?.code);
}

/** Also comments, revisions and files inside, as in every check before publication. */
async function wordsOfFile(parts: PassingParts, file: Uint8Array): Promise<Words> {
  if (file.length === 0) return { texts: [], unread: null };
  const read = await readText(parts.extractor, file);
  if (!read.ok) return { texts: [], unread: codeOfRefusal(read.refusals) };
  return {
    texts: [read.value.text],
    unread: leavesUnread(read.value.warnings) ? 'unreadable' : null,
  };
}

async function wordsOfMessage(parts: PassingParts, message: Uint8Array): Promise<Words> {
  const opened = await parts.extractor.openMessage(message);
  if (!opened.ok) return { texts: [], unread: uncheckedCode(opened.code) };
  const files = await wordsOfFiles(parts, opened.value.attachments);
  return { ...files, texts: [opened.value.text, ...files.texts] };
}

function together(all: readonly Words[]): Words {
  const unread = all.map((each) => each.unread).filter((code) => code !== null);
  // Waiting helps only where nothing else is in the way.
  const [first = null] = unread.toSorted((one) => (one === 'not-now' ? 1 : -1));
  return { texts: all.flatMap(({ texts }) => texts), unread: first };
}

async function wordsOfFiles(parts: PassingParts, files: readonly Uint8Array[]): Promise<Words> {
  if (files.length > MOST_FILES) return { texts: [], unread: 'too-large' };
  return together(await Promise.all(files.map((file) => wordsOfFile(parts, file))));
}

async function readWords(parts: PassingParts, passing: Passing): Promise<Words> {
  const { texts, files, messages } = passing;
  return together([
    { texts, unread: null },
    await wordsOfFiles(parts, files),
    ...(await Promise.all(messages.map((message) => wordsOfMessage(parts, message)))),
  ]);
}

async function record(
  { acts }: PassingParts,
  passing: Passing,
  { found, characters }: { readonly found: readonly Found[]; readonly characters: number },
): Promise<void> {
  const { gateway, outcome, sha256 } = passing;
  const facts = { gateway, outcome, sha256, characters };
  for (const { documentId } of found.slice(0, MOST_ENTRIES)) {
    const subject = { document: documentId };
    await acts.perform(OPERATOR, { verb: 'publication.intercept', subject }, async () =>
      permit({ subject, facts, value: null }),
    );
  }
}

/** What is touched counts even where the rest could not be read. Throws a Fault. */
export async function checkPassing(parts: PassingParts, passing: Passing): Promise<PassingVerdict> {
  if (!parts.compareIndex.isOpen()) return unchecked('vault-sealed');
  const { texts, unread } = await readWords(parts, passing);
  const text = texts.join('\n\n');
  if (text.length > MOST_CHARACTERS) return unchecked('too-large');
  try {
    const found = text === '' ? [] : await findProtected(parts, text);
    await record(parts, passing, { found, characters: text.length });
    if (found.length > 0) return { kind: 'touches' };
    return unread === null ? { kind: 'clean' } : unchecked(unread);
  } catch (reason) {
    if (reason instanceof VaultSealed) return unchecked('vault-sealed');
    throw reason;
  }
}
