import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openExtractor } from '../../adapters/extract/extractor.ts';
import { createPaperPrinter } from '../../adapters/pdf/typst-paper.ts';
import type { Paper } from '../ports/evidence/paper-printer.ts';

const paper: Paper = {
  superiorBody: 'Hội đồng bầu cử quốc gia',
  body: 'Ủy ban bầu cử thành phố An Lạc',
  number: 'Số: ……/BB-UBBC',
  placeAndDay: 'An Lạc, ngày 02 tháng 11 năm 2026',
  title: 'Biên bản',
  subtitle: 'Về việc bàn giao chứng cứ',
  to: null,
  blocks: [
    { kind: 'text', heading: 'I. Thành phần', lines: ['Bên giao: #panic("x") *không in đậm*'] },
    {
      kind: 'table',
      columns: [
        { title: 'Tệp', share: 1 },
        { title: 'SHA-256', share: 2 },
      ],
      rows: [['original.bin', 'a'.repeat(64)]],
    },
  ],
  signatures: [
    { role: 'Bên giao', name: 'Nguyễn Khánh Linh' },
    { role: 'Bên nhận', name: 'Hồ Tiến Dũng' },
  ],
  notice: 'Bản in từ hệ thống.',
};

test('a paper says what it was given word for word, and nothing typed is markup', async () => {
  const pdf = await createPaperPrinter().printPaper(paper);
  assert.deepEqual(await createPaperPrinter().printPaper(paper), pdf);
  const read = await openExtractor().extract(pdf);
  assert.ok(read.ok);
  const words = read.value.text.replace(/\u200b/g, '').replace(/\s+/g, ' ');
  for (const told of [
    'ỦY BAN BẦU CỬ THÀNH PHỐ AN LẠC',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Bên giao: #panic("x") *không in đậm*',
    'Hồ Tiến Dũng',
  ]) {
    assert.ok(words.includes(told), `${told} in ${words}`);
  }
  assert.ok(words.replaceAll(' ', '').includes('a'.repeat(64)));
});
