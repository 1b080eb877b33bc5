/** Figures as Vietnamese words: "12 %" as "mười hai phần trăm". */

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const GROUPS = ['', ' nghìn', ' triệu', ' tỷ'] as const;
/** A whole number or decimal that is no part of a document number, a date or a word. */
const FIGURE = new RegExp(
  String.raw`(?<![\p{L}\p{N}/.,-])` +
    String.raw`(\d{1,3}(?:\.\d{3})+|\d{1,9})(?:,(\d{1,3}))?` +
    String.raw`(?![\p{L}\p{N}/-]|[.,]\d)`,
  'gu',
);

const digit = (value: number): string => DIGITS[value] as string;

function belowHundred(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  if (tens === 0) return digit(ones);
  const start = tens === 1 ? 'mười' : `${digit(tens)} mươi`;
  if (ones === 0) return start;
  if (ones === 5) return `${start} lăm`;
  return `${start} ${ones === 1 && tens > 1 ? 'mốt' : digit(ones)}`;
}

function belowThousand(value: number, isFirst: boolean): string {
  const [hundreds, rest] = [Math.floor(value / 100), value % 100];
  if (hundreds === 0 && isFirst) return belowHundred(rest);
  const start = `${digit(hundreds)} trăm`;
  if (rest === 0) return start;
  return rest < 10 ? `${start} linh ${digit(rest)}` : `${start} ${belowHundred(rest)}`;
}

/** 0 to 999,999,999,999. */
export function numberInWords(value: number): string {
  if (value === 0) return digit(0);
  const words: string[] = [];
  for (let group = GROUPS.length - 1; group >= 0; group--) {
    const part = Math.floor(value / 1000 ** group) % 1000;
    if (part === 0) continue;
    words.push(`${belowThousand(part, words.length === 0)}${GROUPS[group]}`);
  }
  return words.join(' ');
}

export function countFigures(text: string): number {
  return text.match(FIGURE)?.length ?? 0;
}

export function figuresInWords(text: string): string {
  const rewritten = text.replace(FIGURE, (_, whole: string, decimals: string | undefined) => {
    const words = numberInWords(Number(whole.replaceAll('.', '')));
    if (decimals === undefined) return words;
    return `${words} phẩy ${[...decimals].map((each) => digit(Number(each))).join(' ')}`;
  });
  return rewritten.replace(/ ?%/g, ' phần trăm');
}
