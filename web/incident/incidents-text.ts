import { catalogue } from '../text/catalogue.ts';

export const incidentsText = catalogue({
  vi: {
    title: 'Vụ lộ, mất bí mật nhà nước',
    lead: 'Báo cáo ngay khi phát hiện; mỗi vụ có hồ sơ chứng cứ.',
    empty: 'Chưa có vụ nào.',
  },
  en: {
    title: 'Leaks and losses',
    lead: 'Reported at once; each has its evidence.',
    empty: 'There is no incident.',
  },
});
