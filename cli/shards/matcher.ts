/**
 * `niemphong matcher`: a process that holds one shard of the documents in memory while the vault is
 * open, and compares what the server asks. It keeps nothing; end it and start it at any time.
 */
import { parseArgs } from 'node:util';
import type { TextLanguage } from '../../contract/text/refusal-text.ts';
import { type CommandIo, EXIT, languageOf } from '../command.ts';

const USAGE = `Cách dùng / Usage: niemphong matcher [--shard N] [--data DIR] [--lang vi|en]
  --shard  phần tài liệu, đếm từ 1; bỏ trống: máy chủ giao phần đang ít tiến trình nhất
           which shard, from 1; without it the server gives the one with fewest matchers
  --data   thư mục dữ liệu của máy chủ trên cùng máy / data folder of the server on this machine;
           mặc định / default: NIEMPHONG_DATA, ./data
Trên máy khác / on another machine: NIEMPHONG_MATCHER_DOOR, NIEMPHONG_MATCHER_KEY (docs/scale.md)
Chạy đến khi nhận SIGTERM / runs until SIGTERM.
Mã thoát / Exit: 0 xong / done, 2 sai cách dùng / wrong usage
`;

export type MatcherOptions = { readonly data: string | undefined; readonly shard: number | null };

/** Of `adapters/shards/matcher.ts`. */
type State =
  | {
      readonly is: 'waiting';
      readonly because: 'sealed' | 'other-engine' | 'no-such-shard' | 'no-house';
    }
  | { readonly is: 'filling' | 'ready'; readonly shard: number; readonly shards: number };

const TEXTS = {
  vi: {
    sealed: 'Kho đang niêm phong; chờ mở.',
    'no-house': 'Chưa gặp máy chủ; chờ.',
    'other-engine': 'Máy chủ là phiên bản khác: cài cùng một phiên bản. Chờ.',
    'no-such-shard': 'Máy chủ không có phần này: xem NIEMPHONG_SHARDS. Chờ.',
    filling: (shard: number, shards: number) => `Đang nạp phần ${shard} trên ${shards}…`,
    ready: (shard: number, shards: number) => `Sẵn sàng: phần ${shard} trên ${shards}.`,
  },
  en: {
    sealed: 'The vault is sealed; waiting for it to open.',
    'no-house': 'No server is met yet; waiting.',
    'other-engine': 'The server is another version: install the same one. Waiting.',
    'no-such-shard': 'The server has no such shard: see NIEMPHONG_SHARDS. Waiting.',
    filling: (shard: number, shards: number) => `Filling shard ${shard} of ${shards}…`,
    ready: (shard: number, shards: number) => `Ready: shard ${shard} of ${shards}.`,
  },
} as const;

type Parsed = MatcherOptions & { readonly language: TextLanguage };

function parseOptions(argv: readonly string[], env: CommandIo['env']): Parsed | 'help' | null {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { shard: text, data: text, lang: text, help: { type: 'boolean', short: 'h' } },
    });
    if (values.help) return 'help';
    const language = languageOf(values.lang, env);
    const shard = values.shard === undefined ? null : Number(values.shard) - 1;
    if (language === null || (shard !== null && !(Number.isInteger(shard) && shard >= 0))) {
      return null;
    }
    return { data: values.data, shard, language };
  } catch {
    return null;
  }
}

function describe(state: State, language: TextLanguage): string {
  const texts = TEXTS[language];
  if (state.is === 'waiting') return texts[state.because];
  return texts[state.is](state.shard + 1, state.shards);
}

/** `argv`: what follows `matcher`. `start` resolves when the process was told to end. */
export async function runMatcherCommand(
  argv: readonly string[],
  io: CommandIo,
  start: (options: MatcherOptions, say: (state: State) => void) => Promise<void>,
): Promise<number> {
  const options = parseOptions(argv, io.env);
  if (options === 'help' || options === null) {
    (options ? io.stdout : io.stderr).write(USAGE);
    return options ? EXIT.done : EXIT.usage;
  }
  const { language, data, shard } = options;
  await start({ data, shard }, (state) => io.stdout.write(`${describe(state, language)}\n`));
  return EXIT.done;
}
