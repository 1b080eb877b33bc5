import { catalogue } from '../../text/catalogue.ts';

export const listsText = catalogue({
  vi: {
    title: 'Danh sách nền',
    lead:
      'Độ hiếm của câu chữ được đo so với các danh sách này. Mỗi dấu hiệu ghi phiên bản đã dùng ' +
      'khi tìm thấy.',
    back: 'Bài viết cần xem',
    overview: 'Đang áp dụng',
    list: 'Danh sách',
    version: 'Phiên bản',
    none: 'chưa có',
    count: 'Số mục',
    made: 'Lập lúc, bởi',
    withProgram: 'Đi kèm chương trình',
    contents: 'SHA-256 nội dung',
    secretWords: 'Không hiện: lời của nó là bí mật',
    names: {
      publicLaw: 'Luật, biểu mẫu công khai',
      stockLines: 'Câu mẫu của văn bản hành chính',
      syllables: 'Âm tiết thường dùng',
      commonWording: 'Câu chữ thông dụng theo kết luận',
      background: 'Tin bài thu vào',
    },
    byVerdicts: (moment: string) => `${moment}, từ các kết luận`,
    nothingLearnt: 'không học',
    backgroundTitle: 'Tin bài thu vào không dạy máy điều gì',
    background: (sources: string, days: string) =>
      'Máy không học câu chữ thường gặp từ tin bài thu vào: một trang, một ngày hay một nguồn ' +
      'không thể làm câu chữ thành “thông dụng”. Nếu sau này có học, câu chữ phải đứng trên ' +
      `trang của ít nhất ${sources} nguồn, trong ít nhất ${days} ngày, và không bao giờ từ trang ` +
      'trùng với tài liệu được bảo vệ.',
    versions: 'Các phiên bản của danh sách công khai',
    noVersions: 'Chưa có văn bản công khai nào',
    inForce: 'đang áp dụng',
    by: 'Người lập',
    at: 'Lúc',
    change: 'Thay đổi',
    changes: {
      added: (name: string) => `Thêm: ${name}`,
      removed: (name: string) => `Bỏ: ${name}`,
    },
    texts: 'Văn bản công khai',
    name: 'Tên văn bản',
    published: 'Nơi đã công khai',
    state: 'Trạng thái',
    states: {
      'in-force': 'Đang áp dụng',
      waiting: 'Chờ người thứ hai',
      removed: 'Đã bỏ',
    },
    touches: 'Chạm nội dung được bảo vệ',
    addedBy: (name: string, moment: string) => `Thêm: ${name}, ${moment}`,
    confirmedBy: (name: string, moment: string) => `Đồng ý: ${name}, ${moment}`,
    removedBy: (name: string, moment: string, reason: string) =>
      `Bỏ: ${name}, ${moment}. ${reason}`,
    act: 'Việc',
    read: 'Xem lời',
    readTitle: 'Lời của văn bản',
    confirm: 'Đồng ý',
    confirmAsk: 'Đồng ý đưa văn bản này vào danh sách?',
    confirmDoes:
      'Văn bản chạm nội dung được bảo vệ. Sau khi đồng ý, câu chữ của nó thôi báo ở mọi nơi. ' +
      'Hãy tự mở nguồn công khai để đối chiếu trước.',
    remove: 'Bỏ',
    removeAsk: 'Bỏ văn bản này khỏi danh sách?',
    removeDoes: 'Câu chữ của nó sẽ lại báo. Việc bỏ được ghi sổ cái và thành phiên bản mới.',
    add: 'Thêm văn bản công khai',
    addLead:
      'Chỉ luật, biểu mẫu ai cũng đọc được. Xem trước để biết nó có chạm nội dung được bảo vệ ' +
      'không; nếu có, cần người thứ hai đồng ý.',
    publishedHint: 'Số Công báo, trang thông tin điện tử, ngày',
    reason: 'Lý do',
    words: 'Lời của văn bản',
    preview: 'Xem trước',
    previewed: (words: string, characters: string) => `${words} tiếng, ${characters} ký tự`,
    touchesNothing: 'Không chạm nội dung được bảo vệ: áp dụng ngay khi thêm.',
    touchesSome: 'Chạm nội dung được bảo vệ: chỉ áp dụng sau khi người thứ hai đồng ý.',
    listed: 'Văn bản này đã có trong danh sách.',
    previewRecorded: 'Lần xem trước này đã được ghi sổ cái, không kèm lời văn bản.',
    addNow: 'Thêm vào danh sách',
    done: {
      'in-force': 'Đã thêm; phiên bản mới đang áp dụng.',
      waiting: 'Đã ghi nhận; chờ người thứ hai đồng ý.',
      removed: 'Đã bỏ.',
    },
  },
  en: {
    title: 'Background lists',
    lead:
      'Against these lists it is measured how rare wording is. Each match keeps the versions it ' +
      'was weighed by.',
    back: 'Articles to review',
    overview: 'In force',
    list: 'List',
    version: 'Version',
    none: 'none yet',
    count: 'Items',
    made: 'Made, by',
    withProgram: 'Comes with the program',
    contents: 'SHA-256 of the contents',
    secretWords: 'Not shown: its words are secret',
    names: {
      publicLaw: 'Public law and forms',
      stockLines: 'Stock lines of official papers',
      syllables: 'Frequent syllables',
      commonWording: 'Common wording by verdicts',
      background: 'Articles that come in',
    },
    byVerdicts: (moment) => `${moment}, from verdicts`,
    nothingLearnt: 'not learnt',
    backgroundTitle: 'Articles that come in teach nothing',
    background: (sources, days) =>
      'No usual wording is learnt from articles that come in: no page, day or source can make ' +
      'wording “common”. Were it ever learnt, wording would have to stand on pages of at least ' +
      `${sources} sources on at least ${days} days, and never on a page that matches a protected ` +
      'document.',
    versions: 'Versions of the public list',
    noVersions: 'No public text yet',
    inForce: 'in force',
    by: 'By',
    at: 'At',
    change: 'Change',
    changes: {
      added: (name) => `Added: ${name}`,
      removed: (name) => `Removed: ${name}`,
    },
    texts: 'Public texts',
    name: 'Name of the text',
    published: 'Where it is public',
    state: 'State',
    states: {
      'in-force': 'In force',
      waiting: 'Waits for a second officer',
      removed: 'Removed',
    },
    touches: 'Touches protected content',
    addedBy: (name, moment) => `Added: ${name}, ${moment}`,
    confirmedBy: (name, moment) => `Agreed: ${name}, ${moment}`,
    removedBy: (name, moment, reason) => `Removed: ${name}, ${moment}. ${reason}`,
    act: 'Act',
    read: 'Show words',
    readTitle: 'Words of the text',
    confirm: 'Agree',
    confirmAsk: 'Agree to list this text?',
    confirmDoes:
      'The text touches protected content. Once you agree, its wording alarms nowhere any more. ' +
      'First look it up yourself where it is public.',
    remove: 'Remove',
    removeAsk: 'Remove this text from the list?',
    removeDoes: 'Its wording alarms again. The removal is in the ledger and makes a version.',
    add: 'List a public text',
    addLead:
      'Only law and forms that anyone can read. Preview tells whether it touches protected ' +
      'content; then a second officer has to agree.',
    publishedHint: 'Number of the gazette, web site, date',
    reason: 'Reason',
    words: 'Words of the text',
    preview: 'Preview',
    previewed: (words, characters) => `${words} words, ${characters} characters`,
    touchesNothing: 'Touches no protected content: in force as soon as it is listed.',
    touchesSome: 'Touches protected content: in force only after a second officer agreed.',
    listed: 'This text is on the list already.',
    previewRecorded: 'This preview is in the ledger, without the words.',
    addNow: 'List it',
    done: {
      'in-force': 'Listed; the new version is in force.',
      waiting: 'Recorded; it waits for a second officer.',
      removed: 'Removed.',
    },
  },
});
