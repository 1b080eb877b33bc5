import { catalogue } from '../../text/catalogue.ts';

export const dialogText = catalogue({
  vi: {
    reason: 'Lý do',
    reasonHint: 'Ngắn gọn, không nhắc lại nội dung mật.',
  },
  en: {
    reason: 'Reason',
    reasonHint: 'Short, without repeating protected wording.',
  },
});
