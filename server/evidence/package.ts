/**
 * The hand-over package for the investigating body (law art. 25.3): by the custodian of every
 * piece. First the act that opens the evidence copies, then the package, then the act that keeps
 * the hash of the whole; its entry with its proof is the seal of the package.
 */
import { corruption } from '../../core/common/fault.ts';
import {
  type Outcome,
  permit,
  permitUnless,
  type Refusal,
  refuse,
} from '../../core/common/refusal.ts';
import { utf8 } from '../../core/common/sha256.ts';
import { type Bag, formatManifest, packBag } from '../../core/evidence/bag.ts';
import { decideCustody } from '../../core/evidence/custody-chain.ts';
import { SEAL, TAG_MANIFEST_FACT } from '../../core/evidence/package-layout.ts';
import type { Actor } from '../ports/acts.ts';
import type { Eyes } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import { put } from '../ports/rows.ts';
import { type AdmittedCase, admitCase, knowersOf, stepOf } from './admit-evidence.ts';
import {
  allNames,
  type Case,
  type ContentParts,
  contentsOf,
  entriesOn,
  type Piece,
  provenEntry,
} from './package-contents.ts';
import type { Receiver } from './view-custody.ts';

type PackageParts = ContentParts & Pick<Parts, 'seal'>;
type Input = Receiver & { readonly incidentId: string; readonly place: string };
type Admitted = AdmittedCase & { readonly pieces: readonly Piece[] };

async function admitPacking(
  eyes: Eyes,
  actor: Actor,
  incidentId: string,
): Promise<Outcome<Admitted>> {
  const admitted = await admitCase(eyes, actor, incidentId);
  if (!admitted.ok) return admitted;
  const { incidents } = eyes.readers;
  const by = admitted.value.subject.personId;
  const pieces: Piece[] = [];
  const finds = await incidents.loadFinds(incidentId);
  const refusals: Refusal[] = [];
  for (const row of admitted.value.evidence) {
    const steps = await incidents.listSteps(row.id);
    const chain = steps.map(stepOf);
    const act = { kind: 'packaged' } as const;
    const decided = decideCustody({ chain, act, by, knowers: knowersOf(row) });
    if (!decided.ok) refusals.push(...decided.refusals);
    const find = finds.find(({ id }) => id === row.id) ?? null;
    pieces.push({ row, find, steps, items: await incidents.listItems(row.id) });
  }
  return permitUnless(refusals, { ...admitted.value, pieces });
}

/** On record before the first byte of an evidence copy is read. */
function open(parts: PackageParts, actor: Actor, { incidentId }: Input): Promise<Outcome<Case>> {
  const { acts, seal } = parts;
  const attempt = { verb: 'evidence.open', subject: { incident: incidentId } } as const;
  return acts.perform<Case>(actor, attempt, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    const admitted = await admitPacking(eyes, actor, incidentId);
    if (!admitted.ok) return admitted;
    if (seal.status().state !== 'open') return refuse({ code: 'vault-sealed' });
    const { incident, subject, pieces } = admitted.value;
    const agency = await world.all.people.loadAgency();
    return permit({
      subject: { document: incident.documentId },
      facts: { pieces: pieces.length },
      value: {
        incident,
        pieces,
        agency,
        giver: subject.personId,
        at: world.now,
        nameOf: (personId) => personId,
      },
    });
  });
}

type Packed = { readonly bag: Bag; readonly input: Input };

function enter(
  { acts }: PackageParts,
  actor: Actor,
  { bag, input }: Packed,
): Promise<Outcome<null>> {
  const { incidentId, receiverBody, receiverName, minutesNo } = input;
  const attempt = { verb: 'evidence.package', subject: { incident: incidentId } } as const;
  return acts.perform(actor, attempt, async (world) => {
    const eyes = { readers: world.mine, now: world.now };
    // Asked again: the evidence may have changed hands while the package was made.
    const admitted = await admitPacking(eyes, actor, incidentId);
    if (!admitted.ok) return admitted;
    const { incident, subject, pieces } = admitted.value;
    const by = subject.personId;
    return permit({
      subject: { document: incident.documentId },
      facts: { [TAG_MANIFEST_FACT]: bag.sha256, pieces: pieces.length, files: bag.files.size },
      rows: [
        put('evidence_package', {
          id: world.newId(),
          incidentId,
          madeAt: world.now,
          madeBy: by,
          sha256: bag.sha256,
          receiver: { receiverBody, receiverName, minutesNo },
        }),
        ...pieces.map(({ row, steps }) =>
          put('evidence_step', {
            id: world.newId(),
            evidenceId: row.id,
            step: steps.length + 1,
            kind: 'packaged',
            at: world.now,
            byId: by,
            toId: null,
            words: { text: `${receiverBody}, ${receiverName}` },
          }),
        ),
      ],
      value: null,
    });
  });
}

/** The entry of the package just entered, with its proof and the key: outside the manifests. */
async function sealOf(
  parts: PackageParts,
  { incident }: Case,
  { sha256 }: Bag,
): Promise<Map<string, Uint8Array>> {
  const entries = await entriesOn(parts, incident);
  const own = entries.find(
    ({ entry }) => entry.verb === 'evidence.package' && entry.facts[TAG_MANIFEST_FACT] === sha256,
  );
  if (!own) throw corruption('ledger_entry', 'the entry of a package is missing');
  const { entry, proof } = await provenEntry(parts, own.index);
  const files = new Map([
    [SEAL.entry, entry],
    [SEAL.proof, proof],
    [SEAL.vkey, utf8(`${parts.ledgerSigner.vkey}\n`)],
  ]);
  return new Map([...files, [SEAL.sums, utf8(formatManifest(files))]]);
}

export async function packageEvidence(
  parts: PackageParts,
  actor: Actor,
  input: Input,
): Promise<Outcome<{ bytes: Uint8Array; fileName: string }>> {
  const opened = await open(parts, actor, input);
  if (!opened.ok) return opened;
  const nameOf = await allNames(parts);
  const all = { ...opened.value, nameOf, giver: nameOf(opened.value.giver) };
  const bag = packBag(await contentsOf(parts, all, input));
  const entered = await enter(parts, actor, { bag, input });
  if (!entered.ok) return entered;
  const files = new Map([...bag.files, ...(await sealOf(parts, all, bag))]);
  // Below one folder of its own, as RFC 8493 §4 wants it.
  const name = `goi-ban-giao-${bag.sha256.slice(0, 12)}`;
  const placed = new Map([...files].map(([path, bytes]) => [`${name}/${path}`, bytes]));
  return permit({ bytes: parts.packageKit.zip(placed), fileName: `${name}.zip` });
}
