import { catalogue } from '../text/catalogue.ts';

export const incidentText = catalogue({
  vi: {
    title: 'Vụ lộ, mất',
    lead: 'Chứng cứ, ai đã giữ hoặc đọc, việc đã làm.',
    empty: 'Chưa có thông tin.',
  },
  en: {
    title: 'Incident',
    lead: 'Evidence, who held or read the document, what was done.',
    empty: 'Nothing to show yet.',
  },
});
