/** A document as one line of a list: shared by every feature that lists documents. */
import { isDeclassified } from '../../core/access/access-facts.ts';
import type { CalendarDate, Instant } from '../../core/common/calendar-date.ts';
import {
  type DocumentState,
  type DocumentStateName,
  levelOf,
  type Origin,
} from '../../core/document/document.ts';
import type { Level } from '../../core/level/level.ts';
import { factsOf } from './gate.ts';
import type { DocumentFile, Readers } from './readers.ts';

export type DocumentLine = {
  readonly documentId: string;
  readonly origin: Origin;
  readonly state: DocumentStateName;
  readonly level: Level | null;
  readonly documentType: string | null;
  /** Null at Tuyệt mật and for an unopened envelope. */
  readonly summary: string | null;
  readonly symbol: string | null;
  readonly createdAt: Instant;
  readonly protectedUntil: CalendarDate | null;
  readonly declassified: boolean;
};

function wordsOf(state: DocumentState): { documentType: string | null; summary: string | null } {
  switch (state.state) {
    case 'draft':
    case 'proposed':
    case 'returned': {
      const { documentType, summary } = state.proposal;
      return { documentType, summary: summary ?? null };
    }
    case 'determined':
    case 'embargoed':
      return { documentType: state.documentType, summary: state.summary ?? null };
    case 'received':
      return state.opened
        ? { documentType: state.content.documentType, summary: state.summary ?? null }
        : { documentType: null, summary: null };
    case 'not-secret':
    case 'void':
      return { documentType: null, summary: null };
  }
}

function symbolOf(state: DocumentState): string | null {
  if (state.state === 'determined') {
    return state.issue && `${String(state.issue.number).padStart(2, '0')}/${state.issue.symbol}`;
  }
  return state.state === 'received' && state.opened ? state.content.symbol : null;
}

export function documentLine(file: DocumentFile, at: Instant): DocumentLine {
  const { protection } = file;
  return {
    documentId: file.id,
    origin: file.origin,
    state: protection.state,
    level: levelOf(protection),
    ...wordsOf(protection),
    symbol: symbolOf(protection),
    createdAt: file.createdAt,
    protectedUntil: 'protectedUntil' in protection ? protection.protectedUntil : null,
    declassified: isDeclassified(factsOf(file), at),
  };
}

/** Names for ids; an id of nobody prints as itself. */
export async function namesOf(readers: Readers): Promise<(personId: string) => string> {
  const people = await readers.names.listNames();
  const names = new Map(people.map(({ personId, fullName }) => [personId, fullName]));
  return (personId) => names.get(personId) ?? personId;
}
