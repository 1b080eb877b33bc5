import { catalogue } from '../text/catalogue.ts';

export const decideText = catalogue({
  vi: {
    title: 'Quyết định độ mật',
    lead: 'Các đề xuất trình bạn quyết định theo thẩm quyền.',
    empty: 'Không có đề xuất nào chờ bạn quyết định.',
  },
  en: {
    title: 'Decide levels',
    lead: 'Proposals submitted to you by your authority.',
    empty: 'No proposal waits for your decision.',
  },
});
