import { catalogue } from '../text/catalogue.ts';

export const setupText = catalogue({
  vi: {
    title: 'Thiết lập ban đầu',
    lead: 'Khai báo cơ quan, người đứng đầu, người phụ trách sổ, quản trị và người giữ khóa.',
    empty: 'Chưa có bước nào để làm.',
  },
  en: {
    title: 'First set-up',
    lead: 'Name the agency, its head, the registrar, the administrator and the key custodians.',
    empty: 'There is no step to do yet.',
  },
});
