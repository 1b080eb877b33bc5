/**
 * The nineteen forms of circular 24/2020 by number and name. They are superseded by the annexes of
 * decree 63/2026, whose content was not readable; names are confirmed, most layouts are not.
 */
import type { Certainty } from '../../core/common/citation.ts';

export type Form = {
  readonly number: string;
  readonly vi: string;
  readonly en: string;
  /** How sure we are of the layout; the names are confirmed. */
  readonly layoutCertainty: Certainty;
};

const rows: readonly (readonly [string, Certainty, string, string])[] = [
  [
    '01',
    'unconfirmed',
    'Văn bản xác định độ mật đối với vật, địa điểm, lời nói, hoạt động, hình thức khác',
    'Determination for carriers other than documents',
  ],
  ['02', 'confirmed-2', 'Dấu chỉ độ Tuyệt mật, Tối mật, Mật', 'Level stamps'],
  ['03', 'unconfirmed', 'Dấu ký hiệu A, B, C', 'Envelope marks'],
  [
    '04',
    'unconfirmed',
    'Dấu Thời hạn bảo vệ; dấu Gia hạn thời hạn bảo vệ',
    'Period and extension stamps',
  ],
  ['05', 'unconfirmed', 'Dấu Giải mật', 'Declassification stamp'],
  ['06', 'unconfirmed', 'Dấu điều chỉnh độ mật', 'Level-change stamp'],
  [
    '07',
    'unconfirmed',
    'Dấu Tài liệu thu hồi; dấu Chỉ người có tên mới được bóc bì',
    'Recall and named-opening stamps',
  ],
  ['08', 'unconfirmed', 'Dấu quản lý số lượng tài liệu (Bản số)', 'Copy-number stamp'],
  ['09', 'confirmed', 'Dấu sao, chụp', 'Copying stamp'],
  ['10', 'confirmed', 'Văn bản trích sao', 'Extract'],
  ['11', 'confirmed', 'Dấu Bản sao (Bản sao số)', 'Stamp of a copy made'],
  ['12', 'unconfirmed', 'Sổ quản lý sao, chụp bí mật nhà nước', 'Copying register'],
  ['13', 'confirmed', 'Văn bản ghi nhận việc chụp', 'Photo record'],
  ['14', 'confirmed-2', 'Sổ đăng ký bí mật nhà nước đi', 'Outgoing register'],
  ['15', 'confirmed-2', 'Sổ đăng ký bí mật nhà nước đến', 'Incoming register'],
  ['16', 'unconfirmed', 'Sổ chuyển giao bí mật nhà nước', 'Transfer register'],
  ['17', '2018-text', 'Văn bản đề nghị cung cấp, chuyển giao', 'Request for provision'],
  ['18', 'unconfirmed', 'Thống kê bí mật nhà nước', 'Inventory'],
  ['19', 'confirmed', 'Sơ đồ vị trí dấu mật trên văn bản', 'Position of stamps'],
];

export const forms: readonly Form[] = rows.map(([number, layoutCertainty, vi, en]) => ({
  number,
  vi,
  en,
  layoutCertainty,
}));
