/** All readers over one set of eyes. */
import type { Readers } from '../../server/ports/readers.ts';
import { accessReader } from './access.ts';
import { copyMarkReader } from './copying/copy-mark-reader.ts';
import { permitReader } from './copying/permits.ts';
import { deskReader, handlingReader, wordingReader } from './desk.ts';
import { documentReader } from './documents.ts';
import { incidentReader } from './incidents.ts';
import { intakeReader } from './intake/intake-reader.ts';
import { keptReader } from './intake/kept-reader.ts';
import { ledgerReader } from './ledger.ts';
import { listReader } from './lists/list-reader.ts';
import { nameReader, peopleReader } from './people.ts';
import { publicationReader, releaseReader } from './publication.ts';
import { registryReader } from './registry.ts';
import type { Queryable } from './scope.ts';
import { watchReader } from './watch.ts';

export function readersOf(db: Queryable): Readers {
  return {
    people: peopleReader(db),
    names: nameReader(db),
    documents: documentReader(db),
    registry: registryReader(db),
    access: accessReader(db),
    watch: watchReader(db),
    intake: intakeReader(db),
    kept: keptReader(db),
    desk: deskReader(db),
    wordings: wordingReader(db),
    lists: listReader(db),
    handlings: handlingReader(db),
    copyMarks: copyMarkReader(db),
    permits: permitReader(db),
    incidents: incidentReader(db),
    publication: publicationReader(db),
    releases: releaseReader(db),
    ledger: ledgerReader(db),
  };
}
