/** One piece of evidence: what is kept of it, by whom, and what can be done with it now. */
import type { CustodyView, EvidenceCustody } from '../../contract/evidence.ts';
import { useText } from '../text/catalogue.ts';
import { printBytes, showMoment } from '../text/moment.ts';
import { FactList } from '../ui/page/fact-list.tsx';
import { Section } from '../ui/page/section.tsx';
import { Warning } from '../ui/state/warning.tsx';
import { type Column, DataTable } from '../ui/table/data-table.tsx';
import { CustodyActions } from './custody-actions.tsx';
import classes from './evidence.module.css';
import { evidenceText } from './evidence-text.ts';

export type CustodySectionProps = {
  readonly incidentId: string;
  readonly title: string;
  readonly piece: EvidenceCustody;
  readonly view: CustodyView;
};

export function CustodySection({ incidentId, title, piece, view }: CustodySectionProps) {
  const text = useText(evidenceText);
  return (
    <Section title={title}>
      {piece.custodian ? (
        <KeptFacts piece={piece} />
      ) : (
        <p className={classes.soft}>{text.notKept}</p>
      )}
      {!piece.unbroken && <Warning>{text.broken}</Warning>}
      <CustodyActions incidentId={incidentId} piece={piece} view={view} />
      {piece.steps.length > 0 && <Steps piece={piece} />}
    </Section>
  );
}

function KeptFacts({ piece }: { readonly piece: EvidenceCustody }) {
  const text = useText(evidenceText);
  const { items, custodian, offeredTo, stampedAt, warnings } = piece;
  const list = items.map(({ kind, sizeBytes }) =>
    text.item(text.kinds[kind], printBytes(sizeBytes)),
  );
  return (
    <>
      <FactList
        facts={[
          { name: text.custodian, value: custodian?.name },
          { name: text.offeredTo, value: offeredTo?.name },
          { name: text.items, value: list.join(', ') },
          { name: text.stampedAt, value: stampedAt && showMoment(stampedAt) },
        ]}
      />
      {warnings.map((warning) => (
        <p key={warning} className={classes.soft}>
          {text.warnings[warning]}
        </p>
      ))}
    </>
  );
}

type Step = EvidenceCustody['steps'][number] & { readonly index: number };

function Steps({ piece }: { readonly piece: EvidenceCustody }) {
  const text = useText(evidenceText);
  const columns: readonly Column<Step>[] = [
    { key: 'what', header: text.what, width: '11rem', cell: ({ kind }) => text.stepKinds[kind] },
    { key: 'when', header: text.when, width: '11rem', cell: ({ at }) => showMoment(at) },
    { key: 'who', header: text.who, cell: ({ by }) => by.name, names: true },
    { key: 'to', header: text.to, cell: ({ to }) => to?.name },
    { key: 'words', header: text.words, cell: ({ text: words }) => words },
  ];
  return (
    <DataTable
      caption={text.steps}
      columns={columns}
      source={{ data: piece.steps.map((step, index) => ({ ...step, index })) }}
      rowKey={({ index }) => String(index)}
      empty={null}
    />
  );
}
