/**
 * `niemphong ledger export DIR`: the ledger as the files of C2SP tlog-tiles, made from the entries
 * alone and checked before the signed checkpoint is put beside them. An older export of the same
 * ledger grows in place: the new one must begin with every entry of the old one.
 *
 * Crash argument: the checkpoint is replaced last, by rename. A run that was stopped leaves files
 * that no checkpoint speaks of; `ledger check` names them, and the next export puts them right.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { exportLedger, readBundle, type SignedHead } from '../contract/ledger.ts';
import { Fault } from '../core/common/fault.ts';
import { invariant } from '../core/common/invariant.ts';
import { utf8 } from '../core/common/sha256.ts';
import { sameBytes } from '../core/ledger/bytes.ts';
import { checkExport } from '../core/ledger/check-export.ts';
import { type Checkpoint, openCheckpoint } from '../core/ledger/checkpoint.ts';
import { exportFiles, type ReadEntries } from '../core/ledger/export-files.ts';
import { append, emptyFrontier, frontierRoot } from '../core/ledger/frontier.ts';
import { leafHash } from '../core/ledger/hash.ts';
import { parseVerifierKey } from '../core/ledger/note.ts';
import { decodeBundle, TILE_WIDTH, tilePaths } from '../core/ledger/tiles.ts';
import type { Call } from './call.ts';
import { type CommandIo, EXIT, progressOn } from './command.ts';
import { folderReader } from './ledger-check.ts';
import { verifyEd25519 } from './ledger-signature.ts';

const USAGE = `Cách dùng / Usage: niemphong ledger export DIR [--data DIR]
  DIR     thư mục trống, hoặc bản trích xuất cũ của chính sổ cái này
          an empty folder, or an older export of this same ledger
  --data  thư mục dữ liệu / the data folder; mặc định / default: NIEMPHONG_DATA, ./data
Ghi / Writes: checkpoint, tile/…, tile/entries/…, vkey
`;

export type ExportOptions = { readonly target: string; readonly data: string | undefined };

/** The folder holds something else than an older export of this ledger. */
class NotOurs extends Error {}

export function parseExport(argv: readonly string[]): ExportOptions | 'help' | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { data: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
    if (values.help) return 'help';
    const [target, ...more] = positionals;
    return target && more.length === 0 ? { target, data: values.data } : null;
  } catch {
    return null;
  }
}

/** `reach` opens the way to the house only after the words were understood. */
export async function runLedgerExport(
  argv: readonly string[],
  io: CommandIo,
  reach: (data: string | undefined) => Promise<{ call: Call; close(): Promise<void> }>,
): Promise<number> {
  const options = parseExport(argv);
  if (options === 'help' || options === null) {
    (options ? io.stdout : io.stderr).write(USAGE);
    return options ? EXIT.done : EXIT.usage;
  }
  const house = await reach(options.data);
  try {
    refuseStrangeFolder(options.target);
    const head = await house.call(exportLedger, {});
    await writeExport({ ...options, head, call: house.call }, io);
    io.stdout.write(
      `Đã trích xuất sổ cái / Ledger exported: ${options.target}\n` +
        `  số mục / size: ${head.size}\n  gốc cây / root: ${head.root}\n  vkey: ${head.vkey}\n`,
    );
    return EXIT.done;
  } catch (error) {
    if (!(error instanceof NotOurs)) throw error;
    io.stderr.write(`${error.message}\n`);
    return EXIT.usage;
  } finally {
    await house.close();
  }
}

/** Before anything goes on record. Whose ledger it is turns out with the key. */
function refuseStrangeFolder(target: string): void {
  const found = statSync(target, { throwIfNoEntry: false });
  if (!found) return;
  const known = new Set(['vkey', 'checkpoint', 'checkpoint.new', 'tile']);
  const names = found.isDirectory() ? readdirSync(target) : [target];
  const strange = names.find((name) => !known.has(name));
  if (!strange && (names.length === 0 || names.includes('vkey'))) return;
  throw new NotOurs(
    `${target} không trống và không phải bản trích xuất sổ cái.\n` +
      `${target} is not empty and no export of a ledger.`,
  );
}

type Task = { readonly target: string; readonly head: SignedHead; readonly call: Call };

