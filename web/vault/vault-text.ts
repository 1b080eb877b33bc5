import { catalogue } from '../text/catalogue.ts';

export const vaultText = catalogue({
  vi: {
    title: 'Kho mật',
    lead: 'Những người giữ khóa cùng nhập mảnh khóa để mở kho.',
    empty: 'Kho chưa có thông tin.',
  },
  en: {
    title: 'Vault',
    lead: 'The key custodians give their shares together to open it.',
    empty: 'Nothing to show yet.',
  },
});
