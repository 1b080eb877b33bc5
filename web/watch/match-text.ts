import { catalogue } from '../text/catalogue.ts';

export const matchText = catalogue({
  vi: {
    title: 'Đoạn trùng',
    lead: 'So từng đoạn, rồi kết luận kèm lý do.',
    back: 'Bài viết cần xem',
    forgottenTitle: 'Bài viết đã được quên',
    forgottenBody:
      'Mọi đoạn trùng của bài này đã bị loại bỏ, nên nội dung bài không còn được giữ; chỉ còn ' +
      'dấu vân và kết luận.',
    states: {
      open: 'Chờ xem',
      unclear: 'Để xem lại',
      confirmed: 'Đã xác nhận',
      dismissed: 'Đã loại bỏ',
    },
    score: 'Điểm của đoạn rõ nhất',
    document: 'Trùng với',
    source: 'Nguồn',
    published: 'Đăng lúc',
    captured: 'Thu lúc',
    found: 'Tìm thấy lúc',
    foundBack: (moment: string) => `${moment}, khi tìm ngược: bài có trước, tài liệu đến sau`,
    text: 'Bài viết',
    passages: 'Đối chiếu với tài liệu',
    readingRecorded: 'Lần xem đối chiếu này đã được ghi sổ cái như một lần đọc tài liệu.',
    lookRecorded:
      'Bài này là chứng cứ của một vụ việc: lần xem này đã được ghi sổ cái như một lần xem chứng cứ.',
    notYours: 'Bài viết trùng với nội dung được bảo vệ mà bạn không được xem.',
    bait: 'Tài liệu mồi: chỉ người biết thấy dòng này.',
    spread: (count: number) => `Cùng một câu chuyện: ${count} bài`,
    spreadNote: 'Theo giờ mà nơi đăng ghi; nơi không ghi giờ thì theo lúc thu.',
    capturedAt: (moment: string) => `thu lúc ${moment}`,
    why: 'Vì sao máy báo',
    whyNote:
      'Một bit: câu chữ này hiếm gấp đôi trong văn bản thường. 20 bit là một phần triệu; dấu ' +
      'hiệu vẫn không phải kết luận.',
    reason: (bits: string, exact: string, longest: string) =>
      `${bits} bit bất ngờ; ${exact} tiếng trùng, dài nhất ${longest} tiếng liền nhau.`,
    altered: (count: string) => `${count} tiếng bị đổi hoặc sai.`,
  },
  en: {
    title: 'Match',
    lead: 'Compare the passages, then give a verdict with its reason.',
    back: 'Articles to review',
    forgottenTitle: 'Article forgotten',
    forgottenBody:
      'Every match of this article was dismissed, so its contents are no longer kept: only its ' +
      'fingerprint and the verdict are.',
    states: {
      open: 'To review',
      unclear: 'To look at again',
      confirmed: 'Confirmed',
      dismissed: 'Dismissed',
    },
    score: 'Score of the clearest passage',
    document: 'Matches',
    source: 'Source',
    published: 'Published',
    captured: 'Captured',
    found: 'Found',
    foundBack: (moment) => `${moment}, searching back: the article came first, the document later`,
    text: 'Article',
    passages: 'Beside the document',
    readingRecorded: 'Seeing these passages is in the ledger as a reading of the document.',
    lookRecorded:
      'This article is evidence in an incident: this look is in the ledger as a viewing of evidence.',
    notYours: 'The article matches protected content that you may not see.',
    bait: 'Bait document: only those who know of it see this line.',
    spread: (count) => `One story: ${count} articles`,
    spreadNote: 'By the time that the outlet states; where it states none, by the capture.',
    capturedAt: (moment) => `captured ${moment}`,
    why: 'Why this alarms',
    whyNote:
      'One bit: wording twice as rare in ordinary text. 20 bits are one in a million; a sign is ' +
      'still no verdict.',
    reason: (bits, exact, longest) =>
      `${bits} bits of surprise; ${exact} syllables agree, at most ${longest} in a row.`,
    altered: (count) => `${count} syllables are changed or misread.`,
  },
});
