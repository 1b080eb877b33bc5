import { catalogue } from '../text/catalogue.ts';

export const helpText = catalogue({
  vi: {
    title: 'Trợ giúp',
    lead: 'Từ ngữ, phím tắt, và ai giúp được bạn.',
    empty: 'Chưa có nội dung.',
  },
  en: {
    title: 'Help',
    lead: 'Words, keys, and who can help you.',
    empty: 'Nothing here yet.',
  },
});
