/**
 * Wording of Vietnamese official papers that means nothing by itself: national header, names of
 * bodies, grounds, closing articles, signature block, recipients, secrecy stamps. Form and layout
 * follow Decree 30/2020/NĐ-CP; numbers and dates are masked by the matcher, so any will do.
 */
import { SET_PHRASES } from './set-phrases.ts';

const HEADERS = [
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Hà Nội, ngày 1 tháng 1 năm 2026',
  'ĐẢNG CỘNG SẢN VIỆT NAM',
  'BAN CHẤP HÀNH TRUNG ƯƠNG ĐẢNG CỘNG SẢN VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc Số: 1/QĐ-UBND',
  'Độc lập - Tự do - Hạnh phúc, ngày 1 tháng 1 năm 2026',
  'Hà Nội, ngày 1 tháng 1 năm 2026 QUYẾT ĐỊNH Về việc',
  'Thành phố Hồ Chí Minh, ngày 1 tháng 1 năm 2026',
];

const BODIES = [
  'Ủy ban Thường vụ Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam',
  'Thủ tướng Chính phủ nước Cộng hòa xã hội chủ nghĩa Việt Nam',
  'Chủ tịch nước Cộng hòa xã hội chủ nghĩa Việt Nam',
  'Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam',
  'Chính phủ nước Cộng hòa xã hội chủ nghĩa Việt Nam',
  'Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam',
  'Tòa án nhân dân tối cao, Viện kiểm sát nhân dân tối cao, Kiểm toán nhà nước',
  'Văn phòng Trung ương Đảng và các Ban của Đảng',
  'Văn phòng Quốc hội, Văn phòng Chủ tịch nước, Văn phòng Chính phủ',
  'các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ, Ủy ban nhân dân các tỉnh, thành phố',
  'Hội đồng nhân dân, Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương',
  'Ủy ban nhân dân tỉnh, thành phố trực thuộc Trung ương',
  'Chủ tịch Ủy ban nhân dân tỉnh, thành phố trực thuộc Trung ương',
  'Ủy ban nhân dân thành phố Hồ Chí Minh',
  'Bộ Chỉ huy quân sự tỉnh, Công an tỉnh, Bộ đội Biên phòng tỉnh',
  'Đoàn Thanh niên Cộng sản Hồ Chí Minh, Hội Liên hiệp Phụ nữ Việt Nam, Hội Nông dân Việt Nam',
  'Tổng Liên đoàn Lao động Việt Nam, Hội Cựu chiến binh Việt Nam',
  'Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Thủ trưởng cơ quan thuộc Chính phủ',
  'Hội đồng bầu cử quốc gia, Ủy ban bầu cử tỉnh, thành phố, Ban bầu cử, Tổ bầu cử',
  'Cuộc bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2026 - 2031',
  'bầu cử đại biểu Quốc hội khóa XVI và đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2026 - 2031',
];

const GROUNDS = [
  'Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam',
  'Căn cứ Luật Tổ chức Chính phủ ngày 1 tháng 1 năm 2025',
  'Căn cứ Luật Tổ chức chính quyền địa phương ngày 1 tháng 1 năm 2025',
  'Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương',
  'Căn cứ Luật Ban hành văn bản quy phạm pháp luật ngày 1 tháng 1 năm 2025',
  'Căn cứ Luật Ban hành văn bản quy phạm pháp luật của Hội đồng nhân dân, Ủy ban nhân dân',
  'Căn cứ Luật Bảo vệ bí mật nhà nước ngày 1 tháng 1 năm 2025',
  'Căn cứ Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân ngày 1 tháng 1 năm 2015',
  'Căn cứ Luật Ngân sách nhà nước ngày 1 tháng 1 năm 2015',
  'Căn cứ Nghị định số 1/2020/NĐ-CP ngày 1 tháng 1 năm 2020 của Chính phủ quy định chi tiết',
  'Căn cứ Nghị định số 1/2020/NĐ-CP ngày 1/1/2020 của Chính phủ quy định chi tiết',
  'Căn cứ Nghị định số 1/2020/NĐ-CP của Chính phủ quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ',
  'ngày 1 tháng 1 năm 2020 của Chính phủ quy định chi tiết một số điều của Luật',
  'ngày 1 tháng 1 năm 2020 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 1/2019/NĐ-CP',
  'Căn cứ Nghị quyết số 1-NQ/TW ngày 1 tháng 1 năm 2020 của Ban Chấp hành Trung ương Đảng',
  'Căn cứ Quyết định số 1/QĐ-TTg ngày 1 tháng 1 năm 2020 của Thủ tướng Chính phủ về việc phê duyệt',
  'Căn cứ Quyết định số 1/QĐ-TTg ngày 1 tháng 1 năm 2020 của Thủ tướng Chính phủ ban hành danh mục bí mật nhà nước',
  'Căn cứ Thông tư số 1/2020/TT-BCA ngày 1 tháng 1 năm 2020 của Bộ trưởng Bộ Công an quy định',
  'Căn cứ Quy chế làm việc của Ủy ban nhân dân tỉnh',
  'Thực hiện Công văn số 1/UBND-NC ngày 1 tháng 1 năm 2026 của Ủy ban nhân dân tỉnh về việc',
  'Thực hiện Kế hoạch số 1/KH-UBND ngày 1 tháng 1 năm 2026 của Ủy ban nhân dân tỉnh về',
  'Xét đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 1/TTr-SNV ngày 1 tháng 1 năm 2026',
  'Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 1/TTr-SNV ngày 1/1/2026',
  'Theo đề nghị của Chánh Văn phòng Ủy ban nhân dân tỉnh',
  'Theo đề nghị của Bộ trưởng Bộ Công an, Bộ trưởng Bộ Quốc phòng, Bộ trưởng Bộ Nội vụ',
];

