/**
 * Cleared as amended: the competent person changes the words, and exactly these may go out. The
 * amended text is compared with the eyes of who amends it, sealed, and named by its hash.
 */
import type { PersonId } from '../../core/common/id.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import { decideRequest } from '../../core/publication/decide-request.ts';
import type { Touches } from '../../core/publication/request.ts';
import type { Actor } from '../ports/acts.ts';
import { admitGeneral } from '../ports/gate.ts';
import { compareFor, touchesOf } from '../ports/reading/compare-for.ts';
import { put } from '../ports/rows.ts';
import { asProgress, stateOf } from './request-rows.ts';
import { forget, nextVersion, textRows } from './sealed-text.ts';
import { type Prepared, prepare, type RequestParts } from './submit.ts';

const DECIDE = { action: 'clear-publication' } as const;

type Input = { readonly requestId: string; readonly note: string; readonly text: string };
type Amended = Prepared & { readonly eyes: Touches };

async function prepareAmended(
  parts: RequestParts,
  actor: Actor,
  { requestId, text }: Input,
): Promise<Outcome<Amended>> {
  const { acts, clock } = parts;
  const version = await acts.read(actor, async (readers) => {
    const admitted = await admitGeneral({ readers, now: clock.now() }, actor, DECIDE);
    if (!admitted.ok) return admitted;
    const row = await readers.publication.loadRequest(requestId);
    if (!row) return refuse({ code: 'not-found' });
    return permit(nextVersion(await readers.publication.loadTexts(requestId)));
  });
  if (!version.ok) return version;
  const ready = await prepare(parts, { text }, { requestId, version: version.value });
  if (!ready.ok) return ready;
  const eyes = await touchesOf(parts, actor, await compareFor(parts, actor, { text }));
  return permit({ ...ready.value, eyes });
}

export async function clearAmended(
  parts: RequestParts,
  actor: Actor,
  input: Input,
): Promise<Outcome<{ requestId: string }>> {
  const { requestId, note } = input;
  const ready = await prepareAmended(parts, actor, input);
  const attempt = { verb: 'publication.clear-amended', subject: { request: requestId } } as const;
  const done = await parts.acts.perform(actor, attempt, async (world) => {
    const admitted = await admitGeneral({ readers: world.mine, now: world.now }, actor, DECIDE);
    if (!admitted.ok) return admitted;
    if (!ready.ok) return ready;
    const row = await world.mine.publication.loadRequest(requestId);
    if (!row) return refuse({ code: 'not-found' });
    const { sealed, touches, eyes } = ready.value;
    const { version, sha256 } = sealed;
    const texts = await world.mine.publication.loadTexts(requestId);
    if (nextVersion(texts) !== version) return refuse({ code: 'already-done' });
    const next = decideRequest({
      submitterId: row.submitterId as PersonId,
      state: stateOf(row),
      act: { verb: 'clear-amended', note, text: { version, sha256 }, touches: eyes },
      actor: admitted.value,
      at: world.now,
    });
    if (!next.ok) return next;
    const addedBy = admitted.value.personId;
    const facts = { textId: world.newId(), kind: 'amended', touches, addedBy } as const;
    return permit({
      facts: { state: next.value.state, version, sha256, touches },
      rows: [
        put('publication_request', { ...row, progress: asProgress(next.value) }),
        ...textRows(world, sealed, facts),
      ],
      value: { requestId },
    });
  });
  if (!done.ok && ready.ok) await forget(parts.store, ready.value.sealed);
  return done;
}
