import { catalogue } from '../text/catalogue.ts';

export const leakCheckText = catalogue({
  vi: {
    title: 'Kiểm tra trước khi công bố',
    lead: 'Dán văn bản hoặc thả tệp để biết có trùng nội dung được bảo vệ không.',
    empty: 'Chưa kiểm tra văn bản nào.',
  },
  en: {
    title: 'Check before publishing',
    lead: 'Paste a text or drop a file to learn whether it touches protected content.',
    empty: 'No text has been checked yet.',
  },
});
