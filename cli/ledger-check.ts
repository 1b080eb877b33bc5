/**
 * `niemphong ledger check DIR --vkey KEY`: checks an exported ledger on any machine with Node and
 * this folder, without database, server or network. Reads one file at a time. The key must come
 * from somewhere else than the export; who can replace the one can replace the other.
 */
import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { utf8 } from '../core/common/sha256.ts';
import { encodeBase64 } from '../core/ledger/bytes.ts';
import { checkExport, type ExportReader } from '../core/ledger/check-export.ts';
import { formatVerifierKey, parseVerifierKey, type VerifierKey } from '../core/ledger/note.ts';
import { type CheckTexts, checkTexts } from './ledger-check-text.ts';
import { verifyEd25519 } from './ledger-signature.ts';

export type CliIo = {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  readonly env: { readonly [name: string]: string | undefined };
};

const EXIT = { good: 0, bad: 1, usage: 2 } as const;
const QUIET_MS = 2000;

/** `argv`: what follows `ledger check`. Returns the exit code: 0 all good, 1 bad, 2 wrong usage. */
export async function runLedgerCheck(argv: readonly string[], io: CliIo): Promise<number> {
  const options = parseOptions(argv);
  const texts = checkTexts(options?.lang ?? languageOf(io.env));
  if (options?.help) {
    io.stdout.write(`${texts.usage}\n`);
    return EXIT.good;
  }
  if (!options?.folder || !options.vkey || !isFolder(options.folder)) {
    io.stderr.write(`${texts.usage}\n`);
    return EXIT.usage;
  }
  const key = loadKey(options.vkey);
  if (!key) {
    io.stderr.write(`${texts.keyUnreadable}\n`);
    return EXIT.usage;
  }
  try {
    return check({ folder: options.folder, key, texts }, io);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    io.stderr.write(`${texts.unreadable(error.path ?? options.folder, error.code)}\n`);
    return EXIT.bad;
  }
}

type Task = { readonly folder: string; readonly key: VerifierKey; readonly texts: CheckTexts };

function check({ folder, key, texts }: Task, io: CliIo): number {
  const verdict = checkExport({
    reader: folderReader(folder),
    key,
    verify: verifyEd25519,
    onProgress: progress(texts, io),
  });
  if (!verdict.ok) {
    io.stderr.write(`${texts.bad}: ${texts.finding(verdict.finding)}\n`);
    return EXIT.bad;
  }
  if (!isKeyFile(folder, key)) {
    io.stderr.write(`${texts.bad}: ${texts.vkeyDiffers}\n`);
    return EXIT.bad;
  }
  const { origin, size, root } = verdict.checkpoint;
  io.stdout.write(`${texts.good({ origin, size, root: encodeBase64(root) })}\n`);
  return EXIT.good;
}

/** The export may carry its key along; then it is that of the caller, byte for byte. */
function isKeyFile(folder: string, key: VerifierKey): boolean {
  const bytes = readStart(join(folder, 'vkey'), 10_000);
  return bytes === undefined || Buffer.from(bytes).equals(utf8(`${formatVerifierKey(key)}\n`));
}

type Options = { folder?: string; vkey?: string; lang?: 'vi' | 'en'; help?: boolean };

function parseOptions(argv: readonly string[]): Options | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: {
        vkey: { type: 'string' },
        lang: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
      allowPositionals: true,
    });
    const { vkey, lang, help = false } = values;
    const [folder, ...more] = positionals;
    if (more.length > 0 || (lang !== undefined && lang !== 'vi' && lang !== 'en')) return undefined;
    return { help, ...(folder && { folder }), ...(vkey && { vkey }), ...(lang && { lang }) };
  } catch {
    return undefined;
  }
}

function languageOf(env: CliIo['env']): 'vi' | 'en' {
  return (env.LC_ALL || env.LANG || '').startsWith('en') ? 'en' : 'vi';
}

/** `given` is the key itself or the path of a file whose only line it is. */
function loadKey(given: string): VerifierKey | undefined {
  const key = parseVerifierKey(given);
  if (key) return key;
  try {
    return parseVerifierKey(readFileSync(given, 'utf8').trim());
  } catch {
    return undefined;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

export function folderReader(folder: string): ExportReader {
  return {
    paths: () => walk(folder, 'tile'),
    read: (path, bytesMax) => readStart(join(folder, path), bytesMax),
  };
}

/** Plain files by their path; an empty folder ends in `/`, a link or device in `@`. */
function* walk(root: string, path: string): Generator<string> {
  if (statSync(join(root, path), { throwIfNoEntry: false }) === undefined) return;
  const children = readdirSync(join(root, path), { withFileTypes: true });
  if (children.length === 0) yield `${path}/`;
  for (const child of children) {
    const below = `${path}/${child.name}`;
    if (child.isDirectory()) yield* walk(root, below);
    else yield child.isFile() ? below : `${below}@`;
  }
}

function readStart(path: string, bytesMax: number): Uint8Array | undefined {
  const { size } = statSync(path, { throwIfNoEntry: false }) ?? {};
  if (size === undefined) return undefined;
  const bytes = new Uint8Array(Math.min(size, bytesMax));
  const file = openSync(path, 'r');
  try {
    let filled = 0;
    while (filled < bytes.length) {
      const count = readSync(file, bytes, filled, bytes.length - filled, null);
      if (count === 0) break;
      filled += count;
    }
    return bytes.subarray(0, filled);
  } finally {
    closeSync(file);
  }
}

/** Nothing for a short check; then one line each two seconds. */
function progress(texts: CheckTexts, io: CliIo): (done: number, size: number) => void {
  let last = performance.now();
  return (done, size) => {
    const now = performance.now();
    if (now - last < QUIET_MS) return;
    last = now;
    io.stderr.write(`${texts.progress(done, size)}\n`);
  };
}

function isSystemError(error: unknown): error is Error & { code: string; path?: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}

if (import.meta.main) process.exitCode = await runLedgerCheck(process.argv.slice(2), process);
