import { catalogue } from '../text/catalogue.ts';

export const inboxText = catalogue({
  vi: {
    title: 'Việc cần làm',
    lead: 'Những việc đang chờ bạn, việc sát hạn đứng trước.',
    empty: 'Không có việc nào đang chờ bạn.',
  },
  en: {
    title: 'Waiting for me',
    lead: 'What waits for you, nearest deadline first.',
    empty: 'Nothing waits for you.',
  },
});
