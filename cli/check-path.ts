/** One path to the files below it, and one file to its verdict. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkFile } from '../contract/publication/publication.ts';
import { REFUSAL_STATUS } from '../contract/refusal-status.ts';
import { leavesUnread } from '../core/common/extraction.ts';
import { holdsNoWords } from '../core/common/wordless-file.ts';
import { type Call, CallFailed } from './call.ts';

export const CHECK_VERDICTS = ['clean', 'touches', 'unread'] as const;

export type FileVerdict = {
  readonly path: string;
  readonly verdict: (typeof CHECK_VERDICTS)[number];
  /** Of the text read out of the file; 0 when it was not read. */
  readonly characters: number;
  readonly warnings: readonly string[];
  /** Hexadecimal, of the bytes that were judged: the file may be another by now. */
  readonly sha256?: string;
  /** Why it was not read. */
  readonly code?: string;
};

export const VERDICT_ENDING = '.verdict.json';

/**
 * Every ordinary file, folders walked in the order of names; links are not followed. Of a folder,
 * fonts, styles, icons, sound and film are left out: they hold no words to compare.
 */
export function filesBelow(path: string): readonly string[] {
  const found = statSync(path);
  if (!found.isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(VERDICT_ENDING))
    .filter((entry) => !holdsNoWords(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

const unread = (path: string, code: string): FileVerdict => ({
  path,
  verdict: 'unread',
  characters: 0,
  warnings: [],
  code,
});

/** A verdict, also of a file that cannot be read; throws when the house itself fails. */
export async function checkPath(call: Call, path: string): Promise<FileVerdict> {
  let file: Uint8Array;
  try {
    if (statSync(path).size > checkFile.upload.maxBytes) return unread(path, 'file-too-large');
    file = readFileSync(path);
  } catch {
    return unread(path, 'file-unreadable');
  }
  const sha256 = createHash('sha256').update(file).digest('hex');
  return { ...(await judge(call, path, file)), sha256 };
}

async function judge(call: Call, path: string, file: Uint8Array): Promise<FileVerdict> {
  // A mark for a server or a version control: nothing is published by it.
  if (file.length === 0) return { path, verdict: 'clean', characters: 0, warnings: [] };
  try {
    const { touchesProtected, characters, warnings } = await call(checkFile, { file });
    if (touchesProtected) return { path, verdict: 'touches', characters, warnings };
    // What was not read is not clean.
    const left = warnings.find((code) => leavesUnread([code]));
    if (left) return { ...unread(path, left), characters, warnings };
    return { path, verdict: 'clean', characters, warnings };
  } catch (error) {
    const refusal = error instanceof CallFailed ? error.problem.refusals?.[0] : undefined;
    const isSealed = refusal && REFUSAL_STATUS[refusal.code].exit === SEALED_EXIT;
    if (!refusal || isSealed) throw error;
    return unread(path, String(refusal.facts?.code ?? refusal.code));
  }
}

const SEALED_EXIT = REFUSAL_STATUS['vault-sealed'].exit;
