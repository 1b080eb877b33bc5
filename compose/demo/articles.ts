/**
 * Invented public articles. Most are ordinary news; some repeat registered documents: word for
 * word, without diacritics, and edited. `LEAKS` stand in documents of the plan by their key.
 */
export const LEAKS = {
  verbatim:
    'Ban chỉ đạo thống nhất dời điểm kiểm phiếu chính từ nhà văn hóa Bãi Hạc sang kho số bốn ' +
    'cảng Bến Thuyền Mây, chỉ báo cho mười một tổ trưởng trước giờ niêm phong, đồng thời bố trí ' +
    'hai xe không biển hiệu chở hòm phiếu theo đường vòng qua đồi Lau.',
  bare:
    'Trong bảy người dự kiến, bà Thạch Kiều Oanh và ông Cát Văn Triệu sẽ bị rút khỏi danh sách ' +
    'vào phút chót vì kết quả xác minh lần ba chưa đạt, thông tin này không được nêu tại hội ' +
    'nghị cử tri phường Thạch Lựu cho tới khi có văn bản của Thường trực.',
  edited:
    'Tổ công tác đề nghị giữ nguyên mức chi bốn trăm sáu mươi ba triệu đồng cho đợt rà soát thứ ' +
    'hai, giao ông Hàn Dực Khoan trực tiếp làm việc với mười chín hộ dân xã Mỏ Neo và báo cáo ' +
    'riêng về thái độ của từng hộ trước ngày bỏ phiếu.',
  routine:
    'Người nhận ký vào sổ giao nhận từng bản, không sao chụp, không chuyển cho người không có ' +
    'tên trong danh sách, nộp lại đủ số tờ cho văn thư bảo mật trước mười sáu giờ ngày họp và ' +
    'không mang theo điện thoại vào phòng họp.',
  early:
    'Tổ thẩm tra đề nghị lùi việc niêm yết ở Hòn Chuông thêm bốn ngày để xác minh hai bản kê ' +
    'khai của ông Quản Trọng Sơ, chỉ thông báo miệng cho trưởng ban bầu cử và không ghi vào ' +
    'biên bản hội nghị.',
} as const;

export type LeakKey = keyof typeof LEAKS;

export type DemoArticle = {
  readonly id: string;
  readonly daysAgo: number;
  readonly source: string;
  readonly title: string;
  readonly text: string;
};

export const addressOf = ({ source, id }: DemoArticle): string => `https://${source}/${id}`;

export const bare = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

const edited = LEAKS.edited
  .replace('Tổ công tác đề nghị giữ nguyên', 'Một nguồn tin cho hay tổ công tác muốn giữ nguyên')
  .replace('trực tiếp làm việc', 'đứng ra làm việc trực tiếp');

const leaking: readonly DemoArticle[] = [
  {
    id: 'ben-may-01',
    daysAgo: 12,
    source: 'benmay-diendan.example',
    title: 'Vì sao điểm kiểm phiếu Bãi Hạc bỗng vắng người?',
    text:
      'Cuối tuần qua nhiều người dân hỏi nhau về công tác chuẩn bị tại khu vực ven sông. ' +
      `${LEAKS.verbatim} Phóng viên đã liên hệ ban quản lý cảng nhưng chưa nhận được trả lời. ` +
      'Chợ đêm ven sông vẫn mở như mọi ngày.',
  },
  {
    id: 'sa-blog-07',
    daysAgo: 6,
    source: 'chuyensongsa.example',
    title: 'Chuyen hau truong o Thach Luu',
    text:
      'Hom nay toi ke cac ban nghe mot chuyen it ai biet. ' +
      `${bare(LEAKS.bare)} Con lai thi ai cung ro roi, khong can noi them lam gi.`,
  },
  {
    id: 'bao-moi-neo-03',
    daysAgo: 3,
    source: 'tintucmoneo.example',
    title: 'Rà soát ở Mỏ Neo: chuyện kể từ mười chín mái nhà',
    text:
      'Những ngày này con đường đất dẫn vào xã ven đồi đông hơn thường lệ. ' +
      `${edited} Một cụ bà cho biết bà chỉ mong con đường được trải nhựa trước mùa mưa.`,
  },
];

