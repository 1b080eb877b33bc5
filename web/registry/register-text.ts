import { catalogue } from '../text/catalogue.ts';

export const registerText = catalogue({
  vi: {
    out: {
      title: 'Sổ đăng ký bí mật nhà nước đi',
      lead: 'Số riêng của sổ mật, liên tục trong năm; số hủy vẫn hiện cùng lý do.',
      empty: 'Chưa có số nào trong năm này',
      emptyWhy:
        'Số được cấp ở trang tài liệu đã xác định độ mật. Bạn chỉ thấy dòng của tài liệu mình được biết.',
    },
    in: {
      title: 'Sổ đăng ký bí mật nhà nước đến',
      lead: 'Bì, dấu A, B, C, tình trạng niêm phong và người nhận.',
      empty: 'Chưa có văn bản đến trong năm này',
      emptyWhy: 'Bạn chỉ thấy dòng của tài liệu mình được biết.',
    },
    receive: 'Đăng ký văn bản đến',
    year: (year: number) => `Năm ${year}`,
    yearBefore: (year: number) => `Xem năm ${year}`,
    yearAfter: (year: number) => `Xem năm ${year}`,
    print: 'In sổ (PDF)',
    printed: 'Đã lập bản in của sổ và ghi vào sổ cái. Tệp PDF nằm trong thư mục tải về.',
    fileName: { out: 'so-dang-ky-di', in: 'so-dang-ky-den' },
    act: 'Việc',
    void: 'Hủy số',
    voidTitle: (number: string) => `Hủy số ${number}?`,
    voidFollows:
      'Số đã hủy vẫn hiện trong sổ cùng lý do và không bao giờ cấp lại. Tài liệu có thể được cấp số khác.',
    voided: (date: string, reason: string) => `Hủy ngày ${date}: ${reason}`,
    envelope: 'Bì chưa mở',
  },
  en: {
    out: {
      title: 'Register of outgoing state secrets',
      lead: 'Its own gap-free numbers each year; voided ones stay with their reason.',
      empty: 'No number has been given in this year',
      emptyWhy:
        'Numbers are given on the page of a determined document. You see only lines of documents that you may know of.',
    },
    in: {
      title: 'Register of incoming state secrets',
      lead: 'Envelopes, their A, B, C marks, seals and receivers.',
      empty: 'Nothing has come in in this year',
      emptyWhy: 'You see only lines of documents that you may know of.',
    },
    receive: 'Register an arrival',
    year: (year) => `Year ${year}`,
    yearBefore: (year) => `Show ${year}`,
    yearAfter: (year) => `Show ${year}`,
    print: 'Print the book (PDF)',
    printed: 'The book was printed and recorded on the ledger. The PDF is in your downloads.',
    fileName: { out: 'register-out', in: 'register-in' },
    act: 'Act',
    void: 'Void',
    voidTitle: (number) => `Void number ${number}?`,
    voidFollows:
      'A voided number stays in the book with its reason and is never given again. The document may get another one.',
    voided: (date, reason) => `Voided ${date}: ${reason}`,
    envelope: 'Unopened envelope',
  },
});
