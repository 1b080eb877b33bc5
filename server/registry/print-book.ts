/**
 * The register of a year as the printed, signed and bound book that the law still asks for (decree
 * 26/2020 art. 4.12). It shows the lines that the printing person may see, all of them or none: a
 * book with holes would be a false book.
 */
import { printDate } from '../../core/common/calendar-date.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import type { Register } from '../../core/numbering/series.ts';
import { printNumber } from '../../core/numbering/symbol.ts';
import type { Actor } from '../ports/acts.ts';
import type { Book } from '../ports/book-printer.ts';
import { admitGeneral } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import type { RegisterLineRow } from '../ports/rows.ts';
import { registerLine, type Voided } from './line.ts';

type Input = { readonly register: Register; readonly year: number };
type PrintParts = Pick<Parts, 'acts' | 'clock' | 'law' | 'bookPrinter'>;

const NOTICE =
  'Bản in từ sổ điện tử; ký, đóng dấu giáp lai và đóng quyển theo quy định về công tác văn thư.';

async function allLines(lines: AsyncIterable<RegisterLineRow>): Promise<RegisterLineRow[]> {
  const rows: RegisterLineRow[] = [];
  for await (const row of lines) rows.push(row);
  return rows;
}

function bookOf(
  law: Parts['law'],
  { register, year }: Input,
  page: {
    readonly rows: readonly RegisterLineRow[];
    readonly body: string;
    readonly superior: string;
  },
): Book {
  const { rows, body, superior } = page;
  const rule = law.registerBooks[register];
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    cover: {
      superiorBody: superior,
      body,
      title: rule.vi,
      year,
      firstDay: first ? printDate(first.registeredOn) : '',
      lastDay: last ? printDate(last.registeredOn) : '',
      firstNumber: first ? printNumber(first.number) : '',
      lastNumber: last ? printNumber(last.number) : '',
      volume: 1,
      notice: NOTICE,
    },
    columns: rule.columns.map(({ code, vi }) => ({ code, title: vi })),
    lines: rows.map((row) => ({
      cells: registerLine(law, row).cells,
      voided: (row.voided as unknown as Voided | null)?.reason ?? null,
    })),
  };
}

export async function printBook(
  { acts, clock, law, bookPrinter }: PrintParts,
  actor: Actor,
  input: Input,
): Promise<Outcome<{ bytes: Uint8Array; fileName: string }>> {
  const { register, year } = input;
  const book = await acts.read<Outcome<Book>>(actor, async (readers) => {
    const eyes = { readers, now: clock.now() };
    const subject = await admitGeneral(eyes, actor, { action: 'see-register' });
    if (!subject.ok) return subject;
    const rows = await allLines(readers.registry.streamLines(register, year));
    const given = (await readers.registry.nextNumber(register, year)) - 1;
    const whole = rows.length === given && rows.every(({ number }, at) => number === at + 1);
    const agency = await readers.people.loadAgency();
    if (!whole || !agency) return refuse({ code: 'clearance-too-low' });
    return permit(bookOf(law, input, { rows, body: agency.name, superior: agency.superiorName }));
  });
  // Collected outside the lane, for it may be long; the attempt is on record, refused or not.
  const done = await acts.perform<Book>(actor, { verb: 'registry.print' }, async () =>
    book.ok
      ? permit({ facts: { register, year, lines: book.value.lines.length }, value: book.value })
      : book,
  );
  if (!done.ok) return done;
  const bytes = await bookPrinter.printBook(done.value);
  return permit({ bytes, fileName: `so-${register === 'out' ? 'di' : 'den'}-${year}.pdf` });
}
