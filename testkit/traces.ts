/** A text to plant, and what would give it away wherever it lay in the clear. */
import { bitsAt } from '../core/match/stored/bit-row.ts';
import { DocumentStore } from '../core/match/stored/document-store.ts';
import { TokenCode } from '../core/match/stored/token-code.ts';
import { Tokens } from '../core/match/text/tokens.ts';
import { LanguageModel } from '../core/match/wording/language-model.ts';
import { unmarked } from './leak.ts';

/** Invented; none of its rows of words stands anywhere else. */
export const PLANTED_WORDS =
  'ghềnh Trúc Mã cất giấu mười bảy thùng ấn chỉ niêm phong chì dưới gầm đò ngang';
export const PLANTED = `BÁO CÁO\nTổ ba tìm thấy ở ${PLANTED_WORDS}, chờ lệnh chuyển vào đêm rằm.\n`;

/** The text as bytes that would give it away: written, folded, in UTF-16, as tokens, as codes. */
export function traces(): ReadonlyMap<string, Buffer> {
  return known;
}

/** Those whose names begin so. */
export function tracesCalled(beginning: string): Buffer[] {
  return [...known].flatMap(([how, trace]) => (how.startsWith(beginning) ? [trace] : []));
}

/** Two words of the codes of these tokens, from whatever bit their document makes a word begin. */
function codesOf(tokens: Tokens): Map<string, Buffer> {
  const model = new LanguageModel();
  model.freeze();
  const code = new TokenCode();
  code.fit(model.bitsAlone());
  const store = new DocumentStore(code);
  store.add('planted', tokens);
  const rows = Array.from({ length: 32 }, (_, bit) => {
    const words = Uint32Array.of(bitsAt(store.words, 0, bit), bitsAt(store.words, 1, bit));
    return [`as codes, from bit ${bit}`, Buffer.from(words.buffer)] as const;
  });
  return new Map(rows);
}

const known = tracesOf();

function tracesOf(): Map<string, Buffer> {
  const tokens = new Tokens();
  tokens.tokenise(PLANTED_WORDS);
  const ids = tokens.ids.slice(0, tokens.count);
  const some = PLANTED_WORDS.slice(7, 40);
  return new Map([
    ['as written', Buffer.from(some)],
    ['decomposed', Buffer.from(some.normalize('NFD'))],
    ['without marks', Buffer.from(unmarked(some).toLowerCase())],
    ['in UTF-16', Buffer.from(some, 'utf16le')],
    ['as tokens', Buffer.from(ids.buffer, 0, 8 * ids.BYTES_PER_ELEMENT)],
    ...codesOf(tokens),
  ]);
}
