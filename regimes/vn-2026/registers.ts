/**
 * Columns and cover of the two secret registers as implemented for annex III of decree 63/2026.
 * The annex itself was not readable, so the layout is known second-hand.
 */
import type { Citation } from '../../core/common/citation.ts';
import type { Register } from '../../core/numbering/series.ts';
import { decree } from './cite.ts';

export type RegisterColumn = { readonly code: string; readonly vi: string; readonly en: string };

export type RegisterBook = {
  readonly register: Register;
  readonly vi: string;
  readonly en: string;
  readonly columns: readonly RegisterColumn[];
  readonly citation: Citation;
};

export const registerBooks: Readonly<Record<Register, RegisterBook>> = {
  out: {
    register: 'out',
    vi: 'Sổ đăng ký bí mật nhà nước đi',
    en: 'Register of outgoing state secrets',
    columns: [
      { code: 'number', vi: 'STT', en: 'No.' },
      { code: 'symbol', vi: 'Số, ký hiệu', en: 'Number, symbol' },
      { code: 'dated-on', vi: 'Ngày, tháng, năm', en: 'Date' },
      { code: 'type-and-summary', vi: 'Tên loại và trích yếu', en: 'Type and summary' },
      { code: 'level', vi: 'Độ mật', en: 'Level' },
      { code: 'signer', vi: 'Người ký', en: 'Signer' },
      { code: 'recipients', vi: 'Nơi nhận và ký nhận', en: 'Recipients and signature' },
      { code: 'keeper', vi: 'Đơn vị, người lưu', en: 'Keeping unit or person' },
      { code: 'copies', vi: 'Số lượng bản phát hành', en: 'Copies issued' },
      { code: 'note', vi: 'Ghi chú', en: 'Note' },
    ],
    citation: decree('Phụ lục III', 'confirmed-2'),
  },
  in: {
    register: 'in',
    vi: 'Sổ đăng ký bí mật nhà nước đến',
    en: 'Register of incoming state secrets',
    columns: [
      { code: 'line', vi: 'STT', en: 'No.' },
      { code: 'received-on', vi: 'Ngày đến', en: 'Date received' },
      { code: 'number', vi: 'Số đến', en: 'Incoming number' },
      { code: 'issuing-body', vi: 'Cơ quan, tổ chức ban hành', en: 'Issuing body' },
      { code: 'symbol', vi: 'Số, ký hiệu', en: 'Number, symbol' },
      { code: 'dated-on', vi: 'Ngày, tháng, năm', en: 'Date' },
      { code: 'type-and-summary', vi: 'Tên loại và trích yếu', en: 'Type and summary' },
      { code: 'level', vi: 'Độ mật', en: 'Level' },
      { code: 'receiver', vi: 'Đơn vị, người nhận và ký nhận', en: 'Receiver and signature' },
      { code: 'note', vi: 'Ghi chú', en: 'Note' },
    ],
    citation: decree('Phụ lục III', 'confirmed-2'),
  },
};

export const registerCover: readonly RegisterColumn[] = [
  { code: 'superior-body', vi: 'Cơ quan chủ quản', en: 'Superior body' },
  { code: 'body', vi: 'Tên cơ quan, tổ chức', en: 'Body' },
  { code: 'year', vi: 'Năm', en: 'Year' },
  { code: 'span', vi: 'Từ ngày … đến ngày …', en: 'From … to …' },
  { code: 'numbers', vi: 'Từ số … đến số …', en: 'From number … to number …' },
  { code: 'volume', vi: 'Quyển số', en: 'Volume' },
];
