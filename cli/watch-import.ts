/**
 * `niemphong watch import FILE…`: takes files of public articles into the house, one after the
 * other. The operator learns counts; what matched is for the watch officers. An import that was
 * stopped is repeated with the same files: what was taken is skipped.
 */
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { REFUSAL_STATUS } from '../contract/refusal-status.ts';
import { EXTRACTION_TEXTS } from '../contract/text/extraction-text.ts';
import { printRefusal, type TextLanguage } from '../contract/text/refusal-text.ts';
import { type Imported, importArticles } from '../contract/watch/watch.ts';
import { EXTRACTION_CODES } from '../core/common/extraction.ts';
import type { Refusal } from '../core/common/refusal.ts';
import { type Call, CallFailed } from './call.ts';
import { type CommandIo, EXIT, languageOf } from './command.ts';

const USAGE = `Cách dùng / Usage: niemphong watch import FILE… [--data DIR] [--lang vi|en]
  FILE    bài báo: HTML, TXT, JSONL, RSS/Atom, WARC, hoặc ZIP gồm các loại này; < 200 MB
          articles: HTML, TXT, JSONL, RSS/Atom, WARC, or a ZIP of these
  --data  thư mục dữ liệu / the data folder; mặc định / default: NIEMPHONG_DATA, ./data
  --lang  ngôn ngữ của kết quả / language of the result; mặc định / default: LANG, vi
Mã thoát / Exit: 0 xong / done, 1 có tệp lỗi / some file failed, 2 sai cách dùng / wrong usage,
                 7 kho đang niêm phong / the vault is sealed
`;

const PROGRESS_MS = 2_000;

type Options = {
  readonly paths: readonly string[];
  readonly data: string | undefined;
  readonly language: TextLanguage;
};

type PathCode = 'missing' | 'folder' | 'unreadable' | 'too-large';

const TEXTS = {
  vi: {
    counts: ({ taken, matched, duplicates, rejected }: Imported) =>
      `đã lấy ${taken}, trùng khớp ${matched}, đã có ${duplicates}, lỗi ${rejected.length}`,
    working: 'đang nhập',
    missing: 'không có tệp này',
    folder: 'đây không phải là tệp thường',
    unreadable: 'không có quyền đọc tệp',
    'too-large': 'tệp quá lớn; hãy chia nhỏ, mỗi tệp dưới 200 MB',
  },
  en: {
    counts: ({ taken, matched, duplicates, rejected }: Imported) =>
      `taken ${taken}, matched ${matched}, duplicates ${duplicates}, rejected ${rejected.length}`,
    working: 'importing',
    missing: 'there is no such file',
    folder: 'this is no regular file',
    unreadable: 'the file may not be read',
    'too-large': 'the file is too large; split it, each part below 200 MB',
  },
} as const;

function parseOptions(argv: readonly string[], env: CommandIo['env']): Options | 'help' | null {
  const text = { type: 'string' } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { data: text, lang: text, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
    if (values.help) return 'help';
    const language = languageOf(values.lang, env);
    if (positionals.length === 0 || language === null) return null;
    return { paths: positionals, data: values.data, language };
  } catch {
    return null;
  }
}

/** Names inside a capture are attacker-controlled and may hold escapes that rewrite the screen. */
function safeForTerminal(text: string): string {
  return text.replace(/\p{Cc}/gu, '\ufffd');
}

function loadFile(path: string): Uint8Array | PathCode {
  try {
    const found = statSync(path);
    if (!found.isFile()) return 'folder';
    if (found.size > importArticles.upload.maxBytes) return 'too-large';
    return readFileSync(path);
  } catch (error) {
    const missing = error instanceof Error && /ENOENT|ENOTDIR/.test(error.message);
    return missing ? 'missing' : 'unreadable';
  }
}

function explain(refusal: Refusal, language: TextLanguage): string {
  const code = EXTRACTION_CODES.find((known) => known === refusal.facts?.code);
  const { what, why, wayOut } = printRefusal(refusal, language);
  return `${what}. ${code ? EXTRACTION_TEXTS[language][code] : why} ${wayOut}`;
}

/** Runs `work`; when it lasts, says every two seconds that it does. */
async function sayingSo<T>(say: () => void, work: () => Promise<T>): Promise<T> {
  const timer = setInterval(say, PROGRESS_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

type Task = { readonly path: string; readonly language: TextLanguage; readonly call: Call };

/** The exit code of one file. Throws when the house failed; the rest would fail too. */
async function importFile({ path, language, call }: Task, io: CommandIo): Promise<number> {
  const texts = TEXTS[language];
  const name = safeForTerminal(path);
  const file = loadFile(path);
  if (typeof file === 'string') {
    io.stderr.write(`${name}: ${texts[file]}\n`);
    return EXIT.bad;
  }
  try {
    const imported = await sayingSo(
      () => io.stderr.write(`${name}: ${texts.working}…\n`),
      () => call(importArticles, { query: { fileName: basename(path).slice(0, 300) }, file }),
    );
    io.stdout.write(`${name}: ${texts.counts(imported)}\n`);
    for (const { name: member, code } of imported.rejected) {
      const why = EXTRACTION_TEXTS[language][code];
      io.stderr.write(`  ${safeForTerminal(member)}: ${code}: ${why}\n`);
    }
    return EXIT.done;
  } catch (error) {
    if (!(error instanceof CallFailed) || !error.problem.refusals) throw error;
    const refusals = error.problem.refusals as readonly Refusal[]; // Parsed by their schema.
    for (const refusal of refusals) io.stderr.write(`${name}: ${explain(refusal, language)}\n`);
    return error.exit === REFUSAL_STATUS['vault-sealed'].exit ? error.exit : EXIT.bad;
  }
}

/** `argv`: what follows `watch import`. `reach` opens the way to the house of a data folder. */
export async function runWatchImport(
  argv: readonly string[],
  io: CommandIo,
  reach: (data: string | undefined) => Promise<{ call: Call; close(): Promise<void> }>,
): Promise<number> {
  const options = parseOptions(argv, io.env);
  if (options === 'help' || options === null) {
    (options ? io.stdout : io.stderr).write(USAGE);
    return options ? EXIT.done : EXIT.usage;
  }
  const { paths, data, language } = options;
  const house = await reach(data);
  try {
    let worst: number = EXIT.done;
    for (const path of paths) {
      const exit = await importFile({ path, language, call: house.call }, io);
      if (exit === REFUSAL_STATUS['vault-sealed'].exit) return exit;
      worst = Math.max(worst, exit);
    }
    return worst;
  } finally {
    await house.close();
  }
}
