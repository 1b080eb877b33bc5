import type { Certainty } from '../../core/common/citation.ts';
import type { NavEntry } from '../shell/navigation.ts';
import { catalogue } from '../text/catalogue.ts';

type Screens = Record<NavEntry['name'], string>;
type Certainties = Record<Certainty, string>;

export const helpText = catalogue({
  vi: {
    title: 'Trợ giúp',
    lead: 'Mỗi màn hình để làm gì, phím nào dùng được, sản phẩm không làm gì.',
    screens: 'Các màn hình',
    screensLead: 'Bạn chỉ thấy trong danh mục những mục thuộc nhiệm vụ của mình.',
    screen: {
      inbox: 'Việc đang chờ bạn, việc gấp trước, kèm hạn và chỗ để làm.',
      documents:
        'Tài liệu bạn được biết đến: trạng thái, bản, người giữ, diễn biến, đọc từng trang.',
      propose: 'Soạn dự thảo và đề xuất độ mật theo danh mục bí mật nhà nước.',
      decide: 'Xem đề xuất gửi đến bạn; quyết định, trả lại hoặc kết luận không mật.',
      registerOut: 'Cấp số, đăng ký văn bản đi, in sổ A4.',
      registerIn: 'Đăng ký văn bản đến, kể cả bì không được mở, in sổ A4.',
      leakCheck: 'Dán văn bản hoặc thả tệp trước khi công bố: có trùng nội dung được bảo vệ không.',
      publications: 'Gửi văn bản để người khác xem trước khi đăng; ghi nơi đã đăng và so từng chữ.',
      releases: 'Nội dung nào chưa được công bố, đến khi nào, ai công bố; các mốc của bầu cử.',
      watch: 'Bài báo trùng nội dung được bảo vệ: xác nhận hoặc bác, có lý do.',
      intake: 'Kiện tin của máy thu thập bên ngoài, tình trạng nguồn, thời hạn giữ tạm.',
      incidents: 'Hồ sơ vụ lộ, mất: chứng cứ, ai đã giữ, ai đã đọc, đã báo ai.',
      people: 'Người, phân công, độ được tiếp cận, cam kết, tập huấn, ủy quyền.',
      vault: 'Kho đang mở hay niêm phong; nộp mảnh khóa; niêm phong ngay.',
      ledger: 'Mọi việc đã làm, kèm chứng minh tính ngay trong trình duyệt.',
      help: 'Trang này.',
    } satisfies Screens,
    keys: 'Bàn phím',
    key: {
      tab: { keys: 'Tab, Shift + Tab', does: 'Sang ô, nút, liên kết tiếp theo hoặc trước đó' },
      skip: { keys: 'Tab rồi Enter ở đầu trang', does: 'Nhảy qua danh mục đến nội dung chính' },
      arrows: { keys: '↑ ↓ Home End', does: 'Đi giữa các dòng của bảng; Enter mở dòng' },
      enter: { keys: 'Enter', does: 'Gửi biểu mẫu đang điền, chọn người mẫu, mở liên kết' },
      pages: { keys: 'PageUp PageDown', does: 'Lật trang tài liệu đang đọc' },
      escape: { keys: 'Esc', does: 'Đóng hộp hỏi, không làm gì' },
      check: { keys: 'Ctrl + Enter', does: 'Kiểm tra văn bản vừa dán trước khi công bố' },
    },
    law: 'Căn cứ pháp luật',
    lawLead:
      'Mỗi việc và mỗi lời từ chối nêu điều luật làm căn cứ. Thẻ ghi “thông lệ” là chưa đối chiếu được với văn bản, không phải luật. Mức chắc chắn của câu chữ:',
    certainty: {
      confirmed: 'Đã đối chiếu: câu chữ của văn bản đang có hiệu lực.',
      'confirmed-2':
        'Đối chiếu qua nguồn thứ hai: nhiều nguồn thống nhất, chưa đọc được văn bản gốc.',
      '2018-text':
        'Theo câu chữ của luật 2018 và nghị định 2020, được hiểu là giữ nguyên; số điều có thể đã đổi.',
      draft: 'Theo dự thảo: chỉ là thông lệ.',
      unconfirmed: 'Chưa đối chiếu: chỉ là thông lệ.',
    } satisfies Certainties,
    grounds: 'Căn cứ của từng việc',
    limits: 'Sản phẩm này không phải là gì',
    limit: {
      cipher:
        'Không phải sản phẩm mật mã: việc mã hóa ở đây không cho phép lưu trên máy nối mạng hay truyền qua mạng.',
      certified:
        'Chưa được Bộ Công an, Ban Cơ yếu Chính phủ hay cơ quan nào chứng nhận, kiểm tra, phê duyệt.',
      decides:
        'Không quyết định độ mật, gia hạn, giải mật, tiêu hủy: chỉ chuẩn bị, kiểm tra, nhắc và ghi lại. Người có thẩm quyền quyết định.',
      paper: 'Không thay sổ giấy có chữ ký, đóng quyển ở nơi phải dùng sổ giấy: hãy in sổ.',
      government:
        'Không phải hệ thống quản lý văn bản mật của Chính phủ, không kết nối với hệ thống nào khác.',
      match: 'Đoạn trùng chỉ là dấu hiệu kèm điểm số, không chứng minh là lộ.',
      online:
        'Không dùng dịch vụ trực tuyến hay trí tuệ nhân tạo: mọi phân tích chạy trong máy này.',
      summary: 'Không lưu trích yếu của tài liệu Tuyệt mật ở bất cứ đâu.',
      erase: 'Xóa trên ổ SSD không phải là tiêu hủy theo luật: tiêu hủy vật lý có biên bản mới là.',
      lists:
        'Danh mục bí mật ở đây không đầy đủ: có mục chưa đối chiếu, có danh mục không công khai.',
    },
    refusals: 'Khi bị từ chối',
    refusalsLead:
      'Mỗi lời từ chối nói vì sao, căn cứ nào và cần làm gì. Danh sách đầy đủ nằm trong tài liệu kèm theo: docs/printed/errors.md. “Không tìm thấy” cũng là câu trả lời cho điều bạn không được biết.',
  },
  en: {
    title: 'Help',
    lead: 'What each screen is for, which keys work, what the product does not do.',
    screens: 'Screens',
    screensLead: 'The navigation shows only what belongs to your duties.',
    screen: {
      inbox: 'What waits for you, the most pressing first, with deadlines and the place to act.',
      documents: 'Documents you may know of: state, copies, holders, history, reading by page.',
      propose: 'Draft and propose a level from the guide of state secrets.',
      decide: 'Proposals put to you: determine, return, or find not secret.',
      registerOut: 'Number and register outgoing documents, print the A4 book.',
      registerIn: 'Register incoming documents, also envelopes not to be opened; print the book.',
      leakCheck: 'Paste a text or drop a file before publishing: does it hold protected wording?',
      publications: 'Have a text seen before it is published; record where it stands and compare.',
      releases: 'What may not be published yet, until when, released by whom; election days.',
      watch: 'Articles with protected wording: confirm or dismiss, with a reason.',
      intake: 'Parcels of outside collectors, how their sources do, how long texts are kept.',
      incidents: 'Files of leaks and losses: evidence, who held, who read, who was told.',
      people: 'People, duties, clearance, commitments, training, delegations.',
      vault: 'Whether the vault is open; give a share; seal it at once.',
      ledger: 'Everything that was done, with a proof computed in the browser.',
      help: 'This page.',
    } satisfies Screens,
    keys: 'Keyboard',
    key: {
      tab: { keys: 'Tab, Shift + Tab', does: 'To the next or previous field, button or link' },
      skip: { keys: 'Tab then Enter at the top', does: 'Past the navigation to the main content' },
      arrows: { keys: '↑ ↓ Home End', does: 'Between the rows of a table; Enter opens the row' },
      enter: {
        keys: 'Enter',
        does: 'Sends the form, signs in as an invented person, follows a link',
      },
      pages: { keys: 'PageUp PageDown', does: 'Turn the pages of the document being read' },
      escape: { keys: 'Esc', does: 'Closes a question without doing anything' },
      check: { keys: 'Ctrl + Enter', does: 'Checks the text pasted before publishing' },
    },
    law: 'Legal grounds',
    lawLead:
      'Each act and each refusal names the article behind it. A tag that says “practice” was not checked against the instrument and is no law. How sure the wording is:',
    certainty: {
      confirmed: 'Checked: the wording of the instrument in force.',
      'confirmed-2': 'Checked second-hand: sources agree, the original could not be read.',
      '2018-text':
        'By the wording of the 2018 law and the 2020 decree, taken as unchanged; numbers may have moved.',
      draft: 'By a draft: practice only.',
      unconfirmed: 'Not checked: practice only.',
    } satisfies Certainties,
    grounds: 'The ground of each act',
    limits: 'What this product is not',
    limit: {
      cipher:
        'Not a cipher product: its encryption permits neither storage on a connected machine nor sending over a network.',
      certified:
        'Not certified, checked or approved by the Ministry of Public Security, the Cipher Committee or anybody.',
      decides:
        'It decides no level, extension, declassification or destruction: it prepares, checks, reminds, records. A competent person decides.',
      paper:
        'No substitute for the signed, bound paper register where paper is required: print it.',
      government:
        'Not the Government’s system for secret documents, and connected to no other system.',
      match: 'A match is an indication with a score; it proves no leak.',
      online:
        'No online service and no artificial intelligence: all analysis runs in this machine.',
      summary: 'No summary of a Top secret document is stored anywhere.',
      erase: 'Erasing on an SSD is no legal destruction; physical destruction with minutes is.',
      lists: 'The guide here is not complete: items are unchecked, some lists are not public.',
    },
    refusals: 'When something is refused',
    refusalsLead:
      'Each refusal says why, on what ground, and what to do. The full list is in docs/printed/errors.md of the product. “Not found” is also the answer for what you may not know of.',
  },
});
