/**
 * What reading an untrusted file can come to: the kinds that are read, the codes when a file is
 * refused or breaks its reader, and the warnings that come with a text. Shared by the reader's
 * port, its adapter, the screens and the terminal, so that each code has one spelling and one text.
 */
export const FILE_KINDS = [
  'pdf',
  'docx',
  'xlsx',
  'pptx',
  'odt',
  'ods',
  'odp',
  'rtf',
  'html',
  'txt',
  'png',
  'jpeg',
  'tiff',
  'webp',
  'gif',
  'bmp',
] as const;
export type FileKind = (typeof FILE_KINDS)[number];

export const EXTRACTION_CODES = [
  'file-empty',
  'file-kind-unknown',
  'file-unreadable',
  'file-encrypted',
  'file-too-large',
  'page-missing',
  'time-limit',
  'memory-limit',
  'output-limit',
  'process-died',
] as const;
export type ExtractionCode = (typeof EXTRACTION_CODES)[number];

/**
 * `no-text-layer`: at least one page is a picture whose words were not read. `no-words-found`: a
 * picture was looked at and no print was found in it (handwriting is not read). `text-by-ocr`:
 * words were recognised from a picture and may be wrong. `letters-look-broken`: a PDF mixes fonts
 * inside words, so the text is unfit for search. `legacy-encoding`: read as windows-1258.
 * `old-font`: typed in TCVN3 (`.VnTime`) or VNI, and converted.
 * `pages-estimated`: the file has no fixed pages; they were laid out on A4.
 * `hidden-text`: words that a reader is not shown (comments, revisions, properties, files inside)
 * were read too.
 * `parts-unread`: something inside could not be read.
 */
export const EXTRACTION_WARNINGS = [
  'no-text-layer',
  'no-words-found',
  'text-by-ocr',
  'letters-look-broken',
  'legacy-encoding',
  'old-font',
  'pages-estimated',
  'hidden-text',
  'parts-unread',
] as const;
export type ExtractionWarning = (typeof EXTRACTION_WARNINGS)[number];

const UNREAD: readonly string[] = ['no-text-layer', 'letters-look-broken', 'parts-unread'];

/** Something in the file holds words that were not read, or not as they stand. */
export const leavesUnread = (warnings: readonly string[]): boolean =>
  warnings.some((warning) => UNREAD.includes(warning));
