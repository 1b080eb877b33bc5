/** The lines of an ad hoc report that tell what was done. */
import { addMs, dateInHanoi, type Instant, printDate } from '../../core/common/calendar-date.ts';
import type { NoteKind } from '../../core/incident/incident.ts';
import type { IncidentRow } from '../ports/rows.ts';
import { progressOf } from './progress.ts';

const HANOI_OFFSET_MS = 7 * 3_600_000;

const WORDS: Readonly<Record<NoteKind, string>> = {
  'told-head': 'Đã báo cáo người có trách nhiệm, người đứng đầu',
  'told-originator': 'Đã thông báo cơ quan, người xác định bí mật nhà nước',
  'told-police': 'Đã thông báo cơ quan Công an có thẩm quyền',
  reported: 'Đã gửi báo cáo đột xuất',
  stated: 'Đã phát ngôn',
  measure: 'Biện pháp',
  qualified: 'Xác định lại loại vụ việc',
  result: 'Kết quả',
  reopened: 'Mở lại vụ việc',
};

/** `HH:mm dd/MM/yyyy` in Hà Nội. */
export const printMoment = (at: Instant): string =>
  `${addMs(at, HANOI_OFFSET_MS).slice(11, 16)} ${printDate(dateInHanoi(at))}`;

export function stepLines(incident: IncidentRow): string[] {
  const { notes } = progressOf(incident);
  if (notes.length === 0) return ['Chưa ghi nhận việc nào.'];
  return notes
    .toSorted((one, other) => one.at.localeCompare(other.at))
    .map(({ kind, at, text }) => {
      const what = `${printMoment(at)}: ${WORDS[kind]}`;
      return text === '' ? `${what}.` : `${what}. ${text}`;
    });
}
