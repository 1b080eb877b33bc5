import { catalogue } from '../text/catalogue.ts';

export const ledgerText = catalogue({
  vi: {
    title: 'Sổ cái',
    lead: 'Mọi việc đã làm, nối thành cây băm; sửa một byte là lộ ra.',
    empty: 'Sổ cái chưa có mục nào.',
  },
  en: {
    title: 'Ledger',
    lead: 'Every act in one hash tree; one changed byte shows.',
    empty: 'The ledger has no entry yet.',
  },
});
