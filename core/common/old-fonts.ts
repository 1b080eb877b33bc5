/**
 * Two font encodings of old Vietnamese texts, which no standard charset name declares: TCVN3 (ABC,
 * the upper half of TCVN 5712:1993 VN3, the fonts `.VnTime` and their kin) and VNI for Windows.
 * Both reuse the letters of Latin-1. Called by whatever reads files: outside the collector, inside
 * the bounded process.
 */
import { countMarkedWords, vietnameseShare } from './syllable.ts';

/** Letter of the code page by the Latin-1 letter that has its code. */
const TCVN3_TABLE = new Map<string, string>();

const place = (codePoint: number, letters: string): void => {
  for (const [index, letter] of [...letters].entries()) {
    TCVN3_TABLE.set(String.fromCodePoint(codePoint + index), letter);
  }
};
place(0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ');
place(0xb5, 'àảãáạ');
place(0xbb, 'ằẳẵắ');
place(0xc6, 'ặầẩẫấậè');
place(0xce, 'ẻẽéẹềểễếệìỉ');
place(0xdc, 'ĩíịò');
place(0xe1, 'ỏõóọồổỗốộờởỡớợù');
place(0xf1, 'ủũúụừửữứựỳỷỹýỵ');

/** `text`: TCVN3 bytes read as Latin-1. Capitals with a tone come out small: the font made them. */
export function fromTcvn3(text: string): string {
  return text.replace(/[\u00a1-\u00fe]/g, (letter) => TCVN3_TABLE.get(letter) ?? letter);
}

const ACUTE = '\u0301';
const GRAVE = '\u0300';
const HOOK = '\u0309';
const TILDE = '\u0303';
const DOT = '\u0323';
const [CIRCUMFLEX, BREVE] = ['\u0302', '\u0306'];

/** What a VNI letter adds to the letter before it. */
const VNI_MARKS: Readonly<Record<string, string>> = {
  ù: ACUTE,
  ø: GRAVE,
  û: HOOK,
  õ: TILDE,
  ï: DOT,
  â: CIRCUMFLEX,
  á: CIRCUMFLEX + ACUTE,
  à: CIRCUMFLEX + GRAVE,
  å: CIRCUMFLEX + HOOK,
  ã: CIRCUMFLEX + TILDE,
  ä: CIRCUMFLEX + DOT,
  ê: BREVE,
  é: BREVE + ACUTE,
  è: BREVE + GRAVE,
  ú: BREVE + HOOK,
  ü: BREVE + TILDE,
  ë: BREVE + DOT,
};
const VNI_LETTERS: Readonly<Record<string, string>> = {
  ô: 'ơ',
  ö: 'ư',
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
  ñ: 'đ',
};

const inCaseOf = (model: string, letter: string): string =>
  model === model.toLowerCase() ? letter : letter.toUpperCase();

function vniLetter(letter: string): string {
  const plain = VNI_LETTERS[letter.toLowerCase()];
  return plain === undefined ? letter : inCaseOf(letter, plain);
}

/** `text`: VNI bytes read as Latin-1. */
export function fromVni(text: string): string {
  const composed = text.replace(
    /([aeouyôö])([ùøûõïâáàåãäêéèúüë])|[ôöíìæóòîñ]/gi,
    (whole, base?: string, mark?: string) => {
      const added = mark === undefined ? undefined : VNI_MARKS[mark.toLowerCase()];
      return base === undefined || added === undefined ? vniLetter(whole) : vniLetter(base) + added;
    },
  );
  return composed.normalize('NFC');
}

export type OldFont = 'tcvn3' | 'vni';

/** A font encoding must read this much better before the text as it stands is given up. */
const CLEARLY_BETTER = 0.3;
const READS_WELL = 0.5;

/**
 * The text as its font made it look, when that reads clearly better as Vietnamese; else null.
 * `latin`: bytes read as Latin-1, or a text in which the letters of Latin-1 stand for others.
 * `plainShare`: how much of the text reads as Vietnamese as it stands.
 */
export function readOldFont(
  latin: string,
  plainShare = vietnameseShare(latin),
): { readonly text: string; readonly charset: OldFont; readonly share: number } | null {
  const [tcvn3, vni] = [fromTcvn3(latin), fromVni(latin)].map((text) => ({
    text,
    share: vietnameseShare(text),
  })) as [{ text: string; share: number }, { text: string; share: number }];
  const [charset, best] =
    vni.share > tcvn3.share ? (['vni', vni] as const) : (['tcvn3', tcvn3] as const);
  const isBetter = best.share >= READS_WELL && best.share >= plainShare + CLEARLY_BETTER;
  return isBetter ? { ...best, charset } : null;
}

/** Letters and signs of Latin-1 that no Vietnamese text in Unicode has in its words. */
const FOREIGN = /[¡-¿ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿ]/;
/** Fewer of them may be the French or German of a name. */
const ENOUGH_WORDS = 4;

const CONVERTERS = { tcvn3: fromTcvn3, vni: fromVni } as const;

/** The old font that those lines are written in which cannot be Vietnamese as they stand. */
function oldFontOf(lines: readonly string[]): OldFont | null {
  const foreign = lines.filter((line) => FOREIGN.test(line)).join('\n');
  if (countMarkedWords(foreign).words < ENOUGH_WORDS) return null;
  return readOldFont(foreign)?.charset ?? null;
}

/**
 * A text of which all, or some lines, were typed in an old font, in Unicode; other lines stay as
 * they are. `font`: null when none was found, and the text is the one given. Linear in the text.
 */
export function convertOldFonts(text: string): { text: string; font: OldFont | null } {
  const lines = text.split('\n');
  const font = oldFontOf(lines);
  if (font === null) return { text, font };
  const convert = CONVERTERS[font];
  const converted = lines.map((line) => {
    if (!/[\u00a1-\u00ff]/.test(line)) return line;
    const other = convert(line);
    return vietnameseShare(other) >= vietnameseShare(line) + CLEARLY_BETTER ? other : line;
  });
  return { text: converted.join('\n'), font };
}
