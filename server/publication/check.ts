/**
 * The leak check before publication (law art. 5: nothing secret is posted). The text is compared
 * and forgotten; the check is in the ledger, without a word of it, before anything is answered.
 * The screens, the command line and the gateways of the LAN all come through
 * `checkForPublication`.
 */
import type { FileVerdict, PublicationVerdict } from '../../contract/publication/publication.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import type { Actor } from '../ports/acts.ts';
import type { FindParts } from '../ports/find-protected.ts';
import { admitGeneral, type Eyes } from '../ports/gate.ts';
import type { Parts } from '../ports/parts.ts';
import {
  answerFor,
  type Comparison,
  compareFor,
  NOTHING_FOUND,
} from '../ports/reading/compare-for.ts';
import { type ReadText, readText } from '../ports/reading/read-text.ts';

export type CheckParts = FindParts & Pick<Parts, 'extractor'>;
export type ToCheck = { readonly text: string } | { readonly file: Uint8Array };
export type Checked = ReadText & { readonly verdict: PublicationVerdict };

/** The console and the gateways that it runs learn whether something is touched, never what. */
export async function admitChecking(eyes: Eyes, actor: Actor): Promise<Outcome<true>> {
  if (actor.kind === 'console') return permit(true);
  const admitted = await admitGeneral(eyes, actor, { action: 'check-text' });
  return admitted.ok ? permit(true) : admitted;
}

const load = async (parts: CheckParts, what: ToCheck): Promise<Outcome<ReadText>> =>
  'text' in what
    ? permit({ text: what.text, warnings: [], kind: null, pages: 1 })
    : readText(parts.extractor, what.file);

/** Refuses `not-your-duty` and the like, `vault-sealed`, `file-unreadable`, `too-large`. */
export async function checkForPublication(
  parts: CheckParts,
  actor: Actor,
  what: ToCheck,
): Promise<Outcome<Checked>> {
  const { acts, clock, compareIndex } = parts;
  const admitted = await acts.read(actor, (readers) =>
    admitChecking({ readers, now: clock.now() }, actor),
  );
  const loaded = admitted.ok && compareIndex.isOpen() ? await load(parts, what) : null;
  const found: Comparison = loaded?.ok
    ? await compareFor(parts, actor, { text: loaded.value.text })
    : NOTHING_FOUND;
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
  const { text } = entered.value;
  return permit({ ...entered.value, verdict: await answerFor(parts, actor, { text, ...found }) });
}

export async function checkText(
  parts: CheckParts,
  actor: Actor,
  { text }: { readonly text: string },
): Promise<Outcome<PublicationVerdict>> {
  const checked = await checkForPublication(parts, actor, { text });
  return checked.ok ? permit(checked.value.verdict) : checked;
}

export async function checkFile(
  parts: CheckParts,
  actor: Actor,
  { file }: { readonly file: Uint8Array },
): Promise<Outcome<FileVerdict>> {
  const checked = await checkForPublication(parts, actor, { file });
  if (!checked.ok) return checked;
  const { verdict, text, warnings } = checked.value;
  return permit({ ...verdict, text, warnings: [...warnings] });
}
