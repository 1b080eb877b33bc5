/** Before publication: requests in every state, and the release calendar of an election to come. */
import { addDays, dateInHanoi, type Instant } from '../../core/common/calendar-date.ts';
import { utf8 } from '../../core/common/sha256.ts';
import { clearAmended } from '../../server/publication/clear-amended.ts';
import { appeal, clear, object, uphold, withdraw } from '../../server/publication/decide.ts';
import { planElection } from '../../server/publication/list-releases.ts';
import { planMaterial } from '../../server/publication/plan-material.ts';
import { planRelease } from '../../server/publication/plan-release.ts';
import { recordPublication } from '../../server/publication/record.ts';
import { cancelRelease } from '../../server/publication/release.ts';
import { revise, submit } from '../../server/publication/submit.ts';
import type { Login } from './agency.ts';
import { actorOf, granted, moment, personOf, type Stage, type Step } from './stage.ts';
import * as texts from './statements.ts';

const PRESS: Login = 'suong.ql';
const REGISTRAR: Login = 'tuyet.py';
const HEAD: Login = 'thieu.ld';
const DRAFTER: Login = 'trinh.kd';

/** From the day of making: everything before it has happened. */
const ELECTION_IN_DAYS = 24;

/** What happens to one request, in the order of its days. */
type Told = {
  readonly statement: texts.Statement;
  readonly by?: Login;
  readonly daysAgo: number;
  readonly later?: readonly (readonly [daysAgo: number, act: Deed])[];
};
type Deed = (stage: Stage, requestId: string) => Promise<unknown>;

const cleared: Deed = (stage, requestId) =>
  granted(clear(stage.parts, actorOf(stage, REGISTRAR), { requestId, note: '' }));

const amended =
  (text: string, note: string): Deed =>
  (stage, requestId) =>
    granted(clearAmended(stage.parts, actorOf(stage, HEAD), { requestId, note, text }));

const objected =
  (reason: string): Deed =>
  (stage, requestId) =>
    granted(object(stage.parts, actorOf(stage, REGISTRAR), { requestId, reason }));

const revised =
  (by: Login, text: string): Deed =>
  (stage, requestId) =>
    granted(revise(stage.parts, actorOf(stage, by), { requestId, words: { text } }));

const appealed =
  (reason: string): Deed =>
  (stage, requestId) =>
    granted(appeal(stage.parts, actorOf(stage, PRESS), { requestId, reason }));

const upheld =
  (reason: string): Deed =>
  (stage, requestId) =>
    granted(uphold(stage.parts, actorOf(stage, HEAD), { requestId, reason }));

const withdrawn: Deed = (stage, requestId) =>
  granted(withdraw(stage.parts, actorOf(stage, PRESS), { requestId }));

const recorded =
  (outlet: string, text: string): Deed =>
  (stage, requestId) => {
    const place = { requestId, outlet, publishedAt: stage.parts.clock.now() };
    const input = { ...place, published: { text } };
    return granted(recordPublication(stage.parts, actorOf(stage, PRESS), input));
  };

const SPEECH_AGAIN = texts.SPEECH.text.replace('cả chín địa bàn', 'mọi địa bàn');
const PLACES_AS_PUBLISHED = texts.PLACES.text.replace('lối đi riêng', 'lối đi và xe lăn');

