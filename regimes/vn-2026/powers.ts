/**
 * What each group of legal posts may decide, at which level (law art. 10, 11, 15, 23). Art. 11
 * speaks of copying; that the same persons determine levels is the reading in practice. Art. 23
 * does not split destruction by level: the safe rule is kept. A division head never destroys.
 */
import type { AuthorityGroup, Power, PowerRule } from '../../core/authority/legal-post.ts';
import type { Citation } from '../../core/common/citation.ts';
import type { Level } from '../../core/level/level.ts';
import { law } from './cite.ts';

const all: readonly Level[] = ['tuyet-mat', 'toi-mat', 'mat'];
const lower: readonly Level[] = ['toi-mat', 'mat'];
const lowest: readonly Level[] = ['mat'];

const levelsOfGroup: Record<AuthorityGroup, readonly Level[]> = {
  '11.1': all,
  '11.2': lower,
  '11.3': lowest,
};

const sources: Record<Power, Citation> = {
  determine: law('10', 'unconfirmed'),
  'allow-copying': law('11', '2018-text'),
  provide: law('15', '2018-text'),
  destroy: law('23', '2018-text'),
};

function rule(group: AuthorityGroup, power: Power): PowerRule {
  const mayDestroy = group !== '11.3';
  return {
    group,
    power,
    levels: power === 'destroy' && !mayDestroy ? [] : levelsOfGroup[group],
    delegable: group !== '11.3',
    citation: sources[power],
  };
}

const groups: readonly AuthorityGroup[] = ['11.1', '11.2', '11.3'];
const powerNames: readonly Power[] = ['determine', 'allow-copying', 'provide', 'destroy'];

export const powers: readonly PowerRule[] = groups.flatMap((group) =>
  powerNames.map((power) => rule(group, power)),
);
