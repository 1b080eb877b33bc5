/** A text to plant, and what would give it away wherever it lay in the clear. */
import { Tokens } from '../core/match/text/tokens.ts';
import { unmarked } from './leak.ts';

/** Invented; none of its rows of words stands anywhere else. */
export const PLANTED_WORDS =
  'ghềnh Trúc Mã cất giấu mười bảy thùng ấn chỉ niêm phong chì dưới gầm đò ngang';
export const PLANTED = `BÁO CÁO\nTổ ba tìm thấy ở ${PLANTED_WORDS}, chờ lệnh chuyển vào đêm rằm.\n`;

/** The text as bytes that would give it away: as written, folded, in UTF-16, as tokens. */
export function traces(): ReadonlyMap<string, Buffer> {
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
  ]);
}
