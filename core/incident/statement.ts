/**
 * What the agency says to the press about an incident without confirming anything (law art. 5:
 * nothing secret is published; an answer that calls a text genuine, secret or leaked tells the
 * rest). The wording is ours, not the law's. A ready text still passes the leak check.
 */
export const STATEMENT_KINDS = ['considering', 'no-comment', 'false-report'] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

export type Statement = {
  readonly vi: string;
  readonly en: string;
};

type Words = { readonly agency: string; readonly day: string };

const CLOSING = ({ agency }: Words): Statement => ({
  vi:
    `Thông tin chính thức của ${agency} chỉ do người phát ngôn cung cấp và được đăng trên các ` +
    `kênh do ${agency} quản lý.`,
  en: `Official information of ${agency} comes from its spokesperson alone, on its own channels.`,
});

const OPENINGS: Record<StatementKind, (words: Words) => Statement> = {
  considering: ({ agency, day }) => ({
    vi:
      `Ngày ${day}, một số phương tiện truyền thông có đăng thông tin nhắc đến ${agency}. ` +
      `${agency} đang xem xét theo quy định của pháp luật và sẽ thông tin khi có nội dung ` +
      `cần thông tin. ${agency} không bình luận về những nội dung không do mình công bố.`,
    en:
      `On ${day} some media carried information that mentions ${agency}. ${agency} is ` +
      `considering it under the law and will speak when there is something to say. ${agency} ` +
      'does not comment on what it has not published.',
  }),
  'no-comment': ({ agency, day }) => ({
    vi: `Về thông tin được đăng ngày ${day}, ${agency} không bình luận.`,
    en: `On the information carried on ${day}, ${agency} does not comment.`,
  }),
  'false-report': ({ agency, day }) => ({
    vi:
      `Thông tin đăng ngày ${day} về ${agency} có điểm cần được cải chính. ${agency} sẽ trả lời ` +
      `cơ quan báo chí bằng văn bản, nêu căn cứ từ các nguồn đã công bố, và đề nghị cải chính.`,
    en:
      `What was carried on ${day} about ${agency} needs a correction. ${agency} will answer the ` +
      'editors in writing, from published sources alone, and asks for a correction.',
  }),
};

export function draftStatement(kind: StatementKind, words: Words): Statement {
  const opening = OPENINGS[kind](words);
  const closing = CLOSING(words);
  return { vi: `${opening.vi}\n\n${closing.vi}`, en: `${opening.en}\n\n${closing.en}` };
}

const CONFIRMING = [
  'bí mật nhà nước',
  'tài liệu mật',
  'văn bản mật',
  'thông tin mật',
  'tuyệt mật',
  'tối mật',
  'độ mật',
  'đóng dấu mật',
  'bị lộ',
  'làm lộ',
  'lộ lọt',
  'để lộ',
  'rò rỉ',
  'bị mất cắp',
  'bị đánh cắp',
  'thất lạc',
  'phát tán',
  'xác nhận',
  'đúng là',
  'đúng sự thật',
  'chính xác là',
  'tài liệu thật',
  'bản gốc',
  'tài liệu nội bộ',
  'chưa được phép công bố',
  'thu hồi tài liệu',
  'leak',
  'leaked',
  'leaking',
  'classified',
  'state secret',
  'top secret',
  'confidential',
  'confirm',
  'confirms',
  'confirmed',
  'genuine',
  'authentic',
  'stolen',
  'internal document',
] as const;

export type Confirming = { readonly start: number; readonly end: number };

/** A letter with its marks, in lower case, and the same without them. UTF-16 places. */
type Letter = {
  readonly marked: string;
  readonly plain: string;
  readonly start: number;
  readonly end: number;
};

function lettersOf(text: string): readonly Letter[] {
  const words = text.match(/\s+|\P{M}\p{M}*|\p{M}/gu) ?? [];
  let start = 0;
  return words.map((word) => {
    const end = start + word.length;
    const marked = /^\s/.test(word) ? ' ' : word.normalize('NFC').toLowerCase();
    const plain = marked.normalize('NFD').replace(/\p{M}/gu, '').replace('đ', 'd');
    const letter = { marked, plain, start, end };
    start = end;
    return letter;
  });
}

/** Typed with its mark, the mark must be right; typed without, as in a hurry, it may be either. */
function isSame(typed: Letter | undefined, wanted: Letter): boolean {
  if (!typed) return false;
  return typed.marked === wanted.marked || typed.marked === wanted.plain;
}

const isWord = (letter: Letter | undefined): boolean => /^[\p{L}\p{N}]/u.test(letter?.plain ?? '');

const PHRASES = CONFIRMING.map(lettersOf);

/** Where a text says more than it may: words that confirm, in the order of the text. */
export function findConfirming(text: string): readonly Confirming[] {
  const letters = lettersOf(text);
  const found: Confirming[] = [];
  letters.forEach(({ start }, at) => {
    if (isWord(letters[at - 1])) return;
    for (const phrase of PHRASES) {
      const last = letters[at + phrase.length - 1];
      if (!last || isWord(letters[at + phrase.length])) continue;
      const isHere = phrase.every((wanted, offset) => isSame(letters[at + offset], wanted));
      if (isHere) found.push({ start, end: last.end });
    }
  });
  return found;
}
