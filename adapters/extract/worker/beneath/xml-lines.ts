/**
 * All words of one XML part, a line for each paragraph, whatever the element says about showing
 * them. Two passes of one pattern each, so that no nesting and no entity can make it slow.
 */
const PARAGRAPH_ENDS = /<\/(?:\w{1,10}:)?(?:p|h|si|row|c|comment)>|<(?:\w{1,10}:)?(?:br|cr|tab)\b/g;
const TAG = /<[^>]{0,100000}>/g;
/** Descriptions of pictures, hints and errors of cells, who commented or changed. */
const ATTRIBUTES = 'descr|title|alt|tooltip|prompt|promptTitle|error|errorTitle|author';
const SAID_IN_ATTRIBUTES = new RegExp(`\\s(?:\\w{1,10}:)?(?:${ATTRIBUTES})="([^"]{1,5000})"`, 'g');
/** Labels of fields, variables of a document, names of sheets and of cells. */
const ELEMENTS = 'alias|tag|docVar|sheet|definedName';
const SAID_BY_ELEMENTS = new RegExp(
  `<(?:\\w{1,10}:)?(?:${ELEMENTS})\\s(?:[^<>]{0,500}\\s)?(?:\\w{1,10}:)?` +
    '(?:val|name)="([^"<>]{1,5000})"',
  'g',
);

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function decodeEntities(text: string): string {
  return text.replace(/&(#x?[\da-f]{1,6}|\w{2,4});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const isHex = name[1] === 'x' || name[1] === 'X';
    const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

const tidyLines = (text: string): string[] =>
  decodeEntities(text)
    .toWellFormed()
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');

/** `eachElement`: properties, where every element is a line of its own. */
export function linesOfXml(xml: string, { eachElement }: { eachElement: boolean }): string[] {
  const plain = xml.replace(/[\r\n]+/g, ' ');
  const broken = eachElement
    ? plain.replace(TAG, '\n')
    : plain.replace(PARAGRAPH_ENDS, '\n$&').replace(TAG, '');
  const said = [...xml.matchAll(SAID_IN_ATTRIBUTES), ...xml.matchAll(SAID_BY_ELEMENTS)].map(
    ([, words]) => words ?? '',
  );
  return [...tidyLines(broken), ...tidyLines(said.join('\n'))];
}
