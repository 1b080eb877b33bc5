/**
 * The desk of the press watch: what the officer has judged so far, the one incident with its
 * evidence up to the package for the investigators. The rest of the stories waits for a verdict.
 */
import { addDays, dateInHanoi } from '../../core/common/calendar-date.ts';
import type { PersonId } from '../../core/common/id.ts';
import { invariant } from '../../core/common/invariant.ts';
import { grant } from '../../server/access/grant.ts';
import { acceptEvidence, offerEvidence } from '../../server/evidence/custody.ts';
import { packageEvidence } from '../../server/evidence/package.ts';
import { preserveEvidence } from '../../server/evidence/preserve.ts';
import { noteProgress } from '../../server/incident/note-progress.ts';
import type { MatchFile } from '../../server/ports/readers.ts';
import { confirmMatch } from '../../server/watch/confirm-match.ts';
import { dismissMatch } from '../../server/watch/dismiss-match.ts';
import { doubtMatch } from '../../server/watch/doubt-match.ts';
import type { Login } from './agency.ts';
import { actorOf, granted, moment, personOf, type Stage, type Step } from './stage.ts';

const OFFICER: Login = 'trach.dv';
const INSPECTOR: Login = 'nghiem.tk';
const EVERYTHING = 1_000;

/** The match of the article whose address ends so; the plan has exactly one. */
async function matchOf({ parts }: Stage, ending: string): Promise<MatchFile> {
  const matches = await parts.acts.read({ kind: 'clock' }, ({ watch }) =>
    watch.listMatches({ limit: EVERYTHING }),
  );
  const [match] = matches.filter(({ article }) => article.url?.endsWith(`/${ending}`));
  invariant(match, `the article ${ending} of the demo matches`);
  return match;
}

const matchId = async (stage: Stage, ending: string): Promise<string> =>
  (await matchOf(stage, ending)).id;

type Case = { incidentId: string };

function judged(stage: Stage, { opened, daysAgo, article, reason }: Leak): Step {
  const officer = actorOf(stage, OFFICER);
  return {
    at: moment(stage, daysAgo, 320),
    run: async () => {
      const input = { matchId: await matchId(stage, article), reason };
      const confirmed = await granted(confirmMatch(stage.parts, officer, input));
      invariant(
        opened.incidentId === '' || opened.incidentId === confirmed.incidentId,
        'one story of the demo is one incident',
      );
      opened.incidentId = confirmed.incidentId;
    },
  };
}

type Leak = {
  readonly opened: Case;
  readonly daysAgo: number;
  readonly article: string;
  readonly reason: string;
};

function noted(stage: Stage, opened: Case): Step {
  const officer = actorOf(stage, OFFICER);
  return {
    at: moment(stage, 11, 340),
    run: async () => {
      const told = { incidentId: opened.incidentId, at: undefined };
      const text = 'Đã báo cáo trực tiếp Chủ tịch Ủy ban bầu cử';
      await granted(noteProgress(stage.parts, officer, { ...told, kind: 'told-head', text }));
      const measure = 'Thu hồi các bản số đã giao, rà soát người đã đọc';
      const more = { ...told, kind: 'measure', text: measure } as const;
      await granted(noteProgress(stage.parts, officer, more));
    },
  };
}

const evidenceOf = async ({ parts }: Stage, { incidentId }: Case) =>
  parts.acts.read({ kind: 'clock' }, ({ incidents }) => incidents.loadEvidence(incidentId));

