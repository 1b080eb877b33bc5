/** The guide: decisions and items, each with how sure we are of it. */
import { printGuideItem } from '../../core/guide/guide-item.ts';
import { vn2026 } from '../../regimes/vn-2026/regime.ts';
import { type Paper, paper, table } from './paper.ts';

export function guideList(): Paper {
  const decisions = table(
    [
      'Quyết định · decision',
      'Ngày · date',
      'Tên · title',
      'Tình trạng · state',
      'Mục · items',
      '',
    ],
    vn2026.guideDecisions.map((one) => [
      one.decisionNo,
      one.date ?? '?',
      `${one.vi} · ${one.en}`,
      [one.state, one.replacedBy, one.noteVi, one.noteEn].filter(Boolean).join('; '),
      one.items,
      one.certainty,
    ]),
  );
  const items = table(
    [
      'Mục · item',
      'Độ · level',
      'Lĩnh vực · field',
      'Nội dung (diễn giải) · paraphrase',
      'Điều kiện · condition',
      '',
    ],
    vn2026.guideItems.map((item) => [
      `${printGuideItem(item)} \`${item.ref}\``,
      vn2026.levels[item.level].vi,
      vn2026.fields.find(({ field }) => field === item.field)?.vi ?? item.field,
      `${item.vi} · ${item.en}`,
      [item.condition, item.adoptedBy].filter(Boolean).join(': '),
      item.certainty,
    ]),
  );
  return paper(
    {
      file: 'guide.md',
      vi: 'Danh mục bí mật nhà nước',
      en: 'Classification guide',
      from: ['regimes/vn-2026/guide-decisions.ts', 'regimes/vn-2026/guide-items-2500.ts'],
    },
    [
      'Nội dung là diễn giải, không phải nguyên văn. Texts are paraphrases, not the wording of the decisions.',
      decisions,
      '## Các mục · Items',
      items,
    ],
  );
}
