/** How a passage comes to stand on a page: in cells, in columns, in lines, in captions. */
import type { Random } from './random.ts';

/** Lines of at most so many characters. */
export function linesOf(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + word.length >= width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}

/** A table read row by row: a number, a piece of the passage, figures of no meaning. */
export function tableCells(text: string, random: Random): string {
  const words = text.split(/\s+/);
  const rows: string[] = [];
  const cut = random.pick([' | ', '\t', '\n']);
  for (let at = 0; at < words.length; ) {
    const size = 6 + random.below(10);
    const piece = words.slice(at, at + size).join(' ');
    const figures = [random.below(1000), random.below(100)].map(String);
    rows.push([String(rows.length + 1), piece, ...figures].join(cut));
    at += size;
  }
  return rows.join('\n');
}

/** Two columns scanned straight across: each line of the passage beside a line of other text. */
export function twoColumns(text: string, other: string, random: Random): string {
  const width = 38 + random.below(20);
  const left = linesOf(text, width);
  const right = linesOf(other, width);
  const isLeft = random.share() < 0.5;
  return left
    .map((line, at) => {
      const beside = right.length === 0 ? '' : (right[at % right.length] as string);
      return isLeft ? `${line} ${beside}` : `${beside} ${line}`;
    })
    .join('\n');
}

/** As copied out of a printed page: hard lines, words cut at line ends, a page foot between. */
export function printedLines(text: string, random: Random): string {
  const lines = linesOf(text, 55 + random.below(25));
  const foot = random.below(lines.length);
  return lines
    .map((line, at) => {
      const broken = random.share() < 0.15 ? line.replace(/(\p{L}{2})(\p{L}+)$/u, '$1-\n$2') : line;
      return at === foot
        ? `${broken}\n\nTrang ${1 + random.below(40)}/${40 + random.below(9)}\n`
        : broken;
    })
    .join('\n');
}

export function caption(text: string, random: Random): string {
  const before = random.pick(['Ảnh: ', 'Đồ họa: ', '(Ảnh minh họa) ', 'Chú thích ảnh: ']);
  const after = random.pick([
    ' (Ảnh: CTV)',
    ' - Ảnh: bạn đọc cung cấp',
    '.',
    ' | Đồ họa: Tòa soạn',
  ]);
  return before + text.trim().replace(/[.;:]$/, '') + after;
}

/** The words of a passage as quotes of a few words, each in a sentence of the reporter's own. */
export function quotedInPieces(text: string, random: Random): string {
  const words = text.split(/\s+/);
  const leads = [
    'Văn bản viết',
    'Theo đó',
    'Tài liệu nêu',
    'Trong phần tiếp theo có đoạn',
    'Cũng theo nguồn tin này',
  ];
  const quotes: string[] = [];
  for (let at = 0; at < words.length; ) {
    const size = 9 + random.below(9);
    quotes.push(`${random.pick(leads)}: “${words.slice(at, at + size).join(' ')}”.`);
    at += size;
  }
  return quotes.join(' ');
}
