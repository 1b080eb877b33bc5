/**
 * Trials of the copy mark: an invented page, marked as the product marks it, goes through the
 * simulated printer, scanner, camera or screen and is read again.
 */
import {
  inventedPage,
  markedPicture,
  type PageForm,
  plainPicture,
} from '../../adapters/extract/testing/marked-page.ts';
import { greyCanvas } from '../../adapters/extract/worker/page/copy-mark.ts';
import { drawPage, renderPage } from '../../adapters/extract/worker/page/page-picture.ts';
import { createCopyPrinter } from '../../adapters/pdf/typst-copy.ts';
import { codeOf } from '../../core/copy-mark/code.ts';
import type { PageCode } from '../../core/copy-mark/code-signs.ts';
import type { ListedCopy } from '../../core/copy-mark/decide-copy.ts';
import type { PageReading } from '../../core/copy-mark/mark-reading.ts';
import { markedWidthPx } from '../../core/copy-mark/move-lines.ts';
import type { Picture } from '../../core/copy-mark/picture.ts';
import { plainPage, readMarks } from '../../core/copy-mark/read-marks.ts';
import { type Chance, chanceOf } from './chance.ts';
import { type Part, simulate, type Way } from './simulate.ts';

const SYLLABLES =
  'ủy ban thống nhất giới thiệu bổ sung ứng viên dự phòng tại các quận đồng thời hoãn công bố ' +
  'danh sách cho đến khi hoàn tất việc thẩm tra lý lịch của từng người theo kế hoạch công tác ' +
  'quý bốn Tổ giúp việc báo cáo Thường trực xem xét kinh phí nguồn tối đa triệu đồng phiên họp ' +
  'kín ngày mười chín Đề nghị ý kiến chỉ đạo bảo vệ kho lưu trữ phiếu thay ca gác 2026 420 vòng';

function paragraphsOf(chance: Chance): string[] {
  const words = SYLLABLES.split(' ');
  const word = () => words[Math.floor(chance.next() * words.length)] ?? '';
  const sentence = () => Array.from({ length: 8 + Math.floor(chance.next() * 22) }, word).join(' ');
  return Array.from({ length: 30 }, () =>
    Array.from({ length: 1 + Math.floor(chance.next() * 4) }, () => `${sentence()}.`).join(' '),
  );
}

/** Fonts of 12 to 14 points, lines of 14 to 21: what Decree 30/2020 lets stand on a page. */
export function formOf(seed: number): PageForm {
  const chance = chanceOf(seed);
  const fontPt = 12 + Math.floor(chance.next() * 5) / 2;
  return {
    fontPt,
    linePt: fontPt * chance.between(1.15, 1.5),
    justified: chance.next() < 0.5,
    heading: chance.next() < 0.5,
    paragraphs: paragraphsOf(chance),
  };
}

const SECRET = Uint8Array.from({ length: 32 }, (_, at) => at);

export const copyOf = (name: string): ListedCopy => ({
  copyMarkId: name,
  code: codeOf(SECRET, { copyMarkId: name, page: 1 }),
});

export const namesOf = (document: number, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `document ${document} copy ${at}`);

export type TrialRun = {
  readonly way: Way;
  readonly part: Part;
  readonly seed: number;
};
export type TrialEnd = TrialRun & {
  readonly document: number;
  readonly copy: string;
  readonly reading: PageReading;
};

/** The first page of a copy as the house prints it. */
async function printedCopy(file: Buffer, code: PageCode): Promise<Picture> {
  const widthPx = markedWidthPx(2);
  const { png } = await renderPage(file, { page: 1, widthPx, mark: [], code });
  const words = { name: 'Bản sao số: 01', level: 'Mật', notice: 'Bản này mang dấu riêng' };
  const sheet = { facts: [], signer: { role: '', name: '' }, remark: '' };
  const pdf = await createCopyPrinter().printCopy({ pages: [png], ...words, ...sheet });
  const order = { page: 1, widthPx, mark: [] };
  return greyCanvas((await drawPage(Buffer.from(pdf), order)).canvas);
}

/** All trials of one marked page; `runs` share it, for drawing it takes longest. */
export async function runTrials(
  document: number,
  copy: string,
  runs: readonly TrialRun[],
): Promise<TrialEnd[]> {
  const file = inventedPage(formOf(document));
  const page = plainPage(await plainPicture(file));
  const mark = ['Nguyễn Văn A', 'Bản số: 02/05', '15:04:05 02/11/2026'];
  const { code } = copyOf(copy);
  // Offices scan in grey: there the red of the visible mark is seen.
  const sources: Readonly<Record<Way, Picture>> = {
    scan: await markedPicture(file, { times: 2, code, mark, seenIn: 'grey' }),
    photo: await markedPicture(file, { times: 2, code, mark, seenIn: 'colour' }),
    screenshot: await markedPicture(file, { times: 1, code, mark, seenIn: 'colour' }),
    'printed copy': await printedCopy(file, code),
  };
  const ends: TrialEnd[] = [];
  for (const run of runs) {
    const reading = readMarks(page, await simulate(sources[run.way], run));
    ends.push({ ...run, document, copy, reading });
  }
  return ends;
}
