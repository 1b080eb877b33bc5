import { catalogue } from '../text/catalogue.ts';

export const documentsText = catalogue({
  vi: {
    title: 'Tài liệu',
    lead: 'Chỉ những tài liệu mà bạn được biết.',
    propose: 'Soạn dự thảo',
    columns: {
      words: 'Tên loại và trích yếu',
      level: 'Độ mật',
      symbol: 'Số, ký hiệu',
      state: 'Trạng thái',
      until: 'Bảo vệ đến hết',
    },
    state: 'Trạng thái',
    level: 'Độ mật',
    every: 'Tất cả',
    declassified: 'Đã giải mật',
    empty: 'Không có tài liệu nào để hiện',
    emptyWhy:
      'Bạn thấy tài liệu do mình soạn, được trình, được giao bản hoặc được cho phép tiếp cận. Nếu cần tài liệu cho nhiệm vụ, đề nghị người có thẩm quyền cho phép.',
    emptyFilter: 'Không có tài liệu nào khớp bộ lọc. Thử bỏ bớt điều kiện.',
  },
  en: {
    title: 'Documents',
    lead: 'Only the documents that you may know of.',
    propose: 'Begin a draft',
    columns: {
      words: 'Type and summary',
      level: 'Level',
      symbol: 'Number, symbol',
      state: 'State',
      until: 'Protected up to',
    },
    state: 'State',
    level: 'Level',
    every: 'All',
    declassified: 'Declassified',
    empty: 'No document to show',
    emptyWhy:
      'You see documents that you drafted, that were put to you, whose copy you hold or that you were granted. If your task needs one, ask the competent person for access.',
    emptyFilter: 'No document fits the filter. Try fewer conditions.',
  },
});
