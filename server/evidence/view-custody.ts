/** Who keeps the evidence of an incident, what is kept of it, and where it went. No content. */
import type { CustodyView, EvidenceCustody } from '../../contract/evidence.ts';
import { GENERAL_ACTION_RULES } from '../../core/access/action.ts';
import { mayPerform } from '../../core/access/may-perform.ts';
import { type Outcome, permit } from '../../core/common/refusal.ts';
import { custodyAfter, findBreak } from '../../core/evidence/custody-chain.ts';
import {
  EVIDENCE_ITEMS,
  type EvidenceItem,
  type EvidenceWarning,
} from '../../core/evidence/evidence.ts';
import type { Actor } from '../ports/acts.ts';
import { namesOf } from '../ports/document-line.ts';
import type { Eyes } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import type { KeptItem } from '../ports/readers.ts';
import type { EvidencePackageRow, EvidenceRow, EvidenceStepRow } from '../ports/rows.ts';
import { admitCase, stepOf } from './admit-evidence.ts';

type NameOf = (personId: string) => string;
type Named = { readonly personId: string; readonly name: string };

export type Receiver = {
  readonly receiverBody: string;
  readonly receiverName: string;
  readonly minutesNo: string;
};

const wordsOf = ({ words }: EvidenceStepRow) =>
  words as unknown as { readonly text?: string; readonly warnings?: readonly EvidenceWarning[] };

function itemView({ kind, sha256, object, madeAt }: KeptItem): EvidenceCustody['items'][number] {
  // The table holds the kind to the words of core.
  const known = kind as EvidenceCustody['items'][number]['kind'];
  return { kind: known, sha256, sizeBytes: object.plainSizeBytes, madeAt };
}

const inOrder = (one: { kind: EvidenceItem }, other: { kind: EvidenceItem }): number =>
  EVIDENCE_ITEMS.indexOf(one.kind) - EVIDENCE_ITEMS.indexOf(other.kind);

async function custodyOf(
  { readers }: Eyes,
  { id, source }: EvidenceRow,
  nameOf: NameOf,
): Promise<EvidenceCustody> {
  const items = await readers.incidents.listItems(id);
  const rows = await readers.incidents.listSteps(id);
  const chain = rows.map(stepOf);
  const { custodian, offeredTo } = custodyAfter(chain);
  const named = (personId: string | null): Named | null =>
    personId === null ? null : { personId, name: nameOf(personId) };
  const isStamped = items.some(({ kind }) => kind === 'time-stamp');
  const said = rows.flatMap((row) => wordsOf(row).warnings ?? []);
  return {
    evidenceId: id,
    source,
    items: items.map(itemView).sort(inOrder),
    warnings: said.filter((warning) => !(isStamped && /authority/.test(warning))),
    stampedAt: items.find(({ kind }) => kind === 'time-stamp')?.madeAt ?? null,
    custodian: named(custodian),
    offeredTo: named(offeredTo),
    steps: chain.map(({ kind, at, by, to }, index) => {
      const row = rows[index];
      const text = row ? (wordsOf(row).text ?? '') : '';
      return { kind, at, by: { personId: by, name: nameOf(by) }, to: named(to), text };
    }),
    unbroken: findBreak(chain) === null,
  };
}

function packageView({ id, madeAt, madeBy, sha256, receiver }: EvidencePackageRow, nameOf: NameOf) {
  const to = receiver as unknown as Receiver; // Written by `evidence.package` alone.
  const by = { personId: madeBy, name: nameOf(madeBy) };
  return { packageId: id, madeAt, by, ...to, sha256 };
}

/** Who may take evidence over; whether they knew the document is judged when it is offered. */
async function receiversOf({ readers, now }: Eyes, me: string): Promise<Named[]> {
  const receivers: Named[] = [];
  const { duties } = GENERAL_ACTION_RULES['see-incidents'];
  for (const { personId, fullName: name } of await readers.names.listOnDuty(duties)) {
    if (personId === me) continue;
    const subject = await readers.people.loadSubject(personId);
    if (!subject || !mayPerform({ action: 'see-incidents', subject, at: now }).ok) continue;
    receivers.push({ personId, name });
  }
  return receivers;
}

export function viewCustody(
  { acts, clock, timeStamper }: Pick<Parts, 'acts' | 'clock' | 'timeStamper'>,
  actor: Actor,
  { incidentId }: { readonly incidentId: string },
): Promise<Outcome<CustodyView>> {
  return acts.read(actor, async (readers) => {
    const eyes = { readers, now: clock.now() };
    const admitted = await admitCase(eyes, actor, incidentId);
    if (!admitted.ok) return admitted;
    const { subject, evidence } = admitted.value;
    const nameOf = await namesOf(readers);
    const custody: EvidenceCustody[] = [];
    for (const row of evidence) custody.push(await custodyOf(eyes, row, nameOf));
    const packages = await readers.incidents.listPackages(incidentId);
    return permit({
      evidence: custody,
      packages: packages.map((row) => packageView(row, nameOf)),
      canStamp: timeStamper.authority !== null,
      receivers: await receiversOf(eyes, subject.personId),
    });
  });
}