/** Kept by the officer, taken over by the inspector, packed for the investigators. */
function evidenceSteps(stage: Stage, opened: Case): readonly Step[] {
  const { parts } = stage;
  const [officer, inspector] = [actorOf(stage, OFFICER), actorOf(stage, INSPECTOR)];
  const keeping = async () => {
    for (const { id: evidenceId } of await evidenceOf(stage, opened)) {
      const which = { incidentId: opened.incidentId, evidenceId };
      await granted(preserveEvidence(parts, officer, which));
    }
  };
  const offering = async () => {
    const to = personOf(stage, INSPECTOR);
    for (const { id: evidenceId } of await evidenceOf(stage, opened)) {
      const which = { incidentId: opened.incidentId, evidenceId };
      const text = 'Bàn giao cho thanh tra theo chỉ đạo của Chủ tịch';
      await granted(offerEvidence(parts, officer, { ...which, to, text }));
    }
  };
  const accepting = async () => {
    for (const { id: evidenceId } of await evidenceOf(stage, opened)) {
      const which = { incidentId: opened.incidentId, evidenceId };
      await granted(acceptEvidence(parts, inspector, which));
    }
  };
  const packing = async () => {
    const receiver = {
      receiverBody: 'Cơ quan An ninh điều tra Công an thành phố Bạch Sa',
      receiverName: 'Thượng tá Cồ Thế Lữ',
      minutesNo: '09/BB-UBBC',
      place: 'Bạch Sa',
    };
    await granted(
      packageEvidence(parts, inspector, { incidentId: opened.incidentId, ...receiver }),
    );
  };
  return [
    { at: moment(stage, 7, 400), run: keeping },
    { at: moment(stage, 6, 60), run: offering },
    { at: moment(stage, 6, 240), run: accepting },
    { at: moment(stage, 5, 90), run: packing },
  ];
}

/** The decider lets the officer compare what waits; everybody else's stories stay hidden. */
function letOfficerRead(stage: Stage, article: string): Step {
  const { parts } = stage;
  return {
    at: moment(stage, 1, 300),
    run: async () => {
      const { documentId } = await matchOf(stage, article);
      const file = await parts.acts.read({ kind: 'clock' }, ({ documents }) =>
        documents.loadDocument(documentId),
      );
      invariant(file?.deciderId, 'a document that leaked was decided on');
      const input = {
        documentId,
        personId: personOf(stage, OFFICER),
        untilOn: addDays(dateInHanoi(stage.today), 60),
        reason: 'Đối chiếu với bài báo',
      };
      await granted(grant(parts, { kind: 'person', personId: file.deciderId as PersonId }, input));
    },
  };
}

/** Not every match is a leak. */
function otherVerdicts(stage: Stage): Step {
  const { parts } = stage;
  const officer = actorOf(stage, OFFICER);
  return {
    at: moment(stage, 1, 330),
    run: async () => {
      const lawful = { reason: 'Đã trả lời công khai tại buổi tiếp xúc', kind: 'lawful' } as const;
      const answered = { matchId: await matchId(stage, 'mo-neo-5'), ...lawful };
      await granted(dismissMatch(parts, officer, answered));
      const routine = {
        matchId: await matchId(stage, 'phong-hop-1'),
        reason: 'Câu chữ về nếp làm việc, cơ quan nào cũng viết',
        kind: 'common-wording',
      } as const;
      await granted(dismissMatch(parts, officer, routine));
      const unclear = {
        matchId: await matchId(stage, 'thach-luu-3'),
        reason: 'Chép lại của trang khác, chờ xem nguồn đầu tiên',
      };
      await granted(doubtMatch(parts, officer, unclear));
    },
  };
}

export function deskSteps(stage: Stage): readonly Step[] {
  const opened: Case = { incidentId: '' };
  const first = {
    daysAgo: 11,
    article: 'ben-may-01',
    reason: 'Trùng nguyên văn một đoạn chưa từng công bố; đã đối chiếu bản gốc',
  };
  const reprint = {
    daysAgo: 7,
    article: 'bai-hac-lai',
    reason: 'Chép lại đoạn đã lộ, bỏ dấu',
  };
  return [
    judged(stage, { opened, ...first }),
    noted(stage, opened),
    judged(stage, { opened, ...reprint }),
    ...evidenceSteps(stage, opened),
    ...['thach-luu-2', 'mo-neo-5'].map((article) => letOfficerRead(stage, article)),
    otherVerdicts(stage),
  ];
}
