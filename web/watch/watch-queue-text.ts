import { catalogue } from '../text/catalogue.ts';

export const watchQueueText = catalogue({
  vi: {
    title: 'Bài viết cần xem',
    lead: 'Bài viết công khai có đoạn trùng với tài liệu được bảo vệ.',
    empty: 'Không có bài viết nào chờ xem.',
  },
  en: {
    title: 'Articles to review',
    lead: 'Public articles with passages that match protected documents.',
    empty: 'No article waits for review.',
  },
});
