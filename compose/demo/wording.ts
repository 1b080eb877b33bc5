/**
 * Building blocks of the invented documents: topics with their sentences. Words in braces are
 * filled anew in every document, so that no two documents say the same.
 */
import type { Level } from '../../core/level/level.ts';

export type Topic = {
  readonly level: Level;
  readonly guideItem: string;
  readonly documentType: string;
  /** Abbreviation of the type and of the unit, as the symbol prints them. */
  readonly symbol: string;
  readonly title: string;
  readonly sentences: readonly string[];
};

export const WORDS = {
  place: [
    'phường Cồn Ngọc',
    'phường Bãi Hạc',
    'phường Thạch Lựu',
    'xã Rừng Quế',
    'xã Mỏ Neo',
    'phường Giếng Đá',
    'xã Đồng Lau',
    'phường Bến Thuyền Mây',
    'xã Suối Cỏ Tranh',
    'phường Hòn Chuông',
  ],
  person: [
    'ông Lăng Bá Thuần',
    'bà Viên Thị Mộc',
    'ông Tống Huy Ngạc',
    'bà Khúc Lan Đình',
    'ông Quản Trọng Sơ',
    'bà Lều Minh Nghi',
    'ông Hàn Dực Khoan',
    'bà Ngạc Thùy Liên',
    'ông Cát Văn Triệu',
    'bà Bàng Tố Nhi',
    'ông Phí Nhật Tường',
    'bà Thạch Kiều Oanh',
    'ông Nghiêm Phú Cự',
    'bà Đinh Hạ Miên',
  ],
  company: [
    'Công ty may Sao Bãi Hạc',
    'Xí nghiệp gỗ Thạch Lựu',
    'Công ty điện tử Hòn Chuông',
    'Nhà máy giày Mây Trắng',
    'Công ty thủy sản Cồn Ngọc Xanh',
  ],
  group: [
    'Quỹ Đồng hành Bến Thuyền',
    'Hội Những người bạn sông Sa',
    'Quỹ học bổng Lau Xanh',
    'Câu lạc bộ Tri thức Suối Cỏ',
  ],
  month: ['giêng', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'],
} as const;

/** Also a figure: {n} 2–60, {p} 51–97, {m} 120–980, {d} 1–28, {c} two letters and a number. */
export const TOPICS: readonly Topic[] = [
  {
    level: 'mat',
    guideItem: '2500/QĐ-TTg:3.2.b',
    documentType: 'submission',
    symbol: 'TTr-UBBC',
    title: 'Về phương án giới thiệu người ứng cử tại {place}',
    sentences: [
      'Tiểu ban dự kiến giới thiệu {person} thay {person} ở vị trí ứng cử thứ {n} của đơn vị {place}.',
      'Qua lấy ý kiến kín, {person} đạt {p} phần trăm đồng thuận, thấp hơn mức tiểu ban đặt ra từ tháng {month}.',
      'Hồ sơ của {person} còn thiếu bản kê khai tài sản bổ sung, hạn nộp nội bộ là ngày {d} tháng {month}.',
      'Thường trực cân nhắc rút tên {person} trước hội nghị hiệp thương vòng ba và chưa thông báo cho {place}.',
      'Có {n} ý kiến đề nghị xem xét lại quá trình công tác của {person} trong giai đoạn phụ trách {place}.',
      'Phương án dự phòng gồm {n} người, đứng đầu là {person}, chỉ dùng khi có biến động trước ngày {d}.',
      'Tiểu ban đề nghị giữ {person} ở đơn vị {place} vì địa bàn này chưa có nguồn thay thế.',
    ],
  },
  {
    level: 'mat',
    guideItem: '2500/QĐ-TTg:3.4',
    documentType: 'report',
    symbol: 'BC-UBBC',
    title: 'Về công tác bảo vệ chính trị nội bộ tại {place}',
    sentences: [
      'Rà soát {n} hồ sơ tại {place}, tổ công tác đề nghị xác minh thêm quan hệ của {person}.',
      'Mã hồ sơ {c} của {person} được chuyển sang diện theo dõi riêng từ ngày {d} tháng {month}.',
      'Nguồn tin từ cơ sở cho biết {person} đã nhiều lần tiếp xúc với đại diện {group} ngoài lịch công tác.',
      'Tổ công tác chia {place} thành {n} khu vực, mỗi khu vực do một cán bộ nắm tình hình.',
      'Kết quả xác minh lần hai đối với {person} chưa thống nhất với báo cáo gửi về trước ngày {d}.',
      'Đề nghị chưa bố trí {person} tham gia tổ kiểm phiếu ở {place} cho đến khi có kết luận.',
    ],
  },
  {
    level: 'mat',
    guideItem: '2500/QĐ-TTg:3.2.d',
    documentType: 'report',
    symbol: 'BC-UBBC',
    title: 'Về một số vụ việc cán bộ phức tạp trên địa bàn {place}',
    sentences: [
      'Việc {person} xin thôi nhiệm vụ tại {place} có nguyên nhân từ bất đồng kéo dài với {person}.',
      'Trong {n} ngày đầu tháng {month}, {place} ghi nhận {n} đơn phản ánh về cách điều hành của {person}.',
      'Khoản chi {m} triệu đồng do {person} phê duyệt chưa có chứng từ gốc kèm theo.',
      'Thường trực giao {person} làm việc trực tiếp với {person}, báo cáo riêng trước ngày {d}.',
      'Nếu để kéo dài, vụ việc có thể làm {place} chậm {n} ngày so với kế hoạch niêm yết danh sách.',
      'Ba phương án xử lý đối với {person} được trình kèm, phương án hai có {p} phần trăm ý kiến tán thành.',
    ],
  },
  {
    level: 'mat',
    guideItem: '2500/QĐ-TTg:3.7.d',
    documentType: 'report',
    symbol: 'BC-ANTT',
    title: 'Đánh giá tình hình lao động tại {company} trước ngày bầu cử',
    sentences: [
      'Khoảng {m} công nhân của {company} đang bàn việc ngừng ca đêm vào ngày {d} tháng {month}.',
      'Nhóm do {person} đứng đầu đã soạn {n} điều kiện gửi ban giám đốc {company}.',
      'Lực lượng cơ sở bố trí {n} người quanh cổng phía tây {company}, đổi ca lúc {d} giờ kém mười.',
      'Qua nắm tình hình, {p} phần trăm công nhân thuê trọ tại {place} chưa đăng ký nơi bỏ phiếu.',
      'Ban giám đốc {company} đồng ý tạm ứng {m} triệu đồng nhưng chưa công bố với công nhân.',
      'Phương án {c} được kích hoạt khi số người tụ tập trước {company} vượt quá {m} người.',
    ],
  },
  {
    level: 'mat',
    guideItem: '2500/QĐ-TTg:3.2.a',
    documentType: 'plan',
    symbol: 'KH-UBBC',
    title: 'Kế hoạch chuẩn bị nguồn nhân sự sau bầu cử tại {place}',
    sentences: [
      'Đến tháng {month}, {place} phải có ít nhất {n} người trong danh sách nguồn, trong đó có {person}.',
      'Tiểu ban đề xuất luân chuyển {person} về {place} trong {n} tháng trước khi bố trí chức danh mới.',
      'Danh sách nguồn loại {person} do điểm đánh giá nội bộ chỉ đạt {p} trên một trăm.',
      'Kinh phí bồi dưỡng {m} triệu đồng lấy từ khoản dự phòng mã {c} của thành phố.',
      'Việc thay {person} bằng {person} được giữ kín cho đến sau kỳ họp thứ nhất.',
      'Các lớp bồi dưỡng riêng mở tại {place}, mỗi lớp không quá {n} người, bắt đầu ngày {d}.',
    ],
  },
  {
    level: 'mat',
    guideItem: '774/QĐ-TTg:x1',
    documentType: 'notice',
    symbol: 'TB-UBBC',
    title: 'Về người báo tin và nội dung tố cáo tại {place}',
    sentences: [
      'Người báo tin là {person}, cư trú tại tổ {n} {place}, đề nghị giữ kín danh tính.',
      'Nội dung tố cáo nêu {person} nhận {m} triệu đồng của {company} trong tháng {month}.',
      'Việc tiếp xúc với người báo tin do {person} thực hiện ngoài trụ sở vào ngày {d}.',
      'Tài liệu kèm theo gồm {n} bản chụp, lưu trong phong bì mã {c}.',
      'Đề nghị {place} không mời người báo tin đến trụ sở và không ghi tên vào sổ tiếp dân.',
    ],
  },
  {
    level: 'mat',
    guideItem: '2500/QĐ-TTg:3.6.a-c',
    documentType: 'plan',
    symbol: 'KH-ANTT',
    title: 'Kế hoạch kiểm tra hoạt động của {group}',
    sentences: [
      'Đoàn kiểm tra {n} người do {person} làm trưởng đoàn đến trụ sở {group} không báo trước ngày {d}.',
      'Số tiền {m} triệu đồng chuyển từ {group} cho {company} cần được làm rõ người hưởng lợi.',
      'Trọng tâm là {n} buổi sinh hoạt do {person} tổ chức tại {place} trong tháng {month}.',
      'Nếu {group} không cung cấp sổ sách, đoàn lập biên bản theo mẫu {c} và niêm phong tủ hồ sơ.',
      'Có {p} phần trăm hội viên {group} cư trú ngoài thành phố, danh sách kèm theo.',
    ],
  },
  {
    level: 'toi-mat',
    guideItem: '2500/QĐ-TTg:2.2.b',
    documentType: 'submission',
    symbol: 'TTr-UBBC',
    title: 'Về nhân sự trung ương giới thiệu ứng cử tại thành phố',
    sentences: [
      'Nhân sự mã {c} dự kiến về ứng cử tại {place}, thay phương án đã trình tháng {month}.',
      'Bản nhận xét kín đối với nhân sự mã {c} có {n} điểm cần giải trình trước ngày {d}.',
      'Thường trực giao {person} là đầu mối duy nhất trao đổi về nhân sự mã {c}.',
      'Kết quả thăm dò tại {place} cho nhân sự mã {c} là {p} phần trăm, thấp hơn dự tính.',
      'Phương án rút nhân sự mã {c} chỉ được thảo luận trong {n} thành viên Thường trực.',
      'Lịch tiếp xúc riêng tại {place} ngày {d} tháng {month} do {person} chuẩn bị, không đưa lên lịch chung.',
    ],
  },
  {
    level: 'toi-mat',
    guideItem: '2500/QĐ-TTg:2.3',
    documentType: 'report',
    symbol: 'BC-ANTT',
    title: 'Về nhóm tổ chức hoạt động phức tạp tại {company}',
    sentences: [
      'Nhóm {c} trong {company} có {n} người nòng cốt, liên lạc qua {person}.',
      'Từ tháng {month}, nhóm nhận {m} triệu đồng qua tài khoản trung gian của {group}.',
      'Kế hoạch phát tờ rơi tại {place} ngày {d} bị hoãn do lộ người vận chuyển.',
      'Nguồn tin mã {c} được đánh giá tin cậy {p} phần trăm và cần bảo vệ tuyệt đối.',
      'Đề nghị không thay đổi lịch bỏ phiếu tại {place} để tránh đánh động nhóm.',
    ],
  },
  {
    level: 'toi-mat',
    guideItem: '1180/QĐ-TTg:x1',
    documentType: 'report',
    symbol: 'BC-UBBC',
    title: 'Xin ý kiến về vụ án liên quan người ứng cử tại {place}',
    sentences: [
      'Hồ sơ {c} cho thấy {person} có liên quan đến khoản {m} triệu đồng của {company}.',
      'Dự kiến thời điểm công bố là ngày {d}, sau khi chốt danh sách tại {place}.',
      'Cơ quan điều tra đề nghị chưa triệu tập {person} trong {n} ngày tới.',
      'Ý kiến chỉ đạo là tách hành vi của {person} khỏi vụ việc tại {place}.',
      'Có {n} nhân chứng ở {place}, trong đó {person} đề nghị được bảo vệ.',
    ],
  },
  {
    level: 'tuyet-mat',
    guideItem: '1630/QĐ-TTg:x3',
    documentType: 'option',
    symbol: 'PA-UBBC',
    title: 'Phương án nhân sự',
    sentences: [
      'Phương án {c} xếp nhân sự thứ {n} ở vị trí thay thế, chỉ mở phong bì vào ngày {d}.',
      'Người giữ phong bì thứ hai là {person}, không ghi trong bất kỳ sổ nào khác.',
      'Ý kiến vòng kín tháng {month} đạt {p} phần trăm, có {n} phiếu trắng.',
      'Địa điểm làm việc dự phòng đặt tại {place}, mã phòng {c}.',
      'Bản đối chiếu do {person} lập một bản duy nhất, hủy sau khi đọc.',
    ],
  },
];

/** Every document of an agency has such sentences; each still names its own figures and people. */
export const FRAME = {
  opening: [
    'Thực hiện nhiệm vụ được giao tại cuộc họp ngày {d} tháng {month}, bộ phận soạn thảo báo cáo như sau.',
    'Sau {n} ngày làm việc tại {place}, tổ soạn thảo tổng hợp các nội dung dưới đây.',
    'Trên cơ sở ý kiến của {person} và {n} thành viên, nội dung được trình bày gồm các phần sau.',
  ],
  closing: [
    'Đề nghị cấp có thẩm quyền cho ý kiến trước ngày {d} tháng {month}; đầu mối liên hệ là {person}.',
    'Tài liệu chỉ chuyển cho {n} người trong phạm vi lưu hành và thu hồi sau cuộc họp ngày {d}.',
    'Bản thảo này thay cho bản mã {c}; các bản trước phải nộp lại cho văn thư bảo mật.',
  ],
  headings: ['Tình hình', 'Đánh giá', 'Nội dung cụ thể', 'Phương án', 'Tổ chức thực hiện'],
} as const;
