/**
 * `niemphong extract FILE [--json]`: what the product reads out of one file, through the same
 * bounded process that the server uses. Needs no server, no database and no data folder.
 */
import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { EXTRACTION_TEXTS, EXTRACTION_WARNING_TEXTS } from '../contract/text/extraction-text.ts';
import type { ExtractionCode, ExtractionWarning, FileKind } from '../core/common/extraction.ts';

export type ExtractIo = {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
};

/** The one thing this command asks of a reader; the extractor of the server gives it. */
export type TextReader = {
  extract(file: Uint8Array): Promise<
    | {
        readonly ok: true;
        readonly value: {
          readonly kind: FileKind;
          readonly text: string;
          readonly pages: number;
          readonly warnings: readonly ExtractionWarning[];
        };
      }
    | { readonly ok: false; readonly code: ExtractionCode; readonly detail?: string }
  >;
};

type PathCode = 'file-missing' | 'file-is-folder' | 'file-not-readable';
type Failure = {
  readonly ok: false;
  readonly code: ExtractionCode | PathCode;
  readonly detail?: string;
};

const EXIT = { good: 0, refused: 1, usage: 2 } as const;
const MAX_FILE_BYTES = 200_000_000;

const PATH_TEXTS: Readonly<Record<PathCode, string>> = {
  'file-missing': 'Không có tệp này. / There is no such file.',
  'file-is-folder': 'Đây không phải là tệp thường. / This is not a regular file.',
  'file-not-readable': 'Không có quyền đọc tệp. / The file may not be read.',
};

const USAGE = `Cách dùng / Usage: niemphong extract FILE [--json]
  FILE    PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP, RTF, HTML, TXT, PNG, JPEG, TIFF, WebP; < 200 MB
  --json  in {"kind","text","pages","warnings"} hoặc {"code","message"}
          prints {"kind","text","pages","warnings"} or {"code","message"}
`;

/** `argv`: what follows `extract`. Exit 0 read, 1 refused or broken file, 2 wrong usage. */
export async function runExtract(
  argv: readonly string[],
  io: ExtractIo,
  extractor: TextReader,
): Promise<number> {
  const options = parseOptions(argv);
  if (options === 'help') {
    io.stdout.write(USAGE);
    return EXIT.good;
  }
  if (!options) {
    io.stderr.write(USAGE);
    return EXIT.usage;
  }
  const file = loadFile(options.path);
  const outcome = 'ok' in file ? file : await extractor.extract(file);
  if (!outcome.ok) return printFailure(outcome, { io, json: options.json });
  const { kind, text, pages, warnings } = outcome.value;
  if (options.json) io.stdout.write(`${JSON.stringify({ kind, text, pages, warnings })}\n`);
  else {
    for (const warning of warnings)
      io.stderr.write(`! ${bothOf(EXTRACTION_WARNING_TEXTS, warning)}\n`);
    io.stdout.write(`${safeForTerminal(text)}\n`);
  }
  return EXIT.good;
}

function parseOptions(
  argv: readonly string[],
): { path: string; json: boolean } | 'help' | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
    if (values.help) return 'help';
    const [path, ...more] = positionals;
    return path && more.length === 0 ? { path, json: values.json ?? false } : undefined;
  } catch {
    return undefined;
  }
}

function loadFile(path: string): Uint8Array | Failure {
  try {
    const found = statSync(path);
    // Not a pipe or device either: those have no size to check before reading.
    if (!found.isFile()) return { ok: false, code: 'file-is-folder' };
    if (found.size >= MAX_FILE_BYTES) return { ok: false, code: 'file-too-large' };
    return readFileSync(path);
  } catch (error) {
    const missing = error instanceof Error && /ENOENT|ENOTDIR/.test(error.message);
    return { ok: false, code: missing ? 'file-missing' : 'file-not-readable' };
  }
}

function printFailure(
  { code, detail }: Failure,
  { io, json }: { io: ExtractIo; json: boolean },
): number {
  const message = isPathCode(code) ? PATH_TEXTS[code] : bothOf(EXTRACTION_TEXTS, code);
  const named = detail === undefined ? {} : { detail };
  if (json) io.stdout.write(`${JSON.stringify({ code, message, ...named })}\n`);
  else io.stderr.write(`${code}${detail === undefined ? '' : ` (${detail})`}: ${message}\n`);
  return EXIT.refused;
}

function isPathCode(code: Failure['code']): code is PathCode {
  return Object.hasOwn(PATH_TEXTS, code);
}

function bothOf<Code extends string>(
  texts: { readonly vi: Record<Code, string>; readonly en: Record<Code, string> },
  code: Code,
): string {
  return `${texts.vi[code]} / ${texts.en[code]}`;
}

/** A text may hold escape sequences that rewrite the terminal; JSON output keeps them escaped. */
function safeForTerminal(text: string): string {
  return text.replace(/(?![\n\t])\p{Cc}/gu, '\ufffd');
}
