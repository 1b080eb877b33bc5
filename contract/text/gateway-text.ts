/**
 * What the mail and web gateways tell the sender, in both languages: that protected material is
 * touched and whom to ask, never what. Answers of a mail server are ASCII, so the Vietnamese there
 * has lost its marks.
 */
import type { TextLanguage } from './refusal-text.ts';

/** Touched, or the reason why nothing could be said. */
export const GATEWAY_ANSWERS = [
  'touches',
  'vault-sealed',
  'unreadable',
  'too-large',
  'not-now',
] as const;
export type GatewayAnswer = (typeof GATEWAY_ANSWERS)[number];

type GatewayText = { readonly what: string; readonly wayOut: string };

const vi: Record<GatewayAnswer, GatewayText> = {
  touches: {
    what: 'Nội dung chạm tới tài liệu được bảo vệ nên chưa được gửi đi',
    wayOut: 'Hỏi người phụ trách bảo vệ bí mật nhà nước của cơ quan.',
  },
  'vault-sealed': {
    what: 'Chưa kiểm tra được: kho mật đang niêm phong',
    wayOut: 'Thử lại sau khi kho được mở.',
  },
  unreadable: {
    what: 'Chưa kiểm tra được: có tệp không đọc được (đặt mật khẩu, hỏng hoặc dạng lạ)',
    wayOut: 'Gửi dưới dạng văn bản, PDF hoặc DOCX không đặt mật khẩu.',
  },
  'too-large': {
    what: 'Chưa kiểm tra được: nội dung quá lớn',
    wayOut: 'Chia thành nhiều phần nhỏ hơn.',
  },
  'not-now': {
    what: 'Hiện chưa kiểm tra được',
    wayOut: 'Thử lại sau ít phút; nếu vẫn vậy, báo người quản trị.',
  },
};

const en: Record<GatewayAnswer, GatewayText> = {
  touches: {
    what: 'The content touches protected material and was not sent',
    wayOut: 'Ask the officer for the protection of state secrets.',
  },
  'vault-sealed': {
    what: 'Not checked: the vault is sealed',
    wayOut: 'Try again when it has been opened.',
  },
  unreadable: {
    what: 'Not checked: a file cannot be read (password, damaged, unknown kind)',
    wayOut: 'Send it as text, PDF or DOCX without a password.',
  },
  'too-large': {
    what: 'Not checked: the content is too large',
    wayOut: 'Divide it into smaller parts.',
  },
  'not-now': {
    what: 'It cannot be checked now',
    wayOut: 'Try again in a few minutes; if it stays so, tell the administrator.',
  },
};

export const GATEWAY_TEXTS: Record<TextLanguage, Record<GatewayAnswer, GatewayText>> = { vi, en };

/** Vietnamese without its marks, for places that carry nothing but ASCII. */
export function asAscii(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replace(/[^\x20-\x7e]/g, '?');
}

/** One line for each language, Vietnamese first. */
export function replyLines(answer: GatewayAnswer): readonly [string, string] {
  const line = ({ what, wayOut }: GatewayText): string => asAscii(`${what}. ${wayOut}`);
  return [line(vi[answer]), line(en[answer])];
}

/** A whole page in UTF-8 that loads nothing. */
export function blockPage(answer: GatewayAnswer): string {
  const part = (language: TextLanguage): string => {
    const { what, wayOut } = GATEWAY_TEXTS[language][answer];
    return `<section lang="${language}"><h1>${what}.</h1><p>${wayOut}</p></section>`;
  };
  return (
    '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Niêm Phong</title>' +
    '<meta name="viewport" content="width=device-width"><style>' +
    'body{font:1rem/1.5 sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem;' +
    'color:#1a1a1a;background:#fff}h1{font-size:1.25rem}' +
    `</style></head><body>${part('vi')}${part('en')}</body></html>\n`
  );
}
