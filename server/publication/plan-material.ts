/**
 * Material that is no secret but may not be published before its moment: sealed as a document under
 * embargo, read by need alone (who planned it, who releases it), compared like a secret.
 */
import { addMs } from '../../core/common/calendar-date.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import { utf8 } from '../../core/common/sha256.ts';
import type { Actor, World } from '../ports/acts.ts';
import { admitGeneral } from '../ports/gate.ts';
import { type ReadText, readText } from '../ports/reading/read-text.ts';
import { type AccessGrantRow, put, type RowChange } from '../ports/rows.ts';
import { type StoredObject, storedRow } from '../ports/vault.ts';
import {
  type Item,
  itemRow,
  momentOf,
  PLAN,
  type Plan,
  type PlanParts,
  planRefusals,
} from './plan-release.ts';

/** Like a decider's need-to-know: it ends, and can be given anew. */
const GRANT_MS = 365 * 86_400_000;

type Material = {
  readonly documentId: string;
  readonly read: ReadText;
  readonly content: StoredObject;
  readonly text: StoredObject;
};

async function prepareMaterial(
  parts: PlanParts,
  actor: Actor,
  file: Uint8Array,
): Promise<Outcome<Material>> {
  const { acts, clock, compareIndex, extractor, randomness, store } = parts;
  const admitted = await acts.read(actor, (readers) =>
    admitGeneral({ readers, now: clock.now() }, actor, PLAN),
  );
  if (!admitted.ok) return admitted;
  if (!compareIndex.isOpen()) return refuse({ code: 'vault-sealed' });
  const read = await readText(extractor, file);
  if (!read.ok) return read;
  const documentId = randomness.id();
  const label = { documentId, version: 1 };
  return permit({
    documentId,
    read: read.value,
    content: await store.put({ ...label, kind: 'content' }, file),
    text: await store.put({ ...label, kind: 'text' }, utf8(read.value.text)),
  });
}

function grantRow(world: World, grant: Pick<AccessGrantRow, 'documentId' | 'personId' | 'kind'>) {
  return put('access_grant', {
    id: world.newId(),
    ...grant,
    fromAt: world.now,
    untilAt: addMs(world.now, GRANT_MS),
    grantedBy: null,
    reason: 'embargo',
    revokedAt: null,
  });
}

function materialRows(world: World, material: Material, { plan, plannedBy }: Item): RowChange[] {
  const { documentId, read, content, text } = material;
  const of = { documentId, mediaKind: read.kind ?? 'txt', pages: read.pages, storedAt: world.now };
  const object = (kind: 'content' | 'text', stored: StoredObject) =>
    storedRow(stored, { id: world.newId(), kind, ...of });
  const protection = {
    state: 'embargoed',
    documentType: 'notice',
    summary: plan.title.trim(),
    embargoedOn: world.today,
  };
  const { releaserId } = plan;
  return [
    put('document', {
      id: documentId,
      origin: 'own',
      drafterId: plannedBy,
      deciderId: releaserId,
      registered: false,
      createdAt: world.now,
      protection,
    }),
    grantRow(world, { documentId, personId: plannedBy, kind: 'drafter' }),
    ...(releaserId === plannedBy
      ? []
      : [grantRow(world, { documentId, personId: releaserId, kind: 'decider' })]),
    object('content', content),
    object('text', text),
  ];
}

export async function planMaterial(
  parts: PlanParts,
  actor: Actor,
  { file, ...plan }: Plan & { readonly file: Uint8Array },
): Promise<Outcome<{ releaseId: string; documentId: string }>> {
  const { acts, compareIndex, store } = parts;
  const ready = await prepareMaterial(parts, actor, file);
  const subject = ready.ok ? { document: ready.value.documentId } : {};
  const attempt = { verb: 'publication.plan-release', subject } as const;
  const done = await acts.perform(actor, attempt, async (world) => {
    const admitted = await admitGeneral({ readers: world.mine, now: world.now }, actor, PLAN);
    if (!admitted.ok) return admitted;
    if (!ready.ok) return ready;
    const refusals = await planRefusals(parts, world, { plan, about: null });
    if (refusals.length > 0) return { ok: false, refusals };
    const { documentId } = ready.value;
    const item = { documentId, plannedBy: admitted.value.personId, plan };
    const row = itemRow(world, item);
    return permit({
      subject: { release: row.id },
      facts: { releaseAt: momentOf(plan), characters: ready.value.read.text.length },
      rows: [...materialRows(world, ready.value, item), put('release_item', row)],
      value: { releaseId: row.id, documentId },
    });
  });
  if (ready.ok && done.ok && compareIndex.isOpen()) {
    compareIndex.put(ready.value.documentId, ready.value.read.text);
  }
  if (ready.ok && !done.ok) {
    await store.destroy(ready.value.content.objectName);
    await store.destroy(ready.value.text.objectName);
  }
  return done;
}