async function writeExport({ target, head, call }: Task, io: CommandIo): Promise<void> {
  const former = loadFormer(target, head);
  const { size, vkey, checkpoint } = head;
  mkdirSync(target, { recursive: true });
  writeFile(target, 'vkey', utf8(`${vkey}\n`));
  const progress = progressOn(io);
  const readEntries = growing(former, async ({ start, count }) => {
    progress(() => `đã ghi / written: ${start} / ${size}`);
    return loadEntries(call, start, count);
  });
  for await (const { path, bytes } of exportFiles({ size, vkey, checkpoint, readEntries })) {
    if (path.startsWith('tile/')) writeFile(target, path, bytes);
  }
  for (const path of outdated(former?.size ?? 0, size)) {
    rmSync(join(target, path), { force: true });
    removeEmpty(target, dirname(path));
  }
  assertWhole(target, head);
  writeFile(target, 'checkpoint', utf8(checkpoint));
}

/** The signed head of the export that stands in the folder; null when there is none yet. */
function loadFormer(target: string, head: SignedHead): Checkpoint | null {
  const vkeyPath = join(target, 'vkey');
  if (!existsSync(vkeyPath)) return null;
  const key = parseVerifierKey(head.vkey);
  invariant(key, 'the house prints its own key well');
  const isOurs = readFileSync(vkeyPath, 'utf8').trim() === head.vkey;
  const path = join(target, 'checkpoint');
  if (isOurs && !existsSync(path)) return null;
  const opened = isOurs ? openCheckpoint(readFileSync(path), key, verifyEd25519) : null;
  if (opened?.ok) return opened.checkpoint;
  throw new NotOurs(
    `${target} là bản trích xuất của một sổ cái khác.\n` +
      `${target} holds the export of another ledger.`,
  );
}

async function loadEntries(call: Call, start: number, width: number) {
  const bundle = await call(readBundle, {
    params: { index: Math.floor(start / TILE_WIDTH) },
    query: { width },
  });
  const decoded = decodeBundle(bundle, width);
  invariant(decoded.ok, 'the house sends whole bundles');
  return decoded.entries;
}

/** Passes the entries through and stops where they leave what the former checkpoint signed. */
function growing(former: Checkpoint | null, read: ReadEntries): ReadEntries {
  let frontier = emptyFrontier;
  return async (run) => {
    const entries = await read(run);
    for (const entry of entries) {
      if (!former || frontier.size >= former.size) break;
      frontier = append(frontier, leafHash(entry)).frontier;
      if (frontier.size === former.size && !sameBytes(frontierRoot(frontier), former.root)) {
        throw new Fault('corruption', 'the ledger does not continue the export that was signed');
      }
    }
    return entries;
  };
}

/** Partial files of the former size, which others have taken the place of. */
function outdated(formerSize: number, size: number): readonly string[] {
  const fresh = new Set(tilePaths(size));
  return [...tilePaths(formerSize)].filter((path) => !fresh.has(path));
}

function removeEmpty(target: string, folder: string): void {
  const path = join(target, folder);
  if (existsSync(path) && readdirSync(path).length === 0) rmSync(path, { recursive: true });
}

/** The same check that anybody will make later, before the checkpoint claims that all is there. */
function assertWhole(target: string, { vkey, checkpoint }: SignedHead): void {
  const key = parseVerifierKey(vkey);
  invariant(key, 'the house prints its own key well');
  const files = folderReader(target);
  const verdict = checkExport({
    key,
    verify: verifyEd25519,
    reader: {
      paths: files.paths,
      read: (path, most) => (path === 'checkpoint' ? utf8(checkpoint) : files.read(path, most)),
    },
  });
  if (verdict.ok) return;
  throw new Fault('corruption', `the exported ledger: ${JSON.stringify(verdict.finding)}`);
}

/** Whole under its name, or not there. */
function writeFile(target: string, path: string, bytes: Uint8Array): void {
  const whole = join(target, path);
  mkdirSync(dirname(whole), { recursive: true });
  // Beside `tile/`, so that a stopped run leaves nothing strange below it.
  const unfinished = join(target, 'checkpoint.new');
  const file = openSync(unfinished, 'w');
  writeSync(file, bytes);
  fsyncSync(file);
  closeSync(file);
  renameSync(unfinished, whole);
}
