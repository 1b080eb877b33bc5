/**
 * The instruments behind the rules and when each was in force. An agency still holds documents
 * determined under older ones. `certainty` is that of number, date and effect, not of the wording.
 */
import { type CalendarDate, calendarDate } from '../../core/common/calendar-date.ts';
import type { Certainty } from '../../core/common/citation.ts';

export type Instrument = {
  readonly number: string;
  readonly vi: string;
  readonly en: string;
  readonly validFrom: CalendarDate | null;
  readonly validUntil: CalendarDate | null;
  readonly replacedBy: string | null;
  readonly certainty: Certainty;
};

const lastOld = calendarDate('2026-02-28');
const firstNew = calendarDate('2026-03-01');

export const instruments: readonly Instrument[] = [
  {
    number: '117/2025/QH15',
    vi: 'Luật Bảo vệ bí mật nhà nước',
    en: 'Law on Protection of State Secrets',
    validFrom: firstNew,
    validUntil: null,
    replacedBy: null,
    certainty: 'confirmed',
  },
  {
    number: '29/2018/QH14',
    vi: 'Luật Bảo vệ bí mật nhà nước (cũ)',
    en: 'Law on Protection of State Secrets (former)',
    validFrom: calendarDate('2020-07-01'),
    validUntil: lastOld,
    replacedBy: '117/2025/QH15',
    certainty: 'confirmed',
  },
  {
    number: '63/2026/NĐ-CP',
    vi: 'Nghị định quy định chi tiết Luật Bảo vệ bí mật nhà nước',
    en: 'Decree detailing the Law on Protection of State Secrets',
    validFrom: firstNew,
    validUntil: null,
    replacedBy: null,
    certainty: 'confirmed-2',
  },
  {
    number: '26/2020/NĐ-CP',
    vi: 'Nghị định quy định chi tiết một số điều của Luật Bảo vệ bí mật nhà nước (cũ)',
    en: 'Decree detailing the Law on Protection of State Secrets (former)',
    validFrom: calendarDate('2020-07-01'),
    validUntil: lastOld,
    replacedBy: '63/2026/NĐ-CP',
    certainty: 'confirmed-2',
  },
  {
    number: '24/2020/TT-BCA',
    vi: 'Thông tư ban hành biểu mẫu sử dụng trong công tác bảo vệ bí mật nhà nước (cũ)',
    en: 'Circular issuing the forms of state-secret protection (former)',
    validFrom: calendarDate('2020-07-01'),
    validUntil: lastOld,
    replacedBy: '63/2026/NĐ-CP',
    certainty: 'confirmed-2',
  },
  {
    number: '30/2020/NĐ-CP',
    vi: 'Nghị định về công tác văn thư',
    en: 'Decree on clerical work',
    validFrom: null,
    validUntil: null,
    replacedBy: null,
    certainty: 'confirmed',
  },
  {
    number: '282/2025/NĐ-CP',
    vi: 'Nghị định xử phạt vi phạm hành chính (Điều 22: bí mật nhà nước)',
    en: 'Decree on administrative fines (article 22: state secrets)',
    validFrom: calendarDate('2025-12-15'),
    validUntil: null,
    replacedBy: null,
    certainty: 'confirmed-2',
  },
  {
    number: '116/2025/QH15',
    vi: 'Luật An ninh mạng',
    en: 'Law on Cybersecurity',
    validFrom: calendarDate('2026-07-01'),
    validUntil: null,
    replacedBy: null,
    certainty: 'confirmed-2',
  },
  {
    number: '244/2026/NĐ-CP',
    vi: 'Nghị định về phát ngôn và cung cấp thông tin cho báo chí',
    en: 'Decree on press statements',
    validFrom: calendarDate('2026-07-01'),
    validUntil: null,
    replacedBy: null,
    certainty: 'confirmed-2',
  },
  {
    number: '85/2015/QH13',
    vi: 'Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân (sửa đổi bởi 83/2025/QH15)',
    en: 'Law on Elections to the National Assembly and People’s Councils (amended 83/2025/QH15)',
    validFrom: null,
    validUntil: null,
    replacedBy: null,
    certainty: 'confirmed',
  },
  {
    number: '32/CT-TTg',
    vi: 'Chỉ thị tăng cường công tác bảo vệ bí mật nhà nước (21/10/2025)',
    en: 'Directive on strengthening state-secret protection (21/10/2025)',
    validFrom: calendarDate('2025-10-21'),
    validUntil: null,
    replacedBy: null,
    certainty: 'confirmed-2',
  },
];
