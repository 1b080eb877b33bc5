/**
 * Lays running text out on A4 pages as Decree 30/2020/NĐ-CP sets official documents (13 pt, 2 cm
 * margins, 3 cm at the binding edge). Widths are those of a Times face by class of letter, so that
 * the estimate of pages and the drawn pages agree without loading a font.
 */
export const A4 = { widthPt: 595, heightPt: 842 } as const;
export const MARGINS = { topPt: 57, leftPt: 85, rightPt: 57, bottomPt: 57 } as const;
export const FONT_PT = 13;
export const LINE_PT = 18;
export const TEXT_WIDTH_PT = A4.widthPt - MARGINS.leftPt - MARGINS.rightPt;

const LINES_PER_PAGE = Math.floor((A4.heightPt - MARGINS.topPt - MARGINS.bottomPt) / LINE_PT);
const LINE_EM = TEXT_WIDTH_PT / FONT_PT;

/** Lines of each page; always at least one page. A form feed ends a page. */
export function layOut(text: string): string[][] {
  const pages: string[][] = [];
  for (const sheet of text.split('\f')) {
    const lines = sheet.split('\n').flatMap(breakLine);
    do pages.push(lines.splice(0, LINES_PER_PAGE));
    while (lines.length > 0);
  }
  return pages;
}

function breakLine(paragraph: string): string[] {
  const lines: string[] = [];
  let line = '';
  let widthEm = 0;
  for (const word of paragraph.split(/(?<= )/)) {
    const wordEm = widthOf(word);
    if (widthEm + wordEm > LINE_EM && line !== '') {
      lines.push(line.trimEnd());
      line = '';
      widthEm = 0;
    }
    if (wordEm > LINE_EM) lines.push(...pieces(word));
    else {
      line += word;
      widthEm += wordEm;
    }
  }
  lines.push(line.trimEnd());
  return lines;
}

/** A word wider than a line, cut by count: nobody writes one, an attacker does. */
function pieces(word: string): string[] {
  const lettersPerLine = Math.floor(LINE_EM / WIDE_EM);
  const cut: string[] = [];
  for (let at = 0; at < word.length; at += lettersPerLine)
    cut.push(word.slice(at, at + lettersPerLine));
  return cut;
}

const WIDE_EM = 0.9;

function widthOf(word: string): number {
  let em = 0;
  for (const letter of word) {
    let known = KNOWN_EM.get(letter);
    if (known === undefined) {
      known = letterEm(letter);
      KNOWN_EM.set(letter, known);
    }
    em += known;
  }
  return em;
}

const KNOWN_EM = new Map<string, number>();

function letterEm(letter: string): number {
  if (/[ .,;:'’|!ijltfIíìỉĩị()/[\]-]/.test(letter)) return 0.29;
  if (/[mwMW—]/.test(letter)) return 0.85;
  if (/[\u1100-\uffdc]/.test(letter) && !/\p{Script=Latin}/u.test(letter)) return 1;
  if (/\p{Lu}/u.test(letter)) return 0.7;
  return 0.48;
}
