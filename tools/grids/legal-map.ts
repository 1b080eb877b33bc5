/** From article to what the product does by it: verbs, tables and deadlines, sorted by place. */
import { VERB_NAMES, VERBS, type VerbRule } from '../../core/act/verb.ts';
import type { Citation } from '../../core/common/citation.ts';
import { LEVELS } from '../../core/level/level.ts';
import { vn2026 } from '../../regimes/vn-2026/regime.ts';
import { cite, type Paper, paper, table } from './paper.ts';

type Use = { readonly citation: Citation; readonly use: string };

function uses(): readonly Use[] {
  const verbs = VERB_NAMES.flatMap((verb) => {
    const { articles }: VerbRule = VERBS[verb];
    return articles.map((citation) => ({ citation, use: `việc · verb \`${verb}\`` }));
  });
  const levels = LEVELS.flatMap((level) => {
    const { vi, periodYears, periodCitation, envelopeMark, envelopeCitation, stamp, citation } =
      vn2026.levels[level];
    return [
      { citation, use: `độ ${vi} · level` },
      { citation: periodCitation, use: `thời hạn ${vi}: ${periodYears} năm · period` },
      { citation: envelopeCitation, use: `bì ${vi}: ${envelopeMark} · envelope` },
      { citation: stamp.citation, use: `dấu ${stamp.wording} · stamp` },
    ];
  });
  const deadlines = vn2026.deadlines.map(({ citation, vi, en }) => ({
    citation,
    use: `${vi} · ${en}`,
  }));
  const powers = vn2026.powers.map(({ citation, group, power }) => ({
    citation,
    use: `quyền của nhóm ${group} · power \`${power}\``,
  }));
  const books = Object.values(vn2026.registerBooks).map(({ citation, vi, en }) => ({
    citation,
    use: `${vi} · ${en}`,
  }));
  const prohibited = vn2026.prohibitedActs.map(({ citation, vi, en }) => ({
    citation,
    use: `cấm: ${vi} · prohibited: ${en}`,
  }));
  return [...verbs, ...levels, ...deadlines, ...powers, ...books, ...prohibited];
}

const byPlace = (a: Use, b: Use): number =>
  a.citation.instrument.localeCompare(b.citation.instrument, 'en', { numeric: true }) ||
  a.citation.article.localeCompare(b.citation.article, 'en', { numeric: true });

export function legalMap(): Paper {
  const map = table(
    ['Điều khoản · place', 'Việc, bảng, thời hạn · verb, table, deadline'],
    uses()
      .toSorted(byPlace)
      .map(({ citation, use }) => [cite(citation), use]),
  );
  const instruments = table(
    ['Văn bản · instrument', 'Tên · title', 'Hiệu lực · in force', 'Thay bằng · replaced by', ''],
    vn2026.instruments.map((one) => [
      one.number,
      `${one.vi} · ${one.en}`,
      `${one.validFrom ?? '…'} – ${one.validUntil ?? '…'}`,
      one.replacedBy ?? '',
      one.certainty,
    ]),
  );
  return paper(
    {
      file: 'legal-map.md',
      vi: 'Bản đồ pháp lý',
      en: 'Legal map',
      from: ['core/act/verb.ts', 'regimes/vn-2026/regime.ts'],
    },
    [instruments, '## Theo điều khoản · By article', map],
  );
}
