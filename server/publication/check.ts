/**
 * The leak check before publication (law art. 5: nothing secret is posted). The text is compared
 * and forgotten; the check is in the ledger, without a word of it, before anything is answered.
 */
import type { FileVerdict, PublicationVerdict } from '../../contract/publication.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import type { Actor } from '../ports/acts.ts';
import { type FindParts, type Found, findProtected } from '../ports/find-protected.ts';
import { admitGeneral, type Eyes } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import { linesOf, listAdvisers, readShared, type Shared } from '../ports/shared-passages.ts';

type Text = { readonly text: string; readonly warnings: string[] };
type Judged = Text & { readonly verdict: PublicationVerdict };

/** A longer one is checked in parts: one text must not hold up everybody else for seconds. */
const MOST_CHARACTERS = 4_000_000;

const admitChecking = (eyes: Eyes, actor: Actor) =>
  admitGeneral(eyes, actor, { action: 'check-text' });

/** The documents that the person was given: only one of these can be read. */
async function givenTo({ acts, clock }: FindParts, actor: Actor): Promise<ReadonlySet<string>> {
  if (actor.kind !== 'person') return new Set();
  const grants = await acts.read(actor, ({ access }) => access.listGrantsOf(actor.personId));
  const now = clock.now();
  const inForce = grants.filter(
    ({ fromAt, untilAt, revokedAt }) =>
      fromAt <= now && now < untilAt && (revokedAt === null || now < revokedAt),
  );
  return new Set(inForce.map(({ documentId }) => documentId));
}

async function hidesSome(
  { acts, clock }: FindParts,
  actor: Actor,
  found: readonly Found[],
): Promise<boolean> {
  const documentIds = found.map(({ documentId }) => documentId);
  return acts.read(actor, async (readers) => {
    const eyes = { readers, now: clock.now() };
    const lines = await linesOf(eyes, actor, { action: 'read', documentIds });
    return [...lines.values()].includes(null);
  });
}

/**
 * What the person may read is compared apart: places, scores and even which documents are shown
 * would else depend on documents that the person may not know.
 */
type Comparison = { readonly all: readonly Found[]; readonly own: readonly Found[] };
const NOTHING: Comparison = { all: [], own: [] };

async function compare(parts: FindParts, actor: Actor, text: string): Promise<Comparison> {
  const own = await findProtected(parts, text, await givenTo(parts, actor));
  return { all: await findProtected(parts, text), own };
}

async function answer(
  parts: FindParts,
  actor: Actor,
  { text, all, own }: { readonly text: string } & Comparison,
): Promise<PublicationVerdict> {
  const documents: Shared[] = [];
  for (const { documentId, spans } of own) {
    const shared = await readShared(parts, actor, { documentId, spans, articleText: text });
    if (shared) documents.push(shared);
  }
  const hidden = await hidesSome(parts, actor, all);
  const ask = hidden
    ? await parts.acts.read(actor, (readers) =>
        listAdvisers({ readers, now: parts.clock.now() }, actor),
      )
    : [];
  const touchesProtected = hidden || documents.length > 0;
  return { touchesProtected, characters: text.length, documents, hidden, ask };
}

async function judge(
  parts: FindParts,
  actor: Actor,
  load: () => Promise<Outcome<Text>>,
): Promise<Outcome<Judged>> {
  const { acts, clock, compareIndex } = parts;
  const admitted = await acts.read(actor, (readers) =>
    admitChecking({ readers, now: clock.now() }, actor),
  );
  const isOpen = compareIndex.isOpen();
  const loaded = admitted.ok && isOpen ? await load() : null;
  const found = loaded?.ok ? await compare(parts, actor, loaded.value.text) : NOTHING;
  const entered = await acts.perform(actor, { verb: 'publication.check' }, async (world) => {
    const again = await admitChecking({ readers: world.mine, now: world.now }, actor);
    if (!again.ok) return again;
    if (!loaded) return admitted.ok ? refuse({ code: 'vault-sealed' }) : admitted;
    if (!loaded.ok) return loaded;
    const touches = found.all.length + found.own.length > 0;
    const facts = { characters: loaded.value.text.length, touches };
    return permit({ facts, value: loaded.value });
  });
  if (!entered.ok) return entered;
  const { text, warnings } = entered.value;
  return permit({ text, warnings, verdict: await answer(parts, actor, { text, ...found }) });
}

export async function checkText(
  parts: FindParts,
  actor: Actor,
  { text }: { readonly text: string },
): Promise<Outcome<PublicationVerdict>> {
  const judged = await judge(parts, actor, async () => permit({ text, warnings: [] }));
  return judged.ok ? permit(judged.value.verdict) : judged;
}

export async function checkFile(
  parts: FindParts & Pick<Parts, 'extractor'>,
  actor: Actor,
  { file }: { readonly file: Uint8Array },
): Promise<Outcome<FileVerdict>> {
  const judged = await judge(parts, actor, async () => {
    const read = await parts.extractor.extract(file);
    if (!read.ok) return refuse({ code: 'file-unreadable', facts: { code: read.code } });
    const { text, warnings } = read.value;
    if (text.length > MOST_CHARACTERS) return refuse({ code: 'too-large' });
    return permit({ text, warnings: [...warnings] });
  });
  if (!judged.ok) return judged;
  const { verdict, text, warnings } = judged.value;
  return permit({ ...verdict, text, warnings });
}
