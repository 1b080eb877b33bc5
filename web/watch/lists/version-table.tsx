/** The versions of a list, the newest first: what each column besides says is the screen's own. */
import { Section } from '../../ui/page/section.tsx';
import { EmptyState } from '../../ui/state/whole-states.tsx';
import { type Column, DataTable } from '../../ui/table/data-table.tsx';

type Version = { readonly version: number };

export type VersionTableProps<Row extends Version> = {
  readonly versions: readonly Row[];
  readonly words: {
    readonly versions: string;
    readonly noVersions: string;
    readonly version: string;
    readonly inForce: string;
  };
  readonly columns: readonly Column<Row>[];
};

export function VersionTable<Row extends Version>(props: VersionTableProps<Row>) {
  const { versions, words, columns } = props;
  const inForce = versions[0]?.version;
  const version: Column<Row> = {
    key: 'version',
    header: words.version,
    names: true,
    width: '9rem',
    cell: (row) =>
      row.version === inForce ? `${row.version}, ${words.inForce}` : String(row.version),
  };
  return (
    <Section title={words.versions}>
      <DataTable<Row>
        caption={words.versions}
        source={{ data: versions }}
        rowKey={(row) => String(row.version)}
        empty={<EmptyState title={words.noVersions} />}
        columns={[version, ...columns]}
      />
    </Section>
  );
}
