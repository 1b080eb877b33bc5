/**
 * The clerk enters an arriving document in the incoming register (decree 26/2020 art. 4.6, 4.7;
 * decree 30/2020 art. 22). A named envelope is registered by its outside marks alone and not
 * opened; signs of opening, swap or damage are on record and reported at once.
 */
import type { z } from 'zod';
import type { receiveDocument as contract } from '../../contract/registry.ts';
import { type CalendarDate, yearOf } from '../../core/common/calendar-date.ts';
import type { Json } from '../../core/common/canonical-json.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import type { Received } from '../../core/document/document.ts';
import { parseWording, type Wording } from '../../core/document/proposal.ts';
import { lastProtectedDay } from '../../core/level/protection-period.ts';
import type { Actor } from '../ports/acts.ts';
import { admitGeneral } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import { put } from '../ports/rows.ts';
import { firstCopies } from './first-copies.ts';
import type { LineWords } from './line.ts';

type Input = z.output<typeof contract.body>;
type Entered = z.output<typeof contract.response>;
type Law = Parts['law'];

/** The wording inside the envelope; null while a named envelope stays closed. */
function openedWording(input: Input, today: CalendarDate): Outcome<Wording | null> {
  if (input.receivedOn > today) {
    return refuse({ code: 'date-in-future', facts: { field: 'receivedOn' } });
  }
  if (input.envelope.addressee !== null) {
    if (input.content === null) return permit(null);
    const { addressee } = input.envelope;
    return refuse({ code: 'envelope-not-yours', facts: { addressee } });
  }
  if (input.content === null) return refuse({ code: 'invalid-input', facts: { field: 'content' } });
  return parseWording({ level: input.level, summary: input.content.summary });
}

function received(law: Law, input: Input, wording: Wording | null): Received {
  const { content, level, issuingBody } = input;
  const receivedOn = input.receivedOn as CalendarDate;
  const determinedOn = (content?.datedOn ?? receivedOn) as CalendarDate;
  const common = {
    state: 'received',
    issuingBody: issuingBody.trim(),
    receivedOn,
    protectedUntil: lastProtectedDay(law, { level, determinedOn }),
  } as const;
  if (!wording || !content) return { ...common, opened: false, level };
  const { documentType, symbol, copyingAllowed } = content;
  const datedOn = content.datedOn as CalendarDate;
  return {
    ...common,
    ...wording,
    opened: true,
    content: { documentType, symbol, datedOn, copyingAllowed },
  };
}

function lineWords(input: Input, wording: Wording | null): LineWords {
  const { content, envelope } = input;
  return {
    level: input.level,
    documentType: content?.documentType ?? null,
    ...(wording?.summary === undefined ? {} : { summary: wording.summary }),
    symbol: content?.symbol ?? null,
    datedOn: (content?.datedOn ?? null) as CalendarDate | null,
    note: input.note.trim(),
    issuingBody: input.issuingBody.trim(),
    receiver: input.receiver.trim(),
    seal: envelope.seal,
    addressee: envelope.addressee,
  };
}

export function receive(
  { acts, law }: Pick<Parts, 'acts' | 'law'>,
  actor: Actor,
  input: Input,
): Promise<Outcome<Entered>> {
  return acts.perform(actor, { verb: 'registry.receive' }, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const { level } = input;
    const subject = await admitGeneral(eyes, actor, { action: 'register-in', level });
    if (!subject.ok) return subject;
    const wording = openedWording(input, world.today);
    if (!wording.ok) return wording;
    const year = yearOf(world.today);
    const number = await world.mine.registry.nextNumber('in', year);
    const [documentId, lineId] = [world.newId(), world.newId()];
    const document = put('document', {
      id: documentId,
      origin: 'incoming',
      drafterId: null,
      deciderId: null,
      registered: true,
      createdAt: world.now,
      protection: received(law, input, wording.value) as unknown as Json,
    });
    const line = put('register_line', {
      id: lineId,
      register: 'in',
      year,
      number,
      documentId,
      registeredOn: input.receivedOn as CalendarDate,
      line: lineWords(input, wording.value) as unknown as Json,
      voided: null,
    });
    const clerk = subject.value.personId;
    return permit({
      subject: { document: documentId },
      facts: { register: 'in', year, number, level, seal: input.envelope.seal },
      rows: [document, line, ...firstCopies(world, { documentId, clerk, count: input.copies })],
      value: { documentId, lineId, number },
    });
  });
}
