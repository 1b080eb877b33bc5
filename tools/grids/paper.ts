/** What every printed paper needs: its head, a table in Markdown, and how to show a citation. */
import { type Citation, mayPrintAsLaw } from '../../core/common/citation.ts';

export type Paper = { readonly file: string; readonly text: string };

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Wording that is not confirmed is practice (thực tiễn), never law. */
export function cite({ instrument, article, certainty }: Citation): string {
  const place = /^\d/.test(article) ? `Điều ${article}` : article;
  const kind = mayPrintAsLaw({ instrument, article, certainty }) ? '' : ', thực tiễn · practice';
  return `${place}, ${instrument} [${certainty}${kind}]`;
}

export type Head = {
  readonly file: string;
  readonly vi: string;
  readonly en: string;
  /** Where the table stands in the code. */
  readonly from: readonly string[];
};

export function paper(head: Head, parts: readonly string[]): Paper {
  const sources = head.from.map((path) => `\`${path}\``).join(', ');
  const note = `In từ · printed from ${sources} by \`tools/print-grids.ts\`.`;
  return {
    file: head.file,
    text: `${[`# ${head.vi} · ${head.en}`, note, ...parts].join('\n\n')}\n`,
  };
}

export const YES = '✔';
export const NO = '·';
