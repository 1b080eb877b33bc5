/** What arrives from outside: documents for the incoming register, and the press. */
import { addDays, dateInHanoi } from '../../core/common/calendar-date.ts';
import { receive } from '../../server/registry/receive.ts';
import { attach } from '../../server/vault/attach.ts';
import { importArticles } from '../../server/watch/import-articles.ts';
import { ARTICLES, addressOf, type DemoArticle } from './articles.ts';
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

const lineOf = (article: DemoArticle, publishedAt: string): string => {
  const { source, title, text } = article;
  return JSON.stringify({ url: addressOf(article), source, title, text, publishedAt });
};

/** The officer takes articles in on the day they appear. */
export function pressSteps(stage: Stage): readonly Step[] {
  const { parts } = stage;
  const officer = actorOf(stage, 'trach.dv');
  const days = Object.entries(Object.groupBy(ARTICLES, ({ daysAgo }) => daysAgo));
  return days.map(([day, articles]): Step => {
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
}
