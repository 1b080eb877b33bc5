/**
 * Fields of state secrets (law art. 7). How the 2025 law groups them in the end is not confirmed,
 * so the list is data that an agency may replace; only the five fields of Tuyệt mật are a rule.
 */
import type { FieldRule } from '../../core/guide/guide-item.ts';
import { law } from './cite.ts';

const top = (field: string, vi: string, en: string): FieldRule => ({
  field,
  vi,
  en,
  allowsTopLevel: true,
  citation: law('8', '2018-text'),
});
const other = (field: string, vi: string, en: string): FieldRule => ({
  field,
  vi,
  en,
  allowsTopLevel: false,
  citation: law('7', '2018-text'),
});

export const fields: readonly FieldRule[] = [
  top('politics', 'Chính trị', 'Politics'),
  top('defence', 'Quốc phòng', 'Defence'),
  top('security', 'An ninh', 'Security'),
  top('cipher', 'Cơ yếu', 'Cipher'),
  top('foreign-affairs', 'Đối ngoại', 'Foreign affairs'),
  other('legislation', 'Lập hiến, lập pháp, tư pháp', 'Constitution, legislation, justice'),
  other('economy', 'Kinh tế', 'Economy'),
  other('resources-environment', 'Tài nguyên, môi trường', 'Natural resources, environment'),
  other('science-technology', 'Khoa học, công nghệ', 'Science and technology'),
  other('education-training', 'Giáo dục, đào tạo', 'Education and training'),
  other('culture', 'Văn hóa, thể thao', 'Culture and sport'),
  other('information', 'Thông tin, truyền thông', 'Information and communications'),
  other('health', 'Y tế, dân số', 'Health and population'),
  other('labour-social', 'Lao động, xã hội', 'Labour and social affairs'),
  other('organisation-personnel', 'Tổ chức, cán bộ', 'Organisation and personnel'),
  other(
    'inspection',
    'Thanh tra, khiếu nại, tố cáo, phòng, chống tham nhũng',
    'Inspection, complaints, anti-corruption',
  ),
  other('state-audit', 'Kiểm toán nhà nước', 'State audit'),
];
