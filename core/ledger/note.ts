/**
 * Signed notes, C2SP signed-note: a text, an empty line, and one line for each signature. Only
 * Ed25519 (type 0x01) is made and checked here; lines of other signers must be well formed and are
 * then ignored, so that cosigners may add theirs. Signing and verifying are given by the caller.
 */
import { invariant } from '../common/invariant.ts';
import { sha256, utf8 } from '../common/sha256.ts';
import { concatBytes, decodeBase64, decodeUtf8, encodeBase64, sameBytes } from './bytes.ts';

/** Ed25519, RFC 8032. Returns the 64 bytes of the signature. */
export type SignEd25519 = (message: Uint8Array) => Uint8Array;
/** Ed25519, RFC 8032. Returns false, and never throws, for whatever bytes it is given. */
export type VerifyEd25519 = (
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => boolean;

export type VerifierKey = { readonly name: string; readonly publicKey: Uint8Array };

export type NoteProblem = 'note-malformed' | 'signer-unknown' | 'signature-wrong';
export type OpenedNote =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: NoteProblem };

const ED25519 = 0x01;
const KEY_BYTES = 32;
const KEY_ID_BYTES = 4;
const SIGNATURE_LINE = /^\u2014 ([^ ]+) ([^ ]+)$/;
const SIGNATURES_MAX = 100;
const NOTE_BYTES_MAX = 1_000_000;

/** Non-empty, without Unicode space, plus sign or control character. */
export function isKeyName(name: string): boolean {
  return name.isWellFormed() && /^[^\p{White_Space}\p{Cc}+]+$/u.test(name);
}

/** The first 4 bytes of SHA-256(name || "\n" || 0x01 || public key). */
export function keyIdOf({ name, publicKey }: VerifierKey): Uint8Array {
  const hash = sha256(utf8(`${name}\n`), Uint8Array.of(ED25519), publicKey);
  return hash.slice(0, KEY_ID_BYTES);
}

/** `name+key id in hex+base64(0x01 || public key)`. Inverse of `parseVerifierKey`. */
export function formatVerifierKey(key: VerifierKey): string {
  invariant(isKeyName(key.name) && key.publicKey.length === KEY_BYTES, 'a key has name and bytes');
  const encoded = encodeBase64(concatBytes([Uint8Array.of(ED25519), key.publicKey]));
  return `${key.name}+${hex(keyIdOf(key))}+${encoded}`;
}

/** Undefined unless `vkey` is exactly what `formatVerifierKey` would print. */
export function parseVerifierKey(vkey: string): VerifierKey | undefined {
  const match = /^([^+]+)\+[0-9a-f]{8}\+([A-Za-z0-9+/=]+)$/.exec(vkey);
  const [, name = '', encoded = ''] = match ?? [];
  const bytes = decodeBase64(encoded);
  if (!isKeyName(name) || bytes?.length !== 1 + KEY_BYTES || bytes[0] !== ED25519) return undefined;
  const key = { name, publicKey: bytes.slice(1) };
  return formatVerifierKey(key) === vkey ? key : undefined;
}

/** The note over `text` with one signature. `text` ends with a newline. */
export function signNote(text: string, key: VerifierKey, sign: SignEd25519): string {
  invariant(isNoteText(text) && isKeyName(key.name), 'a note signs lines of plain text');
  const signature = concatBytes([keyIdOf(key), sign(utf8(text))]);
  return `${text}\n\u2014 ${key.name} ${encodeBase64(signature)}\n`;
}

/**
 * The text, if `key` signed it. Each line that claims to be by `key` must verify: one good
 * signature does not excuse a bad one.
 */
export function openNote(note: Uint8Array, key: VerifierKey, verify: VerifyEd25519): OpenedNote {
  const parsed = parseNote(note);
  if (!parsed) return { ok: false, problem: 'note-malformed' };
  const keyId = keyIdOf(key);
  const message = utf8(parsed.text);
  const claimed = parsed.signatures.filter(
    ({ name, bytes }) => name === key.name && sameBytes(bytes.slice(0, KEY_ID_BYTES), keyId),
  );
  if (claimed.length === 0) return { ok: false, problem: 'signer-unknown' };
  const good = claimed.every(({ bytes }) =>
    verify(key.publicKey, message, bytes.slice(KEY_ID_BYTES)),
  );
  return good ? { ok: true, text: parsed.text } : { ok: false, problem: 'signature-wrong' };
}

type Signature = { readonly name: string; readonly bytes: Uint8Array };
type ParsedNote = { readonly text: string; readonly signatures: readonly Signature[] };

/** attacker-controlled: nothing here is signed yet. */
function parseNote(note: Uint8Array): ParsedNote | undefined {
  const whole = note.length <= NOTE_BYTES_MAX ? decodeUtf8(note) : undefined;
  const split = whole?.lastIndexOf('\n\n') ?? -1;
  if (whole === undefined || split < 0 || !whole.endsWith('\n')) return undefined;
  const text = whole.slice(0, split + 1);
  const lines = whole.slice(split + 2, -1).split('\n');
  if (!isNoteText(text) || lines.length > SIGNATURES_MAX) return undefined;
  const signatures: Signature[] = [];
  for (const line of lines) {
    const signature = parseSignature(line);
    if (!signature) return undefined;
    signatures.push(signature);
  }
  return { text, signatures };
}

function parseSignature(line: string): Signature | undefined {
  const [, name = '', encoded = ''] = SIGNATURE_LINE.exec(line) ?? [];
  const bytes = decodeBase64(encoded);
  if (!isKeyName(name) || !bytes || bytes.length <= KEY_ID_BYTES) return undefined;
  return { name, bytes };
}

/** Lines that end with a newline and hold no other control character below U+0020. */
function isNoteText(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the note format bans just these.
  return text.isWellFormed() && text.endsWith('\n') && !/[\u0000-\u0009\u000b-\u001f]/.test(text);
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
