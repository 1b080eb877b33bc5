import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openExtractor } from './extractor.ts';
import { docxParts } from './testing/office-maker.ts';
import { makeOldRtf, oldWordBody, toTcvn3, toVni } from './testing/old-font-maker.ts';
import { makeZip } from './testing/zip-maker.ts';

const LINES = [
  'Cộng hòa xã hội chủ nghĩa Việt Nam',
  'Độc lập, tự do, hạnh phúc',
  'Phương án nhân sự dự phòng của ủy ban bầu cử được giữ ở ngăn tủ riêng',
];
const extractor = openExtractor();

for (const [font, write, face] of [
  ['TCVN3', toTcvn3, '.VnTime'],
  ['VNI', toVni, 'VNI-Times'],
] as const) {
  const written = LINES.map(write);
  const files = {
    'text in bytes': Buffer.from(written.join('\r\n'), 'latin1'),
    'text in UTF-8': Buffer.from(written.join('\n')),
    'rich text': makeOldRtf(written, face),
    'Word file': makeZip(docxParts(oldWordBody(written, face))),
  };
  for (const [name, file] of Object.entries(files)) {
    test(`${font} in a ${name} is read as Unicode, and said`, async () => {
      const read = await extractor.extract(file);
      assert.ok(read.ok, JSON.stringify(read));
      const lines = read.value.text.split('\n').filter(Boolean);
      const wanted = font === 'VNI' ? LINES : LINES.map((line) => line.replace(/^Đ/, 'đ'));
      assert.deepEqual(lines, wanted);
      assert.ok(read.value.warnings.includes('old-font'), read.value.warnings.join());
    });
  }
}

test('what the old bytes really are decides: windows-1258 stays what it is', async () => {
  // "Việt Nam độc lập" as windows-1258 writes it: base letters with combining tones.
  const bytes = Buffer.from([
    ...Buffer.from('Vi'),
    ...[0xea, 0xf2],
    ...Buffer.from('t Nam '),
    ...[0xf0, 0xf4, 0xf2],
    ...Buffer.from('c l'),
    ...[0xe2, 0xf2],
    ...Buffer.from('p'),
  ]);
  const read = await extractor.extract(bytes);
  assert.ok(read.ok);
  assert.equal(read.value.text.trim(), 'Việt Nam độc lập');
  assert.ok(read.value.warnings.includes('legacy-encoding'));
});
