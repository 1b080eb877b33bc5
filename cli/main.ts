/**
 * `npx niemphong …`: finds the command and runs it. Each command is imported only when it is
 * called, so that `ledger check` needs nothing but this folder and `core/`, and `match` starts at
 * once. The only file of the command line that builds things.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { Call } from './call.ts';
import { type Command, type CommandIo, EXIT, UsageError } from './command.ts';

type Reached = { readonly call: Call; close(): Promise<void> };

const COMMANDS: readonly Command[] = [
  {
    name: 'match',
    vi: 'tìm đoạn lấy từ tài liệu được bảo vệ trong các bài báo',
    en: 'find protected passages in articles',
    run: async (argv, io) => (await import('./match/match.ts')).runMatch(argv, io),
  },
  {
    name: 'extract',
    vi: 'đọc văn bản trong một tệp, trong tiến trình có giới hạn',
    en: 'read the text of one file, in the bounded process',
    run: async (argv, io) => {
      const { openExtractor } = await import('../adapters/extract/extractor.ts');
      return (await import('./extract.ts')).runExtract(argv, io, openExtractor());
    },
  },
  {
    name: 'ledger export',
    vi: 'trích xuất sổ cái thành các tệp ai cũng kiểm chứng được',
    en: 'export the ledger as files that anyone can check',
    run: async (argv, io) => (await import('./ledger-export.ts')).runLedgerExport(argv, io, reach),
  },
  {
    name: 'ledger check',
    vi: 'kiểm chứng một bản trích xuất sổ cái, không cần máy chủ',
    en: 'check an exported ledger, without a server',
    run: async (argv, io) => (await import('./ledger-check.ts')).runLedgerCheck(argv, io),
  },
  {
    name: 'evidence check',
    vi: 'kiểm tra một gói bàn giao chứng cứ, không cần máy chủ',
    en: 'check a hand-over package of evidence, without a server',
    run: async (argv, io) => {
      const { checkTimeStamp } = await import('../adapters/timestamp/time-stamp.ts');
      return (await import('./evidence/evidence-check.ts')).runEvidenceCheck(
        argv,
        io,
        checkTimeStamp,
      );
    },
  },
  {
    name: 'fsck',
    vi: 'tính lại toàn bộ dữ liệu đang lưu và đối chiếu',
    en: 'derive everything stored again and compare',
    run: async (argv, io) => {
      const { openFsck } = await import('../compose/fsck.ts');
      const { readSettings } = await import('../compose/settings.ts');
      const { runFsck } = await import('./fsck.ts');
      return runFsck(argv, io, (data, progress) =>
        openFsck(readSettings(process.env, data), progress),
      );
    },
  },
  {
    name: 'demo',
    vi: 'tạo cơ quan trình diễn, mọi thứ đều bịa ra',
    en: 'make the demo agency, all of it invented',
    run: async (argv, io) => {
      const { ensureDemo } = await import('../compose/demo/build.ts');
      const { readSettings } = await import('../compose/settings.ts');
      const { runDemo } = await import('./demo.ts');
      return runDemo(argv, io, (data, progress) =>
        ensureDemo(readSettings(process.env, data), progress),
      );
    },
  },
  {
    name: 'check',
    vi: 'kiểm tra tệp, thư mục trước khi công bố, cho máy dựng trang web và thư mục theo dõi',
    en: 'check files and folders before publication, for the build of a web site or a watch folder',
    run: async (argv, io) => {
      const { runCheck } = await import('./check.ts');
      const { rest, shares } = takeShares(argv);
      const ending = new AbortController();
      for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => ending.abort());
      return runCheck(rest, io, {
        reach: (data) => reach(data, shares),
        stop: ending.signal,
      });
    },
  },
  {
    name: 'watch import',
    vi: 'đưa bài báo công khai vào để so với tài liệu được bảo vệ',
    en: 'take public articles in and compare them with protected documents',
    run: async (argv, io) => {
      const { runWatchImport } = await import('./watch-import.ts');
      const { rest, shares } = takeShares(argv);
      return runWatchImport(rest, io, (data) => reach(data, shares));
    },
  },
  {
    name: 'watch intake',
    vi: 'nhập kiện tin của máy thu thập bên ngoài',
    en: 'take in parcels of the outside collector',
    run: async (argv, io) => {
      const { runWatchIntake } = await import('./watch-intake.ts');
      const { rest, shares } = takeShares(argv);
      return runWatchIntake(rest, io, (data) => reach(data, shares));
    },
  },
  {
    name: 'matcher',
    vi: 'giữ một phần tài liệu trong bộ nhớ và so khớp cho máy chủ, khi một tiến trình không đủ',
    en: 'hold a shard of the documents in memory and match for the server, beyond one process',
    run: async (argv, io) => {
      const { runMatcherCommand } = await import('./shards/matcher.ts');
      const { startMatcher } = await import('../compose/shards/matcher-program.ts');
      const { readLineSettings } = await import('../compose/shards/shard-settings.ts');
      const { readSettings } = await import('../compose/settings.ts');
      const { reportFault } = await import('./failure.ts');
      const stopping = new AbortController();
      for (const signal of ['SIGTERM', 'SIGINT'] as const) {
        process.once(signal, () => stopping.abort());
      }
      return runMatcherCommand(argv, io, ({ data, shard }, say) =>
        startMatcher({
          line: readLineSettings(io.env),
          dataFolder: readSettings(io.env, data).dataFolder,
          shard,
          say,
          report: reportFault,
          stop: stopping.signal,
        }),
      );
    },
  },
  {
    name: 'collect',
    vi: 'lấy tin công khai và đóng kiện, trên một máy nối mạng bên ngoài',
    en: 'take public articles and pack them, on a connected machine outside',
    run: async (argv, io) => {
      const { runCollect } = await import('../collector/collect.ts');
      const stopping = new AbortController();
      for (const signal of ['SIGTERM', 'SIGINT'] as const) {
        process.once(signal, () => stopping.abort());
      }
      return runCollect(argv, { ...io, signal: stopping.signal });
    },
  },
];

/** `--share FILE`, as often as custodians are there: opens the vault where no server runs. */
function takeShares(argv: readonly string[]): { rest: string[]; shares: string[] } {
  const rest: string[] = [];
  const shares: string[] = [];
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    if (word !== '--share') {
      rest.push(word);
      continue;
    }
    at += 1;
    const path = argv[at];
    if (path === undefined || !existsSync(path)) {
      throw new UsageError('--share FILE: không có tệp mảnh khóa / there is no such file');
    }
    shares.push(readFileSync(path, 'utf8').trim());
  }
  return { rest, shares };
}

