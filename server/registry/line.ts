/**
 * A line of a register as the book shows it: cells by column code. The words are those of the
 * moment of registration, as in a bound book. A Tuyệt mật line has no summary.
 */
import type { RegisterLine } from '../../contract/registry.ts';
import type { CalendarDate } from '../../core/common/calendar-date.ts';
import { printDate } from '../../core/common/calendar-date.ts';
import type { Level } from '../../core/level/level.ts';
import { printNumber } from '../../core/numbering/symbol.ts';
import type { Regime } from '../../regimes/vn-2026/regime.ts';
import type { RegisterLineRow } from '../ports/rows.ts';

/** The part of a line that its row keeps as JSON. */
export type LineWords = {
  readonly level: Level;
  readonly documentType: string | null;
  /** Absent at Tuyệt mật: the table itself refuses the key. */
  readonly summary?: string;
  readonly symbol: string | null;
  readonly datedOn: CalendarDate | null;
  readonly note: string;
  /** Outgoing. */
  readonly signer?: string;
  readonly recipients?: readonly string[];
  readonly keeper?: string;
  readonly copies?: number;
  /** Incoming. */
  readonly issuingBody?: string;
  readonly receiver?: string;
  readonly seal?: string;
  readonly addressee?: string | null;
};

export type Voided = { readonly on: CalendarDate; readonly reason: string };

export const wordsOfLine = (row: RegisterLineRow): LineWords => row.line as unknown as LineWords;

const day = (date: CalendarDate | null): string => (date === null ? '' : printDate(date));

function typeAndSummary(law: Regime, words: LineWords): string {
  const type = law.documentTypes.find(({ code }) => code === words.documentType)?.vi ?? '';
  return words.summary ? `${type}: ${words.summary}` : type;
}

function cellsOf(law: Regime, row: RegisterLineRow): Record<string, string> {
  const words = wordsOfLine(row);
  const common = {
    symbol: words.symbol ?? '',
    'type-and-summary': typeAndSummary(law, words),
    level: law.levels[words.level].vi,
    note: words.note,
  };
  if (row.register === 'out') {
    return {
      ...common,
      number: printNumber(row.number),
      symbol: words.symbol === null ? '' : `${printNumber(row.number)}/${words.symbol}`,
      'dated-on': day(row.registeredOn),
      signer: words.signer ?? '',
      recipients: (words.recipients ?? []).join('; '),
      keeper: words.keeper ?? '',
      copies: String(words.copies ?? ''),
    };
  }
  return {
    ...common,
    line: printNumber(row.number),
    number: printNumber(row.number),
    'received-on': day(row.registeredOn),
    'issuing-body': words.issuingBody ?? '',
    'dated-on': day(words.datedOn),
    receiver: words.receiver ?? '',
  };
}

export function registerLine(law: Regime, row: RegisterLineRow): RegisterLine {
  return {
    lineId: row.id,
    documentId: row.documentId,
    register: row.register as RegisterLine['register'],
    year: row.year,
    number: row.number,
    registeredOn: row.registeredOn,
    cells: cellsOf(law, row),
    level: wordsOfLine(row).level,
    voided: row.voided as unknown as Voided | null,
  };
}
