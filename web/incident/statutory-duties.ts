/**
 * What the law asks at once when a secret came out (law 117/2025 art. 25.3 and 26.2.c, decree
 * 26/2020 art. 8, whose current successor could not be read). Reminders only: nothing is judged.
 */
import type { IncidentView, NoteKind } from '../../contract/incident.ts';
import type { Citation } from '../../core/common/citation.ts';

const law = (article: string): Citation => ({
  instrument: '117/2025/QH15',
  article,
  certainty: '2018-text',
});
const decree26: Citation = { instrument: '26/2020/NĐ-CP', article: '8', certainty: '2018-text' };

export type ToldKind = Extract<NoteKind, `told-${string}`>;

export const STATUTORY_DUTIES = [
  { kind: 'told-head', citations: [law('26.2.c'), law('25.3')] },
  { kind: 'told-originator', citations: [law('26.2.c')] },
  { kind: 'told-police', citations: [law('25.3'), decree26] },
] as const satisfies readonly { kind: ToldKind; citations: readonly Citation[] }[];

/** When it was first done, by the notes; null while none says so. */
export function firstDone(notes: IncidentView['notes'], kind: NoteKind): string | null {
  const moments = notes.filter((note) => note.kind === kind).map(({ at }) => at);
  return moments.toSorted()[0] ?? null;
}
