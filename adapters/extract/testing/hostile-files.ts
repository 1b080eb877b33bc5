/** Files made to break readers. Each says which codes are a right answer to its reading. */
import { deflateSync, gzipSync } from 'node:zlib';
import type { ExtractionCode } from '../../../server/ports/extractor.ts';
import {
  docxParts,
  makeDocx,
  makeRepeatingOds,
  wordDocument,
  wordParagraphs,
} from './office-maker.ts';
import { makePageWith, makePdf } from './pdf-maker.ts';
import { makePng } from './picture-maker.ts';
import { deflateBomb, makeZip } from './zip-maker.ts';

export type HostileFile = {
  readonly name: string;
  readonly make: () => Buffer;
  /** `ok` where a bounded reading is as right as a refusal. */
  readonly answers: readonly (ExtractionCode | 'ok')[];
};

const MIB = 1024 * 1024;
const BOUNDS = ['time-limit', 'memory-limit', 'output-limit'] as const;

function docxWith(part: Parameters<typeof makeZip>[0][number]): Buffer {
  return makeZip([...docxParts('').filter(({ name }) => name !== part.name), part]);
}

function nestedZip(depth: number): Buffer {
  let zip = makeZip([{ name: 'a.txt', bytes: 'a' }]);
  for (let level = 0; level < depth; level += 1) zip = makeZip([{ name: 'a.zip', bytes: zip }]);
  return zip;
}

function laughs(): string {
  const names = Array.from({ length: 10 }, (_, level) => {
    const inside = level === 0 ? 'ha' : `&l${level - 1};`.repeat(10);
    return `<!ENTITY l${level} "${inside}">`;
  });
  return `<!DOCTYPE d [${names.join('')}]>`;
}

function jpegOf({ width, height }: { width: number; height: number }): Buffer {
  const frame = Buffer.from('ffd8ffc0001108000000000301220002110103110100', 'hex');
  frame.writeUInt16BE(height, 7);
  frame.writeUInt16BE(width, 9);
  return frame;
}

export const HOSTILE_ARCHIVES: readonly HostileFile[] = [
  {
    name: 'a 1 MB document whose text inflates to 1 GB',
    make: () =>
      docxWith({
        name: 'word/document.xml',
        bytes: deflateBomb(1_024),
        deflated: true,
        declaredBytes: 1_024 * MIB,
      }),
    answers: ['output-limit'],
  },
  {
    name: 'a part that declares 10 bytes and inflates to 1 GB',
    make: () =>
      docxWith({
        name: 'word/document.xml',
        bytes: deflateBomb(1_024),
        deflated: true,
        declaredBytes: 10,
      }),
    answers: ['output-limit', 'file-unreadable'],
  },
  {
    name: 'a part that declares 4 GB and holds little',
    make: () =>
      docxWith({ name: 'word/document.xml', bytes: wordDocument(''), declaredBytes: 2 ** 32 - 2 }),
    answers: ['file-unreadable'],
  },
  { name: '60 archives one in another', make: () => nestedZip(60), answers: ['file-kind-unknown'] },
  {
    name: 'a document of 10,000 parts',
    make: () => makeDocxOfParts(9_990),
    answers: ['ok', ...BOUNDS],
  },
  {
    name: 'a document of 30,000 parts',
    make: () => makeDocxOfParts(30_000),
    answers: ['output-limit'],
  },
  {
    name: 'two parts of one name',
    make: () => makeZip([...docxParts(''), ...docxParts('')]),
    answers: ['file-unreadable'],
  },
  {
    name: 'a part named to climb out of its folder',
    make: () => makeZip([...docxParts(''), { name: '../../../etc/cron.d/x.xml', bytes: 'x' }]),
    answers: ['file-unreadable'],
  },
  {
    name: 'entities that expand a billionfold',
    make: () =>
      docxWith({ name: 'word/document.xml', bytes: `${laughs()}<w:document>&l9;</w:document>` }),
    answers: ['file-unreadable'],
  },
  {
    name: 'an outside entity in UTF-16',
    make: () => {
      const xml = '\ufeff<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><d>&a;</d>';
      return docxWith({ name: 'word/document.xml', bytes: Buffer.from(xml, 'utf16le') });
    },
    answers: ['file-unreadable'],
  },
  {
    name: '200,000 elements one in another',
    make: () =>
      docxWith({
        name: 'word/document.xml',
        bytes: wordDocument('<w:p>'.repeat(200_000) + '</w:p>'.repeat(200_000)),
      }),
    answers: ['ok', 'file-unreadable', 'process-died', ...BOUNDS],
  },
  {
    name: '100 MB of true paragraphs in a small document',
    make: () =>
      docxWith({
        name: 'word/document.xml',
        bytes: wordDocument(wordParagraphs(Array<string>(1_200_000).fill('Tuyệt mật'))),
      }),
    answers: [...BOUNDS, 'file-unreadable'],
  },
  {
    name: 'one cell repeated 17 thousand million times',
    make: makeRepeatingOds,
    answers: ['ok', 'file-unreadable', ...BOUNDS],
  },
  {
    name: 'a PDF and an archive in one file',
    make: () => Buffer.concat([makePdf([['a']]), makeDocx(['b'])]),
    answers: ['file-kind-unknown'],
  },
  {
    name: 'a picture and an archive in one file',
    make: () => Buffer.concat([makePng({ width: 4, height: 4 }), makeDocx(['b'])]),
    answers: ['file-kind-unknown'],
  },
];

