/** What may be done with an incident in which state, by whom; and what the law asks, by when. */
import { INCIDENT_STATES } from '../../core/incident/incident.ts';
import {
  INCIDENT_LIFECYCLE,
  INCIDENT_VERBS,
  type IncidentTransition,
} from '../../core/incident/lifecycle.ts';
import { vn2026 } from '../../regimes/vn-2026/regime.ts';
import { cite, NO, type Paper, paper, table } from './paper.ts';

const rowOf = (verb: (typeof INCIDENT_VERBS)[number]): IncidentTransition =>
  INCIDENT_LIFECYCLE[verb];

export function incidentGrid(): Paper {
  const grid = table(
    ['', ...INCIDENT_STATES.map((state) => `\`${state}\``), 'Ai · who', 'Căn cứ · articles'],
    INCIDENT_VERBS.map((verb) => {
      const { vi, from, to, who, articles } = rowOf(verb);
      const cells = INCIDENT_STATES.map((state) => (from === state ? `→ \`${to}\`` : NO));
      return [`${vi} \`${verb}\``, ...cells, who.join(', '), articles.map(cite).join('; ')];
    }),
  );
  const clock = table(
    ['Việc · step', 'Thời hạn · limit', 'Khi nào · when', 'Bắt buộc · required', 'Căn cứ'],
    vn2026.incidentSteps.map(({ vi, en, limitHours, when, required, citations }) => [
      `${vi} · ${en}`,
      limitHours === null ? 'ngay · at once' : `${limitHours} giờ · hours`,
      when === 'published' ? 'đã đăng công khai · published' : 'luôn · always',
      required ? 'có · yes' : NO,
      citations.map(cite).join('; '),
    ]),
  );
  return paper(
    {
      file: 'incident.md',
      vi: 'Vụ lộ, mất: trạng thái, ai làm gì, đồng hồ',
      en: 'Incident: state by verb, who, the clock',
      from: ['core/incident/lifecycle.ts', 'regimes/vn-2026/incident-steps.ts'],
    },
    [grid, '## Đồng hồ · The clock', clock],
  );
}
