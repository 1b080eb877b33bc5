/**
 * The ledger's Ed25519 key (RFC 8032) in `<data>/secrets/ledger-key`, made at first need, as one
 * line: `PRIVATE+KEY+name+key id+base64(0x01 || seed)`. The name is the ledger's origin, random, so
 * that it tells nothing of the agency. Beside it, in `<data>/last-checkpoint`, stands the largest
 * head ever signed: a ledger that was set back behind it is found by fsck.
 */
import { createPrivateKey, createPublicKey, randomBytes, randomUUID, sign } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { corruption } from '../../core/common/fault.ts';
import { decodeBase64, encodeBase64, sameBytes } from '../../core/ledger/bytes.ts';
import { type Checkpoint, parseCheckpoint, signCheckpoint } from '../../core/ledger/checkpoint.ts';
import { formatVerifierKey, isKeyName, type VerifierKey } from '../../core/ledger/note.ts';
import type { LedgerHead, LedgerSigner } from '../../server/ports/ledger-signer.ts';

const PREFIX = 'PRIVATE+KEY+';
const ED25519 = 0x01;
const SEED_BYTES = 32;
/** The private key in the form of RFC 8410: this prefix, then the seed. */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI_PREFIX_BYTES = 12;

type Key = { readonly name: string; readonly seed: Uint8Array };

const privateKeyOf = (seed: Uint8Array) =>
  createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' });

function verifierOf({ name, seed }: Key): VerifierKey {
  const der = createPublicKey(privateKeyOf(seed)).export({ format: 'der', type: 'spki' });
  return { name, publicKey: new Uint8Array(der.subarray(SPKI_PREFIX_BYTES)) };
}

function printKey(key: Key): string {
  const [name, id] = formatVerifierKey(verifierOf(key)).split('+');
  return `${PREFIX}${name}+${id}+${encodeBase64(Uint8Array.of(ED25519, ...key.seed))}\n`;
}

function parseKey(text: string): Key {
  const [, name = '', encoded = ''] = /^PRIVATE\+KEY\+([^+]+)\+[^+]+\+(.+)\n$/.exec(text) ?? [];
  const bytes = decodeBase64(encoded);
  const key = { name, seed: bytes?.slice(1) ?? new Uint8Array() };
  const whole = isKeyName(name) && bytes?.[0] === ED25519 && key.seed.length === SEED_BYTES;
  if (!whole || printKey(key) !== text) throw corruption('ledger-key', 'is not what was written');
  return key;
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Under its name stands the whole text or the former one, also after a power cut. */
function writeDurably(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const file = openSync(`${path}.new`, 'w', 0o600);
  writeSync(file, text);
  fsyncSync(file);
  closeSync(file);
  renameSync(`${path}.new`, path);
  const folder = openSync(dirname(path), 'r');
  fsyncSync(folder);
  closeSync(folder);
}

function loadKey(path: string): Key {
  const text = readOrNull(path);
  if (text !== null) return parseKey(text);
  const seed = new Uint8Array(randomBytes(SEED_BYTES));
  const key = { name: `niemphong/${randomUUID()}`, seed };
  writeDurably(path, printKey(key));
  return key;
}

/** Null when none was signed yet. */
export function lastSignedHead(dataFolder: string): Checkpoint | null {
  const text = readOrNull(join(dataFolder, 'last-checkpoint'));
  if (text === null) return null;
  const checkpoint = parseCheckpoint(text.slice(0, text.indexOf('\n\n') + 1));
  if (!checkpoint) throw corruption('last-checkpoint', 'is not what was written');
  return checkpoint;
}

export function openLedgerSigner(dataFolder: string): LedgerSigner {
  let loaded: { key: VerifierKey; seed: Uint8Array } | null = null;
  const load = () => {
    if (!loaded) {
      const key = loadKey(join(dataFolder, 'secrets', 'ledger-key'));
      loaded = { key: verifierOf(key), seed: key.seed };
    }
    return loaded;
  };
  return {
    get vkey() {
      return formatVerifierKey(load().key);
    },
    sign(head: LedgerHead): string {
      const { key, seed } = load();
      const last = lastSignedHead(dataFolder);
      if (last && last.size === head.size && !sameBytes(last.root, head.root)) {
        throw corruption('last-checkpoint', 'another root was signed for this size');
      }
      const privateKey = privateKeyOf(seed);
      const note = signCheckpoint(
        head,
        key,
        (message) => new Uint8Array(sign(null, message, privateKey)),
      );
      if (!last || last.size < head.size) writeDurably(join(dataFolder, 'last-checkpoint'), note);
      return note;
    },
  };
}
