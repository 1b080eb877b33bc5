/**
 * Random identifiers (UUID version 4, lower case). Random on purpose: an id must not tell when a
 * secret was registered or how many there are. Made by the `Ids` port, parsed here.
 */
import type { Brand } from './brand.ts';

export type PersonId = Brand<string, 'PersonId'>;
export type UnitId = Brand<string, 'UnitId'>;
export type DocumentId = Brand<string, 'DocumentId'>;
export type CopyId = Brand<string, 'CopyId'>;
export type GrantId = Brand<string, 'GrantId'>;
export type ObjectName = Brand<string, 'ObjectName'>;
export type ArticleId = Brand<string, 'ArticleId'>;
export type MatchId = Brand<string, 'MatchId'>;
export type IncidentId = Brand<string, 'IncidentId'>;
export type EvidenceId = Brand<string, 'EvidenceId'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Parses any of the id types above; null for anything that is not a lower-case UUID. */
export function parseId<Id extends Brand<string, string>>(value: unknown): Id | null {
  return typeof value === 'string' && UUID.test(value) ? (value as Id) : null;
}
