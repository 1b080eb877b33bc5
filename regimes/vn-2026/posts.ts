/**
 * Legal posts by group of art. 11: the 2018 wording without the district posts, with the commune
 * posts of the two-tier local government. Letters are those of 2018 and may have shifted. Deputies
 * have no power of their own. An election committee is no post: its members bring their own.
 */
import type { AuthorityGroup, LegalPost } from '../../core/authority/legal-post.ts';
import type { Certainty } from '../../core/common/citation.ts';
import { law } from './cite.ts';

type Line = readonly [code: string, letter: string | null, vi: string, en: string];

const posts2018: Record<AuthorityGroup, readonly Line[]> = {
  '11.1': [
    [
      'party-central-body-head',
      'a',
      'Người đứng đầu cơ quan của Trung ương Đảng',
      'Head of a Party central body',
    ],
    [
      'assembly-body-head',
      'b',
      'Người đứng đầu cơ quan của Quốc hội',
      'Head of a National Assembly body',
    ],
    [
      'assembly-secretary-general',
      'b',
      'Tổng Thư ký Quốc hội',
      'Secretary-General of the National Assembly',
    ],
    [
      'president-office-head',
      'c',
      'Chủ nhiệm Văn phòng Chủ tịch nước',
      "Head of the President's Office",
    ],
    ['chief-justice', 'd', 'Chánh án Tòa án nhân dân tối cao', 'Chief Justice'],
    ['prosecutor-general', 'd', 'Viện trưởng Viện kiểm sát nhân dân tối cao', 'Prosecutor General'],
    ['state-auditor-general', 'đ', 'Tổng Kiểm toán nhà nước', 'State Auditor General'],
    [
      'city-chief-judge',
      'e',
      'Chánh án Tòa án nhân dân cấp tỉnh',
      'Chief judge of a provincial court',
    ],
    [
      'city-chief-procurator',
      'e',
      'Viện trưởng Viện kiểm sát nhân dân cấp tỉnh',
      'Head of a provincial procuracy',
    ],
    [
      'central-organisation-head',
      'g',
      'Người đứng đầu tổ chức chính trị - xã hội ở trung ương',
      'Head of a central socio-political organisation',
    ],
    [
      'minister',
      'h',
      'Bộ trưởng, Thủ trưởng cơ quan ngang Bộ',
      'Minister or head of a ministry-level body',
    ],
    [
      'government-office-chairman',
      'h',
      'Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ',
      'Minister-Chairman of the Government Office',
    ],
    [
      'government-attached-body-head',
      'i',
      'Người đứng đầu cơ quan thuộc Chính phủ',
      'Head of a Government-attached body',
    ],
    ['city-party-secretary', 'k', 'Bí thư Thành ủy, Tỉnh ủy', 'City or provincial Party Secretary'],
    [
      'assembly-delegation-head',
      'k',
      'Trưởng đoàn đại biểu Quốc hội',
      'Head of a National Assembly delegation',
    ],
    [
      'city-council-chair',
      'k',
      'Chủ tịch Hội đồng nhân dân thành phố, tỉnh',
      "Chair of the city or provincial People's Council",
    ],
    [
      'city-committee-chair',
      'k',
      'Chủ tịch Ủy ban nhân dân thành phố, tỉnh',
      "Chair of the city or provincial People's Committee",
    ],
    [
      'state-audit-unit-head',
      'm',
      'Người đứng đầu đơn vị thuộc Kiểm toán nhà nước',
      'Head of a State Audit unit',
    ],
    [
      'central-department-head',
      'n',
      'Tổng cục trưởng, Cục trưởng, Vụ trưởng ở trung ương',
      'Head of a central department (tổng cục, cục, vụ)',
    ],
    [
      'government-office-department-head',
      'n',
      'Vụ trưởng, Cục trưởng thuộc Văn phòng Chính phủ',
      'Department head of the Government Office',
    ],
    [
      'overseas-mission-head',
      'o',
      'Người đứng đầu cơ quan đại diện Việt Nam ở nước ngoài',
      'Head of an overseas mission',
    ],
  ],
  '11.2': [
    [
      'attached-body-department-head',
      null,
      'Cục trưởng, Vụ trưởng của cơ quan thuộc Chính phủ',
      'Department head of a Government-attached body',
    ],
    [
      'central-service-unit-head',
      null,
      'Người đứng đầu đơn vị sự nghiệp công lập ở trung ương',
      'Head of a central public service unit',
    ],
    [
      'government-office-service-unit-head',
      null,
      'Người đứng đầu đơn vị sự nghiệp công lập thuộc Văn phòng Chính phủ',
      'Head of a public service unit of the Government Office',
    ],
    [
      'general-department-department-head',
      null,
      'Cục trưởng, Vụ trưởng thuộc tổng cục',
      'Department head inside a general department',
    ],
    [
      'department-director',
      null,
      'Giám đốc Sở và tương đương',
      'Director of a city or provincial department',
    ],
    [
      'city-party-board-head',
      null,
      'Trưởng ban của Thành ủy, Tỉnh ủy',
      'Head of a board of the city or provincial Party committee',
    ],
    [
      'city-organisation-head',
      null,
      'Người đứng đầu tổ chức chính trị - xã hội cấp tỉnh',
      'Head of a provincial socio-political organisation',
    ],
    [
      'court-procuracy-unit-head',
      null,
      'Người đứng đầu đơn vị thuộc tòa án, viện kiểm sát cấp tỉnh',
      'Unit head of a provincial court or procuracy',
    ],
    [
      'state-enterprise-chair',
      null,
      'Chủ tịch, Tổng giám đốc doanh nghiệp nhà nước',
      'Chair or director of a state enterprise',
    ],
  ],
  '11.3': [
    [
      'central-division-head',
      null,
      'Trưởng phòng thuộc tổng cục, cục, vụ ở trung ương',
      'Division head of a central department',
    ],
    [
      'government-office-division-head',
      null,
      'Trưởng phòng thuộc Văn phòng Chính phủ',
      'Division head of the Government Office',
    ],
    [
      'department-division-head',
      null,
      'Trưởng phòng thuộc Sở và tương đương',
      'Division head of a city or provincial department',
    ],
  ],
};

