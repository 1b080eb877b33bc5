/** Stamps and marks beside the level stamp (forms 03 to 11); most sizes are not confirmed. */
import type { Citation } from '../../core/common/citation.ts';
import { clerical, oldDecree, oldForms } from './cite.ts';

export type Stamp = {
  readonly code: string;
  readonly wording: string;
  readonly en: string;
  readonly widthMm: number | null;
  readonly heightMm: number | null;
  readonly citation: Citation;
};

const stamp = (
  code: string,
  text: readonly [wording: string, en: string],
  place: { readonly mm: readonly [number, number] | null; readonly citation: Citation },
): Stamp => ({
  code,
  wording: text[0],
  en: text[1],
  widthMm: place.mm?.[0] ?? null,
  heightMm: place.mm?.[1] ?? null,
  citation: place.citation,
});

export const stamps: readonly Stamp[] = [
  stamp('envelope-mark', ['A, B, C', 'Letter on the outer envelope, in a circle'], {
    mm: [15, 15],
    citation: oldForms('Mẫu 03', 'unconfirmed'),
  }),
  stamp('protection-period', ['Thời hạn bảo vệ BMNN: …', 'Shorter protection period'], {
    mm: null,
    citation: oldForms('Mẫu 04', 'unconfirmed'),
  }),
  stamp('extension', ['Gia hạn từ ngày … đến ngày …', 'Extension of protection'], {
    mm: null,
    citation: oldForms('Mẫu 04', 'unconfirmed'),
  }),
  stamp('declassified', ['GIẢI MẬT', 'Declassified'], {
    mm: [30, 8],
    citation: oldForms('Mẫu 05', 'unconfirmed'),
  }),
  stamp('level-change', ['Tăng độ mật / Giảm độ mật', 'Level raised or lowered'], {
    mm: null,
    citation: oldForms('Mẫu 06', 'unconfirmed'),
  }),
  stamp('recall', ['TÀI LIỆU THU HỒI', 'To be returned by the date'], {
    mm: [80, 15],
    citation: oldForms('Mẫu 07', 'unconfirmed'),
  }),
  stamp('named-only', ['CHỈ NGƯỜI CÓ TÊN MỚI ĐƯỢC BÓC BÌ', 'Only the named person opens'], {
    mm: [110, 10],
    citation: oldDecree('4.3', '2018-text'),
  }),
  stamp('copy-number', ['Bản số: …', 'Copy number'], {
    mm: null,
    citation: oldForms('Mẫu 08', 'confirmed'),
  }),
  stamp('made-copy-number', ['Bản sao số: …', 'Number of a copy made'], {
    mm: null,
    citation: oldForms('Mẫu 11', 'confirmed'),
  }),
  stamp('urgent-most', ['HỎA TỐC', 'Most urgent'], {
    mm: [30, 8],
    citation: clerical('Phụ lục I', 'confirmed'),
  }),
  stamp('urgent-more', ['THƯỢNG KHẨN', 'Very urgent'], {
    mm: [40, 8],
    citation: clerical('Phụ lục I', 'confirmed'),
  }),
  stamp('urgent', ['KHẨN', 'Urgent'], {
    mm: [20, 8],
    citation: clerical('Phụ lục I', 'confirmed'),
  }),
  stamp('arrived', ['ĐẾN', 'Arrived'], {
    mm: [35, 50],
    citation: clerical('21', 'confirmed'),
  }),
];
