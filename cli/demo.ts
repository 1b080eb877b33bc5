/** `niemphong demo --data DIR`: makes the invented agency, without starting the web server. */
import { type CommandIo, EXIT, parseDataOnly, progressOn } from './command.ts';

const USAGE = `Cách dùng / Usage: niemphong demo --data DIR
  Tạo cơ quan trình diễn: người, văn bản, bài báo đều bịa ra. Mất nửa phút đến một phút.
  Makes the demo agency: all is invented. Takes half a minute to a minute.
  Mở bằng / Open it with: NIEMPHONG_DATA=DIR npm start -- --demo
`;

export type EnsureDemo = (
  data: string,
  onProgress: (done: number, all: number) => void,
) => Promise<'made' | 'was-there'>;

export async function runDemo(
  argv: readonly string[],
  io: CommandIo,
  ensure: EnsureDemo,
): Promise<number> {
  const options = parseDataOnly(argv);
  const data = options === 'help' ? undefined : options?.data;
  if (!data) {
    (options === 'help' ? io.stdout : io.stderr).write(USAGE);
    return options === 'help' ? EXIT.done : EXIT.usage;
  }
  const progress = progressOn(io);
  const answer = await ensure(data, (done, all) =>
    progress(() => `đang tạo / making: ${done} / ${all}`),
  );
  const [vi, en] =
    answer === 'made'
      ? ['Đã tạo bản trình diễn', 'The demo agency is made']
      : ['Bản trình diễn đã có sẵn', 'The demo agency was there already'];
  io.stdout.write(
    `${vi} / ${en}: ${data}\n` +
      '  Kho 1 trên 1, mảnh khóa nằm ngay trong thư mục (demo-share): chỉ để trình diễn.\n' +
      '  Vault 1 of 1, its share lies in the folder (demo-share): for demonstration only.\n',
  );
  return EXIT.done;
}
