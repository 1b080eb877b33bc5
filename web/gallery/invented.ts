/** Invented people and things for the gallery: nothing here is real or secret. */

import { instantOf } from '../../core/common/calendar-date.ts';
import type { Refusal } from '../../core/common/refusal.ts';
import type { DocumentStateName } from '../../core/document/document.ts';
import type { Level } from '../../core/level/level.ts';
import { DUTIES } from '../../core/person/duty.ts';
import type { OpenSession } from '../shell/viewer.tsx';
import type { TimelineAct } from '../ui/law/timeline.tsx';
import type { PassagePair } from '../ui/match/side-by-side.tsx';

export const inventedSession: OpenSession = {
  door: {
    agencyName: 'Ủy ban bầu cử thành phố An Lạc',
    isSetUp: true,
    isDemo: true,
    vault: 'open',
    demoPeople: [],
    demoPassword: null,
  },
  viewer: {
    personId: '11111111-1111-4111-8111-111111111111',
    fullName: 'Trần Thị Ngọc Diễm',
    positionTitle: 'Phó Chủ tịch Ủy ban bầu cử',
    legalPost: 'head',
    duties: [...DUTIES],
    clearance: 'toi-mat',
    mustChangePassword: false,
  },
};

export type InventedDocument = {
  readonly id: string;
  readonly symbol: string;
  readonly title: string;
  readonly level: Level;
  readonly state: DocumentStateName;
  readonly due: string;
  readonly copies: number;
};

export const inventedDocuments: readonly InventedDocument[] = [
  {
    id: '1',
    symbol: '05/KH-UBBC',
    title: 'Kế hoạch bảo đảm an ninh khu vực bỏ phiếu phường Thạch Khê và vùng lân cận',
    level: 'toi-mat',
    state: 'determined',
    due: '2026-11-30',
    copies: 12,
  },
  {
    id: '2',
    symbol: '06/QĐ-UBBC',
    title: 'Quyết định',
    level: 'tuyet-mat',
    state: 'proposed',
    due: '2026-11-22',
    copies: 3,
  },
  {
    id: '3',
    symbol: '07/BC-UBBC',
    title: 'Báo cáo tình hình nhân sự ứng cử',
    level: 'mat',
    state: 'void',
    due: '2026-11-19',
    copies: 1204,
  },
];

export const inventedActs: readonly TimelineAct[] = [
  {
    key: '1',
    at: instantOf(Date.UTC(2026, 10, 18, 2, 5)),
    title: 'Đề xuất độ Tối mật',
    actor: 'Lê Văn Hạnh, chuyên viên',
    detail: 'Căn cứ mục 1.2 danh mục; 12 bản; không được sao, chụp.',
    citation: { instrument: '117/2025/QH15', article: '10', certainty: 'confirmed' },
    entryIndex: 1041,
  },
  {
    key: '2',
    at: instantOf(Date.UTC(2026, 10, 19, 8, 30)),
    title: 'Xác định độ Tối mật',
    actor: 'Trần Thị Ngọc Diễm, Phó Chủ tịch, theo ủy quyền 12/UQ-UBBC',
    citation: { instrument: '117/2025/QH15', article: '11.1', certainty: 'confirmed' },
    entryIndex: 1057,
  },
  {
    key: '3',
    at: instantOf(Date.UTC(2026, 10, 21, 16, 2)),
    title: 'Phát hiện lộ trên một bài viết công khai',
    actor: 'Phạm Quốc Bảo, cán bộ theo dõi',
    citation: { instrument: '26/2020/NĐ-CP', article: '8', certainty: 'unconfirmed' },
    entryIndex: 1102,
    alarm: true,
  },
];

export const inventedRefusals: readonly Refusal[] = [
  {
    code: 'no-authority',
    facts: { post: 'Trưởng phòng', level: 'toi-mat' },
    article: { instrument: '117/2025/QH15', article: '11.2', certainty: 'confirmed' },
  },
  { code: 'proposer-decides' },
];

export const inventedPairs: readonly PassagePair[] = [
  {
    key: '1',
    score: 0.94,
    left: {
      text: 'Theo nguồn tin, lực lượng bảo vệ sẽ được bố trí tại mười hai điểm bỏ phiếu từ rạng sáng ngày bầu cử, người phát ngôn chưa bình luận.',
      start: 16,
      end: 99,
      place: 'Đoạn 4',
    },
    right: {
      text: 'Lực lượng bảo vệ được bố trí tại mười hai điểm bỏ phiếu từ rạng sáng ngày bầu cử, chia hai ca.',
      start: 0,
      end: 80,
      place: 'Trang 2, mục II.1',
    },
    rare: [
      { start: 52, end: 74, bits: 31 },
      { start: 78, end: 87, bits: 18 },
    ],
  },
  {
    key: '2',
    score: 0.71,
    left: { text: 'Danh sách dự kiến có ba người.', start: 0, end: 29, place: 'Đoạn 6' },
    right: null,
  },
];

export const today = '2026-11-21';
