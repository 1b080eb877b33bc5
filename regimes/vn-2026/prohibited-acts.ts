/** What nobody may do (law art. 5), paraphrased; shown in training and beside refusals. */
import type { Citation } from '../../core/common/citation.ts';
import { law } from './cite.ts';

export type ProhibitedAct = {
  readonly vi: string;
  readonly en: string;
  readonly citation: Citation;
};

export const prohibitedActs: readonly ProhibitedAct[] = [
  {
    vi: 'Xác định bí mật nhà nước đối với thông tin không thuộc danh mục bí mật nhà nước',
    en: 'Determining as a state secret what is on no list',
    citation: law('5.1', 'confirmed'),
  },
  {
    vi: 'Soạn thảo, lưu giữ bí mật nhà nước trên máy tính, thiết bị đang kết nối mạng (trừ mạng LAN độc lập), Internet, viễn thông',
    en: 'Drafting or storing secrets on a device connected to a network (except an independent LAN), the Internet or telecoms',
    citation: law('5.2', 'confirmed'),
  },
  {
    vi: 'Làm lộ, chiếm đoạt, mua bán; làm sai lệch, hư hỏng, mất tài liệu, vật chứa bí mật nhà nước',
    en: 'Leaking, appropriating, trading, falsifying, damaging or losing',
    citation: law('5.3', 'confirmed'),
  },
  {
    vi: 'Thu thập, trao đổi, cung cấp, chuyển giao, sao, chụp, lưu giữ, vận chuyển, giao nhận, thu hồi, tiêu hủy trái pháp luật',
    en: 'Unlawful collecting, exchanging, providing, copying, storing, transporting, delivering, recalling, destroying',
    citation: law('5.4', 'confirmed'),
  },
  {
    vi: 'Mang tài liệu, vật chứa bí mật nhà nước ra khỏi nơi lưu giữ trái pháp luật',
    en: 'Unlawfully taking documents out of the storage place',
    citation: law('5.5', 'confirmed'),
  },
  {
    vi: 'Lợi dụng bảo vệ bí mật nhà nước để che giấu vi phạm, xâm phạm quyền, lợi ích hợp pháp',
    en: 'Abusing protection to hide a violation or infringe rights',
    citation: law('5', '2018-text'),
  },
  {
    vi: 'Truyền đưa bí mật nhà nước trên phương tiện thông tin, viễn thông trái quy định về cơ yếu',
    en: 'Transmitting a secret against cipher law',
    citation: law('5', '2018-text'),
  },
  {
    vi: 'Chuyển mục đích sử dụng máy tính, thiết bị khi chưa loại bỏ bí mật nhà nước',
    en: 'Changing the use of a device before the secrets are removed',
    citation: law('5', '2018-text'),
  },
  {
    vi: 'Sử dụng thiết bị thu phát, ghi âm, ghi hình trong cuộc họp bí mật khi chưa được phép',
    en: 'Using transmitting or recording devices at secret meetings without permission',
    citation: law('5', '2018-text'),
  },
  {
    vi: 'Đăng tải, phát tán bí mật nhà nước trên báo chí, Internet, mạng máy tính, mạng viễn thông',
    en: 'Posting or spreading secrets in the media or on networks',
    citation: law('5', '2018-text'),
  },
  {
    vi: 'Sử dụng trí tuệ nhân tạo, công nghệ mới để xâm phạm bí mật nhà nước',
    en: 'Using artificial intelligence or new technology to violate state secrets',
    citation: law('5', 'confirmed-2'),
  },
];
