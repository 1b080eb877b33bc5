/**
 * Closed lists that stand twice: as a tuple in core and as a CHECK list in the database. The tidy
 * test reads the second from the migrations and compares. Each CHECK list has its row here.
 */
import { GRANT_KINDS } from '../core/access/access-facts.ts';
import { POWERS } from '../core/authority/legal-post.ts';
import { COPY_KINDS } from '../core/copy/copy.ts';
import { DOCUMENT_STATES, ORIGINS } from '../core/document/document.ts';
import { CUSTODY_STEPS } from '../core/evidence/custody-chain.ts';
import { EVIDENCE_ITEMS } from '../core/evidence/evidence.ts';
import { INCIDENT_KINDS, INCIDENT_STATES } from '../core/incident/incident.ts';
import { MARK_REQUEST_STATES } from '../core/incident/mark-reading.ts';
import { LEVELS } from '../core/level/level.ts';
import { REGISTERS } from '../core/numbering/series.ts';
import { DUTIES } from '../core/person/duty.ts';
import { PERSON_STATUSES } from '../core/person/person.ts';
import { RELEASE_STATES } from '../core/publication/release.ts';
import {
  COMPARISONS,
  PUBLICATION_MEDIA,
  REQUEST_STATES,
  TEXT_KINDS,
} from '../core/publication/request.ts';
import { OBJECT_KINDS } from '../core/vault/label.ts';
import { LIST_CHANGES } from '../core/watch/public-list.ts';

export const CHECK_LISTS: Readonly<Record<string, readonly string[]>> = {
  'access_grant.kind': GRANT_KINDS,
  'assignment.duty': DUTIES,
  'clearance.level': LEVELS,
  'copy.kind': COPY_KINDS,
  'delegation.level': LEVELS,
  'delegation.power': POWERS,
  'document.level': LEVELS,
  'document.origin': ORIGINS,
  'document.state': DOCUMENT_STATES,
  'evidence_item.kind': EVIDENCE_ITEMS,
  'evidence_step.kind': CUSTODY_STEPS,
  'incident.kind': INCIDENT_KINDS,
  'incident.state': INCIDENT_STATES,
  'mark_request.state': MARK_REQUEST_STATES,
  'person.status': PERSON_STATUSES,
  'public_list.change': LIST_CHANGES,
  'publication_record.comparison': COMPARISONS,
  'publication_request.medium': PUBLICATION_MEDIA,
  'publication_request.state': REQUEST_STATES,
  'publication_text.kind': TEXT_KINDS,
  'register_line.register': REGISTERS,
  'release_item.state': RELEASE_STATES,
  'vault_object.kind': OBJECT_KINDS,
};
