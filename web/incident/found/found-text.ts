import { catalogue } from '../../text/catalogue.ts';

export const foundText = catalogue({
  vi: {
    title: 'Chứng cứ tìm thấy ngoài việc theo dõi báo chí',
    lead: 'Ảnh chụp màn hình, ảnh chụp giấy, tệp tải về, biên bản quét, thư.',
    add: 'Đưa chứng cứ vào hồ sơ',
    does:
      'Mỗi tệp là một chứng cứ, giữ nguyên từng byte trong kho, được niêm giữ ngay; bạn là người ' +
      'giữ đầu tiên. Việc này được ghi sổ cái.',
    files: 'Tệp',
    chosen: 'Các tệp đã chọn',
    remove: 'Bỏ',
    source: 'Nơi thấy',
    sourceHint:
      'Trang, nhóm, địa điểm đã đăng hoặc để tài liệu. Không ghi nhà báo, người đọc là ai.',
    url: 'Địa chỉ trên mạng (nếu có)',
    day: 'Ngày phát hiện',
    dayHint: 'Để trống: ngay bây giờ',
    time: 'Giờ (Hà Nội)',
    foundBy: 'Người phát hiện',
    foundByHint: 'Người của cơ quan đã phát hiện hoặc tiếp nhận.',
    what: 'Là gì (nếu cần)',
    whatHint: 'Ví dụ: ảnh chụp bản giấy. Không chép nội dung tài liệu.',
    sending: 'Đang gửi…',
    kept: 'Đã đưa vào hồ sơ và niêm giữ.',
    added: 'Đã đưa vào hồ sơ, chưa niêm giữ; người khác niêm giữ ở trang chứng cứ.',
    cannotShow: 'Tệp được giữ nguyên nhưng không hiện được trên màn hình; chỉ tải về được.',
    gone: 'Không đọc được tệp trên máy này: tệp đã bị xóa, đổi tên, sửa sau khi chọn, hoặc bạn không có quyền đọc. Hãy bỏ rồi chọn lại.',
    close: 'Xong',
    showPicture: 'Xem ảnh trang',
    showFile: (pages: number) => `Xem tệp (${pages} trang)`,
    noPicture:
      'Chưa có ảnh trang. Ảnh được chụp khi niêm giữ; nếu không chụp được, lý do ghi ở trang chứng cứ.',
    compare: 'So với tài liệu đã đăng ký',
    comparing: 'Đang đọc chữ trong tệp và so; ảnh, bản quét có thể mất vài phút…',
    compared: 'Kết quả so',
    nothing: (characters: string) =>
      `Không thấy đoạn trùng trong ${characters} ký tự đọc được. Không lưu lại chữ nào. Máy ` +
      'không thấy được lời diễn đạt khác hay chữ đọc sai.',
    unread: (characters: string) =>
      `Không thấy đoạn trùng trong ${characters} ký tự đọc được, nhưng có phần không đọc ` +
      'được: xem phần đó bằng mắt.',
    hidden:
      'Tệp chạm vào nội dung được bảo vệ mà bạn không được xem: không biết là nội dung nào, ở ' +
      'đoạn nào. Hãy gặp trực tiếp những người sau.',
    embargo: 'Chưa đến thời điểm công bố, không phải bí mật nhà nước:',
    notShown: (why: string) => `Không hiện được trên màn hình. ${why} Vẫn tải được bản gốc.`,
  },
  en: {
    title: 'Evidence found outside the watch of the press',
    lead: 'Screenshots, photos of paper, downloaded files, scanned minutes, mails.',
    add: 'Add evidence',
    does:
      'Each file is one piece of evidence, kept byte for byte in the vault and preserved at once ' +
      'with you as its first custodian. It is recorded in the ledger.',
    files: 'Files',
    chosen: 'Files chosen',
    remove: 'Remove',
    source: 'Found where',
    sourceHint:
      'The page, group or place that published or held it. Not who the journalists or readers are.',
    url: 'Address on the net (if any)',
    day: 'Day it was found',
    dayHint: 'Empty: just now',
    time: 'Time (Hà Nội)',
    foundBy: 'Found by',
    foundByHint: 'The person of the agency who found or received it.',
    what: 'What it is (if needed)',
    whatHint: 'For example: a photo of the paper copy. Do not copy what the document says.',
    sending: 'Sending…',
    kept: 'Added to the file and preserved.',
    added: 'Added to the file, not preserved yet; somebody else does it on the evidence page.',
    cannotShow: 'The file is kept as it is, but cannot be shown; it can be downloaded only.',
    gone: 'The file cannot be read on this machine: deleted, renamed or changed since it was chosen, or you may not read it. Remove it and choose again.',
    close: 'Done',
    showPicture: 'Look at the page image',
    showFile: (pages) => `Look at the file (${pages} pages)`,
    noPicture:
      'No page image. It is made when the evidence is preserved; if that failed, the evidence page says why.',
    compare: 'Compare with the registered documents',
    comparing: 'Reading the words and comparing; pictures and scans can take minutes…',
    compared: 'What the comparison came to',
    nothing: (characters) =>
      `No matching passage in the ${characters} characters that could be read. No word is kept. ` +
      'Other wording, or letters read wrongly, cannot be seen by the machine.',
    unread: (characters) =>
      `No matching passage in the ${characters} characters that could be read, but a part ` +
      'could not be read: look at that part yourself.',
    hidden:
      'The file touches protected content that you may not see: not which, nor where in it. ' +
      'Speak in person to one of those below.',
    embargo: 'Under embargo, no state secret:',
    notShown: (why) => `It cannot be shown. ${why} The original can be downloaded.`,
  },
});