/** Opens the way to the house of a data folder; progress and faults go to the terminal. */
async function reach(data: string | undefined, shares: readonly string[] = []): Promise<Reached> {
  const { openConsole } = await import('../compose/console.ts');
  const { readSettings } = await import('../compose/settings.ts');
  const { callOverSocket, refusedCall } = await import('./call.ts');
  const { reportFault } = await import('./failure.ts');
  const opened = await openConsole(readSettings(process.env, data), {
    shares,
    report: reportFault,
  });
  if (!opened.ok) throw refusedCall(opened.refusals);
  const { socketPath, close } = opened.value;
  return { call: callOverSocket(socketPath), close };
}

const HELP = ['help', '--help', '-h'];

function overview(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length)) + 2;
  const lines = COMMANDS.flatMap(({ name, vi, en }) => [
    `  ${name.padEnd(width)}${vi}`,
    `  ${''.padEnd(width)}${en}`,
  ]);
  return [
    'Cách dùng / Usage: npx niemphong LỆNH…',
    '',
    ...lines,
    '',
    'LỆNH --help: cách dùng từng lệnh / how to use a command',
    'Mã thoát / Exit: 0 xong / done, 2 sai cách dùng / wrong usage, khác / others: README',
    '',
  ].join('\n');
}

/** The command whose words begin the line, and the rest of the line. */
function find(words: readonly string[]): { command: Command; rest: readonly string[] } | null {
  for (const command of COMMANDS) {
    const { length } = command.name.split(' ');
    if (words.slice(0, length).join(' ') === command.name) {
      return { command, rest: words.slice(length) };
    }
  }
  return null;
}

async function main(words: readonly string[], io: CommandIo): Promise<number> {
  const [first = 'help'] = words;
  // `help ledger check` is `ledger check --help`.
  const asked = first === 'help' ? [...words.slice(1), '--help'] : words;
  const found = find(asked);
  if (found) return found.command.run(found.rest, io);
  const isGroup = COMMANDS.some(({ name }) => name.startsWith(`${first} `));
  const isHelp = HELP.includes(asked.at(-1) ?? '') && (asked.length === 1 || isGroup);
  (isHelp ? io.stdout : io.stderr).write(overview());
  return isHelp && words.length > 0 ? EXIT.done : EXIT.usage;
}

async function explain(thrown: unknown): Promise<{ text: string; exit: number }> {
  const isUsage = thrown instanceof UsageError;
  if (isUsage || (thrown instanceof Error && thrown.name === 'SettingsError'))
    return { text: thrown.message, exit: EXIT.usage };
  const { explainFailure } = await import('./failure.ts');
  return explainFailure(thrown);
}

try {
  process.exitCode = await main(process.argv.slice(2), process);
} catch (thrown) {
  const { text, exit } = await explain(thrown);
  process.stderr.write(`${text}\n`);
  process.exitCode = exit;
}
