/**
 * `niemphong match`: finds protected text in articles, files to file, without a server. Inputs are
 * JSON Lines split at LF bytes only (texts hold U+2028 and the like); articles are read one at a
 * time. The output appears under its name when it is complete, or not at all.
 */
import {
  closeSync,
  createReadStream,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { parseArgs } from 'node:util';
import { createGunzip } from 'node:zlib';
import { createMatcher, type Matcher } from '../../core/match/matcher.ts';
import { BYTES_OF_TOKEN } from '../../core/match/text/tokens.ts';
import { compareWith, type Line } from './threads.ts';

export type MatchIo = {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
};

const EXIT = { done: 0, failed: 1, usage: 2 } as const;
const PROGRESS_AFTER_MS = 2000;
const LF = 10;
const MOST_WORKERS = 64;
const WRITE_AT_CHARACTERS = 65_536;
/** What a byte of a packed file holds. */
const PACKED_BYTES = 3;

const USAGE = `Cách dùng / Usage:
  niemphong match --protected P.jsonl --articles A.jsonl --out M.jsonl
                  [--public U.jsonl] [--background B.jsonl] [--why] [--workers N]

Tìm trong các bài A những đoạn lấy từ tài liệu được bảo vệ P.
Finds the passages of articles A that reuse protected documents P.

  --protected   tài liệu được bảo vệ / protected documents
  --articles    bài cần kiểm tra, đọc lần lượt / articles to check, read one at a time
  --out         kết quả / the result: {"articleId","docId","articleStart","articleEnd",
                "docStart","docEnd","score"}
  --public      luật, biểu mẫu công khai / public law texts and forms, whose wording is not secret
  --background  văn bản thông thường để thống kê / ordinary public text, for statistics
  --why         thêm "bits" và "rare": những từ hiếm nhất, vị trí trong bài và số bit;
                nền so sánh được in ra lỗi chuẩn / adds "bits" and "rare": the rarest words, their
                places in the article and bits; the background goes to standard error
  --workers     số luồng cùng dùng một chỉ mục, 1 đến 64, mặc định 1 / threads that share one
                index, 1 to 64, by default 1

Mỗi dòng vào là {"id","text"}; tệp tên .gz được giải nén. Vị trí tính theo đơn vị UTF-16.
An input line is {"id","text"}; a file named .gz is unpacked. Offsets are UTF-16 units.
Mã thoát / Exit: 0 xong / done, 1 không đọc hoặc ghi được / cannot read or write,
  2 sai cách dùng / wrong usage
`;

type Paths = {
  readonly protected: string;
  readonly articles: string;
  readonly out: string;
  readonly public: string | undefined;
  readonly background: string | undefined;
  readonly why: boolean;
  readonly workers: number;
};
/** Texts read of each kind: the background that rarity is measured against. */
type Counts = { open: number; background: number; documents: number };

/** The input is not what it must be; the message is in both languages. */
class InputFailure extends Error {}

/** `argv`: what follows `match`. Exit 0 done, 1 unreadable input or output, 2 wrong usage. */
export async function runMatch(argv: readonly string[], io: MatchIo): Promise<number> {
  const paths = parsePaths(argv);
  if (paths === 'help') {
    io.stdout.write(USAGE);
    return EXIT.done;
  }
  if (paths === null) {
    io.stderr.write(USAGE);
    return EXIT.usage;
  }
  try {
    const counts = await match(paths, progressOn(io));
    if (paths.why) io.stderr.write(backgroundWords(counts));
    return EXIT.done;
  } catch (error) {
    if (!(error instanceof InputFailure) && !isSystemError(error)) throw error;
    io.stderr.write(`${error.message}\n`);
    return EXIT.failed;
  }
}

function parsePaths(argv: readonly string[]): Paths | 'help' | null {
  const text = { type: 'string' } as const;
  const options = {
    protected: text,
    articles: text,
    out: text,
    public: text,
    background: text,
    why: { type: 'boolean', default: false },
    workers: { type: 'string', default: '1' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  try {
    const { values } = parseArgs({ args: [...argv], options });
    if (values.help) return 'help';
    const { protected: documents, articles, out, public: open, background, why } = values;
    const workers = Number(values.workers);
    const isCount = Number.isInteger(workers) && workers >= 1 && workers <= MOST_WORKERS;
    if (!documents || !articles || !out || !isCount) return null;
    return { protected: documents, articles, out, public: open, background, why, workers };
  } catch {
    return null;
  }
}

type Progress = (what: string, lines: number) => void;

/** Says how far it is, every two seconds, so that short runs stay silent. */
function progressOn(io: MatchIo): Progress {
  let due = performance.now() + PROGRESS_AFTER_MS;
  return (what, lines) => {
    if (performance.now() < due) return;
    due = performance.now() + PROGRESS_AFTER_MS;
    io.stderr.write(`${what}: ${lines}\n`);
  };
}

function backgroundWords({ open, background, documents }: Counts): string {
  return (
    `Nền so sánh: ${open} văn bản công khai, ${background} văn bản thông thường, ` +
    `${documents} tài liệu được bảo vệ, câu mẫu và bảng âm tiết có sẵn.\n` +
    `Measured against: ${open} public texts, ${background} background texts, ` +
    `${documents} protected documents, the built-in stock lines and table of syllables.\n`
  );
}

/** About how many tokens a file holds; what is wrong with it is said when it is read. */
function tokensIn(path: string): number {
  const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return (bytes * (path.endsWith('.gz') ? PACKED_BYTES : 1)) / BYTES_OF_TOKEN;
}

async function match(paths: Paths, progress: Progress): Promise<Counts> {
  const matcher = createMatcher({ expectTokens: tokensIn(paths.protected) });
  const { public: open, background } = paths;
  const counts = { open: 0, background: 0, documents: 0 };
  if (open !== undefined) {
    await eachLine(open, ({ text }, line) => {
      matcher.addPublic(text);
      counts.open++;
      progress('Đã đọc văn bản công khai / public texts read', line);
    });
  }
  if (background !== undefined) {
    await eachLine(background, ({ text }, line) => {
      matcher.addBackground(text);
      counts.background++;
      progress('Đã đọc văn bản thông thường / background texts read', line);
    });
  }
  await addDocuments(paths.protected, matcher, progress);
  counts.documents = matcher.size().documents;
  await writeMatches(paths, matcher, progress);
  return counts;
}

async function addDocuments(path: string, matcher: Matcher, progress: Progress): Promise<void> {
  const ids = new Set<string>();
  await eachLine(path, ({ id, text }, line) => {
    if (ids.has(id)) throw failureAt(path, line, 'trùng id / this id stands on an earlier line');
    ids.add(id);
    matcher.addDocument(id, text);
    progress('Đã lập chỉ mục tài liệu / documents indexed', line);
  });
}

async function writeMatches(paths: Paths, matcher: Matcher, progress: Progress): Promise<void> {
  const partial = `${paths.out}.${process.pid}.partial`;
  const file = openSync(partial, 'w', 0o600);
  let waiting = '';
  const write = (lines: string): void => {
    waiting += lines;
    if (waiting.length < WRITE_AT_CHARACTERS) return;
    writeAll(file, waiting);
    waiting = '';
  };
  const comparing = compareWith(matcher, { why: paths.why, workers: paths.workers, write });
  try {
    await eachLine(paths.articles, (article, line) => {
      progress('Đã kiểm tra bài / articles checked', line);
      return comparing.take(article);
    });
    await comparing.end();
    writeAll(file, waiting);
    closeSync(file);
    renameSync(partial, paths.out);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  } finally {
    await comparing.close();
  }
}

function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/** A promise holds the reading up. */
type Visit = (line: Line, number: number) => Promise<void> | void;

/** Calls `visit` with every line; empty lines are passed over. The file is attacker-controlled. */
async function eachLine(path: string, visit: Visit): Promise<void> {
  const file = createReadStream(path, { highWaterMark: 1 << 18 });
  const stream: AsyncIterable<Buffer> = path.endsWith('.gz') ? unpacked(file) : file;
  let parts: Buffer[] = [];
  let number = 0;
  const close = (last: Buffer): Promise<void> | void => {
    number++;
    const bytes = parts.length === 0 ? last : Buffer.concat([...parts, last]);
    parts = [];
    const line = parseLine(bytes, path, number);
    if (line) return visit(line, number);
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let to = chunk.indexOf(LF); to >= 0; to = chunk.indexOf(LF, from)) {
      await close(chunk.subarray(from, to));
      from = to + 1;
    }
    if (from < chunk.length) parts.push(chunk.subarray(from));
  }
  if (parts.length > 0) await close(Buffer.alloc(0));
}

function unpacked(file: ReturnType<typeof createReadStream>): AsyncIterable<Buffer> {
  const gunzip = createGunzip();
  file.on('error', (error) => gunzip.destroy(error));
  return file.pipe(gunzip);
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function parseLine(bytes: Buffer, path: string, number: number): Line | null {
  let value: unknown;
  try {
    const text = decoder.decode(bytes);
    if (text.trim() === '') return null;
    value = JSON.parse(text);
  } catch {
    throw failureAt(path, number, 'không phải là JSON bằng UTF-8 / no JSON in UTF-8');
  }
  const { id, text } = (value ?? {}) as { id?: unknown; text?: unknown };
  if (typeof id === 'string' && typeof text === 'string') return { id, text };
  throw failureAt(
    path,
    number,
    'thiếu chuỗi "id" hoặc "text" / no string "id" or no string "text"',
  );
}

/** `what`: in Vietnamese, then in English. */
function failureAt(path: string, line: number, what: string): InputFailure {
  return new InputFailure(`${path}:${line}: ${what}`);
}

function isSystemError(error: unknown): error is Error {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string';
}
