import { catalogue } from '../text/catalogue.ts';

export const outRegisterText = catalogue({
  vi: {
    title: 'Sổ đăng ký bí mật nhà nước đi',
    lead: 'Số riêng, liên tục trong năm; số hủy vẫn hiện cùng lý do.',
    empty: 'Năm nay chưa có số nào.',
  },
  en: {
    title: 'Outgoing register',
    lead: 'Its own gap-free numbers each year; voided ones stay with the reason.',
    empty: 'No number has been given this year.',
  },
});
