/**
 * `niemphong evidence check FOLDER`: checks a hand-over package on any machine, without server or
 * network. Bundled by `tools/bundle/print-package-checker.ts`, the same lies in each package as
 * `check.mjs` and needs nothing but Node; there the time-stamps are left to `openssl`.
 */
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  checkPackage,
  type LedgerProver,
  type PackageReader,
  type PackageVerdict,
} from '../../core/evidence/check-package.ts';
import { PIECE } from '../../core/evidence/package-layout.ts';
import { parseVerifierKey } from '../../core/ledger/note.ts';
import { checkTlogProof } from '../../core/ledger/tlog-proof.ts';
import type { CommandIo } from '../command.ts';
import { verifyEd25519 } from '../ledger-signature.ts';
import { type PackageTexts, packageTexts } from './evidence-check-text.ts';

const EXIT = { good: 0, bad: 1, usage: 2 } as const;

/** Checks one time-stamp; given by whoever has the means. */
export type StampCheck = (claim: {
  readonly response: Uint8Array;
  readonly digest: Uint8Array;
  readonly authority: string;
}) => { readonly ok: true; readonly at: string } | { readonly ok: false; readonly problem: string };

export const ledgerProver: LedgerProver = {
  originOf: (vkey) => parseVerifierKey(vkey)?.name ?? null,
  isProven({ entry, proof, vkey }) {
    const key = parseVerifierKey(vkey);
    return key !== undefined && checkTlogProof({ file: proof, entry }, key, verifyEd25519).ok;
  },
};

/** Plain files by their path; a link or device ends in `@`, an empty folder in `/`. */
function* walk(root: string, path = ''): Generator<string> {
  const children = readdirSync(join(root, path), { withFileTypes: true });
  if (children.length === 0 && path !== '') yield `${path}/`;
  for (const child of children) {
    const below = path === '' ? child.name : `${path}/${child.name}`;
    if (child.isDirectory()) yield* walk(root, below);
    else yield child.isFile() ? below : `${below}@`;
  }
}

export function packageFolder(folder: string): PackageReader {
  return {
    paths: () => walk(folder),
    read(path) {
      const stat = lstatSync(join(folder, path), { throwIfNoEntry: false });
      return stat?.isFile() ? new Uint8Array(readFileSync(join(folder, path))) : undefined;
    },
  };
}

type Options = {
  readonly folder: string;
  readonly vkey: string | null;
  readonly ca: string | null;
  readonly lang: 'vi' | 'en';
  readonly help: boolean;
};

function parseOptions(argv: readonly string[], io: CommandIo): Options | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: {
        vkey: { type: 'string' },
        ca: { type: 'string' },
        lang: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
      allowPositionals: true,
    });
    const english = (io.env.LC_ALL || io.env.LANG || '').startsWith('en');
    const lang = values.lang ?? (english ? 'en' : 'vi');
    if (positionals.length > 1 || (lang !== 'vi' && lang !== 'en')) return undefined;
    const [folder = '.'] = positionals;
    const { vkey = null, ca = null, help = false } = values;
    return { folder, vkey, ca, lang, help };
  } catch {
    return undefined;
  }
}

/** The key itself, or the path of a file whose only line it is. */
function loadKey(given: string): string | null {
  if (parseVerifierKey(given)) return given;
  try {
    const line = readFileSync(given, 'utf8').trim();
    return parseVerifierKey(line) ? line : null;
  } catch {
    return null;
  }
}

/** Undefined when there is no such file, or it may not be read. */
function loadText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

type StampTask = {
  readonly reader: PackageReader;
  readonly authority: string | null;
  readonly checkStamp: StampCheck | undefined;
  readonly texts: PackageTexts;
};

/** True unless a time-stamp is there and wrong. */
function tellStamp(piece: string, task: StampTask, io: CommandIo): boolean {
  const { reader, checkStamp, texts } = task;
  const read = (name: string) => reader.read(`${piece}/${name}`);
  const [sums, response, ca] = [read(PIECE.sums), read(PIECE.stamp), read(PIECE.authority)];
  if (!sums || !response) {
    io.stdout.write(`${texts.noStamp(piece)}\n`);
    return true;
  }
  if (!checkStamp) {
    io.stdout.write(`${texts.byOpenssl(piece)}\n`);
    return true;
  }
  const authority = task.authority ?? new TextDecoder().decode(ca ?? new Uint8Array());
  const digest = new Uint8Array(createHash('sha256').update(sums).digest());
  const checked = checkStamp({ response, digest, authority });
  if (checked.ok) io.stdout.write(`${texts.stamped(piece, checked.at)}\n`);
  else io.stderr.write(`${texts.stampWrong(`${piece}/${PIECE.stamp}`, checked.problem)}\n`);
  return checked.ok;
}

function tell(verdict: PackageVerdict, texts: PackageTexts, io: CommandIo): void {
  for (const finding of verdict.findings) io.stderr.write(`${texts.finding(finding)}\n`);
  const { files, pieces, origin } = verdict;
  if (verdict.findings.length > 0) io.stderr.write(`${texts.bad}\n`);
  else io.stdout.write(`${texts.good({ files, pieces: pieces.length, origin: origin ?? '' })}\n`);
}

/** Returns the exit code: 0 all good, 1 bad, 2 wrong usage. */
export async function runEvidenceCheck(
  argv: readonly string[],
  io: CommandIo,
  checkStamp?: StampCheck,
): Promise<number> {
  const options = parseOptions(argv, io);
  const texts = packageTexts(options?.lang ?? 'vi');
  const isFolder =
    options && lstatSync(options.folder, { throwIfNoEntry: false })?.isDirectory() === true;
  if (!options || options.help || !isFolder) {
    (options?.help ? io.stdout : io.stderr).write(`${texts.usage}\n`);
    return options?.help ? EXIT.good : EXIT.usage;
  }
  const vkey = options.vkey === null ? null : loadKey(options.vkey);
  if (options.vkey !== null && vkey === null) {
    io.stderr.write(`${texts.keyUnreadable}\n`);
    return EXIT.usage;
  }
  const authority = options.ca === null ? null : loadText(options.ca);
  if (authority === undefined) {
    io.stderr.write(`${texts.authorityUnreadable}\n`);
    return EXIT.usage;
  }
  const reader = packageFolder(options.folder);
  const verdict = checkPackage({ reader, vkey, prover: ledgerProver });
  const task = { reader, authority, checkStamp, texts };
  const stamps = verdict.pieces.map((piece) => tellStamp(piece, task, io));
  tell(verdict, texts, io);
  if (vkey === null) io.stdout.write(`${texts.keyFromPackage}\n`);
  return verdict.findings.length === 0 && stamps.every(Boolean) ? EXIT.good : EXIT.bad;
}
