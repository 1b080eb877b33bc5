/** A house with one issued secret document in its vault, and the people around it. All invented. */
import type { PersonId } from '../core/common/id.ts';
import { invariant } from '../core/common/invariant.ts';
import type { Outcome } from '../core/common/refusal.ts';
import { utf8 } from '../core/common/sha256.ts';
import type { Level } from '../core/level/level.ts';
import { grant } from '../server/access/grant.ts';
import { determine } from '../server/determination/decide.ts';
import { draft } from '../server/determination/draft.ts';
import { propose } from '../server/determination/propose.ts';
import { issue } from '../server/registry/issue.ts';
import { attach } from '../server/vault/attach.ts';
import { addPublic } from '../server/watch/lists/add-public.ts';
import { as, type TestHouse, type TestHouseOptions, testHouse } from './house.ts';

/** What nobody may publish. */
export const SECRET_SENTENCE =
  'Ủy ban thống nhất giới thiệu bổ sung bảy ứng viên dự phòng tại các quận Sông Hoa và Núi Trầm, ' +
  'đồng thời hoãn công bố danh sách cho đến khi hoàn tất việc thẩm tra lý lịch của từng người.';

export const SECRET_TEXT = `TỜ TRÌNH
Về phương án nhân sự dự kiến
Kính gửi: Thường trực Ủy ban bầu cử thành phố.
Thực hiện kế hoạch công tác quý bốn, Tổ giúp việc báo cáo phương án như sau.
${SECRET_SENTENCE}
Kinh phí thẩm tra được trích từ nguồn dự phòng, mức chi tối đa bốn trăm hai mươi triệu đồng.
Đề nghị Thường trực xem xét, cho ý kiến chỉ đạo trước phiên họp kín ngày mười chín.`;

export const OTHER_SECRET_TEXT = `BÁO CÁO
Về bảo vệ kho lưu trữ phiếu
Tổ bảo vệ bố trí hai vòng gác, thay ca lúc không giờ bốn mươi và năm giờ hai mươi hằng ngày.
Chìa khóa kho phía đông gửi tại phòng trực tầng ba, mã tủ đổi vào mỗi sáng thứ năm.`;

/** Repeats the other secret, in a public article. */
export const OTHER_LEAKING_NEWS =
  'Theo một người giấu tên, tổ bảo vệ bố trí hai vòng gác, thay ca lúc không giờ bốn mươi và năm ' +
  'giờ hai mươi hằng ngày. Chìa khóa kho phía đông gửi tại phòng trực tầng ba, mã tủ đổi vào mỗi ' +
  'sáng thứ năm, người này nói với phóng viên.';

/** News of an ordinary day; repeats nothing. */
export const CLEAN_NEWS =
  'Sáng nay, câu lạc bộ đua thuyền phường Bến Lau khai mạc giải truyền thống lần thứ mười hai ' +
  'với sự tham gia của hai mươi đội. Ban tổ chức cho biết nước sông năm nay lên sớm hơn mọi năm.';

export const LEAKING_NEWS =
  'Theo nguồn tin của phóng viên, công tác chuẩn bị cho kỳ bầu cử đang vào giai đoạn nước rút. ' +
  `${SECRET_SENTENCE} Dư luận trong tuần qua đã bàn tán nhiều về thông tin này trên mạng xã hội.`;

export function unmarked(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}

export const PROPOSAL = {
  documentType: 'submission',
  level: 'mat',
  summary: 'Phương án nhân sự của ủy ban bầu cử',
  guideItem: '2500/QĐ-TTg:3.2.b',
  conditionAttested: true,
  circulation: 'Thành viên ủy ban',
  recipients: ['Chủ tịch ủy ban'],
  copies: 2,
  copyingAllowed: false,
  shorterPeriod: null,
};

export type SecretTerms = {
  /** A shorter protection than the law's. */
  readonly until?: string;
  readonly copyingAllowed?: boolean;
};

export type LeakHouse = TestHouse & {
  readonly documentId: string;
  readonly drafter: PersonId;
  readonly decider: PersonId;
  readonly clerk: PersonId;
  /** Reads nothing: no clearance, no grant. */
  readonly officer: PersonId;
  readonly registrar: PersonId;
  addSecret(text: string, more?: SecretTerms): Promise<string>;
  letRead(documentId: string, personId: PersonId): Promise<void>;
};

/** The value of what must have been permitted. */
export function granted<Value>(outcome: Outcome<Value>): Value {
  invariant(outcome.ok, outcome.ok ? '' : JSON.stringify(outcome.refusals));
  return outcome.value;
}

export const codesOf = (outcome: Outcome<unknown>): string[] =>
  outcome.ok ? [] : outcome.refusals.map(({ code }) => code);

export async function leakHouse(
  life: Parameters<typeof testHouse>[0],
  options: TestHouseOptions = {},
): Promise<LeakHouse> {
  const house = await testHouse(life, options);
  const { parts } = house;
  const level: Level = 'toi-mat';
  const drafter = await house.addPerson({ duties: ['drafter'], level });
  const decider = await house.addPerson({
    level: 'tuyet-mat',
    legalPost: 'city-committee-chair',
  });
  const clerk = await house.addPerson({ duties: ['registry-clerk'], level });
  const officer = await house.addPerson({ duties: ['watch-officer'], level: null });
  const registrar = await house.addPerson({ duties: ['registrar'], level: null });
  async function addSecret(text: string, more: SecretTerms = {}): Promise<string> {
    const { until, copyingAllowed = false } = more;
    const shorterPeriod = until === undefined ? null : { aboutActivity: true, until };
    const terms = { ...PROPOSAL, level: 'mat', shorterPeriod, copyingAllowed } as const;
    const { documentId } = granted(await draft(parts, as(drafter), terms));
    granted(await attach(parts, as(drafter), { documentId, file: utf8(text) }));
    granted(await propose(parts, as(drafter), { documentId, to: decider }));
    granted(await determine(parts, as(decider), documentId));
    const input = { documentId, symbol: 'TTr-UBBC', signedBy: decider, keeper: 'Kho', note: '' };
    granted(await issue(parts, as(clerk), input));
    return documentId;
  }
  async function letRead(documentId: string, personId: PersonId): Promise<void> {
    const input = { documentId, personId, untilOn: '2026-12-01', reason: 'Xử lý vụ việc' };
    granted(await grant(parts, as(decider), input));
  }
  const documentId = await addSecret(SECRET_TEXT);
  return {
    ...house,
    documentId,
    drafter,
    decider,
    clerk,
    officer,
    registrar,
    addSecret,
    letRead,
  };
}

/** Public law by these words, as an officer asks to list it. */
export const asking = (...texts: readonly string[]) => ({
  texts: texts.map((text) => ({ name: 'Luật Bến thuyền', published: 'Công báo số 12', text })),
  reason: 'Luật công khai',
});

export async function listPublic({ parts, officer }: LeakHouse, text: string) {
  const [added] = granted(await addPublic(parts, as(officer), asking(text))).texts;
  invariant(added, 'one text is listed');
  return added;
}

/** What stands in the tables, past every wall. */
export const rowsOf = async <Row extends object>(house: LeakHouse, sql: string): Promise<Row[]> =>
  (await house.database.admin.query<Row>(sql)).rows;
