import { catalogue } from '../text/catalogue.ts';

export const peopleText = catalogue({
  vi: {
    title: 'Người và phân công',
    lead: 'Chức vụ, nhiệm vụ, độ mật được tiếp cận, cam kết và tập huấn.',
    empty: 'Chưa có ai.',
  },
  en: {
    title: 'People and duties',
    lead: 'Posts, duties, clearances, commitments and training.',
    empty: 'Nobody yet.',
  },
});
