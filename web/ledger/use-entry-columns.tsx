import type { LedgerLine } from '../../contract/ledger.ts';
import { printRefusal } from '../../contract/text/refusal-text.ts';
import { VERB_TEXTS } from '../../contract/text/verb-text.ts';
import { useText } from '../text/catalogue.ts';
import { useLanguage } from '../text/language.ts';
import { printNumber, showMoment } from '../text/moment.ts';
import { Badge } from '../ui/state/state-badge.tsx';
import type { Column } from '../ui/table/data-table.tsx';
import { ledgerText } from './ledger-text.ts';

/** The console and the clock act without a name. */
export function useActorName(): (id: string, name: string | null) => string {
  const text = useText(ledgerText);
  return (id, name) => {
    if (id === 'console') return text.console;
    return id === 'clock' ? text.clock : (name ?? id);
  };
}

export function useEntryColumns(): readonly Column<LedgerLine>[] {
  const text = useText(ledgerText);
  const language = useLanguage();
  const actorName = useActorName();
  const { column } = text;
  return [
    { key: 'index', header: column.index, width: '6rem', cell: ({ index }) => printNumber(index) },
    { key: 'at', header: column.at, width: '9.5rem', cell: ({ at }) => showMoment(at) },
    {
      key: 'verb',
      header: column.verb,
      names: true,
      cell: ({ verb }) => VERB_TEXTS[language][verb],
    },
    {
      key: 'actor',
      header: column.actor,
      width: '14rem',
      cell: ({ actor }) => actorName(actor.id, actor.name),
    },
    {
      key: 'result',
      header: column.result,
      width: '16rem',
      cell: ({ refused }) => {
        if (!refused) return <Badge tone="quiet">{text.done}</Badge>;
        const reasons = refused.map((code) => printRefusal({ code }, language).what);
        return (
          <>
            <Badge tone="waiting">{text.refused}</Badge> {reasons.join(' · ')}
          </>
        );
      },
    },
  ];
}
