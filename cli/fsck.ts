/**
 * `niemphong fsck`: derives ledger, rows, registers, copies and vault objects again from raw
 * storage and compares. Works beside a running server and while the vault is sealed.
 */
import type { FsckItem, FsckStage } from '../core/act/fsck-finding.ts';
import { type CommandIo, EXIT, parseDataOnly, progressOn } from './command.ts';
import { findingText, goodText, noteText, stageText } from './fsck-text.ts';

const USAGE = `Cách dùng / Usage: niemphong fsck [--data DIR]
  --data  thư mục dữ liệu / the data folder; mặc định / default: NIEMPHONG_DATA, ./data
Mã thoát / Exit: 0 nguyên vẹn / intact, 1 có chỗ sai, nêu tên / something is wrong and named
`;
const MOST_SHOWN = 20;

export type FsckRun = {
  readonly items: AsyncIterable<FsckItem>;
  close(): Promise<void>;
};

/** Opens the check of a data folder. */
export type OpenFsck = (
  data: string | undefined,
  onProgress: (stage: FsckStage, done: number) => void,
) => Promise<FsckRun>;

export async function runFsck(
  argv: readonly string[],
  io: CommandIo,
  open: OpenFsck,
): Promise<number> {
  const options = parseDataOnly(argv);
  if (options === 'help' || options === null) {
    (options ? io.stdout : io.stderr).write(USAGE);
    return options ? EXIT.done : EXIT.usage;
  }
  const progress = progressOn(io);
  const run = await open(options.data, (stage, done) => progress(() => stageText(stage, done)));
  try {
    return await print(run.items, io);
  } finally {
    await run.close();
  }
}

/** The first finding is the one to look at; what it brought with it follows, up to a limit. */
async function print(items: FsckRun['items'], io: CommandIo): Promise<number> {
  let wrong = 0;
  let notes = 0;
  for await (const item of items) {
    if ('note' in item) {
      notes += 1;
      if (notes <= MOST_SHOWN) io.stderr.write(`${noteText(item)}\n`);
    } else if ('what' in item) {
      wrong += 1;
      if (wrong === 1) io.stderr.write('DỮ LIỆU KHÔNG NGUYÊN VẸN / THE DATA IS NOT INTACT\n');
      io.stderr.write(`${findingText(item)}\n`);
      if (wrong >= MOST_SHOWN) break;
    } else if (wrong === 0) io.stdout.write(`${goodText(item.looked)}\n`);
  }
  return wrong === 0 ? EXIT.done : EXIT.bad;
}
