/**
 * `niemphong watch intake`: parcels from a medium into the house, each in its turn. What cannot go
 * in yet stays where it is: a parcel whose forerunner is missing waits in the folder for the next
 * call.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { REFUSAL_STATUS } from '../contract/refusal-status.ts';
import { printRefusal, type TextLanguage } from '../contract/text/refusal-text.ts';
import { type ParcelTaken, takeParcel } from '../contract/watch/intake.ts';
import type { Refusal } from '../core/common/refusal.ts';
import { encodeBundle } from '../core/parcel/bundle.ts';
import { type Call, CallFailed } from './call.ts';
import { type CommandIo, EXIT, languageOf } from './command.ts';

const USAGE = `Cách dùng / Usage:
  niemphong watch intake DIR|FILE… [--accept-gap] [--data DIR] [--share FILE]… [--lang vi|en]

Nhập các kiện tin mà máy thu thập bên ngoài đã đóng, theo đúng thứ tự.
Takes in the parcels that an outside collector packed, in their order.

  DIR|FILE      thư mục hoặc các tệp của kiện / the folder or the files of parcels
  --accept-gap  chấp nhận mất hẳn các kiện còn thiếu ở giữa / give missing parcels up for lost
  --data        thư mục dữ liệu / data folder (NIEMPHONG_DATA)
  --share       tệp mảnh khóa, khi máy chủ không chạy / a share, where no server runs

Mã thoát / Exit: 0 xong / done, 1 có kiện không vào được / some parcel did not go in,
  2 sai cách dùng / wrong usage, 7 kho đang niêm phong / the vault is sealed
`;

const TEXTS = {
  vi: {
    taken: ({ number, collector, taken, matched, duplicates, rejected, missing }: ParcelTaken) =>
      `${collector}, kiện số ${number}: đã lấy ${taken}, trùng khớp ${matched}, ` +
      `đã có ${duplicates}, lỗi ${rejected}${missing > 0 ? `, bỏ qua ${missing} kiện mất` : ''}`,
    none: 'không thấy kiện tin nào',
    unreadable: 'không đọc được tệp',
  },
  en: {
    taken: ({ number, collector, taken, matched, duplicates, rejected, missing }: ParcelTaken) =>
      `${collector}, parcel ${number}: taken ${taken}, matched ${matched}, ` +
      `duplicates ${duplicates}, rejected ${rejected}` +
      `${missing > 0 ? `, ${missing} lost parcels given up` : ''}`,
    none: 'no parcel is there',
    unreadable: 'the file cannot be read',
  },
} as const;

type Options = {
  readonly paths: readonly string[];
  readonly acceptGap: boolean;
  readonly data: string | undefined;
  readonly language: TextLanguage;
};

function parseOptions(argv: readonly string[], env: CommandIo['env']): Options | 'help' | null {
  const text = { type: 'string' } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: {
        data: text,
        lang: text,
        'accept-gap': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h' },
      },
      allowPositionals: true,
    });
    if (values.help) return 'help';
    const language = languageOf(values.lang, env);
    if (positionals.length === 0 || language === null) return null;
    return { paths: positionals, acceptGap: values['accept-gap'], data: values.data, language };
  } catch {
    return null;
  }
}

const PARCEL_FILE = /^([0-9a-f]{16}-\d{6,})\.(json|sig|\d{4})$/;
/** Names on a medium are attacker-controlled and may hold escapes that rewrite the screen. */
const safeForTerminal = (text: string): string => text.replace(/\p{Cc}/gu, '\ufffd');

/** Files by parcel, in the order of the numbers. Throws what the disk throws. */
export function parcelsIn(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const files = paths.flatMap((path) =>
    statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path],
  );
  const parcels = new Map<string, string[]>();
  for (const path of files.sort((one, other) => basename(one).localeCompare(basename(other)))) {
    const parcel = PARCEL_FILE.exec(basename(path))?.[1];
    if (parcel === undefined) continue;
    const place = join(dirname(path), parcel);
    parcels.set(place, [...(parcels.get(place) ?? []), path]);
  }
  return parcels;
}

type Task = Options & { readonly call: Call };

function explain(
  { refusals }: { readonly refusals: readonly Refusal[] },
  language: TextLanguage,
): string {
  const texts = refusals.map((refusal) => printRefusal(refusal, language));
  return texts.map(({ what, why, wayOut }) => `${what}. ${why} ${wayOut}`).join('\n  ');
}

/** The exit code of one parcel. Throws when the house failed; the rest would fail too. */
async function takeOne(task: Task, files: readonly string[], io: CommandIo): Promise<number> {
  const { language, acceptGap, call } = task;
  const bundle = encodeBundle(
    files.map((path) => ({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) })),
  );
  try {
    const query = { acceptGap: acceptGap ? 'yes' : 'no' } as const;
    const taken = await call(takeParcel, { query, file: bundle });
    io.stdout.write(`${safeForTerminal(TEXTS[language].taken(taken))}\n`);
    return EXIT.done;
  } catch (error) {
    if (!(error instanceof CallFailed) || !error.problem.refusals) throw error;
    const refusals = error.problem.refusals as readonly Refusal[]; // Parsed by their schema.
    const name = safeForTerminal(basename(files[0] ?? ''));
    io.stderr.write(`${name}: ${safeForTerminal(explain({ refusals }, language))}\n`);
    if (error.exit === REFUSAL_STATUS['vault-sealed'].exit) return error.exit;
    return refusals[0]?.code === 'parcel-taken' ? EXIT.done : EXIT.bad;
  }
}

function listParcels(options: Options, io: CommandIo): readonly (readonly string[])[] | null {
  const { language, paths } = options;
  try {
    const parcels = [...parcelsIn(paths).values()];
    if (parcels.length > 0) return parcels;
    io.stderr.write(`${TEXTS[language].none}\n`);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    io.stderr.write(`${TEXTS[language].unreadable}: ${safeForTerminal(message)}\n`);
  }
  return null;
}

/** `argv`: what follows `watch intake`. `reach` opens the way to the house of a data folder. */
export async function runWatchIntake(
  argv: readonly string[],
  io: CommandIo,
  reach: (data: string | undefined) => Promise<{ call: Call; close(): Promise<void> }>,
): Promise<number> {
  const options = parseOptions(argv, io.env);
  if (options === 'help' || options === null) {
    (options ? io.stdout : io.stderr).write(USAGE);
    return options ? EXIT.done : EXIT.usage;
  }
  const parcels = listParcels(options, io);
  if (!parcels) return EXIT.bad;
  const house = await reach(options.data);
  try {
    let worst: number = EXIT.done;
    for (const files of parcels) {
      const exit = await takeOne({ ...options, call: house.call }, files, io);
      if (exit === REFUSAL_STATUS['vault-sealed'].exit) return exit;
      worst = Math.max(worst, exit);
    }
    return worst;
  } finally {
    await house.close();
  }
}
