/** How a leaked passage may be disguised or spoilt: each function rewrites one text. */
import type { Random } from './random.ts';

const TELEX_TONES: Readonly<Record<string, string>> = {
  '\u0301': 's',
  '\u0300': 'f',
  '\u0309': 'r',
  '\u0303': 'x',
  '\u0323': 'j',
};
const VNI_TONES: Readonly<Record<string, string>> = {
  '\u0301': '1',
  '\u0300': '2',
  '\u0309': '3',
  '\u0303': '4',
  '\u0323': '5',
};
const CIRCUMFLEX = '\u0302';
const BREVE = '\u0306';
const HORN = '\u031b';

const withoutMarks = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');

export const withoutDiacritics = withoutMarks;
export const decomposed = (text: string): string => text.normalize('NFD');
export const upperCase = (text: string): string => text.toUpperCase();

/** "hòa" as "hoà" and back: the tone stands on the other vowel of oa, oe, uy. */
export function otherTonePlaces(text: string): string {
  const tones = '\u0300\u0301\u0303\u0309\u0323';
  const earlier = new RegExp(`([oO])([${tones}])([aeAE])(?![a-zA-Z])`, 'gu');
  const later = new RegExp(`([uU])([${tones}])([yY])(?![a-zA-Z])`, 'gu');
  const moved = text.normalize('NFD').replace(earlier, '$1$3$2').replace(later, '$1$3$2');
  return moved.normalize('NFC');
}

export function telex(text: string): string {
  return text.replace(/\p{L}+/gu, (word) => {
    let typed = '';
    let tone = '';
    for (const letter of word.normalize('NFD')) {
      if (letter === 'đ' || letter === 'Đ') typed += letter === 'đ' ? 'dd' : 'DD';
      else if (letter === CIRCUMFLEX) typed += typed.slice(-1);
      else if (letter === BREVE || letter === HORN) typed += 'w';
      else if (TELEX_TONES[letter]) tone = TELEX_TONES[letter] ?? '';
      else typed += letter;
    }
    return typed + tone;
  });
}

export function vni(text: string): string {
  return text.replace(/\p{L}+/gu, (word) => {
    let typed = '';
    let tone = '';
    for (const letter of word.normalize('NFD')) {
      if (letter === 'đ' || letter === 'Đ') typed += letter === 'đ' ? 'd9' : 'D9';
      else if (letter === CIRCUMFLEX) typed += '6';
      else if (letter === BREVE) typed += '8';
      else if (letter === HORN) typed += '7';
      else if (VNI_TONES[letter]) tone = VNI_TONES[letter] ?? '';
      else typed += letter;
    }
    return typed + tone;
  });
}

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  o: 'о',
  p: 'р',
  x: 'х',
  y: 'у',
  i: 'і',
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  n: 'ո',
  h: 'һ',
  v: 'ν',
};
const WIDE_OFFSET = 0xfee0;
const INVISIBLE = ['\u200b', '\u200c', '\u200d', '\u00ad', '\u2060', '\ufeff'];

export function hiddenCharacters(text: string, random: Random): string {
  let result = '';
  for (const letter of text) {
    const look = random.share() < 0.3 ? LOOK_ALIKES[letter] : undefined;
    result += look ?? letter;
    if (random.share() < 0.1) result += random.pick(INVISIBLE);
  }
  return result;
}

/** Every letter that has a look-alike in another script is that. */
export function lookAlikes(text: string): string {
  return text.replace(/[A-Za-z]/g, (letter) => LOOK_ALIKES[letter] ?? letter);
}

export function invisibles(text: string, random: Random): string {
  return text.replace(/\p{L}/gu, (letter) =>
    random.share() < 0.2 ? letter + random.pick(INVISIBLE) : letter,
  );
}

/** Half of the words decomposed, half as they are. */
export function mixedForms(text: string, random: Random): string {
  return text.replace(/\S+/g, (word) => (random.share() < 0.5 ? word.normalize('NFD') : word));
}

/** Letters, digits and signs of ASCII in the forms as wide as an ideograph. */
export function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + WIDE_OFFSET));
}

/** Digits for letters, as those write who want to slip through a filter. */
export function digitsForLetters(text: string, share: number, random: Random): string {
  const digits: Readonly<Record<string, string>> = {
    o: '0',
    i: '1',
    e: '3',
    a: '4',
    s: '5',
    g: '9',
  };
  return text.replace(/[oieasg]/g, (letter) =>
    random.share() < share ? (digits[letter] ?? letter) : letter,
  );
}

/** Blanks lost and blanks put within words. */
export function torn(text: string, share: number, random: Random): string {
  return text.replace(/ |\p{L}(?=\p{L})/gu, (piece) => {
    if (piece === ' ') return random.share() < share ? '' : ' ';
    return random.share() < share / 4 ? `${piece} ` : piece;
  });
}

const MISREAD: Readonly<Record<string, string>> = {
  a: 'o',
  b: 'h',
  c: 'e',
  d: 'đ',
  e: 'c',
  g: 'q',
  h: 'b',
  i: 'l',
  l: '1',
  m: 'n',
  n: 'u',
  o: 'a',
  q: 'g',
  r: 'n',
  t: 'l',
  u: 'n',
  v: 'y',
  y: 'v',
  đ: 'd',
  I: 'l',
  O: '0',
  S: '5',
  B: '8',
};

function misread(letter: string, random: Random): string {
  const kind = random.share();
  const bare = withoutMarks(letter);
  if (/\s/.test(letter)) return kind < 0.5 ? '' : '\n';
  if (kind < 0.5 && bare !== letter) return bare;
  if (kind < 0.5 && /[aeiouy]/i.test(letter)) {
    return (letter + random.pick(['\u0301', '\u0300', '\u0309', '\u0323'])).normalize('NFC');
  }
  if (kind < 0.8) return MISREAD[bare] ?? bare;
  if (kind < 0.88) return '';
  if (kind < 0.94) return `${letter} `;
  return letter + random.pick(['.', 'i', 'l', "'", ',']);
}

/** Noise as of character recognition: this share of characters is spoilt, mostly diacritics. */
export function misprinted(text: string, share: number, random: Random): string {
  let result = '';
  for (const letter of text) {
    result += random.share() < share ? misread(letter, random) : letter;
  }
  return result;
}

type Editing = {
  readonly share: number;
  readonly words: readonly string[];
  readonly random: Random;
};

/** Replaces this share of words by words of the same language. */
export function substituted(text: string, { share, words, random }: Editing): string {
  return text.replace(/\S+/g, (word) => (random.share() < share ? random.pick(words) : word));
}

/** A third each left out, put in, replaced. */
export function edited(text: string, { share, words, random }: Editing): string {
  return text.replace(/\S+/g, (word) => {
    if (random.share() >= share) return word;
    const kind = random.below(3);
    const other = random.pick(words);
    return kind === 0 ? '' : kind === 1 ? `${word} ${other}` : other;
  });
}
