/** The evidence of an incident: what is kept, by whom, through whose hands, and the packages. */
import { useParams } from '@tanstack/react-router';
import { type CustodyView, viewCustody } from '../../contract/evidence.ts';
import { useRead } from '../api/use-api.ts';
import { useText } from '../text/catalogue.ts';
import { PageHeader } from '../ui/page/page-header.tsx';
import { Loaded } from '../ui/state/loaded.tsx';
import { CustodySection } from './custody-section.tsx';
import { evidenceText } from './evidence-text.ts';
import { PackageSection } from './package-section.tsx';

export function EvidenceScreen() {
  const { incidentId } = useParams({ from: '/frame/incidents/$incidentId/evidence' });
  const view = useRead(viewCustody, { params: { incidentId } });
  return (
    <Loaded query={view}>{(custody) => <Whole incidentId={incidentId} view={custody} />}</Loaded>
  );
}

type WholeProps = { readonly incidentId: string; readonly view: CustodyView };

function Whole({ incidentId, view }: WholeProps) {
  const text = useText(evidenceText);
  return (
    <>
      <PageHeader
        title={text.title}
        lead={text.lead}
        back={{ href: `/incidents/${incidentId}`, label: text.back }}
      />
      {view.evidence.length === 0 && <p>{text.none}</p>}
      {view.evidence.map((piece, index) => (
        <CustodySection
          key={piece.evidenceId}
          incidentId={incidentId}
          title={text.piece(index + 1, piece.source)}
          piece={piece}
          view={view}
        />
      ))}
      <PackageSection incidentId={incidentId} view={view} />
    </>
  );
}
