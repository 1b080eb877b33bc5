import { catalogue } from '../text/catalogue.ts';

export const vaultText = catalogue({
  vi: {
    title: 'Kho mật',
    lead: 'Nội dung tài liệu được mã hóa. Khóa chỉ có trong bộ nhớ khi kho mở.',
    state: 'Trạng thái',
    given: 'Mảnh khóa đã nộp',
    givenOf: (given: number, threshold: number) => `${given}/${threshold}`,
    plan: 'Cách mở',
    planOf: (threshold: number, shares: number) => `${threshold} trong ${shares} mảnh khóa`,
    singleTitle: 'Kho này mở bằng một mảnh khóa',
    single: 'Một người mở được kho một mình. Chỉ dùng để xem thử, không dùng cho bí mật thật.',
    meaning: {
      absent: 'Chưa có khóa kho: chưa cất được nội dung nào.',
      sealed:
        'Không ai đọc, cất hay đối chiếu được nội dung: không có khóa ở bất cứ đâu trong máy. Sổ đăng ký, phân công, sổ cái vẫn dùng được.',
      open: 'Người được phép đọc được tài liệu của mình. Ai chép được bộ nhớ của máy lúc này có thể lấy được khóa.',
    },
    absentWay: 'Khóa kho được lập khi thiết lập lần đầu.',
    more: (count: number) => `Còn cần ${count} mảnh khóa nữa để mở kho.`,
    give: 'Nộp mảnh khóa',
    giveLead: 'Gõ hoặc dán mảnh khóa của bạn. Dấu cách, gạch nối, xuống dòng, chữ hoa đều được.',
    share: 'Mảnh khóa',
    shareHint: 'Bắt đầu bằng npv1. Việc nộp được ghi vào sổ cái, mảnh khóa thì không.',
    wrongForm: 'Đây không phải một mảnh khóa đúng: thiếu hoặc sai ký tự. Soát lại từng nhóm.',
    thanks: (given: number, threshold: number) =>
      `Đã nhận mảnh khóa: ${given}/${threshold}. Mời người giữ mảnh khóa tiếp theo đăng nhập.`,
    opened: 'Đủ mảnh khóa: kho đã mở.',
    notCustodian: 'Bạn không giữ mảnh khóa. Hãy báo một người giữ mảnh khóa đăng nhập và nộp.',
    seal: 'Niêm phong kho ngay',
    sealLead: 'Khóa bị xóa khỏi bộ nhớ. Làm ngay khi nghi có người xâm nhập, hoặc khi hết giờ.',
    sealTitle: 'Niêm phong kho?',
    sealWhat: (threshold: number) =>
      `Mọi người đang đọc sẽ phải dừng. Mở lại cần ${threshold} mảnh khóa.`,
    sealed: 'Kho đã niêm phong.',
    whatTitle: 'Niêm phong nghĩa là gì',
    what: {
      start: 'Máy chủ luôn khởi động với kho niêm phong; tắt máy là niêm phong.',
      disk: 'Đĩa chỉ có nội dung đã mã hóa (định dạng age), mỗi tệp một khóa riêng.',
      wrong: 'Nộp sai năm lần liền thì tạm khóa một giờ; mỗi lần đều được ghi.',
      lost: 'Mất quá số mảnh dự phòng thì không ai mở được nữa, kể cả nhà sản xuất.',
    },
  },
  en: {
    title: 'Vault',
    lead: 'Contents of documents are encrypted. The key exists only in memory, while it is open.',
    state: 'State',
    given: 'Shares given',
    givenOf: (given, threshold) => `${given} of ${threshold}`,
    plan: 'Opens with',
    planOf: (threshold, shares) => `${threshold} of ${shares} shares`,
    singleTitle: 'This vault opens with a single share',
    single: 'One person can open it alone. For trying things out only, never for real secrets.',
    meaning: {
      absent: 'There is no vault key yet: no content can be stored.',
      sealed:
        'Nobody can read, store or compare contents: the key is nowhere in the machine. Registers, duties and the ledger still work.',
      open: 'People with access can read their documents. Whoever copies the memory of the machine now may obtain the key.',
    },
    absentWay: 'The vault key is made in the first set-up.',
    more: (count) =>
      count === 1 ? 'One more share opens the vault.' : `${count} more shares open the vault.`,
    give: 'Give my share',
    giveLead: 'Type or paste your share. Spaces, dashes, line breaks and capitals do not matter.',
    share: 'Share',
    shareHint: 'It begins with npv1. The giving goes to the ledger, the share does not.',
    wrongForm: 'This is not a correct share: a character is missing or wrong. Check each group.',
    thanks: (given, threshold) =>
      `Share taken: ${given} of ${threshold}. The next custodian may sign in.`,
    opened: 'Enough shares: the vault is open.',
    notCustodian: 'You keep no share. Ask a key custodian to sign in and give theirs.',
    seal: 'Seal the vault now',
    sealLead: 'The key is wiped from memory. Do it at once when in doubt, and at the end of work.',
    sealTitle: 'Seal the vault?',
    sealWhat: (threshold) =>
      `Everyone who is reading must stop. Opening it again takes ${threshold} shares.`,
    sealed: 'The vault is sealed.',
    whatTitle: 'What being sealed means',
    what: {
      start: 'The server always starts sealed; switching it off seals it.',
      disk: 'The disk holds only encrypted contents (age format), each file under its own key.',
      wrong: 'Five wrong shares in a row lock the person out for an hour; each try is recorded.',
      lost: 'When more than the spare shares are lost nobody can open it, not even its makers.',
    },
  },
});
