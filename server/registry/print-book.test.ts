import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openExtractor } from '../../adapters/extract/extractor.ts';
import { createBookPrinter } from '../../adapters/pdf/typst-book.ts';
import { vn2026 } from '../../regimes/vn-2026/regime.ts';
import type { Book } from '../ports/book-printer.ts';

const HOSTILE = '#import "/etc/passwd" $x$ *đậm* `mã` @ref <nhãn> \\ [ngoặc] "nháy"';

const book = (lines: number): Book => ({
  cover: {
    superiorBody: 'Ủy ban nhân dân thành phố Sông Hoa',
    body: 'Ủy ban bầu cử thành phố Sông Hoa',
    title: vn2026.registerBooks.out.vi,
    year: 2026,
    firstDay: '02/11/2026',
    lastDay: '20/11/2026',
    firstNumber: '01',
    lastNumber: String(lines),
    volume: 1,
    notice: 'Bản in từ sổ điện tử.',
  },
  columns: vn2026.registerBooks.out.columns.map(({ code, vi }) => ({ code, title: vi })),
  lines: Array.from({ length: lines }, (_, index) => ({
    cells: {
      number: String(index + 1).padStart(2, '0'),
      symbol: `${index + 1}/TTr-UBBC`,
      'dated-on': '02/11/2026',
      'type-and-summary': index === 0 ? HOSTILE : 'Tờ trình: Phương án nhân sự',
      level: 'Mật',
      recipients: 'Chủ tịch ủy ban; Lưu: VT',
      copies: '3',
      note: '',
    },
    voided: index === 1 ? 'Ghi nhầm ký hiệu' : null,
  })),
});

test('a book has a cover, the ten columns and every line, in Vietnamese letters', async () => {
  const pdf = await createBookPrinter().printBook(book(60));
  const read = await openExtractor().extract(pdf);
  assert.ok(read.ok, JSON.stringify(read));
  const { text, pages } = read.value;
  assert.ok(pages >= 3);
  const words = text.replace(/\s+/g, ' ');
  for (const { vi } of vn2026.registerBooks.out.columns) assert.ok(words.includes(vi), vi);
  assert.ok(words.includes('60/TTr-UBBC'));
  assert.ok(words.includes('Hủy số: Ghi nhầm ký hiệu'));
});

test('what a person typed is printed as typed and never run', async () => {
  const pdf = await createBookPrinter().printBook(book(3));
  const read = await openExtractor().extract(pdf);
  assert.ok(read.ok);
  const letters = (text: string) => text.replace(/\s+/g, '');
  assert.ok(letters(read.value.text).includes(letters(HOSTILE)));
});

test('the same book gives the same bytes', async () => {
  const printer = createBookPrinter();
  const [one, two] = [await printer.printBook(book(5)), await printer.printBook(book(5))];
  assert.deepEqual(one, two);
});
