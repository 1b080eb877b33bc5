import { catalogue } from '../text/catalogue.ts';

export const documentText = catalogue({
  vi: {
    title: 'Tài liệu',
    lead: 'Độ mật, thời hạn, bản và người giữ, diễn biến.',
    empty: 'Chưa có thông tin.',
  },
  en: {
    title: 'Document',
    lead: 'Level, period, copies and holders, what happened.',
    empty: 'Nothing to show yet.',
  },
});