const communePosts: Record<'11.2' | '11.3', readonly Line[]> = {
  '11.2': [
    ['commune-party-secretary', null, 'Bí thư Đảng ủy cấp xã', 'Commune Party Secretary'],
    [
      'commune-council-chair',
      null,
      'Chủ tịch Hội đồng nhân dân cấp xã',
      "Chair of the commune People's Council",
    ],
    [
      'commune-committee-chair',
      null,
      'Chủ tịch Ủy ban nhân dân cấp xã',
      "Chair of the commune People's Committee",
    ],
  ],
  '11.3': [
    [
      'commune-party-board-head',
      null,
      'Người đứng đầu cơ quan tham mưu của Đảng ủy cấp xã',
      'Head of an advisory body of the commune Party committee',
    ],
    [
      'commune-council-board-head',
      null,
      'Trưởng ban của Hội đồng nhân dân cấp xã',
      "Head of a board of the commune People's Council",
    ],
    [
      'commune-division-head',
      null,
      'Trưởng phòng thuộc Ủy ban nhân dân cấp xã',
      "Division head of the commune People's Committee",
    ],
  ],
};

const deputies: readonly (readonly [code: string, of: string, vi: string, en: string])[] = [
  ['deputy-minister', 'minister', 'Thứ trưởng', 'Deputy minister'],
  [
    'government-office-vice-chairman',
    'government-office-chairman',
    'Phó Chủ nhiệm Văn phòng Chính phủ',
    'Vice-Chairman of the Government Office',
  ],
  [
    'government-office-deputy-department-head',
    'government-office-department-head',
    'Phó Vụ trưởng, Phó Cục trưởng thuộc Văn phòng Chính phủ',
    'Deputy department head of the Government Office',
  ],
  [
    'central-department-deputy-head',
    'central-department-head',
    'Phó Cục trưởng, Phó Vụ trưởng ở trung ương',
    'Deputy head of a central department',
  ],
  [
    'city-party-deputy-secretary',
    'city-party-secretary',
    'Phó Bí thư Thành ủy, Tỉnh ủy',
    'City or provincial Party Deputy Secretary',
  ],
  [
    'assembly-delegation-deputy-head',
    'assembly-delegation-head',
    'Phó Trưởng đoàn đại biểu Quốc hội',
    'Deputy head of a National Assembly delegation',
  ],
  [
    'city-council-deputy-chair',
    'city-council-chair',
    'Phó Chủ tịch Hội đồng nhân dân thành phố, tỉnh',
    "Deputy chair of the city or provincial People's Council",
  ],
  [
    'city-committee-deputy-chair',
    'city-committee-chair',
    'Phó Chủ tịch Ủy ban nhân dân thành phố, tỉnh',
    "Deputy chair of the city or provincial People's Committee",
  ],
  [
    'department-deputy-director',
    'department-director',
    'Phó Giám đốc Sở và tương đương',
    'Deputy director of a city or provincial department',
  ],
  [
    'city-party-board-deputy-head',
    'city-party-board-head',
    'Phó Trưởng ban của Thành ủy, Tỉnh ủy',
    'Deputy head of a board of the city or provincial Party committee',
  ],
  [
    'department-deputy-division-head',
    'department-division-head',
    'Phó Trưởng phòng thuộc Sở và tương đương',
    'Deputy division head of a city or provincial department',
  ],
  [
    'commune-party-deputy-secretary',
    'commune-party-secretary',
    'Phó Bí thư Đảng ủy cấp xã',
    'Commune Party Deputy Secretary',
  ],
  [
    'commune-council-deputy-chair',
    'commune-council-chair',
    'Phó Chủ tịch Hội đồng nhân dân cấp xã',
    "Deputy chair of the commune People's Council",
  ],
  [
    'commune-committee-deputy-chair',
    'commune-committee-chair',
    'Phó Chủ tịch Ủy ban nhân dân cấp xã',
    "Deputy chair of the commune People's Committee",
  ],
];

const holders =
  (group: AuthorityGroup, certainty: Certainty) =>
  ([code, letter, vi, en]: Line): LegalPost => ({
    code,
    vi,
    en,
    group,
    letter,
    deputyOf: [],
    citation: law(letter ? `${group}.${letter}` : group, certainty),
  });

export const posts: readonly LegalPost[] = [
  ...posts2018['11.1'].map(holders('11.1', '2018-text')),
  ...posts2018['11.2'].map(holders('11.2', '2018-text')),
  ...communePosts['11.2'].map(holders('11.2', 'confirmed-2')),
  ...posts2018['11.3'].map(holders('11.3', '2018-text')),
  ...communePosts['11.3'].map(holders('11.3', 'confirmed-2')),
  ...deputies.map(
    ([code, of, vi, en]): LegalPost => ({
      code,
      vi,
      en,
      group: null,
      letter: null,
      deputyOf: [of],
      citation: law('11', '2018-text'),
    }),
  ),
];
