/**
 * Types of administrative documents and their abbreviations (decree 30/2020, annex III). An
 * official letter (công văn) has none: its symbol is body and drafting unit. An agency may add to
 * the list; the abbreviations are from practice, not checked against the annex.
 */
import type { Citation } from '../../core/common/citation.ts';
import { clerical } from './cite.ts';

export type DocumentTypeRule = {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
  readonly abbreviation: string | null;
  readonly citation: Citation;
};

const rows: readonly (readonly [string, string | null, string, string])[] = [
  ['official-letter', null, 'Công văn', 'Official letter'],
  ['submission', 'TTr', 'Tờ trình', 'Submission'],
  ['report', 'BC', 'Báo cáo', 'Report'],
  ['decision', 'QĐ', 'Quyết định', 'Decision'],
  ['resolution', 'NQ', 'Nghị quyết', 'Resolution'],
  ['directive', 'CT', 'Chỉ thị', 'Directive'],
  ['notice', 'TB', 'Thông báo', 'Notice'],
  ['guidance', 'HD', 'Hướng dẫn', 'Guidance'],
  ['programme', 'CTr', 'Chương trình', 'Programme'],
  ['plan', 'KH', 'Kế hoạch', 'Plan'],
  ['option', 'PA', 'Phương án', 'Option paper'],
  ['scheme', 'ĐA', 'Đề án', 'Scheme'],
  ['minutes', 'BB', 'Biên bản', 'Minutes'],
  ['telegram', 'CĐ', 'Công điện', 'Official telegram'],
];

export const documentTypes: readonly DocumentTypeRule[] = rows.map(
  ([code, abbreviation, vi, en]) => ({
    code,
    vi,
    en,
    abbreviation,
    citation: clerical('Phụ lục III', 'unconfirmed'),
  }),
);
