/** Writes Vietnamese as it was typed before Unicode: the inverse of `core/common/old-fonts.ts`. */
import { fromTcvn3, fromVni } from '../../../core/common/old-fonts.ts';

const range = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at));
const LATIN = range(0xa1, 0xff);

/** By the letter that a writing reads as; the shortest writing wins. */
function writingsOf(writings: readonly string[], read: (text: string) => string) {
  const found = new Map<string, string>();
  for (const writing of writings) {
    const letter = read(writing);
    if (letter !== writing && [...letter].length === 1 && !found.has(letter)) {
      found.set(letter, writing);
    }
  }
  return (text: string): string =>
    [...text.normalize('NFC')].map((letter) => found.get(letter) ?? letter).join('');
}

const small = writingsOf(LATIN, fromTcvn3);
/** Capitals with a tone were small letters of a capital font (`.VnTimeH`). */
export const toTcvn3 = (text: string): string =>
  small(
    [...text.normalize('NFC')]
      .map((letter) => (/[\p{Lu}]/u.test(letter) && letter > '~' ? letter.toLowerCase() : letter))
      .join(''),
  );

const BASES = [...'aeouyôöAEOUYÔÖ'];
export const toVni = writingsOf(
  [...LATIN, ...BASES.flatMap((base) => LATIN.map((mark) => base + mark))],
  fromVni,
);

/** Rich text with the letters as bytes of the code page, as Word 97 wrote it. */
export function makeOldRtf(lines: readonly string[], font: string): Buffer {
  const escaped = (line: string): string =>
    line.replace(/[\u00a1-\u00ff]/g, (letter) => `\\'${letter.charCodeAt(0).toString(16)}`);
  const text = lines.map((line) => `${escaped(line)}\\par\n`).join('');
  const table = `{\\fonttbl{\\f0\\fnil ${font};}}`;
  return Buffer.from(`{\\rtf1\\ansi\\ansicpg1252\\deff0${table}\\f0\n${text}}`, 'latin1');
}

const SPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** The body of a Word file whose runs name the font. */
export function oldWordBody(lines: readonly string[], font: string): string {
  const fonts = `<w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr>`;
  return lines
    .map((line) => `<w:p xmlns:w="${SPACE}"><w:r>${fonts}<w:t>${line}</w:t></w:r></w:p>`)
    .join('');
}
