/** A house with a document of a full page whose copies are marked, and an open incident on it. */
import type { PersonId } from '../../core/common/id.ts';
import { readPage } from '../../server/access/read-page.ts';
import { turnMarksOn } from '../../server/copying/turn-marks.ts';
import { openIncident } from '../../server/incident/open-incident.ts';
import { as } from '../house.ts';
import { granted, type LeakHouse } from '../leak.ts';
import { formOf } from './trials.ts';

/** One page, nearly full. */
export const LONG_TEXT = ['TỜ TRÌNH', ...formOf(21).paragraphs.slice(0, 12)].join('\n');

export type MarkCase = {
  readonly documentId: string;
  readonly incidentId: string;
  /** Two readers, each with need-to-know. */
  readonly readers: readonly [PersonId, PersonId];
  /** Asks: may see incidents, not the document. */
  readonly first: PersonId;
  /** Reads: may see both, and never read the document. */
  readonly second: PersonId;
};

export async function pictureOf(
  { parts }: LeakHouse,
  documentId: string,
  reader: PersonId,
): Promise<Uint8Array> {
  return granted(await readPage(parts, as(reader), { documentId, page: 1 })).bytes;
}

export async function markCase(house: LeakHouse): Promise<MarkCase> {
  const { parts } = house;
  const documentId = await house.addSecret(LONG_TEXT);
  const readers = [
    await house.addPerson({ level: 'mat' }),
    await house.addPerson({ level: 'mat' }),
  ] as const;
  for (const reader of readers) await house.letRead(documentId, reader);
  const second = await house.addPerson({ duties: ['registrar'], level: 'mat' });
  granted(await turnMarksOn(parts, as(house.decider), { documentId }));
  const input = { documentId, kind: 'exposure', text: 'Ảnh chụp lan truyền' } as const;
  const { incidentId } = granted(await openIncident(parts, as(second), input));
  return { documentId, incidentId, readers, first: house.officer, second };
}
