/** Every bound on reading one untrusted file, in one place. Measured in docs/hostile-files.md. */
const MIB = 1024 * 1024;

export const LIMITS = {
  /** A larger file is refused before any process starts. */
  fileBytes: 200_000_000,
  /** Laying a suspect picture over a page takes longer than drawing one; asked for seldom. */
  markWallMs: 60_000,
  /** One pair of texts: 1 to 4 s for the longest, more where other work takes the cores. */
  pairWallMs: 20_000,
  /** From the start of the process to its forced end; with starting and ending, within 10 s. */
  wallMs: 9_000,
  /** A capture holds many articles: each must come within wallMs of the last, all within this. */
  capturesWallMs: 60_000,
  /** The parent kills at this resident size; polled, so it stands below the promise of 512 MiB. */
  residentBytes: 480 * MIB,
  /** RLIMIT_DATA. V8 reserves 512 MiB of it for machine code, which never becomes resident. */
  dataBytes: (512 + 400) * MIB,
  heapMib: 256,
  stackBytes: 2 * MIB,
  openFiles: 64,
  children: 2,

  textBytes: 64 * MIB,
  pngBytes: 48 * MIB,
  /** The numbers read from one picture. */
  markBytes: 1 * MIB,
  /** The places of at most a thousand passages. */
  passagesBytes: 1 * MIB,
  articlesBytes: 128 * MIB,
  pages: 5_000,

  zipEntries: 10_000,
  /** Counted on the bytes that come out of the inflater, never on what the archive declares. */
  inflatedBytes: 128 * MIB,
  memberBytes: 32 * MIB,
  articles: 10_000,
  articleTextChars: 2_000_000,
  /** Attachments of one mail message, with those of messages inside it. */
  messageParts: 200,

  imagePixels: 50_000_000,
  canvasPixels: 16_000_000,
  /** Word recognition begins no further page after this moment, so that it ends within wallMs. */
  recognitionUntilMs: 4_500,
  recognisedPages: 3,
  /** A scan of many pages takes several processes; none is begun after this moment. */
  scanWallMs: 60_000,
  nesting: 200,
} as const;
