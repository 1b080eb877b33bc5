/** One request to publish: the opinion on it, its words, what they touch, where they stand now. */
import { useParams } from '@tanstack/react-router';
import { type RequestView, viewRequest } from '../../../contract/publication/request.ts';
import { EXTRACTION_WARNING_TEXTS } from '../../../contract/text/extraction-text.ts';
import { hiddenFrom } from '../../../core/publication/shown-words.ts';
import { isRefusedWith } from '../../api/api-error.ts';
import { useRead } from '../../api/use-api.ts';
import { useText } from '../../text/catalogue.ts';
import { useLanguage } from '../../text/language.ts';
import { printNumber, showDate, showMoment } from '../../text/moment.ts';
import { MarkedText } from '../../ui/match/marked-text.tsx';
import { FactList } from '../../ui/page/fact-list.tsx';
import { PageHeader } from '../../ui/page/page-header.tsx';
import { Section } from '../../ui/page/section.tsx';
import { Loaded } from '../../ui/state/loaded.tsx';
import { StateBadge } from '../../ui/state/state-badge.tsx';
import { Warning } from '../../ui/state/warning.tsx';
import { ErrorState } from '../../ui/state/whole-states.tsx';
import { RecordsSection } from './records-section.tsx';
import classes from './request.module.css';
import { RequestActs } from './request-acts.tsx';
import { judgedVersion, judgedWords, REQUEST_TONES } from './request-looks.ts';
import { requestText } from './request-text.ts';
import { TakeFile } from './take-file.tsx';
import { TouchSection } from './touch-section.tsx';
import { WordChanges } from './word-changes.tsx';

export function RequestScreen() {
  const { requestId } = useParams({ from: '/frame/publications/$requestId' });
  const text = useText(requestText);
  const view = useRead(viewRequest, { params: { requestId } }, { recorded: true });
  const again = () => void view.refetch();
  if (view.error && !isRefusedWith(view.error, 'not-found')) {
    return (
      <>
        <PageHeader title={text.title} back={{ href: '/publications', label: text.back }} />
        <ErrorState error={view.error} onRetry={again} />
      </>
    );
  }
  return <Loaded query={view}>{(request) => <Whole request={request} onDone={again} />}</Loaded>;
}

type WholeProps = { readonly request: RequestView; readonly onDone: () => void };

function Whole({ request, onDone }: WholeProps) {
  const text = useText(requestText);
  const { line } = request;
  return (
    <>
      <PageHeader
        title={line.title}
        back={{ href: '/publications', label: text.back }}
        mark={<StateBadge state={line.state} tones={REQUEST_TONES} names={text.state} />}
      />
      <Facts request={request} />
      <Opinions request={request} />
      <RequestActs request={request} onDone={onDone} />
      <Words request={request} />
      <TouchSection request={request} />
      {request.amendment && (
        <Section title={text.amendment}>
          <WordChanges changes={request.amendment} />
        </Section>
      )}
      <RecordsSection request={request} onDone={onDone} />
      <Versions request={request} />
    </>
  );
}

function Facts({ request }: { readonly request: RequestView }) {
  const text = useText(requestText);
  const { facts, medium } = text;
  const { line, version, sha256 } = request;
  const warnings = EXTRACTION_WARNING_TEXTS[useLanguage()];
  const read = judgedVersion(request)
    ?.warnings.filter((code) => code !== 'pages-estimated')
    .map((code) => warnings[code]);
  return (
    <FactList
      facts={[
        { name: facts.medium, value: medium[line.medium] },
        { name: facts.submitter, value: line.submitter.name },
        { name: facts.createdAt, value: showMoment(line.createdAt) },
        { name: facts.wantedOn, value: line.wantedOn && showDate(line.wantedOn) },
        { name: facts.version, value: String(version) },
        { name: facts.sha256, value: <code>{sha256}</code> },
        { name: facts.read, value: read?.join(' ') },
      ]}
    />
  );
}

type OpinionProps = { readonly who: string; readonly said: string };

function Opinion({ who, said }: OpinionProps) {
  return (
    <div className={classes.opinion}>
      <p className={classes.who}>{who}</p>
      {said !== '' && <p>{said}</p>}
    </div>
  );
}

function Opinions({ request }: { readonly request: RequestView }) {
  const text = useText(requestText);
  const { decision, objection, appeal, line } = request;
  if (!decision && !objection) return null;
  return (
    <Section title={text.decision}>
      {objection && (
        <Opinion
          who={`${text.objection}: ${text.said(objection.by.name, showMoment(objection.at))}`}
          said={objection.text}
        />
      )}
      {appeal && <Opinion who={text.appealSaid(showMoment(appeal.at))} said={appeal.text} />}
      {decision && (
        <Opinion
          who={`${text.state[line.state]}: ${text.said(decision.by.name, showMoment(decision.at))}`}
          said={decision.text}
        />
      )}
    </Section>
  );
}

function Words({ request }: { readonly request: RequestView }) {
  const text = useText(requestText);
  const spans = (request.verdict?.documents ?? []).flatMap(({ passages }) => passages);
  return (
    <Section title={text.words}>
      {request.text === null ? (
        <Warning>{request.contents === 'hidden' ? text.hidden : text.sealed}</Warning>
      ) : (
        <MarkedText
          text={request.text}
          spans={spans}
          label={text.words}
          hidden={{ from: hiddenFrom(judgedWords(request)), label: text.hiddenWords }}
        />
      )}
    </Section>
  );
}

function Versions({ request }: { readonly request: RequestView }) {
  const text = useText(requestText);
  return (
    <Section title={text.versions}>
      <ul className={classes.versions}>
        {request.texts.map(
          ({ textId, version, kind, hasFile, characters, mediaKind, sha256, addedBy, addedAt }) => (
            <li key={textId}>
              {text.version(String(version), text.kind[kind], printNumber(characters))}.{' '}
              {text.said(addedBy.name, showMoment(addedAt))}. <code>{sha256}</code>
              {hasFile && request.contents === 'shown' && (
                <TakeFile
                  requestId={request.line.requestId}
                  textId={textId}
                  version={version}
                  kind={mediaKind ?? 'zip'}
                />
              )}
            </li>
          ),
        )}
      </ul>
    </Section>
  );
}
