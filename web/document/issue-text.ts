import { catalogue } from '../text/catalogue.ts';

export const issueText = catalogue({
  vi: {
    issue: 'Cấp số, phát hành',
    title: 'Cấp số và phát hành?',
    follows: (copies: number) =>
      `Tài liệu nhận số tiếp theo của sổ đi năm nay. ${copies} bản được đánh số và do bạn giữ cho đến khi giao. Số đã cấp không bao giờ dùng lại.`,
    symbol: 'Ký hiệu',
    symbolHint: 'Phần sau dấu gạch chéo, ví dụ KH-UBBC. Độ mật không nằm trong ký hiệu.',
    signer: 'Người ký',
    keeper: 'Đơn vị, người lưu',
    note: 'Ghi chú',
  },
  en: {
    issue: 'Number and issue',
    title: 'Number and issue?',
    follows: (copies) =>
      `The document gets the next number of this year's outgoing register. ${copies} copies are numbered and held by you until handed over. A number is never given again.`,
    symbol: 'Symbol',
    symbolHint: 'The part after the slash, for example KH-UBBC. The level is not part of it.',
    signer: 'Signer',
    keeper: 'Keeping unit or person',
    note: 'Note',
  },
});
