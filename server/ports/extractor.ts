/**
 * The only way any part of the product looks inside an untrusted file. Whoever implements it opens
 * each file in its own bounded process without network (design rule: hostile formats are never
 * parsed in the server). A broken or hostile file is an answer with a code, never an exception; a
 * `Fault` is thrown only when the reading process cannot be started at all.
 *
 * Called by determination and registry (text of a draft), access (page pictures), watch (articles),
 * publication (what the gateways carry), incident (the copy mark in a suspect picture).
 */
import type { ExtractionCode, ExtractionWarning, FileKind } from '../../core/common/extraction.ts';
import type { PageCode } from '../../core/copy-mark/code-signs.ts';
import type { PageReading } from '../../core/copy-mark/mark-reading.ts';

export type { ExtractionCode, ExtractionWarning, FileKind } from '../../core/common/extraction.ts';

export type Extraction = {
  readonly kind: FileKind;
  /** All pages joined by a newline, in Unicode NFC. */
  readonly text: string;
  readonly pageTexts: readonly string[];
  readonly pages: number;
  readonly warnings: readonly ExtractionWarning[];
};

/** `detail` is a fixed word of ours that narrows the code; never a text out of the file. */
export type Unread = {
  readonly ok: false;
  readonly code: ExtractionCode;
  readonly detail?: string;
};

/** `page` counts from 1. `mark`: the lines that name reader, copy and moment; drawn visibly. */
export type PageRequest = {
  readonly page: number;
  readonly widthPx: number;
  readonly mark: readonly string[];
  /** Further lines of the band below the page. */
  readonly notice?: readonly string[];
  /** The signs of a marked copy: its lines are moved by them. */
  readonly code?: PageCode;
};

export type PagePicture = { readonly png: Uint8Array; readonly pages: number };

/** A public article as captured. Every text in it is attacker-controlled. */
export type CapturedArticle = {
  /** The site's host, else the name the capture gives its source. */
  readonly source: string;
  readonly url: string | null;
  readonly title: string;
  /** ISO instant in UTC, or null when the capture does not say. */
  readonly publishedAt: string | null;
  /** When the capture was made, as the capture tells; null when it does not. Same form. */
  readonly capturedAt: string | null;
  readonly text: string;
  /** The bytes the article was read from, unchanged, as evidence. */
  readonly raw: Uint8Array;
  readonly mediaType: string;
};

export type RejectedMember = { readonly name: string; readonly code: ExtractionCode };

export type CapturedArticles = {
  readonly ok: true;
  readonly value: readonly CapturedArticle[];
  /** Members that could not be read; the rest is kept. */
  readonly rejected: readonly RejectedMember[];
};

/** A mail message taken apart; each attachment is a further untrusted file. */
export type OpenedMessage = {
  /** Subject, the words of every text part, and the names of the attachments. */
  readonly text: string;
  readonly attachments: readonly Uint8Array[];
};

/** A suspect picture, and the page of the document that it may show. `page` counts from 1. */
export type MarkRequest = {
  readonly document: Uint8Array;
  readonly page: number;
  readonly picture: Uint8Array;
};

/** What stands in a file beside its visible text; each file inside is a further untrusted file. */
export type BeneathFile = {
  /** Comments, revisions, notes, hidden text, properties; simple members of an archive. */
  readonly text: string;
  readonly files: readonly Uint8Array[];
  /** Members that could not be read or were too many. */
  readonly rejected: readonly RejectedMember[];
};

export interface Extractor {
  extract(file: Uint8Array): Promise<{ readonly ok: true; readonly value: Extraction } | Unread>;
  renderPage(
    file: Uint8Array,
    request: PageRequest,
  ): Promise<{ readonly ok: true; readonly value: PagePicture } | Unread>;
  /** Measures how the lines of a picture stand beside those of the plain page; names nothing. */
  readCopyMark(
    request: MarkRequest,
  ): Promise<{ readonly ok: true; readonly value: PageReading } | Unread>;
  /** HTML, text, JSONL, RSS, Atom, WARC (also gzipped), or one ZIP of these. */
  readArticles(file: Uint8Array, fileName: string): Promise<CapturedArticles | Unread>;
  openMessage(
    message: Uint8Array,
  ): Promise<{ readonly ok: true; readonly value: OpenedMessage } | Unread>;
  /** Office documents, PDF, HTML and any ZIP; of other kinds nothing. */
  readBeneath(
    file: Uint8Array,
  ): Promise<{ readonly ok: true; readonly value: BeneathFile } | Unread>;
}
