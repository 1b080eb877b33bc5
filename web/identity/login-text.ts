import { catalogue } from '../text/catalogue.ts';

export const loginText = catalogue({
  vi: {
    title: 'Đăng nhập',
    lead: 'Hệ thống quản lý tài liệu bí mật nhà nước, chỉ dùng trong mạng nội bộ độc lập.',
    login: 'Tên đăng nhập',
    password: 'Mật khẩu',
    notice: 'Mỗi lần đăng nhập, xem, sửa đều được ghi vào sổ cái và không xóa được.',
    sealed: 'Kho đang niêm phong',
    sealedWhy: 'Vẫn đăng nhập được, nhưng chưa ai đọc được nội dung tài liệu.',
    sealedShares: (given: number, threshold: number) =>
      `Đã có ${given}/${threshold} mảnh khóa. Người giữ mảnh khóa đăng nhập rồi nộp ở mục Kho mật.`,
    demoBanner: 'Cơ quan giả định – không có bí mật thật',
    demoLead: 'Chọn một người để đăng nhập ngay. Mọi người, cơ quan và tài liệu ở đây đều hư cấu.',
    as: 'Đăng nhập:',
    group: {
      lead: 'Lãnh đạo, người được giao đọc',
      draft: 'Soạn thảo và đề xuất độ mật',
      registry: 'Văn thư và lưu giữ',
      watch: 'Kiểm tra công bố, theo dõi báo chí',
      house: 'Quản lý người, kiểm tra, quản trị',
    },
  },
  en: {
    title: 'Sign in',
    lead: 'Management of state-secret documents, on an independent local network only.',
    login: 'Sign-in name',
    password: 'Password',
    notice: 'Every sign-in, view and change goes to the ledger and cannot be erased.',
    sealed: 'The vault is sealed',
    sealedWhy: 'You can sign in, but nobody can read the content of any document yet.',
    sealedShares: (given, threshold) =>
      `${given} of ${threshold} shares given. Key custodians sign in and give theirs under Vault.`,
    demoBanner: 'Invented agency – no real secrets here',
    demoLead: 'Choose a person to sign in at once. Every person, agency and document is invented.',
    as: 'Sign in:',
    group: {
      lead: 'Leaders and assigned readers',
      draft: 'Drafting and proposing levels',
      registry: 'Registry and keeping',
      watch: 'Publication checks and press watch',
      house: 'People, inspection, administration',
    },
  },
});
