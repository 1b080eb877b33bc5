/** Post by power: the levels each legal post decides, asked of `mayDecide` itself. */
import { type LegalPost, POWERS, type Power } from '../../core/authority/legal-post.ts';
import { mayDecide } from '../../core/authority/may-decide.ts';
import { calendarDate } from '../../core/common/calendar-date.ts';
import { type PersonId, parseId } from '../../core/common/id.ts';
import { invariant } from '../../core/common/invariant.ts';
import { LEVELS } from '../../core/level/level.ts';
import { vn2026 } from '../../regimes/vn-2026/regime.ts';
import { cite, NO, type Paper, paper, table } from './paper.ts';

const POWER_NAMES: Record<Power, string> = {
  determine: 'xác định độ mật · determine',
  'allow-copying': 'cho phép sao, chụp · allow copying',
  provide: 'cung cấp, chuyển giao · provide',
  destroy: 'quyết định tiêu hủy · destroy',
};

const on = calendarDate('2026-03-01');
const personId = parseId<PersonId>('00000000-0000-4000-8000-000000000001');

function levelsOf(post: LegalPost, power: Power): string {
  invariant(personId, 'the id above is a UUID');
  const person = { personId, status: 'active', legalPost: post.code, delegations: [] } as const;
  const permitted = LEVELS.filter(
    (level) => mayDecide({ law: vn2026, person, power, level, on, proposedBy: null }).ok,
  );
  return permitted.map((level) => vn2026.levels[level].vi).join(', ') || NO;
}

export function authorityGrid(): Paper {
  const grid = table(
    ['Chức vụ · post', 'Nhóm · group', ...POWERS.map((power) => POWER_NAMES[power]), 'Căn cứ'],
    vn2026.posts.map((post) => [
      `${post.vi} · ${post.en}`,
      post.group ?? 'cấp phó · deputy',
      ...POWERS.map((power) => levelsOf(post, power)),
      cite(post.citation),
    ]),
  );
  const rules = table(
    ['Nhóm · group', 'Quyền · power', 'Độ mật · levels', 'Ủy quyền · may delegate', 'Căn cứ'],
    vn2026.powers.map(({ group, power, levels, delegable, citation }) => [
      group,
      POWER_NAMES[power],
      levels.map((level) => vn2026.levels[level].vi).join(', ') || NO,
      delegable ? 'cho cấp phó, bằng văn bản · to a deputy, in writing' : 'không · no',
      cite(citation),
    ]),
  );
  return paper(
    {
      file: 'authority.md',
      vi: 'Thẩm quyền theo chức vụ',
      en: 'Authority by legal post',
      from: ['regimes/vn-2026/posts.ts', 'regimes/vn-2026/powers.ts'],
    },
    [
      'Cấp phó chỉ có thẩm quyền khi được ủy quyền bằng văn bản còn hiệu lực; không được ủy quyền tiếp. A deputy has power only by a written delegation in force, and cannot pass it on. Người đề xuất không bao giờ quyết định. Whoever proposed never decides.',
      grid,
      '## Theo nhóm · By group',
      rules,
    ],
  );
}
