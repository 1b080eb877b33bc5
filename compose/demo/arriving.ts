/** What arrives from outside: documents for the incoming register, and the press. */
import { addDays, dateInHanoi } from '../../core/common/calendar-date.ts';
import { noteProgress } from '../../server/incident/note-progress.ts';
import { receive } from '../../server/registry/receive.ts';
import { attach } from '../../server/vault/attach.ts';
import { confirmMatch } from '../../server/watch/confirm-match.ts';
import { importArticles } from '../../server/watch/import-articles.ts';
import { ARTICLES, type DemoArticle } from './articles.ts';
import type { IncomingPlan } from './plan.ts';
import { actorOf, granted, moment, type Stage, type Step } from './stage.ts';

export function arrivalOf(stage: Stage, plan: IncomingPlan, minutes: number): readonly Step[] {
  const { parts } = stage;
  const clerk = actorOf(stage, 'nhan.ct');
  const { topic, addressee } = plan;
  const receiving = async () => {
    const today = dateInHanoi(parts.clock.now());
    const entered = await granted(
      receive(parts, clerk, {
        level: topic.level,
        issuingBody: plan.issuingBody,
        receivedOn: today,
        envelope: { addressee, seal: 'intact', urgent: plan.number % 9 === 0 },
        content:
          addressee === null
            ? {
                documentType: topic.documentType,
                symbol: `${plan.number}/${topic.symbol}`,
                datedOn: addDays(today, -2),
                summary: topic.level === 'tuyet-mat' ? null : plan.title,
                copyingAllowed: false,
              }
            : null,
        receiver: addressee ?? 'Thường trực Ủy ban bầu cử',
        copies: 1,
        note: '',
      }),
    );
    if (addressee !== null) return;
    await granted(attach(parts, clerk, { documentId: entered.documentId, file: plan.file }));
  };
  return [{ at: moment(stage, plan.daysAgo, minutes), run: receiving }];
}

const encoder = new TextEncoder();

const lineOf = ({ id, source, title, text }: DemoArticle, publishedAt: string): string =>
  JSON.stringify({ url: `https://${source}/${id}`, source, title, text, publishedAt });

/** The officer takes articles in on the day they appear, and judges the first that matches. */
export function pressSteps(stage: Stage): readonly Step[] {
  const { parts } = stage;
  const officer = actorOf(stage, 'trach.dv');
  const days = Object.entries(Object.groupBy(ARTICLES, ({ daysAgo }) => daysAgo));
  const imports = days.map(([day, articles]): Step => {
    const published = moment(stage, Number(day), 30);
    const lines = (articles ?? []).map((article) => lineOf(article, published));
    const file = encoder.encode(`${lines.join('\n')}\n`);
    return {
      at: moment(stage, Number(day), 420),
      run: async () => {
        const input = { fileName: `bao-chi-${day}.jsonl`, file };
        await granted(importArticles(parts, officer, input));
      },
    };
  });
  return [...imports, incidentStep(stage)];
}

function incidentStep(stage: Stage): Step {
  const { parts } = stage;
  const officer = actorOf(stage, 'trach.dv');
  return {
    at: moment(stage, 11, 60),
    run: async () => {
      const [match] = await parts.acts.read(officer, ({ watch }) =>
        watch.listMatches({ state: 'open', limit: 1 }),
      );
      if (!match) throw new TypeError('the first leak of the demo is found');
      const reason = 'Trùng nguyên văn một đoạn chưa từng công bố; đã đối chiếu bản gốc';
      const { incidentId } = await granted(
        confirmMatch(parts, officer, { matchId: match.id, reason }),
      );
      const told = { incidentId, at: undefined };
      const text = 'Đã báo cáo trực tiếp Chủ tịch Ủy ban bầu cử';
      await granted(noteProgress(parts, officer, { ...told, kind: 'told-head', text }));
      const measure = 'Thu hồi các bản số đã giao, rà soát người đã đọc';
      await granted(noteProgress(parts, officer, { ...told, kind: 'measure', text: measure }));
    },
  };
}
