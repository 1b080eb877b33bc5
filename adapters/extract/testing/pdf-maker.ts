/** Small PDFs for tests, written object by object. */
import { deflateSync } from 'node:zlib';
import { type PdfObject, writePdf } from '../worker/page/pdf-writer.ts';

/** Codes are UTF-16 units and mean themselves: text without a font file. */
const TO_UNICODE =
  '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def ' +
  '1 begincodespacerange <0000> <FFFF> endcodespacerange ' +
  '1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end';

export function makePdf(pages: readonly (readonly string[])[], mediaBox = '0 0 595 842'): Buffer {
  const kids = pages.map((_, at) => `${6 + at * 2} 0 R`).join(' ');
  return writePdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`,
    '<</Type/Font/Subtype/Type0/BaseFont/Tinos/Encoding/Identity-H' +
      '/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>',
    '<</Type/Font/Subtype/CIDFontType2/BaseFont/Tinos/DW 500/CIDSystemInfo' +
      '<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>',
    { dictionary: '', stream: Buffer.from(TO_UNICODE) },
    ...pages.flatMap((lines, at) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[${mediaBox}]/Contents ${7 + at * 2} 0 R` +
        '/Resources<</Font<</F 3 0 R>>>>>>',
      { dictionary: '', stream: Buffer.from(showLines(lines)) },
    ]),
  ]);
}

function showLines(lines: readonly string[]): string {
  const show = (line: string): string => {
    const codes = Buffer.from(line.normalize('NFC'), 'utf16le').swap16();
    return `<${codes.toString('hex')}> Tj 0 -18 Td`;
  };
  return `BT /F 13 Tf 85 780 Td ${lines.map(show).join('\n')} ET`;
}

type PageSize = { readonly width: number; readonly height: number };

/** A page that is only a picture, as a scanner makes it. */
export const makeScanPdf = (jpeg: Buffer, size: PageSize): Buffer => makeScansPdf([jpeg], size);

/** Likewise, a page for each picture. */
export function makeScansPdf(jpegs: readonly Buffer[], { width, height }: PageSize): Buffer {
  const kids = jpegs.map((_, at) => `${4 + at * 2} 0 R`).join(' ');
  return writePdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${jpegs.length}/Kids[${kids}]>>`,
    { dictionary: '', stream: Buffer.from('q 595 0 0 842 0 0 cm /I Do Q') },
    ...jpegs.flatMap((stream, at) => [
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R' +
        `/Resources<</XObject<</I ${5 + at * 2} 0 R>>>>>>`,
      {
        dictionary:
          '/Type/XObject/Subtype/Image/ColorSpace/DeviceRGB/BitsPerComponent 8' +
          `/Filter/DCTDecode/Width ${width}/Height ${height}`,
        stream,
      },
    ]),
  ]);
}

/** One page with these contents (deflated) and these extra objects, numbered from 5. */
export function makePageWith(
  contents: Buffer,
  more: readonly PdfObject[] = [],
  resources = '',
): Buffer {
  return writePdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<${resources}>>>>`,
    { dictionary: '/Filter/FlateDecode', stream: deflateSync(contents) },
    ...more,
  ]);
}
