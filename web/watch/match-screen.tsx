/** One match: the article with its passages marked, the document beside it, and the verdict. */
import { useParams, useRouter } from '@tanstack/react-router';
import { listMatches, type MatchView, viewMatch } from '../../contract/watch/watch.ts';
import { isRefusedWith } from '../api/api-error.ts';
import { useRead } from '../api/use-api.ts';
import { useText } from '../text/catalogue.ts';
import { showMoment } from '../text/moment.ts';
import { DocumentName } from '../ui/match/document-name.tsx';
import { useLetterKeys } from '../ui/match/letter-keys.ts';
import { MarkedText } from '../ui/match/marked-text.tsx';
import { OriginFacts } from '../ui/match/origin-facts.tsx';
import { passageText } from '../ui/match/passage-text.ts';
import { Score } from '../ui/match/score.tsx';
import { SharedPassages } from '../ui/match/shared-passages.tsx';
import { WhomToAsk } from '../ui/match/whom-to-ask.tsx';
import { FactList } from '../ui/page/fact-list.tsx';
import { PageHeader } from '../ui/page/page-header.tsx';
import { Section } from '../ui/page/section.tsx';
import { Loaded } from '../ui/state/loaded.tsx';
import { StateBadge } from '../ui/state/state-badge.tsx';
import { EmptyState, ErrorState } from '../ui/state/whole-states.tsx';
import { DeskKeys } from './desk-keys.tsx';
import { MATCH_TONES } from './match-looks.ts';
import { MatchReasons } from './match-reasons.tsx';
import { matchText } from './match-text.ts';
import { MatchVerdict } from './match-verdict.tsx';
import { StorySpread } from './story-spread.tsx';
import { TraceSection } from './tracing/trace-section.tsx';
import classes from './watch.module.css';

export function MatchScreen() {
  const { matchId } = useParams({ from: '/frame/watch/$matchId' });
  const view = useRead(viewMatch, { params: { matchId } }, { recorded: true });
  if (view.error && !isRefusedWith(view.error, 'not-found'))
    return <MatchWithoutView error={view.error} onRetry={() => void view.refetch()} />;
  return (
    <Loaded query={view}>
      {(match) => <WholeMatch match={match} onVerdict={() => void view.refetch()} />}
    </Loaded>
  );
}

type WithoutViewProps = { readonly error: unknown; readonly onRetry: () => void };

/** The contents cannot be had now, for example while the vault is sealed. */
function MatchWithoutView({ error, onRetry }: WithoutViewProps) {
  const text = useText(matchText);
  return (
    <>
      <PageHeader title={text.title} back={{ href: '/watch', label: text.back }} />
      <ErrorState error={error} onRetry={onRetry} />
    </>
  );
}

type WholeMatchProps = { readonly match: MatchView; readonly onVerdict: () => void };

/** j and k walk the open queue from article to article; u leads back to it. */
function useQueueWalk(matchId: string): void {
  const router = useRouter();
  const { data } = useRead(listMatches, { query: { state: 'open' } });
  const ids = data?.matches.map((line) => line.matchId) ?? [];
  const step = (by: 1 | -1) => {
    const at = ids.indexOf(matchId);
    const next = at < 0 ? ids[0] : ids[at + by];
    if (next) router.history.push(`/watch/${next}`);
  };
  useLetterKeys({
    j: () => step(1),
    k: () => step(-1),
    u: () => router.history.push('/watch'),
  });
}

function WholeMatch({ match, onVerdict }: WholeMatchProps) {
  const text = useText(matchText);
  useQueueWalk(match.matchId);
  return (
    <>
      <PageHeader
        title={match.article.title ?? text.forgottenTitle}
        lead={match.verdict ? undefined : text.lead}
        back={{ href: '/watch', label: text.back }}
        actions={<DeskKeys />}
        mark={<StateBadge state={match.state} tones={MATCH_TONES} names={text.states} />}
      />
      <ArticleFacts match={match} />
      {match.bait && (
        <p className={classes.bait} role="note">
          {text.bait}
        </p>
      )}
      {match.verdict && <MatchVerdict match={match} onVerdict={onVerdict} />}
      <StorySpread match={match} />
      <Section title={text.text}>
        {match.verdict?.incidentId && <p className={classes.facts}>{text.lookRecorded}</p>}
        {match.articleText === null ? (
          <EmptyState title={text.forgottenTitle}>{text.forgottenBody}</EmptyState>
        ) : (
          <MarkedText text={match.articleText} spans={match.shared && match.spans} />
        )}
      </Section>
      <Comparison match={match} />
      {!match.verdict && <MatchVerdict match={match} onVerdict={onVerdict} />}
      {match.shared && match.articleText !== null && <TraceSection matchId={match.matchId} />}
    </>
  );
}

function ArticleFacts({ match }: { readonly match: MatchView }) {
  const text = useText(matchText);
  const { article, document, score, foundAt } = match;
  const found = (at: string) => (match.foundBack ? text.foundBack(showMoment(at)) : showMoment(at));
  return (
    <>
      <FactList
        facts={[
          { name: text.document, value: <DocumentName line={document} /> },
          ...(score === null ? [] : [{ name: text.score, value: <Score score={score} /> }]),
          { name: text.source, value: article.source },
          { name: text.published, value: article.publishedAt && showMoment(article.publishedAt) },
          { name: text.captured, value: showMoment(article.capturedAt) },
          ...(foundAt === null ? [] : [{ name: text.found, value: found(foundAt) }]),
        ]}
      />
      <OriginFacts url={article.url} sha256={article.sha256} />
    </>
  );
}

function Comparison({ match }: { readonly match: MatchView }) {
  const text = useText(matchText);
  const { indication } = useText(passageText);
  const { shared, articleText } = match;
  if (shared && articleText !== null)
    return (
      <Section title={text.passages}>
        <p className={classes.facts}>
          {indication} {text.readingRecorded}
        </p>
        <MatchReasons match={match} />
        <SharedPassages shared={shared} articleText={articleText} />
      </Section>
    );
  if (shared || articleText === null) return null;
  return (
    <Section title={text.passages}>
      <div className={classes.hidden}>
        <p className={classes.facts}>{text.notYours}</p>
        <WhomToAsk ask={match.ask} />
      </div>
    </Section>
  );
}
