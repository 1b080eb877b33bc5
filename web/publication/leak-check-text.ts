import { catalogue } from '../text/catalogue.ts';

export const leakCheckText = catalogue({
  vi: {
    title: 'Kiểm tra trước khi công bố',
    lead: 'Dán văn bản hoặc thả tệp để biết có trùng nội dung được bảo vệ không.',
    promise:
      'Văn bản, tệp đưa vào đây không được lưu lại. Việc kiểm tra được ghi sổ cái: ai, lúc nào, ' +
      'bao nhiêu ký tự, có trùng hay không; không ghi chữ nào của văn bản.',
    input: 'Văn bản cần kiểm tra',
    paste: 'Dán văn bản',
    pasteHint: 'Tối đa 2.000.000 ký tự. Ctrl+Enter để kiểm tra.',
    tooLong: 'Dài hơn 2.000.000 ký tự: hãy thả tệp, hoặc kiểm tra từng phần.',
    file: 'Hoặc kiểm tra một tệp',
    fileHint:
      'PDF, DOCX, PPTX, XLSX, ODT, RTF, TXT, HTML, ảnh, ZIP trang web; kiểm tra ngay khi chọn, ' +
      'đọc cả chú thích, bản sửa, tệp nhúng',
    check: 'Kiểm tra',
    checking: 'Đang so với toàn bộ tài liệu được bảo vệ…',
    verdict: 'Kết quả',
    unread: 'Chưa kiểm tra được hết tệp',
    unreadBody:
      'Phần đọc được không có đoạn trùng, nhưng có phần không đọc được (xem lưu ý). Mở phần đó ' +
      'xem bằng mắt, hoặc bỏ nó ra khỏi tệp, đổi sang dạng đọc được rồi kiểm tra lại.',
    none: 'Không tìm thấy đoạn trùng',
    noneBody:
      'Không thấy câu chữ trùng với tài liệu được bảo vệ đang lưu. Đây không phải là sự đồng ý ' +
      'công bố: nội dung diễn đạt khác, hoặc chưa đăng ký, máy không thấy được.',
    found: (documents: number) =>
      `Có đoạn trùng với ${documents} tài liệu được bảo vệ: chưa được công bố`,
    foundBody: 'So các đoạn dưới đây với tài liệu, rồi hỏi người có thẩm quyền trước khi công bố.',
    hidden: 'Văn bản chạm vào nội dung được bảo vệ: chưa được công bố',
    hiddenBody:
      'Bạn không có quyền biết đó là nội dung nào hay ở đoạn nào. Hãy gặp trực tiếp những người ' +
      'sau, không gửi văn bản này qua mạng.',
    hiddenToo: 'Ngoài ra, văn bản còn chạm vào nội dung được bảo vệ mà bạn không được xem.',
    checked: (characters: string, time: string) => `Đã kiểm tra ${characters} ký tự trong ${time}`,
    fromFile: (name: string) => `Tệp: ${name}`,
    changed: 'Văn bản đã sửa sau lần kiểm tra này: kết quả là của văn bản trước khi sửa.',
    recorded: 'Việc kiểm tra này đã được ghi sổ cái.',
    warnings: 'Lưu ý khi đọc tệp',
    seconds: (seconds: string) => `${seconds} giây`,
    passages: 'Các đoạn trùng',
    embargo: 'Chưa đến thời điểm công bố, không phải bí mật nhà nước:',
  },
  en: {
    title: 'Check before publishing',
    lead: 'Paste a text or drop a file to learn whether it touches protected content.',
    promise:
      'A text or file given here is not kept. The check itself is in the ledger: who, when, how ' +
      'many characters, whether it touched anything; no word of the text.',
    input: 'Text to check',
    paste: 'Paste the text',
    pasteHint: 'Up to 2,000,000 characters. Ctrl+Enter checks.',
    tooLong: 'Longer than 2,000,000 characters: drop a file, or check it in parts.',
    file: 'Or check a file',
    fileHint:
      'PDF, DOCX, PPTX, XLSX, ODT, RTF, TXT, HTML, pictures, ZIP of a site; checked as soon as ' +
      'chosen, with comments, revisions and embedded files',
    check: 'Check',
    checking: 'Comparing with every protected document…',
    verdict: 'Result',
    unread: 'The file could not be checked whole',
    unreadBody:
      'Nothing matches in what could be read, but a part could not be read (see the remark). ' +
      'Look at that part yourself, or take it out or save it in a form that can be read; check again.',
    none: 'No matching passage found',
    noneBody:
      'No wording of the protected documents in store was found. This is no permission to ' +
      'publish: other wording, or content never registered, cannot be seen by the machine.',
    found: (documents) =>
      documents === 1
        ? 'Passages match 1 protected document: do not publish'
        : `Passages match ${documents} protected documents: do not publish`,
    foundBody: 'Compare the passages below, then ask a competent person before publishing.',
    hidden: 'The text touches protected content: do not publish',
    hiddenBody:
      'You may not know which content, or where in the text. Speak in person to one of those ' +
      'below; do not send this text over a network.',
    hiddenToo: 'It also touches protected content that you may not see.',
    checked: (characters, time) => `${characters} characters checked in ${time}`,
    fromFile: (name) => `File: ${name}`,
    changed: 'The text was edited after this check: the result is that of the earlier text.',
    recorded: 'This check is in the ledger.',
    warnings: 'While reading the file',
    seconds: (seconds) => `${seconds} s`,
    passages: 'Matching passages',
    embargo: 'Under embargo, no state secret:',
  },
});
