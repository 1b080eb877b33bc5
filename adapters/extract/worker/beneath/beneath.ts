/**
 * What stands in a file beside the text that its reader is shown: comments, revisions, notes,
 * hidden text, properties, remarks in a picture, and the files inside it. Words go out as text; a
 * file inside goes out as bytes, to be opened in a process of its own.
 */
import type { Send } from '../child-pipe.ts';
import { detectKind } from '../file-kind.ts';
import { asFileStop, FileStop } from '../file-stop.ts';
import { LIMITS } from '../limits.ts';
import { decodeText, withoutOldFont } from '../text/charset.ts';

export type Beneath = {
  readonly lines: readonly string[];
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly rejected: readonly { readonly name: string; readonly stop: FileStop }[];
};

export const NOTHING_BENEATH: Beneath = { lines: [], files: [], rejected: [] };

async function beneathOf(file: Buffer): Promise<Beneath> {
  const kind = detectKind(file);
  if (kind === 'zip') return (await import('./archive-beneath.ts')).archiveBeneath(file);
  if (kind === 'html') return (await import('./html-beneath.ts')).htmlBeneath(file);
  if (kind === 'pdf') return (await import('./pdf-beneath.ts')).pdfBeneath(file);
  if (kind === 'png' || kind === 'jpeg' || kind === 'webp') {
    return (await import('./picture-beneath.ts')).pictureBeneath(file, kind);
  }
  if (kind === 'rtf') return rtfBeneath(file);
  if (kind === 'txt') {
    const { escapedLines } = await import('./said-in-code.ts');
    return { ...NOTHING_BENEATH, lines: escapedLines(decodeText(file).text) };
  }
  return NOTHING_BENEATH;
}

/** Notes, pictures and objects of a rich text are not read: told, never taken for clean. */
function rtfBeneath(file: Buffer): Beneath {
  const isLeft = /\\(?:pict|objdata|annotation|atnid)\b/.test(file.toString('latin1'));
  const rejected = [{ name: 'rtf', stop: new FileStop('file-kind-unknown') }];
  return isLeft ? { ...NOTHING_BENEATH, rejected } : NOTHING_BENEATH;
}

export async function readBeneath(file: Buffer, send: Send): Promise<void> {
  const { lines, files, rejected } = await beneathOf(file);
  const text = Buffer.from(withoutOldFont(lines.join('\n').normalize('NFC')).text);
  if (text.length > LIMITS.textBytes) throw new FileStop('output-limit');
  await send({ type: 'beneath-text' }, text);
  for (const { name, bytes } of files) await send({ type: 'beneath-file', name }, bytes);
  for (const { name, stop } of rejected) {
    await send({ type: 'rejected', name: name.slice(0, 300), code: asFileStop(stop).code });
  }
  await send({ type: 'end' });
}
