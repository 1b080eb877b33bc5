/**
 * The ten columns of the two books by code, under their official titles (decree 63/2026, annex III,
 * second-hand); the titles stay Vietnamese on paper, English only explains them on the screen.
 */
import type { Register } from '../../core/numbering/series.ts';
import { catalogue } from '../text/catalogue.ts';

export const registerColumnText = catalogue({
  vi: {
    out: {
      number: 'STT',
      symbol: 'Số, ký hiệu',
      'dated-on': 'Ngày, tháng, năm',
      'type-and-summary': 'Tên loại và trích yếu',
      level: 'Độ mật',
      signer: 'Người ký',
      recipients: 'Nơi nhận và ký nhận',
      keeper: 'Đơn vị, người lưu',
      copies: 'Số lượng bản phát hành',
      note: 'Ghi chú',
    },
    in: {
      line: 'STT',
      'received-on': 'Ngày đến',
      number: 'Số đến',
      'issuing-body': 'Cơ quan, tổ chức ban hành',
      symbol: 'Số, ký hiệu',
      'dated-on': 'Ngày, tháng, năm',
      'type-and-summary': 'Tên loại và trích yếu',
      level: 'Độ mật',
      receiver: 'Đơn vị, người nhận và ký nhận',
      note: 'Ghi chú',
    },
  },
  en: {
    out: {
      number: 'No.',
      symbol: 'Number, symbol',
      'dated-on': 'Date',
      'type-and-summary': 'Type and summary',
      level: 'Level',
      signer: 'Signer',
      recipients: 'Recipients and signature',
      keeper: 'Keeping unit or person',
      copies: 'Copies issued',
      note: 'Note',
    },
    in: {
      line: 'No.',
      'received-on': 'Date received',
      number: 'Incoming number',
      'issuing-body': 'Issuing body',
      symbol: 'Number, symbol',
      'dated-on': 'Date',
      'type-and-summary': 'Type and summary',
      level: 'Level',
      receiver: 'Receiver and signature',
      note: 'Note',
    },
  },
});

/** Widths on a wide screen; the browser divides the rest. */
export const COLUMN_WIDTHS: Readonly<Record<Register, Readonly<Record<string, string>>>> = {
  out: { number: '3.5rem', symbol: '7rem', 'dated-on': '7rem', level: '7.5rem', copies: '5.5rem' },
  in: {
    line: '3.5rem',
    'received-on': '7rem',
    number: '4rem',
    'dated-on': '7rem',
    level: '7.5rem',
  },
};
