/**
 * The clerk numbers a determined document, enters it in the outgoing register before anything is
 * handed over, and its numbered copies come into being (decree 63/2026; decree 26/2020 art. 4.1;
 * decree 30/2020 art. 15).
 */

import { yearOf } from '../../core/common/calendar-date.ts';
import type { Json } from '../../core/common/canonical-json.ts';
import type { PersonId } from '../../core/common/id.ts';
import { invariant } from '../../core/common/invariant.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import { decideDocument } from '../../core/document/decide-document.ts';
import type { Determined } from '../../core/document/document.ts';
import { parseSymbol, printNumberAndSymbol } from '../../core/numbering/symbol.ts';
import type { Actor } from '../ports/acts.ts';
import { admit } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import { put } from '../ports/rows.ts';
import { firstCopies } from './first-copies.ts';
import type { LineWords } from './line.ts';

export type IssueInput = {
  readonly documentId: string;
  readonly symbol: string;
  readonly signedBy: string;
  readonly keeper: string;
  readonly note: string;
};

export type Issued = {
  readonly documentId: string;
  readonly lineId: string;
  readonly number: number;
  readonly numberAndSymbol: string;
  readonly copies: number;
};

function lineWords(document: Determined, input: IssueInput, signer: string): LineWords {
  return {
    level: document.level,
    documentType: document.documentType,
    ...(document.level === 'tuyet-mat' ? {} : { summary: document.summary }),
    symbol: input.symbol,
    datedOn: null,
    note: input.note.trim(),
    signer,
    recipients: document.recipients,
    keeper: input.keeper.trim(),
    copies: document.copies,
  };
}

export function issue(
  { acts, law }: Pick<Parts, 'acts' | 'law'>,
  actor: Actor,
  input: IssueInput,
): Promise<Outcome<Issued>> {
  const { documentId } = input;
  const attempt = { verb: 'registry.issue', subject: { document: documentId } } as const;
  return acts.perform(actor, attempt, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const admitted = await admit(eyes, actor, { action: 'issue', documentId });
    if (!admitted.ok) return admitted;
    const symbol = parseSymbol(input.symbol);
    if (!symbol) return refuse({ code: 'invalid-input', facts: { field: 'symbol' } });
    const signer = await world.mine.people.loadPerson(input.signedBy);
    if (!signer) return refuse({ code: 'invalid-input', facts: { field: 'signedBy' } });
    const year = yearOf(world.today);
    const number = await world.mine.registry.nextNumber('out', year);
    const { document, file, subject } = admitted.value;
    const signedBy = input.signedBy as PersonId;
    const act = { verb: 'issue', number, symbol, signedBy } as const;
    const next = decideDocument({ law, document, act, actor: subject, on: world.today });
    if (!next.ok) return next;
    const issued = next.value;
    invariant(issued.state === 'determined', 'issuing leaves the document determined');
    const lineId = world.newId();
    const line = put('register_line', {
      id: lineId,
      register: 'out',
      year,
      number,
      documentId,
      registeredOn: world.today,
      line: lineWords(issued, input, signer.person.fullName) as unknown as Json,
      voided: null,
    });
    const row = put('document', {
      ...file,
      registered: true,
      protection: issued as unknown as Json,
    });
    const numberAndSymbol = printNumberAndSymbol(number, symbol);
    // After a voided number the copies are there already, and keep their numbers.
    const former = await world.mine.documents.loadCopies(documentId);
    const copies =
      former.length > 0
        ? []
        : firstCopies(world, { documentId, clerk: subject.personId, count: issued.copies });
    return permit({
      facts: { register: 'out', year, number, copies: issued.copies },
      rows: [row, line, ...copies],
      value: { documentId, lineId, number, numberAndSymbol, copies: issued.copies },
    });
  });
}
