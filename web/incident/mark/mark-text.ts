import { catalogue } from '../../text/catalogue.ts';

export const markText = catalogue({
  vi: {
    title: 'Đọc dấu riêng của bản',
    lead:
      'Khi ảnh chụp, ảnh quét hoặc ảnh màn hình của tài liệu bị lộ: một người đưa ảnh vào và đề ' +
      'nghị, người thứ hai đọc. Người đã giữ hoặc đã đọc tài liệu không làm việc này. Kết quả là ' +
      'số của bản, không phải tên người; “chưa kết luận được” là kết quả bình thường.',
    none: 'Chưa có đề nghị nào.',
    ask: 'Đưa ảnh vào',
    askDoes: 'Ảnh được niêm vào kho cùng vụ việc. Chưa đọc gì cho đến khi người thứ hai đọc.',
    file: 'Ảnh nghi bị lộ (PNG, JPEG, WebP, TIFF, PDF)',
    page: 'Trang của tài liệu trong ảnh',
    reason: 'Ảnh này từ đâu',
    caption: 'Các lần đề nghị đọc dấu riêng',
    asked: 'Đề nghị',
    result: 'Kết quả',
    by: (name: string, at: string) => `${name}, ${at}`,
    pageNo: (page: string) => `Trang ${page}`,
    waiting: 'Chờ người thứ hai',
    read: 'Đọc dấu riêng',
    readDoes:
      'Bạn là người thứ hai. Máy đo các dòng trong ảnh rồi so với mọi bản mang dấu của tài liệu. ' +
      'Chỉ nêu số bản khi khả năng nhầm không quá một phần triệu. Việc này được ghi sổ cái.',
    decline: 'Không đọc',
    declineDoes: 'Đề nghị đóng lại với lý do. Ảnh vẫn nằm cùng vụ việc.',
    declined: (reason: string) => `Không đọc: ${reason}`,
    outcomes: {
      named: 'Nhận ra bản',
      'nothing-fits': 'Chưa kết luận được: không bản nào khớp đủ chắc',
      'several-fit': 'Chưa kết luận được: hơn một bản khớp, có thể ảnh ghép từ nhiều bản',
      'no-lines': 'Chưa kết luận được: trang này không có dòng chữ nào mang dấu',
      'page-not-found': 'Chưa kết luận được: không thấy trang này trong ảnh',
      'too-little-seen': 'Chưa kết luận được: ảnh cho thấy quá ít dòng',
    },
    keep: 'Giữ làm chứng cứ',
    keepDoes:
      'Ảnh gốc và kết quả đọc, kể cả số bản, được niêm giữ riêng và đi cùng gói bàn giao. Bạn là ' +
      'người giữ đầu tiên; người đã giữ hoặc đã đọc tài liệu không giữ chứng cứ.',
    kept: 'Đã giữ làm chứng cứ',
    screenCopy: (number: string) => `Bản điện tử số ${number}`,
    hiddenCopy: 'Bạn không được xem tài liệu, nên không thấy số bản.',
    chance: (power: string, copies: string, lines: string) =>
      `Khả năng nhầm không quá 1 phần ${power}, trong ${copies} bản, từ ${lines} dòng.`,
    looked: (copies: string, lines: string) => `Đã so ${copies} bản, từ ${lines} dòng.`,
    limits:
      'Số bản không nói ai đã làm lộ: bản có thể qua tay nhiều người, có thể bị người khác chụp. ' +
      'Ai đã giữ, đã đọc bản đó là việc xem riêng, ở tài liệu và sổ cái.',
    toDocument: 'Mở tài liệu',
  },
  en: {
    title: 'Reading a copy mark',
    lead:
      'For a leaked photograph, scan or screenshot of the document: one officer gives the ' +
      'picture and asks, a second one reads. Who held or read the document does neither. The ' +
      'result is the number of a copy, not a name; “inconclusive” is a normal result.',
    none: 'Nothing has been asked.',
    ask: 'Give a picture',
    askDoes:
      'The picture is sealed with the incident. Nothing is read before a second officer does.',
    file: 'Suspect picture (PNG, JPEG, WebP, TIFF, PDF)',
    page: 'Page of the document in the picture',
    reason: 'Where the picture comes from',
    caption: 'Readings of copy marks',
    asked: 'Asked',
    result: 'Result',
    by: (name, at) => `${name}, ${at}`,
    pageNo: (page) => `Page ${page}`,
    waiting: 'Waits for a second officer',
    read: 'Read the copy mark',
    readDoes:
      'You are the second officer. The lines in the picture are measured and compared with every ' +
      'marked copy. A copy is named only when the chance of a mistake is at most one in a ' +
      'million. It goes into the ledger.',
    decline: 'Do not read',
    declineDoes: 'The request is closed with its reason. The picture stays with the incident.',
    declined: (reason) => `Not read: ${reason}`,
    outcomes: {
      named: 'Copy recognised',
      'nothing-fits': 'Inconclusive: no copy fits for certain',
      'several-fit': 'Inconclusive: more than one copy fits; the picture may join several',
      'no-lines': 'Inconclusive: this page has no line that bears a mark',
      'page-not-found': 'Inconclusive: the picture does not show this page',
      'too-little-seen': 'Inconclusive: the picture shows too few lines',
    },
    keep: 'Keep as evidence',
    keepDoes:
      'The picture as given and what was read of it, with the number of the copy, are sealed ' +
      'apart and go into the hand-over package. You are the first to keep them; who held or read ' +
      'the document keeps no evidence.',
    kept: 'Kept as evidence',
    screenCopy: (number) => `Screen copy ${number}`,
    hiddenCopy: 'You may not see the document, so the number of the copy is not shown.',
    chance: (power, copies, lines) =>
      `Chance of a mistake at most 1 in ${power}, among ${copies} copies, from ${lines} lines.`,
    looked: (copies, lines) => `Compared with ${copies} copies, from ${lines} lines.`,
    limits:
      'The number of a copy does not say who leaked: it may have been in many hands, or been ' +
      'photographed by somebody else. Who held or read it is looked up apart, in the document ' +
      'and the ledger.',
    toDocument: 'Open the document',
  },
});