const CLOSINGS = [
  'Quyết định này có hiệu lực thi hành kể từ ngày ký ban hành.',
  'Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 1/QĐ-UBND',
  'Nghị định này có hiệu lực thi hành từ ngày 1 tháng 1 năm 2026.',
  'Thông tư này có hiệu lực thi hành kể từ ngày 1 tháng 1 năm 2026.',
  'Ban hành kèm theo Quyết định này Quy chế, Danh mục, Kế hoạch',
  'Ban hành kèm theo Quyết định số 1/QĐ-UBND ngày 1 tháng 1 năm 2026 của Ủy ban nhân dân tỉnh',
  'Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc các Sở, Thủ trưởng các ban, ngành, Chủ tịch Ủy ban nhân dân các huyện, thành phố, thị xã và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này.',
  'Chánh Văn phòng, Thủ trưởng các đơn vị và các cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này.',
  'Các Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Thủ trưởng cơ quan thuộc Chính phủ, Chủ tịch Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương chịu trách nhiệm thi hành Nghị định này.',
  'các cơ quan, tổ chức, đơn vị và cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này',
  'Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, đề nghị các cơ quan, đơn vị phản ánh về để kịp thời xem xét, giải quyết.',
  'Trong quá trình tổ chức thực hiện, nếu có vướng mắc, đề nghị các đơn vị kịp thời báo cáo để được hướng dẫn, giải quyết.',
  'chủ trì, phối hợp với các cơ quan, đơn vị có liên quan tổ chức triển khai thực hiện',
  'Trên đây là báo cáo kết quả thực hiện, kính báo cáo để theo dõi, chỉ đạo.',
  'Trên đây là kế hoạch, yêu cầu các cơ quan, đơn vị nghiêm túc triển khai thực hiện.',
  'Kính trình xem xét, quyết định. Xin trân trọng cảm ơn.',
  'theo chức năng, nhiệm vụ được giao có trách nhiệm tổ chức thực hiện',
];

