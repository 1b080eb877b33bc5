import { catalogue } from '../text/catalogue.ts';

export const matchText = catalogue({
  vi: {
    title: 'Đoạn trùng',
    lead: 'So từng đoạn, rồi xác nhận lộ hoặc loại bỏ kèm lý do.',
    empty: 'Chưa có đoạn nào.',
  },
  en: {
    title: 'Match',
    lead: 'Compare the passages, then confirm a leak or dismiss it with a reason.',
    empty: 'There is no passage yet.',
  },
});
