import { catalogue } from '../text/catalogue.ts';

export const inRegisterText = catalogue({
  vi: {
    title: 'Sổ đăng ký bí mật nhà nước đến',
    lead: 'Bì, dấu A, B, C, tình trạng niêm phong và người nhận.',
    empty: 'Năm nay chưa có văn bản đến.',
  },
  en: {
    title: 'Incoming register',
    lead: 'Envelopes, their A, B, C marks, seals and receivers.',
    empty: 'Nothing has come in this year.',
  },
});