/** Title and text of ordinary news. */
const ordinary: readonly (readonly [title: string, text: string])[] = [
  [
    'Giải đua thuyền truyền thống thu hút hai mươi đội',
    'Sáng nay tại bến sông Sa, hai mươi đội đua tranh tài trong tiếng trống hội. Nước sông năm nay lên sớm nên đường đua được rút ngắn một trăm mét. Đội thuyền của các cụ trên sáu mươi tuổi nhận giải phong cách.',
  ],
  [
    'Thư viện lưu động về với học trò miền núi',
    'Chiếc xe chở hơn ba nghìn cuốn sách vừa hoàn thành chuyến đi đầu tiên lên các điểm trường. Học sinh xếp hàng từ sớm để mượn truyện tranh và sách khoa học. Chuyến kế tiếp dự kiến vào đầu tháng sau.',
  ],
  [
    'Giá rau xanh hạ nhiệt sau đợt mưa kéo dài',
    'Tại các chợ đầu mối, rau muống và cải ngọt đã giảm một phần ba so với tuần trước. Tiểu thương cho biết nguồn hàng từ vùng cao về đều trở lại. Người nội trợ vui mừng vì bữa cơm nhẹ gánh hơn.',
  ],
  [
    'Hướng dẫn cử tri tra cứu nơi bỏ phiếu',
    'Cử tri có thể xem danh sách niêm yết tại trụ sở tổ dân phố hoặc hỏi tổ trưởng nơi cư trú. Khi đi bỏ phiếu cần mang thẻ cử tri và giấy tờ tùy thân. Người ốm đau được tổ bầu cử mang hòm phiếu phụ đến tận nhà.',
  ],
  [
    'Khởi công cầu dân sinh qua suối',
    'Cây cầu dài bốn mươi hai mét nối hai bờ suối giúp học sinh không phải lội nước mùa lũ. Công trình do bà con góp công và nhà hảo tâm góp vật liệu. Dự kiến ba tháng nữa xe máy có thể qua lại.',
  ],
  [
    'Lớp dạy bơi miễn phí mùa hè',
    'Hơn hai trăm em nhỏ đã đăng ký lớp bơi do đoàn thanh niên tổ chức. Mỗi lớp không quá mười hai em và có hai huấn luyện viên. Phụ huynh được hướng dẫn kỹ năng cứu đuối cơ bản.',
  ],
  [
    'Nghệ nhân làng gốm giữ lửa nghề',
    'Ở tuổi bảy mươi, người thợ già vẫn dậy từ bốn giờ sáng nhào đất. Ông bảo men tro bếp cho màu xanh không loại men nào có được. Năm nay làng đón thêm bảy học viên trẻ.',
  ],
  [
    'Thành phố trồng mới năm nghìn cây xanh',
    'Các tuyến đường ven biển được ưu tiên trồng bàng vuông và phi lao. Mỗi hộ dân nhận chăm sóc một gốc cây trước cửa nhà. Chương trình kéo dài đến hết mùa mưa.',
  ],
  [
    'Đội bóng nữ giành quyền vào chung kết',
    'Bàn thắng ở phút bù giờ đưa các cô gái áo xanh vào trận đấu cuối cùng. Huấn luyện viên khen tinh thần không bỏ cuộc của hàng thủ. Khán đài chật kín người dù trời mưa lất phất.',
  ],
  [
    'Mẹo bảo quản cá khô ngày ẩm',
    'Bà con làng chài khuyên phơi lại cá hai nắng rồi bọc giấy báo trước khi cất. Một nhúm gạo rang giúp hút ẩm rất tốt. Không nên để cá gần nơi đun nấu.',
  ],
  [
    'Trường nghề tuyển sinh khóa điện lạnh',
    'Học viên được học thực hành từ tuần đầu tiên và thực tập hưởng lương. Nhà trường cam kết giới thiệu việc làm sau khi tốt nghiệp. Hồ sơ nhận đến hết ngày cuối tháng.',
  ],
  [
    'Họp báo công bố số liệu cử tri',
    'Tại buổi họp báo, người phát ngôn công bố tổng số cử tri và số tổ bầu cử toàn thành phố. Danh sách người ứng cử chính thức được niêm yết đúng thời hạn luật định. Đường dây nóng tiếp nhận phản ánh hoạt động suốt ngày đêm.',
  ],
];

export const ARTICLES: readonly DemoArticle[] = [
  ...ordinary.map(([title, text], index) => ({
    id: `tin-thuong-${index + 1}`,
    // Brought in week by week: each file is read in a process of its own.
    daysAgo: 7 * (1 + (index % 4)),
    source: 'nhipsongsongsa.example',
    title,
    text,
  })),
  ...leaking,
];
