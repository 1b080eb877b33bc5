/**
 * A page of a TIFF as a PDF of one page, because PDF knows the same encodings (ISO 32000-1, 7.4)
 * and its reader is already here: the strips go over as they stand. Tiles, palettes and deep
 * colours, which no office scanner writes, are refused.
 */
import { FileStop } from '../file-stop.ts';
import { LIMITS } from '../limits.ts';
import { type TiffDirectory, tiffDirectories } from '../text/tiff.ts';
import { type PdfObject, writePdf } from './pdf-writer.ts';

const TAG = {
  bits: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  offsets: 273,
  samples: 277,
  rowsPerStrip: 278,
  counts: 279,
  predictor: 317,
  jpegTables: 347,
} as const;
const FAX_G4 = 4;
const JPEG = 7;
const FILTERS: Readonly<Record<number, string>> = {
  1: '',
  [FAX_G4]: '/Filter/CCITTFaxDecode',
  5: '/Filter/LZWDecode',
  [JPEG]: '/Filter/DCTDecode',
  8: '/Filter/FlateDecode',
  32946: '/Filter/FlateDecode',
  32773: '/Filter/RunLengthDecode',
};
const WHITE_IS_ZERO = 0;
const BLACK_IS_ZERO = 1;
const COLOURS = [WHITE_IS_ZERO, BLACK_IS_ZERO, 2, 6];

export function tiffPageAsPdf(file: Buffer, page: number): Buffer {
  const directory = tiffDirectories(file)[page - 1];
  if (!directory) throw new FileStop('page-missing');
  const { width, height } = directory;
  if (width * height > LIMITS.imagePixels) throw new FileStop('file-too-large', 'too-many-pixels');
  const strips = stripsOf(file, directory);
  const names = strips.map((_, at) => `/S${at} ${5 + at} 0 R`).join('');
  const rows = rowsPerStrip(directory);
  const placed = strips.map((_, at) => {
    const stripRows = Math.min(rows, height - at * rows);
    return `q ${width} 0 0 ${stripRows} 0 ${height - at * rows - stripRows} cm /S${at} Do Q`;
  });
  return writePdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Contents 4 0 R` +
      `/Resources<</XObject<<${names}>>>>>>`,
    { dictionary: '', stream: Buffer.from(placed.join('\n')) },
    ...strips,
  ]);
}

function rowsPerStrip({ height, values }: TiffDirectory): number {
  return Math.min(values(TAG.rowsPerStrip)[0] || height, height);
}

function stripsOf(file: Buffer, directory: TiffDirectory): PdfObject[] {
  const { height, values } = directory;
  const offsets = values(TAG.offsets);
  const counts = values(TAG.counts);
  const rows = rowsPerStrip(directory);
  if (offsets.length === 0 || offsets.length !== Math.ceil(height / rows))
    throw new FileStop('file-kind-unknown', 'tiff-not-drawn');
  const reversed = values(TAG.fillOrder)[0] === 2;
  return offsets.map((offset, at) => {
    const stream = file.subarray(offset, offset + (counts[at] ?? 0));
    const dictionary = imageDictionary(directory, Math.min(rows, height - at * rows));
    return { dictionary, stream: reversed ? reverseBits(stream) : stream };
  });
}

function imageDictionary({ width, values }: TiffDirectory, rows: number): string {
  const one = (tag: number, otherwise: number) => values(tag)[0] ?? otherwise;
  const compression = one(TAG.compression, 1);
  const filter = FILTERS[compression];
  const bits = one(TAG.bits, 1);
  const samples = one(TAG.samples, 1);
  const photometric = one(TAG.photometric, 0);
  const plain = [1, 8].includes(bits) && [1, 3].includes(samples) && COLOURS.includes(photometric);
  if (filter === undefined || !plain || values(TAG.jpegTables).length > 0)
    throw new FileStop('file-kind-unknown', 'tiff-not-drawn');
  // A fax strip decodes to black = 0 by itself; everything else follows the photometric tag.
  const inverted = photometric === (compression === FAX_G4 ? BLACK_IS_ZERO : WHITE_IS_ZERO);
  const parameters =
    compression === FAX_G4
      ? `/K -1/Columns ${width}/Rows ${rows}`
      : `/Predictor ${one(TAG.predictor, 1)}/Colors ${samples}/Columns ${width}` +
        `/BitsPerComponent ${bits}`;
  return (
    `/Type/XObject/Subtype/Image/Width ${width}/Height ${rows}/BitsPerComponent ${bits}` +
    `/ColorSpace/${samples === 3 ? 'DeviceRGB' : 'DeviceGray'}${filter}` +
    `/DecodeParms<<${parameters}>>${inverted && samples === 1 ? '/Decode[1 0]' : ''}`
  );
}

function reverseBits(bytes: Buffer): Buffer {
  return Buffer.from(
    bytes.map((byte) => {
      let reversed = 0;
      for (let bit = 0; bit < 8; bit += 1) reversed |= ((byte >> bit) & 1) << (7 - bit);
      return reversed;
    }),
  );
}
