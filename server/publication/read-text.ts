/**
 * The words of a file that is about to be published, also those that its reader is not shown: the
 * visible text first, then comments, revisions, properties and the files inside, each file opened
 * in a bounded process of its own. What could not be read is told, never taken for clean.
 */
import {
  type ExtractionWarning,
  type FileKind,
  leavesUnread,
} from '../../core/common/extraction.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import { joinHidden } from '../../core/publication/shown-words.ts';
import type { Parts } from '../ports/parts.ts';

export type ReadText = {
  readonly text: string;
  readonly warnings: readonly ExtractionWarning[];
  /** Null for a text that was typed, and for an archive of several files. */
  readonly kind: FileKind | null;
  readonly pages: number;
};

/** A longer one is checked in parts: one text must not hold up everybody else for seconds. */
const MOST_CHARACTERS = 4_000_000;
/** An archive holds documents that hold sheets; deeper is not honest work. */
const DEEPEST = 2;
const MOST_FILES = 200;
const WITHOUT_DEPTH: readonly FileKind[] = ['txt', 'rtf', 'png', 'jpeg', 'tiff', 'webp'];

type Extractor = Parts['extractor'];
type Found = { readonly text: string; readonly unread: boolean };
type Budget = { files: number };

const folded = (line: string): string => line.normalize('NFC').replace(/\s+/g, '');

/** Lines of the hidden text that the visible text does not have. */
function onlyHidden(hidden: string, visible: string): string {
  const shown = new Set(visible.split('\n').map(folded));
  const whole = folded(visible);
  let looks = 2_000;
  return hidden
    .split('\n')
    .filter((line) => {
      const key = folded(line);
      if (key === '' || shown.has(key)) return false;
      shown.add(key);
      looks -= 1;
      return looks < 0 || !whole.includes(key);
    })
    .join('\n');
}

async function readFileInside(
  extractor: Extractor,
  file: Uint8Array,
  { depth, budget }: { readonly depth: number; readonly budget: Budget },
): Promise<Found> {
  budget.files -= 1;
  if (budget.files < 0) return { text: '', unread: true };
  const read = await extractor.extract(file);
  const isArchive = !read.ok && read.detail === 'archive';
  if (!read.ok && !isArchive) return { text: '', unread: true };
  const visible = read.ok ? read.value : null;
  if (visible && WITHOUT_DEPTH.includes(visible.kind)) {
    return { text: visible.text, unread: leavesUnread(visible.warnings) };
  }
  const beneath = await readInside(extractor, file, { depth, budget });
  return { text: `${visible?.text ?? ''}\n${beneath.text}`, unread: beneath.unread };
}

async function readInside(
  extractor: Extractor,
  file: Uint8Array,
  { depth, budget }: { readonly depth: number; readonly budget: Budget },
): Promise<Found> {
  const beneath = await extractor.readBeneath(file);
  if (!beneath.ok) return { text: '', unread: true };
  const { text, files, rejected } = beneath.value;
  const texts = [text];
  let unread = rejected.length > 0 || (files.length > 0 && depth >= DEEPEST);
  for (const inside of depth < DEEPEST ? files : []) {
    const found = await readFileInside(extractor, inside, { depth: depth + 1, budget });
    texts.push(found.text);
    unread ||= found.unread;
  }
  return { text: texts.filter(Boolean).join('\n\n'), unread };
}

export async function readText(extractor: Extractor, file: Uint8Array): Promise<Outcome<ReadText>> {
  const read = await extractor.extract(file);
  const isArchive = !read.ok && read.detail === 'archive';
  if (!read.ok && !isArchive) {
    return refuse({ code: 'file-unreadable', facts: { code: read.code } });
  }
  const { text, kind, pages, warnings } = read.ok
    ? read.value
    : { text: '', kind: null, pages: 1, warnings: [] };
  if (kind !== null && WITHOUT_DEPTH.includes(kind)) return within({ text, kind, pages, warnings });
  const inside = await readInside(extractor, file, { depth: 0, budget: { files: MOST_FILES } });
  const hidden = onlyHidden(inside.text, text);
  if (text === '' && hidden === '') {
    const code = read.ok ? 'file-unreadable' : read.code;
    return refuse({ code: 'file-unreadable', facts: { code } });
  }
  const more: ExtractionWarning[] = [
    ...(hidden !== '' && text !== '' ? (['hidden-text'] as const) : []),
    ...(inside.unread ? (['parts-unread'] as const) : []),
  ];
  return within({ text: joinHidden(text, hidden), kind, pages, warnings: [...warnings, ...more] });
}

function within(read: ReadText): Outcome<ReadText> {
  return read.text.length > MOST_CHARACTERS ? refuse({ code: 'too-large' }) : permit(read);
}