/** Formulas of drafting (Decree 78/2025/NĐ-CP on the form of legal documents). */
const FORMULAS = [
  'Phạm vi điều chỉnh và đối tượng áp dụng',
  'Giải thích từ ngữ Trong Luật này, các từ ngữ dưới đây được hiểu như sau',
  'Giải thích từ ngữ Trong Nghị định này các từ ngữ sau đây được hiểu như sau',
  'Giải thích từ ngữ Trong Thông tư này, những từ ngữ dưới đây được hiểu như sau',
  'Hiệu lực thi hành 1. Nghị định này có hiệu lực thi hành kể từ ngày 1 tháng 1 năm 2025',
  'Các Nghị định sau đây hết hiệu lực kể từ ngày Nghị định này có hiệu lực thi hành',
  'Các quy định sau đây hết hiệu lực thi hành kể từ ngày Thông tư này có hiệu lực thi hành',
  'Các văn bản sau đây hết hiệu lực kể từ ngày Thông tư này có hiệu lực',
  'Bãi bỏ các quy định trước đây trái với quy định tại Quyết định này',
  'Trường hợp các văn bản quy phạm pháp luật được dẫn chiếu tại Thông tư này được sửa đổi, bổ sung hoặc thay thế bằng văn bản quy phạm pháp luật khác thì áp dụng theo quy định tại văn bản sửa đổi, bổ sung hoặc thay thế',
  'Trường hợp các văn bản dẫn chiếu tại Nghị định này được sửa đổi, bổ sung hoặc thay thế thì thực hiện theo văn bản mới',
  'Trường hợp từ chối phải trả lời bằng văn bản và nêu rõ lý do',
  'trường hợp không đồng ý phải có văn bản trả lời và nêu rõ lý do',
  'Giấy phép thành lập hoặc Giấy chứng nhận đăng ký doanh nghiệp hoặc giấy tờ có giá trị tương đương',
  'theo quy định tại khoản 1 Điều 2 Nghị định này và các văn bản hướng dẫn thi hành',
  'theo quy định tại điểm a khoản 1 Điều 2 của Luật này và quy định khác của pháp luật có liên quan',
  'Thông tư này hướng dẫn thi hành một số điều của Nghị định số 1/2020/NĐ-CP ngày 1 tháng 1 năm 2020 của Chính phủ',
  'quy định chi tiết và hướng dẫn biện pháp thi hành một số điều của Luật',
  'Luật sửa đổi, bổ sung một số điều của Luật và Nghị định số 1/2020/NĐ-CP ngày 1/1/2020 của Chính phủ',
  'xã, phường, thị trấn; quận, huyện, thị xã, thành phố thuộc tỉnh; tỉnh, thành phố trực thuộc Trung ương',
  'cán bộ, công chức, viên chức, lực lượng vũ trang và người lao động trong doanh nghiệp',
];

const FOOTERS = [
  'Nơi nhận: - Như trên; - Lưu: VT, NC.',
  'Nơi nhận: - Như Điều 3; - Thường trực Tỉnh ủy; - Thường trực Hội đồng nhân dân tỉnh; - Chủ tịch, các Phó Chủ tịch Ủy ban nhân dân tỉnh; - Lưu: VT, TH.',
  'Nơi nhận: - Ban Bí thư Trung ương Đảng; - Thủ tướng, các Phó Thủ tướng Chính phủ; - Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ; - HĐND, UBND các tỉnh, thành phố trực thuộc trung ương; - Văn phòng Trung ương và các Ban của Đảng; - Văn phòng Tổng Bí thư; - Văn phòng Chủ tịch nước; - Hội đồng Dân tộc và các Ủy ban của Quốc hội; - Văn phòng Quốc hội; - Tòa án nhân dân tối cao; - Viện kiểm sát nhân dân tối cao; - Kiểm toán Nhà nước; - Ủy ban Giám sát tài chính Quốc gia; - Ngân hàng Chính sách xã hội; - Ngân hàng Phát triển Việt Nam; - Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam; - Cơ quan Trung ương của các đoàn thể; - VPCP: BTCN, các PCN, Trợ lý TTg, TGĐ Cổng TTĐT, các Vụ, Cục, đơn vị trực thuộc, Công báo; - Lưu: VT',
  'Cục Kiểm tra văn bản quy phạm pháp luật, Bộ Tư pháp; Công báo; Cổng Thông tin điện tử Chính phủ',
  'Lưu: VT, các đơn vị có liên quan. Người soạn thảo, không được sao chụp',
  'TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH',
  'TM. ỦY BAN NHÂN DÂN TỈNH CHỦ TỊCH',
  'TM. CHÍNH PHỦ KT. THỦ TƯỚNG PHÓ THỦ TƯỚNG',
  'TL. BỘ TRƯỞNG KT. BỘ TRƯỞNG THỨ TRƯỞNG',
  'KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC (Ký tên, đóng dấu) (Đã ký)',
  'KT. CHÁNH VĂN PHÒNG PHÓ CHÁNH VĂN PHÒNG',
];

const SECRECY = [
  'TUYỆT MẬT TỐI MẬT MẬT Bản số 1 Độ mật',
  'Tài liệu này chứa nội dung bí mật nhà nước, không được sao chụp',
  'Thời hạn bảo vệ bí mật nhà nước kể từ ngày xác định độ mật',
  'thuộc danh mục bí mật nhà nước độ Tuyệt mật, Tối mật, Mật',
  'Căn cứ xác định độ mật của tài liệu, vật chứa bí mật nhà nước',
];

export const STOCK_PHRASES: readonly string[] = [
  ...HEADERS,
  ...BODIES,
  ...GROUNDS,
  ...CLOSINGS,
  ...FORMULAS,
  ...FOOTERS,
  ...SECRECY,
  ...SET_PHRASES,
];
