/**
 * The words of a file that is about to be published, also those that its reader is not shown: the
 * visible text first, then comments, revisions, properties and the files inside, each file opened
 * in a bounded process of its own. What could not be read is told, never taken for clean.
 */
import {
  type ExtractionWarning,
  type FileKind,
  leavesUnread,
} from '../../../core/common/extraction.ts';
import { type Outcome, permit, refuse } from '../../../core/common/refusal.ts';
import { joinHidden } from '../../../core/publication/shown-words.ts';
import type { Extraction } from '../extractor.ts';
import type { Parts } from '../parts.ts';

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
const WITHOUT_DEPTH: readonly FileKind[] = ['tiff', 'gif', 'bmp'];
/** Letters written as escapes, as programs write JSON. */
const ESCAPES = /\\u\{?[\da-f]{4}/i;
/** A mail, or a page saved as one file. */
const MESSAGE = /^MIME-Version:\s*1/im;
const HEAD_CHARACTERS = 8_000;

type Extractor = Parts['extractor'];
type Found = { readonly text: string; readonly unread: boolean };
type Place = { readonly depth: number; readonly budget: { files: number } };
type Read = Awaited<ReturnType<Extractor['extract']>>;

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

const isArchive = (read: Read): boolean => !read.ok && read.detail === 'archive';

const isMessage = ({ kind, text }: Extraction): boolean =>
  kind === 'txt' && MESSAGE.test(text.slice(0, HEAD_CHARACTERS));

const hasDepth = ({ kind, text }: Extraction): boolean =>
  kind === 'txt' ? ESCAPES.test(text) : !WITHOUT_DEPTH.includes(kind);

async function readFileInside(extractor: Extractor, file: Uint8Array, at: Place): Promise<Found> {
  at.budget.files -= 1;
  if (at.budget.files < 0) return { text: '', unread: true };
  const read = await extractor.extract(file);
  if (!read.ok && !isArchive(read)) return { text: '', unread: true };
  const visible = read.ok ? read.value : null;
  const beneath = await readDepth(extractor, { file, visible }, at);
  const unread = beneath.unread || leavesUnread(visible?.warnings ?? []);
  return { text: `${visible?.text ?? ''}\n${beneath.text}`, unread };
}

type Opened = { readonly file: Uint8Array; readonly visible: Extraction | null };

async function readDepth(
  extractor: Extractor,
  { file, visible }: Opened,
  at: Place,
): Promise<Found> {
  if (visible && isMessage(visible)) return readMessage(extractor, file, at);
  if (visible && !hasDepth(visible)) return { text: '', unread: false };
  return readInside(extractor, file, at);
}

async function readMessage(extractor: Extractor, file: Uint8Array, at: Place): Promise<Found> {
  const opened = await extractor.openMessage(file);
  if (!opened.ok) return { text: '', unread: true };
  const { text, attachments } = opened.value;
  return withFiles(extractor, { text, files: attachments, unread: false }, at);
}

async function readInside(extractor: Extractor, file: Uint8Array, at: Place): Promise<Found> {
  const beneath = await extractor.readBeneath(file);
  if (!beneath.ok) return { text: '', unread: true };
  const { text, files, rejected } = beneath.value;
  return withFiles(extractor, { text, files, unread: rejected.length > 0 }, at);
}

async function withFiles(
  extractor: Extractor,
  { text, files, ...found }: Found & { readonly files: readonly Uint8Array[] },
  { depth, budget }: Place,
): Promise<Found> {
  const texts = [text];
  let unread = found.unread || (files.length > 0 && depth >= DEEPEST);
  for (const inside of depth < DEEPEST ? files : []) {
    const read = await readFileInside(extractor, inside, { depth: depth + 1, budget });
    texts.push(read.text);
    unread ||= read.unread;
  }
  return { text: texts.filter(Boolean).join('\n\n'), unread };
}

const NO_PAGES = { text: '', kind: null, pages: 1, warnings: [] } as const;

export async function readText(extractor: Extractor, file: Uint8Array): Promise<Outcome<ReadText>> {
  const read = await extractor.extract(file);
  if (!read.ok && !isArchive(read)) {
    return refuse({ code: 'file-unreadable', facts: { code: read.code } });
  }
  const visible = read.ok ? read.value : null;
  const { text, kind, pages, warnings } = visible ?? NO_PAGES;
  const at = { depth: 0, budget: { files: MOST_FILES } };
  const inside = await readDepth(extractor, { file, visible }, at);
  const hidden = onlyHidden(inside.text, text);
  if (!read.ok && hidden === '') {
    return refuse({ code: 'file-unreadable', facts: { code: read.code } });
  }
  const more: ExtractionWarning[] = [
    ...(hidden !== '' && visible ? (['hidden-text'] as const) : []),
    ...(inside.unread ? (['parts-unread'] as const) : []),
  ];
  return within({
    text: joinHidden(visible && text, hidden),
    kind,
    pages,
    warnings: [...warnings, ...more],
  });
}

function within(read: ReadText): Outcome<ReadText> {
  return read.text.length > MOST_CHARACTERS ? refuse({ code: 'too-large' }) : permit(read);
}
