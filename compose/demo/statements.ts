/** Invented texts on their way to the public, and the material that waits for its day. */
import type { PublicationMedium } from '../../core/publication/request.ts';

/** Public from its day on; quoted too early by `press.ts`. */
export const POLLING_PLACES =
  'Bảy đơn vị bầu cử chia thành một trăm mười sáu khu vực bỏ phiếu, trong đó ba khu vực lưu ' +
  'động trên thuyền ở Cồn Ngọc và một khu vực tại bệnh viện Giếng Đá, đóng hòm phiếu lúc mười ' +
  'chín giờ, riêng xã Suối Cỏ Tranh được phép kết thúc sớm khi mọi cử tri đã bỏ phiếu.';

/** Public on a day still to come. */
export const FIRST_COUNT =
  'Kết quả kiểm phiếu sơ bộ của thành phố: tỷ lệ cử tri đi bầu đạt chín mươi tám phẩy hai phần ' +
  'trăm, hai trong số bảy đơn vị phải bầu thêm, thời điểm công bố ấn định sau phiên họp toàn ' +
  'thể của Ủy ban bầu cử.';

export type Statement = {
  readonly title: string;
  readonly medium: PublicationMedium;
  readonly text: string;
};

export const WELCOME: Statement = {
  title: 'Thư gửi cử tri trẻ lần đầu đi bầu',
  medium: 'web-article',
  text:
    'Năm nay thành phố có hơn bốn nghìn bạn trẻ lần đầu cầm lá phiếu. Ủy ban bầu cử chúc các ' +
    'bạn một ngày hội đáng nhớ, và mời các bạn tìm hiểu tiểu sử người ứng cử tại nơi niêm yết ' +
    'gần nhà.',
};

export const PLACES: Statement = {
  title: 'Hướng dẫn tìm nơi bỏ phiếu',
  medium: 'web-site',
  text:
    'Cử tri tra cứu nơi bỏ phiếu theo tổ dân phố ghi trên thẻ cử tri. Người khuyết tật được hỗ ' +
    'trợ lối đi riêng. Người đang điều trị được tổ bầu cử mang hòm phiếu phụ đến tận giường ' +
    'bệnh.',
};

export const COUNT_NEWS: Statement = {
  title: 'Thông cáo nhanh sau giờ đóng hòm phiếu',
  medium: 'press-statement',
  text:
    'Ủy ban bầu cử cảm ơn cử tri và các lực lượng đã phục vụ ngày bầu cử an toàn, trật tự. ' +
    `${FIRST_COUNT}`,
};
export const COUNT_NEWS_AMENDED =
  'Ủy ban bầu cử cảm ơn cử tri và các lực lượng đã phục vụ ngày bầu cử an toàn, trật tự. Kết ' +
  'quả sẽ được công bố sau phiên họp toàn thể.';

export const SPEECH: Statement = {
  title: 'Bài phát biểu tại hội nghị tổng kết khâu hiệp thương',
  medium: 'speech',
  text:
    'Công tác hiệp thương đã hoàn thành đúng luật, dân chủ, đủ thành phần. Thay mặt Ủy ban bầu ' +
    'cử, tôi ghi nhận những đêm làm việc đến khuya của cán bộ cơ sở ở cả chín địa bàn.',
};

export const REPLY: Statement = {
  title: 'Trả lời Đài truyền thanh Bãi Hạc về điểm kiểm phiếu',
  medium: 'reply',
  text:
    'Việc bố trí điểm kiểm phiếu thực hiện theo kế hoạch đã được phê duyệt. Thông tin chính ' +
    'thức được công bố trên cổng thông tin của thành phố; đề nghị quý đài dẫn nguồn này.',
};

export const SLIDES: Statement = {
  title: 'Bản trình chiếu tập huấn tổ bầu cử',
  medium: 'slides',
  text:
    'Bài một: chuẩn bị phòng bỏ phiếu, kiểm tra hòm phiếu rỗng trước cử tri, niêm phong có chữ ' +
    'ký. Bài hai: phát phiếu, gạch tên trong danh sách, hướng dẫn người cao tuổi. Bài ba: lập ' +
    'biên bản.',
};

export const FIGURES: Statement = {
  title: 'Số liệu cử tri theo địa bàn',
  medium: 'web-article',
  text:
    'Tổng số cử tri toàn thành phố là ba trăm mười hai nghìn, trong đó khu vực ven biển chiếm ' +
    'hơn một nửa. Số tổ bầu cử không đổi so với nhiệm kỳ trước.',
};

export const DRAFTED_NOTE: Statement = {
  title: 'Bài viết về người ứng cử tự do',
  medium: 'web-article',
  text:
    'Luật cho phép công dân đủ tiêu chuẩn tự ứng cử. Hồ sơ nộp tại Ủy ban bầu cử, được xem xét ' +
    'bình đẳng với người được giới thiệu, và được lấy ý kiến cử tri nơi cư trú như nhau.',
};

export const SHORT_NEWS: Statement = {
  title: 'Tin ngắn cho trang mạng xã hội',
  medium: 'other',
  text: `Tin vui từ thành phố. ${FIRST_COUNT} Mời bạn đọc chia sẻ.`,
};

export const HOTLINE: Statement = {
  title: 'Thông báo đường dây nóng của các tổ bầu cử',
  medium: 'press-statement',
  text:
    'Từ hôm nay mỗi tổ bầu cử có một số điện thoại trực suốt ngày đêm. Danh sách số điện thoại ' +
    'kèm tên người trực được phát cho từng hộ và dán tại nhà văn hóa.',
};
