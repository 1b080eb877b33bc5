import { catalogue } from '../text/catalogue.ts';

export const documentsText = catalogue({
  vi: {
    title: 'Tài liệu',
    lead: 'Tài liệu mà bạn được biết.',
    empty: 'Chưa có tài liệu nào thuộc phạm vi của bạn.',
  },
  en: {
    title: 'Documents',
    lead: 'The documents that you may know of.',
    empty: 'No document is within your reach yet.',
  },
});
