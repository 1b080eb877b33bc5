/**
 * Words that stand in code: the strings of a script, the data of a page, the text of a JSON file
 * whose letters are written as escapes. One pass, whatever quotes are left open.
 */
const QUOTES = new Set(['"', "'", '`']);
/** A string that says something has words; a name of a class or a key has none. */
const SAYS = /\p{L}[^\p{L}]{1,3}\p{L}/u;
const ESCAPE = /\\(?:u([\da-fA-F]{4})|u\{([\da-fA-F]{1,6})\}|x([\da-fA-F]{2})|([nrtbf])|([^\n]))/g;

export function decodeEscapes(text: string): string {
  const decode = (_: string, ...[four, braced, two, space, sign = '']: (string | undefined)[]) => {
    if (space) return ' ';
    const code = Number.parseInt(four ?? braced ?? two ?? '', 16);
    if (Number.isNaN(code)) return sign;
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  };
  return text.replace(ESCAPE, decode).toWellFormed();
}

/** Where the string that begins at `from` ends; -1 where its line ends first. */
function endOfString(code: string, from: number): number {
  const quote = code[from];
  for (let at = from + 1; at < code.length; at += 1) {
    const sign = code[at];
    if (sign === quote) return at;
    if (sign === '\n' && quote !== '`') return -1;
    if (sign === '\\') at += 1;
  }
  return -1;
}

/** A quote without an end is looked for once on its line: behind it stands no other of its kind. */
export function stringsOfCode(code: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < code.length; at += 1) {
    if (code[at] === '\\') at += 1;
    else if (QUOTES.has(code[at] ?? '')) {
      const end = endOfString(code, at);
      if (end < 0) continue;
      const words = decodeEscapes(code.slice(at + 1, end))
        .replace(/\s+/g, ' ')
        .trim();
      if (SAYS.test(words)) found.push(words);
      at = end;
    }
  }
  return found;
}

/** The lines of a text in which letters are written as escapes, with the letters themselves. */
export const escapedLines = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => /\\u\{?[\da-fA-F]{4}/.test(line))
    .map(decodeEscapes);