function makeDocxOfParts(count: number): Buffer {
  const more = Array.from({ length: count }, (_, at) => ({
    name: `word/header${at}.xml`,
    bytes: wordDocument('<w:p/>'),
  }));
  return makeZip([...docxParts('<w:p><w:r><w:t>a</w:t></w:r></w:p>'), ...more]);
}

export const HOSTILE_PAGES: readonly HostileFile[] = [
  {
    name: 'a PDF that declares a thousand million pages',
    make: () => replaced(makePdf([['a']]), '/Count 1/', '/Count 1000000000/'),
    answers: ['ok', 'output-limit', 'file-unreadable'],
  },
  {
    name: 'a PDF of 6,000 true pages',
    make: () => makePdf(Array<string[]>(6_000).fill(['a'])),
    answers: ['output-limit'],
  },
  {
    name: 'a PDF whose page tree holds itself',
    make: () => replaced(makePdf([['a'], ['b']]), '/Kids[6 0 R 8 0 R]', '/Kids[2 0 R 2 0 R]'),
    answers: ['ok', 'file-unreadable', 'process-died', ...BOUNDS],
  },
  {
    name: 'a PDF whose stream is as long as itself says',
    make: () => replaced(makePdf([['a']]), '/Length', '/Length 7 0 R/L'),
    answers: ['ok', 'file-unreadable', ...BOUNDS],
  },
  {
    name: 'a PDF whose tables of contents go round',
    make: () => replaced(makePdf([['a']]), '/Root 1 0 R', '/Root 1 0 R/Prev 9'),
    answers: ['ok', 'file-unreadable', ...BOUNDS],
  },
  {
    name: 'a PDF form that draws itself',
    make: () =>
      makePageWith(
        Buffer.from('/X Do'),
        [
          {
            dictionary:
              '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>',
            stream: Buffer.from('/X Do /X Do'),
          },
        ],
        '/XObject<</X 5 0 R>>',
      ),
    answers: ['ok', 'file-unreadable', 'process-died', ...BOUNDS],
  },
  {
    name: 'forms that draw forms, ten times each, twelve deep',
    make: () =>
      makePageWith(
        Buffer.from('/X5 Do'),
        Array.from({ length: 12 }, (_, at) => ({
          dictionary:
            '/Type/XObject/Subtype/Form/BBox[0 0 9 9]' +
            `/Resources<</XObject<</X${at + 6} ${at + 6} 0 R>>>>`,
          stream: Buffer.from(`/X${at + 6} Do `.repeat(10)),
        })),
        '/XObject<</X5 5 0 R>>',
      ),
    answers: ['ok', 'file-unreadable', 'process-died', ...BOUNDS],
  },
  {
    name: 'page contents that inflate to 600 MB',
    make: () => makePageWith(Buffer.alloc(600 * MIB, 'q Q ')),
    answers: ['ok', 'file-unreadable', 'process-died', ...BOUNDS],
  },
  {
    name: 'an array of 20 million numbers',
    make: () =>
      Buffer.concat([
        Buffer.from('%PDF-1.7\n1 0 obj['),
        Buffer.alloc(40 * MIB, '1 '),
        Buffer.from(']endobj trailer<</Root 1 0 R>>'),
      ]),
    answers: ['file-unreadable', ...BOUNDS],
  },
  {
    name: 'dictionaries one in another without end',
    make: () => Buffer.from(`%PDF-1.7\n1 0 obj${'<</A'.repeat(500_000)}`),
    answers: ['file-unreadable', 'process-died', ...BOUNDS],
  },
];

