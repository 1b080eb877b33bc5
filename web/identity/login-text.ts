import { catalogue } from '../text/catalogue.ts';

export const loginText = catalogue({
  vi: {
    title: 'Đăng nhập',
    lead: 'Hệ thống quản lý tài liệu bí mật nhà nước, chỉ dùng trong mạng nội bộ độc lập.',
    login: 'Tên đăng nhập',
    password: 'Mật khẩu',
    notice: 'Mỗi lần đăng nhập, xem, sửa đều được ghi vào sổ cái và không xóa được.',
    demoTitle: 'Người mẫu',
    demoLead: 'Bản trình diễn. Chọn một người để đăng nhập; mọi người đều hư cấu.',
    as: 'Đăng nhập:',
  },
  en: {
    title: 'Sign in',
    lead: 'Management of state-secret documents, on an independent local network only.',
    login: 'Sign-in name',
    password: 'Password',
    notice: 'Every sign-in, view and change goes to the ledger and cannot be erased.',
    demoTitle: 'Invented people',
    demoLead: 'A demonstration. Choose a person to sign in as; all of them are invented.',
    as: 'Sign in:',
  },
});
