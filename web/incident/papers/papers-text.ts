import { catalogue } from '../../text/catalogue.ts';

export const papersText = catalogue({
  vi: {
    report: 'Báo cáo đột xuất',
    reportLead:
      'In thành tờ PDF để hoàn chỉnh, xác định độ mật và ký tay. Mỗi lần in được ghi sổ cái.',
    recipient: 'Kính gửi',
    cause: 'Nguyên nhân, hậu quả',
    proposal: 'Đề xuất, kiến nghị',
    dotted: 'Để trống thì in dòng chấm để ghi tay.',
    print: 'In báo cáo',
    printed: 'Đã lưu tệp bao-cao-dot-xuat.pdf.',
    statement: 'Trả lời báo chí',
    statementLead:
      'Lời trả lời không được xác nhận điều gì: không nói văn bản là thật, là mật hay bị lộ.',
    kind: 'Bắt đầu từ mẫu',
    kinds: {
      considering: 'Đang xem xét',
      'no-comment': 'Không bình luận',
      'false-report': 'Đề nghị cải chính',
    },
    use: 'Dùng mẫu',
    words: 'Lời trả lời',
    check: 'Kiểm tra',
    ready: 'Dùng được: không trùng nội dung được bảo vệ, không có chữ xác nhận.',
    touches: 'Chưa dùng được: có đoạn trùng nội dung được bảo vệ.',
    confirming: (phrases: string) => `Chưa dùng được: có chữ xác nhận: ${phrases}`,
    changed: 'Đã sửa sau lần kiểm tra; hãy kiểm tra lại.',
    recorded: 'Mỗi lần kiểm tra được ghi sổ cái, không kèm chữ nào của lời trả lời.',
  },
  en: {
    report: 'Ad hoc report',
    reportLead:
      'Printed as a PDF to be completed, classified and signed by hand. Each print is on the ledger.',
    recipient: 'To',
    cause: 'Causes and consequences',
    proposal: 'Proposals',
    dotted: 'Left empty, dotted lines are printed to write on.',
    print: 'Print the report',
    printed: 'Saved bao-cao-dot-xuat.pdf.',
    statement: 'Statement to the press',
    statementLead:
      'It must confirm nothing: not that a text is genuine, nor secret, nor that it came out.',
    kind: 'Begin from',
    kinds: {
      considering: 'Being considered',
      'no-comment': 'No comment',
      'false-report': 'Asking for a correction',
    },
    use: 'Use it',
    words: 'Statement',
    check: 'Check',
    ready: 'It can be used: it repeats nothing protected and says no word that confirms.',
    touches: 'Not yet: a passage repeats protected content.',
    confirming: (phrases) => `Not yet: words that confirm: ${phrases}`,
    changed: 'It was changed after the check; check it again.',
    recorded: 'Each check is on the ledger, without a word of the statement.',
  },
});
