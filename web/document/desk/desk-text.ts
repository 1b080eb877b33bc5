import { catalogue } from '../../text/catalogue.ts';

export const deskText = catalogue({
  vi: {
    bait: 'Tài liệu mồi',
    isBait: 'Tài liệu này là mồi. Chỉ người đánh dấu và người được báo thấy dòng này.',
    mark: 'Đánh dấu là tài liệu mồi',
    markDoes:
      'Trùng khớp với tài liệu này đứng đầu hàng chờ của người được biết. Với mọi người khác, ' +
      'đây vẫn là tài liệu như mọi tài liệu. Không bỏ đánh dấu được.',
    tell: 'Báo cho một người',
    tellDoes: 'Người ấy phải đọc được tài liệu này.',
    person: 'Người được báo',
    variant: 'Lời riêng',
    variantTitle: (copy: string) => `Lưu nội dung riêng của bản ${copy}`,
    variantDoes:
      'Dùng khi bản này khác tài liệu một cách hợp lệ: trích sao, đánh số, nơi nhận riêng. Khi ' +
      'có lộ, máy so được bản nào có đoạn bị lộ. Tệp mới thay tệp cũ.',
    file: 'Tệp của bản này',
    keep: 'Lưu vào kho',
  },
  en: {
    bait: 'Bait document',
    isBait: 'This document is a bait. Only who marked it and who was told see this line.',
    mark: 'Mark as bait',
    markDoes:
      'A match with this document stands first in the queue of those who know. To everybody ' +
      'else it stays a document like any other. The mark cannot be taken back.',
    tell: 'Tell someone',
    tellDoes: 'That person must be able to read this document.',
    person: 'Person to tell',
    variant: 'Own words',
    variantTitle: (copy) => `Keep the words of copy ${copy}`,
    variantDoes:
      'For a copy that lawfully differs from the document: an extract, its numbering, its own ' +
      'recipients. After a leak the copies are compared. A new file replaces the former one.',
    file: 'File of this copy',
    keep: 'Keep in the vault',
  },
});
