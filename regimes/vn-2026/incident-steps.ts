/**
 * What the law asks when a secret came out or went astray. The law says "promptly" and "at once"
 * without a number; only the statement to the press has hours. Decree 26/2020 stands in for the
 * reporting rules of decree 63/2026, whose wording was not readable.
 */
import type { IncidentStep } from '../../core/incident/statutory-clock.ts';
import { law, oldDecree, press } from './cite.ts';

export const incidentSteps: readonly IncidentStep[] = [
  {
    code: 'told-head',
    vi: 'Báo cáo người có trách nhiệm, người đứng đầu cơ quan',
    en: 'Report to the person responsible and the head of the agency',
    limitHours: null,
    when: 'always',
    required: true,
    citations: [law('26.2.c', '2018-text'), law('25.3', '2018-text')],
  },
  {
    code: 'told-originator',
    vi: 'Thông báo cơ quan, người xác định bí mật nhà nước',
    en: 'Notify the body or person that determined the secret',
    limitHours: null,
    when: 'always',
    required: true,
    citations: [law('26.2.c', '2018-text')],
  },
  {
    code: 'told-police',
    vi: 'Thông báo cơ quan Công an có thẩm quyền',
    en: 'Notify the competent police',
    limitHours: null,
    when: 'always',
    required: true,
    citations: [law('25.3', '2018-text')],
  },
  {
    code: 'reported',
    vi: 'Gửi báo cáo đột xuất',
    en: 'Send the ad hoc report',
    limitHours: null,
    when: 'always',
    required: true,
    citations: [oldDecree('8', '2018-text')],
  },
  {
    code: 'stated',
    vi: 'Phát ngôn lần đầu, nếu là sự việc lớn',
    en: 'First statement to the press, if it is a major event',
    limitHours: 24,
    when: 'published',
    required: false,
    citations: [press('chưa rõ điều', 'confirmed-2')],
  },
];
