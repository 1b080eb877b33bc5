/**
 * A second officer agrees to a listed text that repeats protected wording; any officer takes a text
 * off the list, and its wording alarms again. What changes the list in force makes a version.
 */
import type { Json } from '../../../core/common/canonical-json.ts';
import { type Outcome, permit, type Refusal, refuse } from '../../../core/common/refusal.ts';
import { againstConfirming, stateOfText } from '../../../core/watch/public-list.ts';
import type { Actor, World } from '../../ports/acts.ts';
import { admitGeneral } from '../../ports/gate.ts';
import type { KeptPublicText, PublicTextRow } from '../../ports/lists/lists.ts';
import { put } from '../../ports/rows.ts';
import { type ListParts, nextVersions, type Said, teachIndex } from './public-text.ts';

type Which = { readonly textId: string };
type Judged = {
  readonly officerId: string;
  readonly text: KeptPublicText;
  readonly texts: readonly KeptPublicText[];
};

async function load(world: World, actor: Actor, { textId }: Which): Promise<Outcome<Judged>> {
  const eyes = { readers: world.mine, now: world.now };
  const officer = await admitGeneral(eyes, actor, { action: 'confirm-match' });
  if (!officer.ok) return officer;
  const texts = await world.mine.lists.listTexts();
  const text = texts.find(({ id }) => id === textId);
  if (!text) return refuse({ code: 'not-found' });
  return permit({ officerId: officer.value.personId, text, texts });
}

const rowOf = ({ object: _, ...row }: KeptPublicText): PublicTextRow => row;

export async function confirmPublic(
  parts: ListParts,
  actor: Actor,
  which: Which,
): Promise<Outcome<Which & { version: number }>> {
  const done = await parts.acts.perform(actor, { verb: 'watch.confirm-public' }, async (world) => {
    const loaded = await load(world, actor, which);
    if (!loaded.ok) return loaded;
    const { officerId: by, text, texts } = loaded.value;
    const refusals = againstConfirming(text, by);
    if (refusals.length > 0) return { ok: false, refusals };
    const confirmed = { by, at: world.now } satisfies Said as unknown as Json;
    const row = { ...rowOf(text), confirmed };
    const next = await nextVersions(world, { changed: [row], change: 'added', by, texts });
    const { version } = next;
    const facts = { text: text.id, version };
    const rows = [put('public_text', row), ...next.rows];
    return permit({ facts, rows, value: { textId: text.id, version } });
  });
  if (done.ok) await teachIfOpen(parts);
  return done;
}

export async function removePublic(
  parts: ListParts,
  actor: Actor,
  { reason, ...which }: Which & { readonly reason: string },
): Promise<Outcome<Which & { version: number | null }>> {
  const done = await parts.acts.perform(actor, { verb: 'watch.remove-public' }, async (world) => {
    const loaded = await load(world, actor, which);
    if (!loaded.ok) return loaded;
    const { officerId: by, text, texts } = loaded.value;
    const state = stateOfText(text);
    const refusals: Refusal[] = [];
    if (state === 'removed') refusals.push({ code: 'already-done' });
    if (reason.trim() === '') refusals.push({ code: 'reason-missing' });
    if (refusals.length > 0) return { ok: false, refusals };
    const removed = { by, at: world.now, reason: reason.trim() } satisfies Said as unknown as Json;
    const row = { ...rowOf(text), removed };
    const rows = [put('public_text', row)];
    let version: number | null = null;
    if (state === 'in-force') {
      const next = await nextVersions(world, { changed: [row], change: 'removed', by, texts });
      rows.push(...next.rows);
      version = next.version;
    }
    const facts = { text: text.id, ...(version === null ? {} : { version }) };
    return permit({ facts, rows, value: { textId: text.id, version } });
  });
  if (done.ok && done.value.version !== null) await teachIfOpen(parts);
  return done;
}

/** While the vault is sealed there is no index; the next opening learns the list as it is then. */
async function teachIfOpen(parts: ListParts): Promise<void> {
  if (parts.compareIndex.isOpen()) await teachIndex(parts);
}
