/**
 * Every refusal in Vietnamese: what was refused, why, and the way out. `{name}` is replaced by the
 * fact of that name; a part in square brackets is left out when one of its facts is absent.
 */
import type { RefusalCode } from '../../core/common/refusal-code.ts';
import type { RefusalText } from './refusal-text.ts';

export const refusalTextVi = {
  'not-found': {
    what: 'Không tìm thấy',
    why: 'Mục này không có, hoặc không thuộc phạm vi mà bạn được biết.',
    wayOut: 'Kiểm tra lại đường dẫn hoặc số. Nếu cần cho nhiệm vụ, hỏi người giao việc cho bạn.',
  },
  'invalid-input': {
    what: 'Thông tin nhập chưa đúng[: {field}]',
    why: 'Có ô còn thiếu hoặc sai dạng[; yêu cầu: {expected}].',
    wayOut: 'Sửa ô được đánh dấu rồi gửi lại.',
  },
  'not-your-duty': {
    what: 'Việc này không thuộc nhiệm vụ của bạn',
    why: 'Chỉ người được phân công[ nhiệm vụ {duty}] mới được làm việc này.',
    wayOut: 'Chuyển việc cho người được phân công, hoặc đề nghị người đứng đầu phân công bạn.',
  },
  'already-done': {
    what: 'Việc này đã làm rồi',
    why: 'Đã có người thực hiện việc này[ lúc {at}][ ({by})]; không làm hai lần[: {which}].',
    wayOut: 'Tải lại trang để xem kết quả hiện tại.',
  },
  'state-forbids': {
    what: 'Trạng thái hiện tại không cho phép',
    why: 'Việc này không làm được khi đang ở trạng thái[ “{state}”] như vậy.',
    wayOut: 'Tải lại trang để xem trạng thái mới và bước tiếp theo.',
  },
  'too-large': {
    what: 'Quá lớn',
    why: 'Dung lượng vượt giới hạn[ {maxBytes} byte].',
    wayOut: 'Chia nhỏ tệp hoặc văn bản rồi gửi từng phần.',
  },
  'not-signed-in': {
    what: 'Bạn chưa đăng nhập',
    why: 'Phiên làm việc chưa mở hoặc đã hết hạn.',
    wayOut: 'Đăng nhập rồi làm lại.',
  },
  'wrong-credentials': {
    what: 'Không đăng nhập được',
    why: 'Tên đăng nhập hoặc mật khẩu không đúng.',
    wayOut: 'Nhập lại. Nếu quên mật khẩu, gặp trực tiếp người phụ trách văn thư.',
  },
  'password-too-short': {
    what: 'Mật khẩu quá ngắn',
    why: 'Mật khẩu mới ngắn hơn mức tối thiểu[, {least} ký tự].',
    wayOut: 'Đặt mật khẩu dài hơn, ví dụ một cụm nhiều từ.',
  },
  'password-change-needed': {
    what: 'Cần đổi mật khẩu trước',
    why: 'Mật khẩu hiện tại do người khác đặt; chưa đổi thì chưa dùng được việc nào khác.',
    wayOut: 'Đổi sang mật khẩu chỉ mình bạn biết rồi làm tiếp.',
  },
  'too-many-tries': {
    what: 'Thử quá nhiều lần',
    why: 'Sai nhiều lần liên tiếp nên tạm khóa[ đến {until}].',
    wayOut: 'Chờ rồi thử lại. Nếu không phải bạn đã thử, báo ngay người quản trị.',
  },
  'setup-already-done': {
    what: 'Đã thiết lập rồi',
    why: 'Cơ quan đã được thiết lập trên máy chủ này; chỉ thiết lập một lần.',
    wayOut: 'Đăng nhập bằng tài khoản đã tạo.',
  },
  'setup-needed': {
    what: 'Chưa thiết lập',
    why: 'Máy chủ chưa có cơ quan, người đứng đầu và người giữ khóa.',
    wayOut: 'Chạy trình thiết lập ban đầu.',
  },
  'login-taken': {
    what: 'Tên đăng nhập đã có người dùng',
    why: 'Mỗi tài khoản chỉ cho một người, kể cả người đã chuyển đi[; ô: {field}].',
    wayOut: 'Chọn tên đăng nhập khác.',
  },
  'duties-incompatible': {
    what: 'Các nhiệm vụ không được kiêm nhiệm',
    why: 'Người quản trị không đọc bí mật: không giữ nhiệm vụ khác, không được duyệt độ mật.',
    wayOut: 'Phân công người khác, hoặc kết thúc nhiệm vụ kia trước ngày bắt đầu.',
  },
  'last-registrar': {
    what: 'Không thể bỏ người phụ trách văn thư cuối cùng',
    why: 'Sau đó không còn ai phân công, duyệt hay kết thúc nhiệm vụ của người khác.',
    wayOut: 'Phân công thêm một người phụ trách văn thư, rồi làm lại.',
  },
  'vault-sealed': {
    what: 'Kho mật đang niêm phong',
    why: 'Nội dung chỉ đọc, ghi được khi kho đã mở[ (đã có {given}/{needed} mảnh khóa)].',
    wayOut: 'Đề nghị những người giữ khóa đến mở kho.',
  },
  'vault-not-set-up': {
    what: 'Kho mật chưa thiết lập',
    why: 'Chưa tạo khóa gốc và chưa chia mảnh khóa cho người giữ.',
    wayOut: 'Đề nghị người quản trị làm xong bước thiết lập kho.',
  },
  'share-wrong': {
    what: 'Mảnh khóa không đúng',
    why: 'Mảnh này không thuộc kho này, hoặc gõ sai.',
    wayOut: 'Nhập lại từng ký tự. Nếu vẫn sai, dùng mảnh của người giữ khóa khác.',
  },
  'share-already-given': {
    what: 'Mảnh khóa này đã nhập',
    why: 'Mỗi người giữ khóa nhập một mảnh; mảnh này đã có[ ({given}/{needed})].',
    wayOut: 'Mời người giữ khóa tiếp theo nhập mảnh của mình.',
  },
  'guide-item-missing': {
    what: 'Chưa có căn cứ trong danh mục',
    why: 'Không được xác định bí mật nhà nước khi không có mục tương ứng trong danh mục.',
    wayOut: 'Chọn mục của danh mục bí mật nhà nước, hoặc xử lý như văn bản thường.',
  },
  'guide-item-unknown': {
    what: 'Không có mục này trong danh mục',
    why: 'Danh mục đang áp dụng không có mục[ {item}].',
    wayOut: 'Chọn lại mục trong danh sách.',
  },
  'guide-item-level-mismatch': {
    what: 'Độ mật không khớp với danh mục',
    why: 'Độ đề xuất[ ({level})] khác độ mà mục[ {item}] quy định[ ({itemLevel})].',
    wayOut: 'Chọn đúng độ mật của mục, hoặc chọn mục khác.',
  },
  'guide-item-not-in-force': {
    what: 'Mục danh mục không có hiệu lực',
    why: 'Mục[ {item}] không có hiệu lực vào ngày này[ (từ {from})][ (đến {until})].',
    wayOut: 'Chọn mục đang có hiệu lực vào ngày xác định.',
  },
  'guide-condition-unmet': {
    what: 'Chưa đủ điều kiện của mục danh mục',
    why: 'Mục[ {item}] chỉ áp dụng khi đủ điều kiện[: {condition}].',
    wayOut: 'Xác nhận điều kiện nếu đúng thực tế, hoặc chọn mục khác.',
  },
  'field-forbids-top-level': {
    what: 'Lĩnh vực này không có độ Tuyệt mật',
    why: 'Luật chỉ cho phép độ Tuyệt mật trong năm lĩnh vực[; lĩnh vực đã chọn: {field}].',
    wayOut: 'Chọn độ Tối mật hoặc Mật, hoặc kiểm tra lại lĩnh vực.',
  },
  'summary-forbidden': {
    what: 'Không được ghi trích yếu',
    why: 'Tài liệu độ Tuyệt mật không ghi trích yếu ở bất kỳ đâu.',
    wayOut: 'Xóa trích yếu; sổ chỉ ghi tên loại, số và ký hiệu.',
  },
  'no-authority': {
    what: 'Không có thẩm quyền',
    why: 'Chức vụ[ {post}] không có thẩm quyền ở độ mật này[ ({level})], cũng không có ủy quyền.',
    wayOut: 'Trình người có thẩm quyền, hoặc xin ủy quyền bằng văn bản.',
  },
  'delegation-not-in-force': {
    what: 'Ủy quyền không có hiệu lực',
    why: 'Văn bản ủy quyền không có hiệu lực vào ngày này[ (từ {from})][ (đến {until})].',
    wayOut: 'Xin văn bản ủy quyền mới, hoặc trình người ủy quyền quyết định.',
  },
  'delegation-not-lawful': {
    what: 'Ủy quyền không đúng luật',
    why: 'Chỉ người đứng đầu được ủy quyền cho cấp phó của mình; không ủy quyền lại.',
    wayOut: 'Trình người đứng đầu quyết định, hoặc xin ủy quyền cho đúng cấp phó.',
  },
  'delegation-out-of-scope': {
    what: 'Việc này nằm ngoài phạm vi ủy quyền',
    why: 'Văn bản ủy quyền không bao gồm việc này[ ở độ {level}].',
    wayOut: 'Trình người ủy quyền quyết định, hoặc xin ủy quyền rộng hơn.',
  },
  'proposer-decides': {
    what: 'Người đề xuất không được tự quyết định',
    why: 'Người đề xuất và người quyết định phải là hai người khác nhau.',
    wayOut: 'Trình người có thẩm quyền khác quyết định.',
  },
  'shorter-period-too-long': {
    what: 'Thời hạn bảo vệ quá dài',
    why: 'Thời hạn ghi[ {years} năm] dài hơn mức luật định[ {maxYears} năm] của độ mật này.',
    wayOut: 'Ghi ngày kết thúc sớm hơn, hoặc để trống để dùng thời hạn luật định.',
  },
  'shorter-period-not-activity': {
    what: 'Không được rút ngắn thời hạn bảo vệ',
    why: 'Thời hạn ngắn hơn luật định chỉ dành cho bí mật gắn với một hoạt động cụ thể.',
    wayOut: 'Để trống để dùng thời hạn luật định, hoặc ghi rõ hoạt động gắn với thời hạn.',
  },
  'date-in-future': {
    what: 'Ngày ở tương lai',
    why: 'Ngày[ {date}] chưa đến.',
    wayOut: 'Ghi ngày hôm nay hoặc ngày đã qua.',
  },
  'number-taken': {
    what: 'Số đã dùng',
    why: 'Số[ {number}] đã có trong sổ của năm này; số không bao giờ dùng lại.',
    wayOut: 'Để hệ thống cấp số tiếp theo.',
  },
  'number-already-void': {
    what: 'Số đã hủy',
    why: 'Số[ {number}] đã được hủy và vẫn hiện trong sổ cùng lý do.',
    wayOut: 'Không cần làm gì thêm; xem lý do trong sổ.',
  },
  'copies-out-of-range': {
    what: 'Số lượng bản không hợp lệ',
    why: 'Số bản[ {copies}] không nằm trong khoảng cho phép[ (đến {max})].',
    wayOut: 'Ghi đúng số bản phát hành.',
  },
  'copying-forbidden': {
    what: 'Tài liệu này không được sao, chụp',
    why: 'Khi xác định độ mật, người có thẩm quyền đã ghi không được sao, chụp.',
    wayOut: 'Đọc tại nơi lưu giữ, hoặc đề nghị cơ quan xác định cho phép.',
  },
  'permit-ended': {
    what: 'Việc cho phép sao không còn dùng được',
    why: 'Đã sao đủ số bản, đã quá hạn, hoặc người cho phép đã rút.',
    wayOut: 'Đề nghị người có thẩm quyền cho phép sao lại.',
  },
  'too-many-pages': {
    what: 'Tài liệu quá nhiều trang để sao từ hệ thống',
    why: 'Tài liệu có[ {pages}] trang, hệ thống chỉ in bản sao đến[ {max}] trang.',
    wayOut: 'Sao từ bản giấy theo quy định và ghi sổ quản lý sao, chụp.',
  },
  'copy-not-held': {
    what: 'Bản này không do bạn giữ',
    why: 'Chỉ người đang giữ bản[ số {copy}] mới giao lại hoặc trả được.',
    wayOut: 'Xem sổ để biết ai đang giữ, rồi đề nghị người đó thực hiện.',
  },
  'copies-still-held': {
    what: 'Còn bản chưa giao lại',
    why: 'Người này còn giữ bản tài liệu mật[: {copies}].',
    wayOut: 'Bàn giao hoặc thu hồi đủ các bản trước.',
  },
  'envelope-not-yours': {
    what: 'Bì này chỉ người có tên mới được bóc',
    why: 'Bì đề tên người nhận[ ({addressee})]; văn thư chỉ vào sổ thông tin ngoài bì.',
    wayOut: 'Vào sổ theo thông tin ngoài bì và chuyển nguyên bì cho người có tên.',
  },
  'file-unreadable': {
    what: 'Không đọc được tệp',
    why: 'Tệp hỏng, có mật khẩu hoặc vượt giới hạn xử lý[ ({reason})].',
    wayOut: 'Lưu lại tệp ở dạng PDF hoặc DOCX, hoặc nộp ảnh quét.',
  },
  'file-kind-unknown': {
    what: 'Loại tệp không nhận',
    why: 'Chỉ nhận PDF, DOCX, ODT, RTF, TXT và ảnh[; tệp gửi: {name}].',
    wayOut: 'Chuyển tệp sang một trong các loại trên.',
  },
  'clearance-too-low': {
    what: 'Chưa đủ độ mật được tiếp cận',
    why: 'Độ của tài liệu[ ({level})] cao hơn độ bạn được tiếp cận[ ({clearance})].',
    wayOut: 'Đề nghị người đứng đầu xem xét nâng độ mật được tiếp cận.',
  },
  'no-need-to-know': {
    what: 'Chưa được giao tiếp cận',
    why: 'Chưa có quyết định cho bạn tiếp cận tài liệu này để làm nhiệm vụ.',
    wayOut: 'Đề nghị người có thẩm quyền cấp quyền tiếp cận có thời hạn.',
  },
  'grant-expired': {
    what: 'Quyền tiếp cận đã hết hạn',
    why: 'Quyền tiếp cận đã kết thúc[ vào {until}].',
    wayOut: 'Đề nghị cấp lại nếu nhiệm vụ chưa xong.',
  },
  'commitment-missing': {
    what: 'Thiếu cam kết bảo vệ bí mật nhà nước',
    why: 'Chưa có cam kết còn hiệu lực mang tên bạn.',
    wayOut: 'Ký cam kết và đưa người phụ trách ghi nhận.',
  },
  'training-missing': {
    what: 'Chưa qua tập huấn',
    why: 'Chưa ghi nhận tập huấn bảo vệ bí mật nhà nước còn hiệu lực.',
    wayOut: 'Dự tập huấn và đưa người phụ trách ghi nhận.',
  },
  'administrator-reads-nothing': {
    what: 'Quản trị không được đọc nội dung',
    why: 'Người quản trị hệ thống giữ cho máy chạy, không tiếp cận tài liệu mật.',
    wayOut: 'Nếu cần đọc vì nhiệm vụ khác, phải thôi làm quản trị trước.',
  },
  'grant-too-long': {
    what: 'Thời hạn tiếp cận quá dài',
    why: 'Thời hạn ghi vượt mức cho một lần cấp[ ({maxDays} ngày)].',
    wayOut: 'Ghi ngày kết thúc sớm hơn; hết hạn có thể cấp lại.',
  },
  'submitter-decides': {
    what: 'Người đề nghị không tự quyết định',
    why: 'Văn bản do bạn đề nghị công bố phải do người khác xem.',
    wayOut: 'Chờ người phụ trách bảo vệ bí mật nhà nước hoặc người đứng đầu quyết định.',
  },
  'objector-reviews': {
    what: 'Người đã không đồng ý không tự xem lại',
    why: 'Đề nghị xem lại phải do người đứng đầu khác với người đã có ý kiến trước đó quyết định.',
    wayOut: 'Chuyển cho người đứng đầu chưa có ý kiến về văn bản này.',
  },
  'touches-protected': {
    what: 'Văn bản chạm vào nội dung bạn không được xem',
    why: 'Chỉ người được đọc mọi tài liệu mà văn bản chạm tới mới được cho công bố.',
    wayOut: 'Gặp trực tiếp người được nêu để hỏi, hoặc không đồng ý và nêu lý do.',
  },
  'text-unchanged': {
    what: 'Văn bản chưa thay đổi',
    why: 'Bản này giống hệt bản trước.',
    wayOut: 'Sửa văn bản rồi gửi lại; nếu không cần sửa thì chọn việc khác.',
  },
  'releaser-only': {
    what: 'Chỉ người công bố được nêu tên mới làm được',
    why: 'Công bố trước thời điểm đã định thuộc quyền của người được nêu tên trong lịch.',
    wayOut: 'Đề nghị người công bố được nêu tên thực hiện, hoặc chờ đến thời điểm đã định.',
  },
  'checks-too-fast': {
    what: 'Kiểm tra quá nhanh',
    why: 'Số lần kiểm tra trong khi gõ có giới hạn[: {most} lần mỗi phút].',
    wayOut: 'Gõ tiếp bình thường; việc kiểm tra sẽ tự tiếp tục sau ít giây.',
  },
  'comparison-stopped': {
    what: 'Đã dừng đối chiếu gần giống',
    why: 'Tài liệu và bài quá lớn[ để xong trong {seconds} giây][ cho {megabytes} MB bộ nhớ].',
    wayOut: 'Thử lại khi máy chủ rảnh hơn. Vẫn bị dừng thì tự đọc tài liệu bên cạnh bài.',
  },
  'article-unreadable': {
    what: 'Không đọc được bài viết',
    why: 'Tệp bài viết[ {name}] không có phần chữ đọc được.',
    wayOut: 'Lưu lại trang ở dạng HTML hoặc văn bản thường rồi nhập lại.',
  },
  'verdict-given': {
    what: 'Đã có kết luận',
    why: 'Đoạn trùng này đã được kết luận[: {verdict}][, bởi {by}].',
    wayOut: 'Xem kết luận và hồ sơ kèm theo.',
  },
  'verdict-unfounded': {
    what: 'Kết luận này không có căn cứ',
    why: 'Lộ bí mật nhà nước chỉ kết luận được với nội dung là bí mật nhà nước; công bố trước giờ chỉ với nội dung có giờ công bố mà bạn được xem.',
    wayOut: 'Chọn kết luận khác, hoặc hỏi người được phép xem tài liệu.',
  },
  'reason-missing': {
    what: 'Chưa ghi lý do',
    why: 'Việc này phải có lý do bằng lời để lưu vào sổ cái.',
    wayOut: 'Ghi lý do ngắn gọn, không nhắc lại nội dung mật.',
  },
  'steps-missing': {
    what: 'Chưa đủ việc phải làm trước khi kết thúc',
    why: 'Còn việc pháp luật yêu cầu mà chưa được ghi nhận[: {count} việc].',
    wayOut: 'Làm và ghi từng việc còn thiếu trong phần đồng hồ của vụ việc.',
  },
  'knew-the-document': {
    what: 'Người này đã giữ hoặc đọc tài liệu',
    why:
      'Người đã giữ bản hoặc đọc tài liệu đến lúc thu hoặc phát hiện chứng cứ thì không giữ ' +
      'chứng cứ của vụ đó.',
    wayOut: 'Chọn người khác có nhiệm vụ xem vụ việc. Quy tắc này không buộc tội ai.',
  },
  'not-custodian': {
    what: 'Bạn không phải người đang giữ chứng cứ',
    why: 'Chỉ người đang giữ, hoặc người được giao, mới làm được việc này.',
    wayOut: 'Xem dòng bàn giao của chứng cứ để biết ai đang giữ.',
  },
  'evidence-not-kept': {
    what: 'Chứng cứ chưa được niêm giữ',
    why: 'Chưa có bản chứng cứ riêng, tách khỏi bản làm việc.',
    wayOut: 'Bấm Niêm giữ chứng cứ trước, khi kho đang mở.',
  },
  'evidence-there': {
    what: 'Tệp này đã có trong hồ sơ',
    why: 'Vụ việc đã có một chứng cứ trùng với tệp này đến từng byte[: {source}].',
    wayOut: 'Không cần đưa vào lần nữa. Nếu định đưa tệp khác, hãy chọn lại.',
  },
  'authority-silent': {
    what: 'Không lấy được dấu thời gian',
    why: 'Máy cấp dấu thời gian của mạng không được cấu hình, không trả lời hoặc trả lời không tin được.',
    wayOut: 'Nhờ quản trị kiểm tra máy cấp dấu thời gian rồi thử lại. Chứng cứ đã giữ vẫn nguyên.',
  },
  'second-officer-needed': {
    what: 'Cần người thứ hai',
    why: 'Người đề nghị đọc dấu riêng không tự đọc: phải do người khác thực hiện.',
    wayOut: 'Nhờ người khác có nhiệm vụ xem vụ việc, chưa giữ bản và chưa đọc tài liệu.',
  },
  'no-marked-copies': {
    what: 'Tài liệu này chưa có bản nào mang dấu riêng',
    why: 'Dấu riêng chỉ có trên các bản được xem sau khi bật dấu riêng cho tài liệu.',
    wayOut: 'Dò theo nội dung bị lộ, hoặc xem ai đã giữ, đã đọc tài liệu.',
  },
  'collector-key-wrong': {
    what: 'Khóa của máy thu thập không đúng dạng',
    why: 'Dòng khóa không phải là dòng mà lệnh niemphong collect init đã in ra.',
    wayOut: 'Chép nguyên dòng khóa từ máy thu thập, không thêm bớt ký tự.',
  },
  'parcel-unreadable': {
    what: 'Không đọc được kiện tin',
    why: 'Các tệp gửi vào không phải là một kiện tin trọn vẹn của máy thu thập.',
    wayOut: 'Gửi các tệp đuôi json, sig và mọi tệp đánh số của cùng một kiện.',
  },
  'parcel-from-stranger': {
    what: 'Kiện tin của máy lạ',
    why: 'Khóa ký kiện tin này chưa được đăng ký hoặc đã bị hủy[: {collector}].',
    wayOut: 'Quản trị kiểm tra máy thu thập rồi đăng ký khóa của nó.',
  },
  'parcel-signature-wrong': {
    what: 'Chữ ký kiện tin không đúng',
    why: 'Bảng kê của kiện tin[ số {number}] không mang chữ ký đúng của máy thu thập.',
    wayOut:
      'Không nhập kiện này; chép lại từ máy thu thập, nếu vẫn sai thì báo người phụ trách an ninh.',
  },
  'parcel-incomplete': {
    what: 'Kiện tin thiếu tệp',
    why: 'Không thấy tệp[ {name}] mà bảng kê nêu.',
    wayOut: 'Chép đủ các tệp của kiện rồi nhập lại.',
  },
  'parcel-damaged': {
    what: 'Tệp của kiện tin bị hỏng',
    why: 'Tệp[ {name}] không đúng như bảng kê đã ký.',
    wayOut: 'Chép lại tệp đó từ máy thu thập.',
  },
  'parcel-taken': {
    what: 'Kiện tin đã nhập rồi',
    why: 'Kiện[ số {number}] của máy thu thập này đã được nhập trước đây.',
    wayOut: 'Không cần làm gì thêm.',
  },
  'parcel-forged': {
    what: 'Kiện tin không khớp dãy đã nhận',
    why: 'Kiện[ số {number}] khác với kiện đã nhận cùng số, hoặc không nối tiếp kiện trước.',
    wayOut: 'Không nhập kiện này; kiểm tra máy thu thập có bị sao lưu lùi hoặc bị thay không.',
  },
  'parcel-gap': {
    what: 'Thiếu kiện tin ở giữa',
    why: 'Kiện[ số {number}] đến trước, còn thiếu các kiện ở giữa[: từ số {from} đến số {to}].',
    wayOut: 'Nhập các kiện còn thiếu trước; nếu chúng đã mất hẳn, nhập lại và xác nhận bỏ qua.',
  },
} as const satisfies Record<RefusalCode, RefusalText>;
