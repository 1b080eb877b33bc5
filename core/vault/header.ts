/**
 * The header of an age v1 file (C2SP age.md): a version line, one stanza per way to the file key,
 * and a line with the MAC over all before it. Text only; the MAC and the stanzas' ciphers belong
 * to the adapter. Strict: whatever is not the one correct spelling is refused where it is met.
 */
import { invariant } from '../common/invariant.ts';
import { utf8 } from '../common/sha256.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';

export type Stanza = {
  readonly type: string;
  readonly args: readonly string[];
  readonly body: Uint8Array;
};

export type ParsedHeader = {
  readonly stanzas: readonly Stanza[];
  readonly mac: Uint8Array;
  /** What the MAC covers: from the first byte to the `---` of the last line. */
  readonly macInput: Uint8Array;
  /** Where the payload begins. */
  readonly lengthBytes: number;
};

export const HEADER_FLAWS = [
  'version-unknown',
  'header-unfinished',
  'header-too-long',
  'character-forbidden',
  'stanza-start-wrong',
  'stanza-argument-empty',
  'stanza-missing',
  'body-line-too-long',
  'body-not-canonical',
  'mac-malformed',
  'stanza-malformed',
] as const;
export type HeaderFlaw = (typeof HEADER_FLAWS)[number];

/** Thrown on the first flaw; `atByte` is the start of the line that holds it. */
export class MalformedHeader extends Error {
  override readonly name = 'MalformedHeader';
  readonly code: HeaderFlaw;
  readonly atByte: number;

  constructor(code: HeaderFlaw, atByte: number) {
    super(`age header: ${code} at byte ${atByte}`);
    this.code = code;
    this.atByte = atByte;
  }
}

/** Longer headers are refused: nothing of ours comes near, and the reader's memory is bounded. */
export const HEADER_LIMIT_BYTES = 65_536;
export const MAC_BYTES = 32;

const VERSION = 'age-encryption.org/v1';
const ARGUMENT = /^[\x21-\x7e]+$/;
const BODY_LINE_DIGITS = 64;
const LINE_FEED = 0x0a;

type Line = { readonly text: string; readonly atByte: number };

/** One line, without its end. The bytes are attacker-controlled: a disk can hold anything. */
function lineAt(bytes: Uint8Array, atByte: number): Line {
  const end = bytes.subarray(0, HEADER_LIMIT_BYTES).indexOf(LINE_FEED, atByte);
  if (end < 0) {
    const code = bytes.length > HEADER_LIMIT_BYTES ? 'header-too-long' : 'header-unfinished';
    throw new MalformedHeader(code, atByte);
  }
  let text = '';
  for (const byte of bytes.subarray(atByte, end)) {
    if (byte < 0x20 || byte > 0x7e) throw new MalformedHeader('character-forbidden', atByte);
    text += String.fromCharCode(byte);
  }
  return { text, atByte };
}

const after = (line: Line): number => line.atByte + line.text.length + 1;

function parseArguments(line: Line): { type: string; args: readonly string[] } {
  if (!line.text.startsWith('-> ')) throw new MalformedHeader('stanza-start-wrong', line.atByte);
  const [type, ...args] = line.text.slice(3).split(' ');
  if (!type || args.includes('')) throw new MalformedHeader('stanza-argument-empty', line.atByte);
  return { type, args };
}

/** Full lines of 64 digits, then one shorter line, which may be empty. */
function parseBody(bytes: Uint8Array, from: number): { body: Uint8Array; nextByte: number } {
  let digits = '';
  let line = lineAt(bytes, from);
  while (line.text.length === BODY_LINE_DIGITS) {
    digits += line.text;
    line = lineAt(bytes, after(line));
  }
  if (line.text.length > BODY_LINE_DIGITS) {
    throw new MalformedHeader('body-line-too-long', line.atByte);
  }
  const body = decodeBase64(digits + line.text);
  if (!body) throw new MalformedHeader('body-not-canonical', line.atByte);
  return { body, nextByte: after(line) };
}

function parseMac(line: Line): Uint8Array {
  const mac = line.text.startsWith('--- ') ? decodeBase64(line.text.slice(4)) : null;
  if (mac?.length !== MAC_BYTES) throw new MalformedHeader('mac-malformed', line.atByte);
  return mac;
}

/** Parses the header at the start of `bytes`; what follows it is not looked at. */
export function parseHeader(bytes: Uint8Array): ParsedHeader {
  const version = lineAt(bytes, 0);
  if (version.text !== VERSION) throw new MalformedHeader('version-unknown', 0);
  const stanzas: Stanza[] = [];
  let line = lineAt(bytes, after(version));
  while (!line.text.startsWith('---')) {
    const head = parseArguments(line);
    const { body, nextByte } = parseBody(bytes, after(line));
    stanzas.push({ ...head, body });
    line = lineAt(bytes, nextByte);
  }
  if (stanzas.length === 0) throw new MalformedHeader('stanza-missing', line.atByte);
  const mac = parseMac(line);
  return { stanzas, mac, macInput: bytes.subarray(0, line.atByte + 3), lengthBytes: after(line) };
}

function printStanza(stanza: Stanza): string {
  const words = [stanza.type, ...stanza.args];
  invariant(
    words.every((word) => ARGUMENT.test(word)),
    'stanza arguments are visible ASCII without spaces',
  );
  const digits = encodeBase64(stanza.body);
  let body = '';
  for (let at = 0; at <= digits.length; at += BODY_LINE_DIGITS) {
    body += `${digits.slice(at, at + BODY_LINE_DIGITS)}\n`;
  }
  return `-> ${words.join(' ')}\n${body}`;
}

/** The part that the MAC covers. */
export function printMacInput(stanzas: readonly Stanza[]): Uint8Array {
  invariant(stanzas.length > 0, 'a header has a stanza');
  return utf8(`${VERSION}\n${stanzas.map(printStanza).join('')}---`);
}

/** The last bytes of the header, after `printMacInput`. Inverse, together, of `parseHeader`. */
export function printMac(mac: Uint8Array): Uint8Array {
  invariant(mac.length === MAC_BYTES, 'a MAC of 32 bytes');
  return utf8(` ${encodeBase64(mac)}\n`);
}
