/** The invented secret of the walk, and an invented article that quotes two sentences of it. */

export const SUMMARY = 'Phương án nhân sự dự phòng đợt hai';

export const DRAFT = `PHƯƠNG ÁN NHÂN SỰ DỰ PHÒNG ĐỢT HAI

Ban tổ chức trình phương án nhân sự dự phòng cho sáu chức danh trưởng đơn vị của thành phố An Lạc.
Phương án này chỉ dùng khi danh sách chính thức khuyết từ hai người trở lên trước ngày niêm yết.

1. Người dự phòng thứ nhất sẽ được gọi từ đoàn kiểm tra đê kè Bãi Quạ, không qua lấy phiếu thăm dò.
2. Người dự phòng thứ hai giữ nguyên chức vụ ở trạm thủy văn Cồn Mây cho đến hết vòng hiệp thương.
3. Thời điểm công bố phương án ấn định vào buổi chiều sau phiên họp kín của tổ thẩm định số chín.
4. Hồ sơ lý lịch của ba người còn lại được giữ tại ngăn tủ riêng của người đứng đầu.

Mọi trao đổi về phương án chỉ thực hiện trực tiếp, không dùng điện thoại, không gửi thư điện tử.
`;

/** Sentences 1 and 3 of the draft, without diacritics, in other surroundings. */
export const ARTICLE = `<!doctype html>
<html lang="vi"><head><meta charset="utf-8">
<title>Chuyen ben le mua bau cu</title>
<link rel="canonical" href="https://tin-bia-dat.example/chuyen-ben-le">
<meta property="og:site_name" content="Tin bịa đặt">
</head><body><article>
<h1>Chuyen ben le mua bau cu</h1>
<p>Nhung ngay nay quan ca phe nao o thanh pho cung ban chuyen danh sach ung cu vien sap niem yet,
va ai cung co mot tin rieng de ke cho nguoi ngoi canh nghe.</p>
<p>Theo mot nguon tin khong muon neu ten, nguoi du phong thu nhat se duoc goi tu doan kiem tra de ke
Bai Qua, khong qua lay phieu tham do. Cung nguon tin nay noi rang thoi diem cong bo phuong an an
dinh vao buoi chieu sau phien hop kin cua to tham dinh so chin.</p>
<p>Con lai la chuyen thoi tiet: mua se tanh vao cuoi tuan, gio nhe, troi mat.</p>
</article></body></html>
`;

/** What a press officer is about to publish: sentence 2 of the draft within other words. */
export const RELEASE = `Thông cáo về công tác chuẩn bị.
Người dự phòng thứ hai giữ nguyên chức vụ ở trạm thủy văn Cồn Mây cho đến hết vòng hiệp thương.
Các công việc khác diễn ra đúng kế hoạch.`;