function replaced(file: Buffer, from: string, to: string): Buffer {
  return Buffer.from(file.toString('latin1').replace(from, to), 'latin1');
}

export const HOSTILE_OTHERS: readonly HostileFile[] = [
  {
    name: 'a PNG that declares 100,000 × 100,000 pixels',
    make: () => makePng({ width: 100_000, height: 100_000 }),
    answers: ['file-too-large'],
  },
  {
    name: 'a JPEG that declares 65,535 × 65,535 pixels',
    make: () => jpegOf({ width: 65_535, height: 65_535 }),
    answers: ['file-too-large'],
  },
  {
    name: 'a PNG of 49 million true pixels in 50 kB',
    make: () => {
      const size = { width: 7_000, height: 7_000 };
      return makePng(size, deflateSync(Buffer.alloc((size.width + 1) * size.height)));
    },
    answers: ['ok', 'file-unreadable', ...BOUNDS],
  },
  {
    name: 'a PNG whose rows inflate to far more than it declares',
    make: () => makePng({ width: 100, height: 100 }, deflateSync(Buffer.alloc(400 * MIB))),
    answers: ['ok', 'file-unreadable', ...BOUNDS],
  },
  {
    name: 'a TIFF whose pages go in a circle',
    make: () => {
      const file = Buffer.alloc(14);
      file.write('II*\0\x08', 'latin1');
      file.writeUInt32LE(8, 10);
      return file;
    },
    answers: ['file-unreadable'],
  },
  {
    name: 'RTF groups that never end',
    make: () => Buffer.concat([Buffer.from('{\\rtf1'), Buffer.alloc(10 * MIB, '{')]),
    answers: ['file-unreadable'],
  },
  {
    name: 'RTF of 150 MB of control words',
    make: () => Buffer.concat([Buffer.from('{\\rtf1'), Buffer.alloc(150 * MIB, '\\b1 a')]),
    answers: ['file-unreadable', ...BOUNDS],
  },
  {
    name: 'a text of one line of 190 MB',
    make: () => Buffer.alloc(190_000_000, 'mật '),
    answers: [...BOUNDS],
  },
  {
    name: 'a web page of a million elements one in another',
    make: () => Buffer.from(`<!DOCTYPE html><html>${'<div>'.repeat(1_000_000)}a`),
    answers: ['ok', 'file-unreadable', 'process-died', ...BOUNDS],
  },
  {
    name: 'a web page of 100,000 emphases never closed',
    make: () => Buffer.from(`<!DOCTYPE html><html>${'<p><b><i><a>'.repeat(100_000)}a`),
    answers: ['ok', 'file-unreadable', 'process-died', ...BOUNDS],
  },
];

export const HOSTILE_CAPTURES: readonly HostileFile[] = [
  {
    name: 'a feed whose entities expand a billionfold',
    make: () =>
      Buffer.from(`${laughs()}<rss><channel><item><title>&l9;</title></item></channel></rss>`),
    answers: ['file-unreadable'],
  },
  {
    name: 'a feed of a million elements one in another',
    make: () => Buffer.from(`<rss>${'<a>'.repeat(1_000_000)}`),
    answers: ['ok', 'file-unreadable', ...BOUNDS],
  },
  {
    name: 'a web archive of 1 GB in 1 MB',
    make: () =>
      gzipSync(Buffer.concat([Buffer.from('WARC/1.0\r\n'), Buffer.alloc(600 * MIB, 'a')])),
    answers: ['ok', 'file-unreadable', ...BOUNDS],
  },
  {
    name: 'a web archive record that declares 10^15 bytes',
    make: () =>
      Buffer.from(
        'WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 1000000000000000\r\n' +
          'Content-Type: application/http\r\n\r\n' +
          'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>a',
      ),
    answers: ['ok', 'file-unreadable', ...BOUNDS],
  },
  {
    name: 'a JSON line of 20 million brackets',
    make: () => Buffer.from(`{"text":${'['.repeat(20_000_000)}`),
    answers: ['ok', 'file-unreadable', 'process-died', ...BOUNDS],
  },
  {
    name: 'an archive member that inflates to 1 GB',
    make: () => {
      const bytes = deflateBomb(1_024, 'a');
      return makeZip([{ name: 'a.txt', bytes, deflated: true, declaredBytes: 1_024 * MIB }]);
    },
    answers: ['output-limit'],
  },
  { name: 'archives in archives', make: () => nestedZip(60), answers: ['ok'] },
];
