import { catalogue } from '../text/catalogue.ts';

export const watchQueueText = catalogue({
  vi: {
    title: 'Bài viết cần xem',
    lead: 'Bài viết công khai có đoạn trùng với tài liệu được bảo vệ.',
    state: 'Trạng thái',
    filters: {
      open: 'Chờ xem',
      unclear: 'Để xem lại',
      confirmed: 'Đã xác nhận',
      dismissed: 'Đã loại bỏ',
    },
    order: 'Xếp theo độ bất ngờ nhân độ mật. Phím j, k hoặc mũi tên để đi, Enter để mở.',
    bits: (bits: string) => `${bits} bit`,
    story: (articles: number, outlets: number) => `${articles} bài, ${outlets} nơi đăng`,
    bait: 'Tài liệu mồi',
    wordings: 'Câu chữ thông dụng',
    lists: 'Danh sách nền',
    taken: (taken: string, matched: string) => `Đã đưa vào ${taken} bài, ${matched} bài có trùng.`,
    score: 'Điểm',
    level: 'Độ mật',
    article: 'Bài viết',
    source: 'Nguồn',
    captured: 'Thu lúc (giờ Hà Nội)',
    levelHidden: 'Không được xem',
    forgotten: 'Bài viết đã được quên',
    someHidden: 'Có dòng trùng với tài liệu mà bạn không được xem.',
    emptyOpen: 'Không có bài viết nào chờ xem',
    emptyOther: 'Chưa có bài viết nào ở trạng thái này',
    noArticles: 'Chưa có bài viết nào được đưa vào',
    how:
      'Thu bài viết công khai ở máy có mạng, chép sang bằng thiết bị được phép, rồi đưa tệp vào ' +
      'màn hình này hoặc chạy lệnh trên máy chủ:',
    howOther: 'Cán bộ theo dõi báo chí đưa bài viết vào; bài có đoạn trùng sẽ hiện ở đây.',
    take: 'Đưa bài viết vào',
    takeLead:
      'Bài viết được đọc trong vùng cách ly, so với mọi tài liệu được bảo vệ. Bài không trùng ' +
      'chỉ để lại địa chỉ, mã băm, thời điểm; tệp được niêm phong trong số ngày cơ quan định để ' +
      'tìm ngược.',
    file: 'Tệp bài viết',
    fileHint: 'HTML, TXT, JSONL, RSS/Atom, WARC, hoặc ZIP chứa các tệp này',
    taking: 'Đang đọc và so các bài viết…',
    done: 'Đã đưa vào',
    counts: {
      taken: 'Bài đã nhận',
      matched: 'Bài có đoạn trùng',
      duplicates: 'Đã có từ trước',
      rejected: 'Không đọc được',
    },
    rejected: 'Các phần không đọc được',
    rejectedMore: (count: number) => `và ${count} phần khác`,
  },
  en: {
    title: 'Articles to review',
    lead: 'Public articles with passages that match protected documents.',
    state: 'State',
    filters: {
      open: 'To review',
      unclear: 'To look at again',
      confirmed: 'Confirmed',
      dismissed: 'Dismissed',
    },
    order: 'Sorted by surprise times level. Keys j, k or arrows to move, Enter to open.',
    bits: (bits) => `${bits} bits`,
    story: (articles, outlets) =>
      `${articles} articles, ${outlets} ${outlets === 1 ? 'outlet' : 'outlets'}`,
    bait: 'Bait document',
    wordings: 'Common wording',
    lists: 'Background lists',
    taken: (taken, matched) => `${taken} articles taken in, ${matched} of them match.`,
    score: 'Score',
    level: 'Level',
    article: 'Article',
    source: 'Source',
    captured: 'Captured (Hà Nội time)',
    levelHidden: 'Not yours to see',
    forgotten: 'Article forgotten',
    someHidden: 'Some lines match documents that you may not see.',
    emptyOpen: 'No article waits for review',
    emptyOther: 'No article is in this state yet',
    noArticles: 'No article has been taken in yet',
    how:
      'Collect public articles on a machine with a network, carry them over on a permitted ' +
      'medium, then give the file to this screen or run this command on the server:',
    howOther: 'A press watch officer takes articles in; those that match appear here.',
    take: 'Take articles in',
    takeLead:
      'Articles are read in isolation and compared with every protected document. Of those that ' +
      'match nothing address, hash and moment stay; the file is kept sealed for the agency’s ' +
      'days, to be searched back.',
    file: 'File of articles',
    fileHint: 'HTML, TXT, JSONL, RSS/Atom, WARC, or a ZIP of these',
    taking: 'Reading and comparing the articles…',
    done: 'Taken in',
    counts: {
      taken: 'Articles taken',
      matched: 'Articles that match',
      duplicates: 'Had before',
      rejected: 'Unreadable',
    },
    rejected: 'Parts that could not be read',
    rejectedMore: (count) => (count === 1 ? 'and 1 more' : `and ${count} more`),
  },
});
