/** An incident with its evidence, from a leak house; and a hand-over package as files by path. */
import type { PersonId } from '../core/common/id.ts';
import { invariant } from '../core/common/invariant.ts';
import { utf8 } from '../core/common/sha256.ts';
import { packageEvidence } from '../server/evidence/package.ts';
import { preserveEvidence } from '../server/evidence/preserve.ts';
import { viewCustody } from '../server/evidence/view-custody.ts';
import { viewIncident } from '../server/incident/view-incident.ts';
import type { Parts } from '../server/ports/parts.ts';
import { confirmMatch } from '../server/watch/confirm-match.ts';
import { importArticles } from '../server/watch/import-articles.ts';
import { as } from './house.ts';
import { granted, LEAKING_NEWS, type LeakHouse } from './leak.ts';

export const PAGE = utf8(
  `<!doctype html><meta charset="utf-8"><title>Hậu trường</title><h1>Hậu trường</h1><p>${LEAKING_NEWS}</p>`,
);

export type EvidenceCase = { readonly incidentId: string; readonly evidenceId: string };

/** The officer takes the page in and confirms the match. */
export async function evidenceCase(house: LeakHouse, page = PAGE): Promise<EvidenceCase> {
  const { parts, officer } = house;
  granted(await importArticles(parts, as(officer), { fileName: 'bai.html', file: page }));
  const open = await parts.acts.read({ kind: 'clock' }, ({ watch }) =>
    watch.listMatches({ state: 'open', limit: 1 }),
  );
  const [match] = open;
  invariant(match, 'the article matched');
  const judged = { matchId: match.id, reason: 'Trùng nguyên văn' };
  const { incidentId } = granted(await confirmMatch(parts, as(officer), judged));
  const view = granted(await viewIncident(parts, as(officer), { incidentId }));
  const [evidence] = view.evidence;
  invariant(evidence, 'the incident has evidence');
  return { incidentId, evidenceId: evidence.evidenceId };
}

export const RECEIVER = {
  receiverBody: 'Cơ quan An ninh điều tra thành phố An Lạc',
  receiverName: 'Phan Văn Điều',
  minutesNo: '12/BB-UBBC',
  place: 'An Lạc',
};

export async function packageFiles(
  parts: Parts,
  custodian: PersonId,
  which: EvidenceCase,
): Promise<Map<string, Uint8Array>> {
  // What other outlets publish of the same story is evidence of the same incident.
  const { evidence } = granted(await viewCustody(parts, as(custodian), which));
  for (const { evidenceId } of evidence.filter(({ custodian: keeper }) => keeper === null)) {
    granted(await preserveEvidence(parts, as(custodian), { ...which, evidenceId }));
  }
  const input = { incidentId: which.incidentId, ...RECEIVER };
  const { bytes } = granted(await packageEvidence(parts, as(custodian), input));
  return readStoredZip(bytes);
}

/** The files of a ZIP in which everything is stored as it is, without its one outer folder. */
export function readStoredZip(bytes: Uint8Array): Map<string, Uint8Array> {
  const zip = Buffer.from(bytes);
  const files = new Map<string, Uint8Array>();
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50; ) {
    const size = zip.readUInt32LE(at + 18);
    const nameEnd = at + 30 + zip.readUInt16LE(at + 26);
    const from = nameEnd + zip.readUInt16LE(at + 28);
    const name = zip.subarray(at + 30, nameEnd).toString('utf8');
    files.set(name.slice(name.indexOf('/') + 1), new Uint8Array(zip.subarray(from, from + size)));
    at = from + size;
  }
  return files;
}
