/** What waits for the person at the screen, the most pressing first. */
import { type InboxItem, inbox } from '../../contract/inbox.ts';
import { instantOf } from '../../core/common/calendar-date.ts';
import { useRead } from '../api/use-api.ts';
import { useViewer } from '../shell/viewer.tsx';
import { useText } from '../text/catalogue.ts';
import { printTime, todayInHanoi } from '../text/moment.ts';
import { Deadline } from '../ui/law/deadline.tsx';
import { LevelMark } from '../ui/law/level-mark.tsx';
import { InAppLink } from '../ui/page/in-app-link.tsx';
import { PageHeader } from '../ui/page/page-header.tsx';
import { Section } from '../ui/page/section.tsx';
import { Loaded } from '../ui/state/loaded.tsx';
import { EmptyState } from '../ui/state/whole-states.tsx';
import { groupItems, URGENCIES } from './group-items.ts';
import classes from './inbox.module.css';
import { inboxText } from './inbox-text.ts';
import { KIND_WORDS } from './inbox-words.ts';

const REFETCH_MS = 60_000;

export function InboxScreen() {
  const text = useText(inboxText);
  const query = useRead(inbox, {}, { refetchMs: REFETCH_MS });
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <Loaded query={query}>
        {({ items, more }) => (
          <>
            {items.length === 0 ? (
              <EmptyState title={text.empty}>{text.emptyWhy}</EmptyState>
            ) : (
              <Groups items={items} />
            )}
            {more.length > 0 && <p className={classes.soft}>{text.more}</p>}
            <p className={classes.soft}>
              {text.updated(printTime(instantOf(query.dataUpdatedAt)))}
            </p>
          </>
        )}
      </Loaded>
    </>
  );
}

function Groups({ items }: { readonly items: readonly InboxItem[] }) {
  const text = useText(inboxText);
  const groups = groupItems(items, todayInHanoi());
  return URGENCIES.map((urgency) => {
    const members = groups.get(urgency) ?? [];
    if (members.length === 0) return null;
    return (
      <Section key={urgency} title={`${text.group[urgency]} (${members.length})`}>
        <ul className={classes.items}>
          {members.map((item) => (
            <Item key={keyOf(item)} item={item} />
          ))}
        </ul>
      </Section>
    );
  });
}

const keyOf = (item: InboxItem): string => {
  const { kind, documentId, copyId, matchId, incidentId, requestId, releaseId } = item;
  return [kind, documentId, copyId, matchId, incidentId, requestId, releaseId].join(' ');
};

function Item({ item }: { readonly item: InboxItem }) {
  const text = useText(inboxText);
  const { personId } = useViewer();
  const words = KIND_WORDS[item.kind];
  const { line } = item;
  return (
    <li className={classes.item}>
      <div className={classes.words}>
        <p className={classes.kind}>
          {text.kind[item.kind]}
          {line?.level && <LevelMark level={line.level} />}
        </p>
        {line && (
          <p className={classes.document}>
            {[line.symbol, line.summary ?? text.say.noSummary].filter(Boolean).join(' · ')}
          </p>
        )}
        <p className={classes.say}>{words.say(item, text)}</p>
      </div>
      <div className={classes.end}>
        {item.dueOn && <Deadline due={item.dueOn} />}
        <InAppLink href={words.href(item, personId)} className={classes.act}>
          {text.act[words.act]} →
        </InAppLink>
      </div>
    </li>
  );
}
