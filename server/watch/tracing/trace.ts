/**
 * Which copies contain what an article repeats, through whose hands they went until its capture,
 * and who read the stored content: paper and digital in one list (law art. 25.3). An act of its
 * own; only for who may read the document. It compares copies and accuses nobody.
 */
import type { TRACE_LIMITS, TracedCopyView, TraceView } from '../../../contract/watch/trace.ts';
import { type Outcome, permit, refuse } from '../../../core/common/refusal.ts';
import { holdingsOf, readingsOf } from '../../../core/watch/holdings.ts';
import { type CopyText, traceCopies } from '../../../core/watch/trace-copies.ts';
import type { Actor } from '../../ports/acts.ts';
import { documentLine, namesOf } from '../../ports/document-line.ts';
import { loadText } from '../../ports/find-protected.ts';
import { admit, admitGeneral, type Eyes } from '../../ports/gate.ts';
import type { Parts } from '../../ports/parts.ts';
import type { CopyRow, VaultObjectRow } from '../../ports/rows.ts';
import { spansOf } from '../../ports/spans.ts';

type TraceParts = Pick<Parts, 'acts' | 'clock' | 'store' | 'seal'>;
type Input = { readonly matchId: string };

async function load(eyes: Eyes, actor: Actor, { matchId }: Input) {
  const { readers } = eyes;
  const officer = await admitGeneral(eyes, actor, { action: 'watch' });
  if (!officer.ok) return officer;
  const match = await readers.watch.loadMatch(matchId);
  if (!match) return refuse({ code: 'not-found' });
  const { documentId, article } = match;
  const may = await admit(eyes, actor, { action: 'read', documentId });
  // To who may not read the document, there is nothing to trace.
  if (!may.ok) return refuse({ code: 'not-found' });
  const objects = await readers.documents.loadObjects(documentId);
  const { textVersion } = spansOf(match.spans);
  return permit({
    match,
    line: documentLine(may.value.file, eyes.now),
    text: objects.find(({ kind, version }) => kind === 'text' && version === textVersion) ?? null,
    article: article.textObjectId
      ? await readers.watch.loadArticleObject(article.textObjectId)
      : null,
    copies: await readers.documents.loadCopies(documentId),
    variants: await readers.handlings.loadVariants(documentId),
    handlings: await readers.handlings.listHandlings(documentId, article.capturedAt),
    nameOf: await namesOf(readers),
  });
}

type Loaded = Extract<Awaited<ReturnType<typeof load>>, { ok: true }>['value'];

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

async function variantText(
  store: Parts['store'],
  copyId: string,
  { objectName, sha256, version }: VaultObjectRow,
): Promise<string> {
  const label = { documentId: copyId, kind: 'variant', version } as const;
  return decoder.decode(await store.get(label, { objectName, sha256 }));
}

async function copyTexts(
  store: Parts['store'],
  { copies, variants }: Loaded,
  documentText: string,
): Promise<CopyText[]> {
  const texts: CopyText[] = [];
  for (const { id: copyId } of copies) {
    const variant = variants.find(({ id }) => id === copyId);
    const text = variant ? await variantText(store, copyId, variant.object) : documentText;
    texts.push({ copyId, text });
  }
  return texts;
}

async function leakedWords(store: Parts['store'], loaded: Loaded, documentText: string) {
  const { match, article } = loaded;
  const { passages } = spansOf(match.spans);
  return {
    articleText: article ? await loadText(store, match.articleId, article) : '',
    passages: passages.map(({ docStart, docEnd }) => documentText.slice(docStart, docEnd)),
  };
}

/** What holds of every list, and what of this one. */
function limitsOf(copies: readonly TracedCopyView[]): (typeof TRACE_LIMITS)[number][] {
  const alike = copies.every((copy) => copy.own === 0);
  const noVariants = copies.every((copy) => !copy.hasVariant);
  return [
    ...(noVariants ? (['no-variants'] as const) : []),
    ...(alike && !noVariants ? (['copies-alike'] as const) : []),
    'nobody-outside',
    'oral-and-by-hand',
    'no-accusation',
  ];
}

function copyView(row: CopyRow, loaded: Loaded, traced: ReturnType<typeof traceCopies>) {
  const found = traced.find(({ copyId }) => copyId === row.id);
  const named = (personId: string) => ({ personId, name: loaded.nameOf(personId) });
  const holdings = holdingsOf(loaded.handlings).filter(({ copyId }) => copyId === row.id);
  return {
    copyId: row.id,
    number: row.number,
    of: row.ofTotal,
    kind: row.kind as TracedCopyView['kind'],
    hasVariant: loaded.variants.some(({ id }) => id === row.id),
    trace: found?.trace ?? 'lacks',
    share: found?.share ?? 0,
    own: found?.own ?? 0,
    ownRepeated: found?.ownRepeated ?? 0,
    holdings: holdings.map(({ personId, from, until }) => ({
      person: personId === null ? null : named(personId),
      from,
      until,
    })),
  } satisfies TracedCopyView;
}

export async function traceMatch(
  { acts, clock, store, seal }: TraceParts,
  actor: Actor,
  input: Input,
): Promise<Outcome<TraceView>> {
  const isOpen = seal.status().state === 'open';
  const early = await acts.read(actor, (readers) =>
    load({ readers, now: clock.now() }, actor, input),
  );
  const words = early.ok && isOpen ? await compare(store, early.value) : null;
  const subject = { match: input.matchId };
  return acts.perform(actor, { verb: 'watch.trace', subject }, async (world) => {
    const found = await load({ readers: world.mine, now: world.now }, actor, input);
    if (!found.ok) return found;
    if (!words) return refuse({ code: 'vault-sealed' });
    const loaded = found.value;
    const { match, copies: rows, variants, nameOf } = loaded;
    const copies = rows.map((row) => copyView(row, loaded, words));
    const readings = readingsOf(loaded.handlings).map(({ personId, ...reading }) => ({
      person: { personId, name: nameOf(personId) },
      ...reading,
    }));
    return permit({
      subject: { match: match.id, document: match.documentId },
      facts: { copies: rows.length, variants: variants.length },
      value: {
        matchId: match.id,
        document: loaded.line,
        until: match.article.capturedAt,
        copies,
        readings,
        limits: limitsOf(copies),
      },
    });
  });
}

async function compare(store: Parts['store'], loaded: Loaded) {
  const { match, text } = loaded;
  const documentText = text ? await loadText(store, match.documentId, text) : '';
  const leaked = await leakedWords(store, loaded, documentText);
  return traceCopies(leaked, await copyTexts(store, loaded, documentText));
}
