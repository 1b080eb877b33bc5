/**
 * `niemphong check PATH…`: does what is about to be published touch anything protected? For the
 * release of a web site and for folders in which others lay their texts. Whoever calls it learns of
 * each file whether, never what; each check is in the ledger as the console's.
 */
import { parseArgs } from 'node:util';
import { EXTRACTION_TEXTS, EXTRACTION_WARNING_TEXTS } from '../contract/text/extraction-text.ts';
import type { TextLanguage } from '../contract/text/refusal-text.ts';
import { EXTRACTION_CODES, EXTRACTION_WARNINGS } from '../core/common/extraction.ts';
import type { Call } from './call.ts';
import { checkPath, type FileVerdict, filesBelow } from './check-path.ts';
import { watchFolder } from './check-watch.ts';
import { type CommandIo, EXIT, languageOf } from './command.ts';

/** A figure that no refusal has (`contract/refusal-status.ts`). */
const TOUCHES_EXIT = 8;
const EVERY_SECONDS = 2;

const USAGE = `Cách dùng / Usage:
  niemphong check PATH… [--json] [--data THƯ_MỤC] [--lang vi|en] [--share FILE]…
  niemphong check --watch DIR [--out DIR] [--every GIÂY] [--data THƯ_MỤC]

Kiểm tra tệp, thư mục (ví dụ bản xuất của trang web) trước khi công bố: có chạm nội dung được bảo
vệ hay chưa đến lúc công bố không. Chỉ trả lời có hay không, không nói là nội dung nào.
Checks files and folders (the export of a web site, say) before publication: do they touch protected
content or content under embargo? The answer is yes or no, never which.
Trong thư mục, phông chữ, kiểu trình bày, biểu tượng, âm thanh, phim được bỏ qua.
Within a folder fonts, styles, icons, sound and film are left out.

  --json    kết quả để máy đọc / the result for machines
  --watch   theo dõi thư mục, mỗi tệp một tệp kết quả .verdict.json, không di chuyển gì
            watch a folder: one .verdict.json for each file; nothing is moved
  --out     nơi ghi tệp kết quả / where the verdict files go
  --every   số giây giữa hai lần xem, mặc định 2 / seconds between two looks, 2 by default

Mã thoát / Exit: 0 không thấy gì / clean, 8 có chạm / something touches, 1 có tệp không đọc được
  / some file could not be read, 2 sai cách dùng / wrong usage, khác / others: README
`;

const WORDS = {
  vi: {
    clean: 'không thấy gì',
    touches: 'CHẠM nội dung được bảo vệ',
    unread: 'không đọc được',
    missing: 'không có tệp này',
    counts: (clean: number, touches: number, unread: number) =>
      `${clean} không thấy gì, ${touches} có chạm, ${unread} không đọc được`,
  },
  en: {
    clean: 'clean',
    touches: 'TOUCHES protected content',
    unread: 'not read',
    missing: 'no such file',
    counts: (clean: number, touches: number, unread: number) =>
      `${clean} clean, ${touches} touch, ${unread} not read`,
  },
} as const satisfies Record<TextLanguage, unknown>;

type Options = {
  readonly paths: readonly string[];
  readonly data: string | undefined;
  readonly json: boolean;
  readonly language: TextLanguage;
  readonly watch: { readonly folder: string; readonly out: string; readonly every: number } | null;
};

function parseOptions(argv: readonly string[], env: CommandIo['env']): Options | 'help' | null {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: {
        ...{ data: text, lang: text, watch: text, out: text, every: text, json: flag },
        help: { type: 'boolean', short: 'h' },
      },
      allowPositionals: true,
    });
    if (values.help) return 'help';
    const language = languageOf(values.lang, env);
    const every = Number(values.every ?? EVERY_SECONDS);
    const { watch: folder } = values;
    const hasWork = positionals.length > 0 !== (folder !== undefined);
    if (language === null || !hasWork || !(every > 0)) return null;
    const watch = folder === undefined ? null : { folder, out: values.out ?? folder, every };
    return { paths: positionals, data: values.data, json: values.json ?? false, language, watch };
  } catch {
    return null;
  }
}

/** Names of files are attacker-controlled and may hold escapes that rewrite the screen. */
const safe = (text: string): string => text.replace(/\p{Cc}/gu, '\ufffd');

function lineOf({ path, verdict, code }: FileVerdict, language: TextLanguage): string {
  const failed = EXTRACTION_CODES.find((one) => one === code);
  const warned = EXTRACTION_WARNINGS.find((one) => one === code);
  const why = failed
    ? EXTRACTION_TEXTS[language][failed]
    : warned
      ? EXTRACTION_WARNING_TEXTS[language][warned]
      : code;
  return `${safe(path)}: ${WORDS[language][verdict]}${why ? `: ${why}` : ''}\n`;
}

const countOf = (verdicts: readonly FileVerdict[], verdict: FileVerdict['verdict']): number =>
  verdicts.filter((one) => one.verdict === verdict).length;

function exitOf(verdicts: readonly FileVerdict[]): number {
  if (countOf(verdicts, 'touches') > 0) return TOUCHES_EXIT;
  return countOf(verdicts, 'unread') > 0 ? EXIT.bad : EXIT.done;
}

async function checkAll(options: Options, call: Call, io: CommandIo): Promise<number> {
  const { paths, json, language } = options;
  const verdicts: FileVerdict[] = [];
  for (const path of paths) {
    for (const file of filesOf(path)) {
      const verdict = await checkPath(call, file);
      verdicts.push(verdict);
      if (!json) io.stdout.write(lineOf(verdict, language));
    }
  }
  const [clean, touches, unread] = [
    countOf(verdicts, 'clean'),
    countOf(verdicts, 'touches'),
    countOf(verdicts, 'unread'),
  ];
  const summary = { files: verdicts, clean, touches, unread };
  if (json) io.stdout.write(`${JSON.stringify(summary, null, 2)}\n`);
  else io.stdout.write(`${WORDS[language].counts(clean, touches, unread)}\n`);
  return exitOf(verdicts);
}

/** What cannot be listed is told as a file that cannot be read. */
function filesOf(path: string): readonly string[] {
  try {
    return filesBelow(path);
  } catch {
    return [path];
  }
}

export type Reach = (data: string | undefined) => Promise<{ call: Call; close(): Promise<void> }>;

/** `argv`: what follows `check`. `stop` ends the watch of a folder. */
export async function runCheck(
  argv: readonly string[],
  io: CommandIo,
  { reach, stop }: { readonly reach: Reach; readonly stop: AbortSignal },
): Promise<number> {
  const options = parseOptions(argv, io.env);
  if (options === 'help' || options === null) {
    (options ? io.stdout : io.stderr).write(USAGE);
    return options ? EXIT.done : EXIT.usage;
  }
  const house = await reach(options.data);
  const { watch, language } = options;
  try {
    if (!watch) return await checkAll(options, house.call, io);
    const { folder, out, every } = watch;
    const tell = (verdict: FileVerdict) => io.stdout.write(lineOf(verdict, language));
    await watchFolder({ folder, out, everyMs: every * 1_000, call: house.call, tell, stop });
    return EXIT.done;
  } finally {
    await house.close();
  }
}