const REQUESTS: readonly Told[] = [
  {
    statement: texts.WELCOME,
    daysAgo: 26,
    later: [
      [25, cleared],
      [24, recorded('Cổng thông tin điện tử thành phố', texts.WELCOME.text)],
    ],
  },
  {
    statement: texts.PLACES,
    daysAgo: 22,
    later: [
      [21, cleared],
      [20, recorded('Trang của Ủy ban bầu cử', PLACES_AS_PUBLISHED)],
    ],
  },
  {
    statement: texts.SPEECH,
    by: DRAFTER,
    daysAgo: 13,
    later: [
      [12, objected('Số địa bàn chưa được công bố; viết chung')],
      [11, revised(DRAFTER, SPEECH_AGAIN)],
      [10, cleared],
    ],
  },
  {
    statement: texts.REPLY,
    daysAgo: 10,
    later: [
      [9, objected('Nhắc đến kế hoạch về điểm kiểm phiếu đang có vụ việc')],
      [8, appealed('Câu trả lời không nêu địa điểm, thời gian nào')],
      [7, upheld('Chờ kết luận vụ việc rồi trả lời')],
    ],
  },
  {
    statement: texts.COUNT_NEWS,
    daysAgo: 7,
    later: [[6, amended(texts.COUNT_NEWS_AMENDED, 'Bỏ phần kết quả, chờ phiên họp toàn thể')]],
  },
  { statement: texts.DRAFTED_NOTE, daysAgo: 6, later: [[5, withdrawn]] },
  {
    statement: texts.FIGURES,
    daysAgo: 5,
    later: [
      [4, objected('Tỷ lệ theo khu vực chưa thống nhất với Cục Thống kê')],
      [3, appealed('Số liệu lấy từ niên giám đã phát hành')],
    ],
  },
  {
    statement: texts.HOTLINE,
    daysAgo: 3,
    later: [[2, objected('Không công khai tên người trực; chỉ để số điện thoại')]],
  },
  { statement: texts.SLIDES, by: DRAFTER, daysAgo: 2 },
  { statement: texts.SHORT_NEWS, daysAgo: 1 },
];

function stepsOfRequest(stage: Stage, told: Told, index: number): readonly Step[] {
  const { statement, by = PRESS, daysAgo, later = [] } = told;
  const { text, ...asking } = statement;
  const wantedOn = addDays(dateInHanoi(stage.today), 3 - daysAgo);
  let requestId = '';
  const asked: Step = {
    at: moment(stage, daysAgo, 250 + index),
    run: async () => {
      const input = { ...asking, wantedOn, words: { text } };
      ({ requestId } = await granted(submit(stage.parts, actorOf(stage, by), input)));
    },
  };
  const rest = later.map(
    ([day, deed]): Step => ({
      at: moment(stage, day, 270 + index),
      run: async () => {
        await deed(stage, requestId);
      },
    }),
  );
  return [asked, ...rest];
}

type Planning = { readonly daysAgo: number; readonly releaseAt: Instant; readonly title: string };

/** Material that waits, with the head as its releaser. */
function material(stage: Stage, { daysAgo, ...plan }: Planning, text: string): Step {
  return {
    at: moment(stage, daysAgo, 300),
    run: async () => {
      const releaserId = personOf(stage, HEAD);
      const input = { ...plan, releaserId, basis: '', file: utf8(text) };
      await granted(planMaterial(stage.parts, actorOf(stage, PRESS), input));
    },
  };
}

function calendarSteps(stage: Stage): readonly Step[] {
  const { parts } = stage;
  const press = actorOf(stage, PRESS);
  const election: Step = {
    at: moment(stage, 40, 310),
    run: async () => {
      const day = addDays(dateInHanoi(stage.today), ELECTION_IN_DAYS);
      const releaserId = personOf(stage, HEAD);
      await granted(planElection(parts, actorOf(stage, HEAD), { day, releaserId }));
    },
  };
  const givenUp: Step = {
    at: moment(stage, 18, 320),
    run: async () => {
      const by = { releaserId: personOf(stage, PRESS), basis: '', documentId: null };
      const plan = { title: 'Họp báo tháng', ...by };
      const releaseAt = moment(stage, -6, 60);
      const { releaseId } = await granted(planRelease(parts, press, { ...plan, releaseAt }));
      const reason = 'Gộp vào họp báo công bố danh sách';
      await granted(cancelRelease(parts, press, { releaseId, reason }));
    },
  };
  const places = { daysAgo: 20, releaseAt: moment(stage, 9), title: 'Danh sách khu vực bỏ phiếu' };
  const count = {
    daysAgo: 8,
    releaseAt: moment(stage, -ELECTION_IN_DAYS - 1, 60),
    title: 'Kết quả kiểm phiếu sơ bộ',
  };
  return [
    election,
    givenUp,
    material(stage, places, texts.POLLING_PLACES),
    material(stage, count, texts.FIRST_COUNT),
  ];
}

export const publicationSteps = (stage: Stage): readonly Step[] => [
  ...REQUESTS.flatMap((told, index) => stepsOfRequest(stage, told, index)),
  ...calendarSteps(stage),
];
