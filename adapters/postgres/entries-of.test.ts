import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testWorld } from '../../testkit/world.ts';

const DOCUMENT = '11111111-1111-4111-8111-111111111111';
const INCIDENT = '22222222-2222-4222-8222-222222222222';

test('of a document with many entries the newest are told, and page by page all', async (t) => {
  const { acts, database } = await testWorld(t);
  const body = {
    v: 1,
    at: '2026-11-02T05:00:00.000Z',
    actor: 'console',
    verb: 'incident.view-evidence',
    subject: { document: DOCUMENT, incident: INCIDENT },
    facts: {},
    rows: [],
  };
  await database.admin.query(
    `INSERT INTO ledger_entry (index, body, at, verb, actor, document_id)
     SELECT 1000 + n, convert_to($1::text, 'UTF8'), now(), 'incident.view-evidence', 'console', $2
     FROM generate_series(1, 4100) AS n`,
    [JSON.stringify(body), DOCUMENT],
  );
  const page = (below?: number) =>
    acts.read({ kind: 'clock' }, ({ ledger }) =>
      ledger.listEntriesOf(DOCUMENT, {
        incidentId: INCIDENT,
        ...(below === undefined ? {} : { below }),
      }),
    );
  const first = await page();
  assert.deepEqual([first[0]?.index, first.at(-1)?.index], [3101, 5100]);
  const second = await page(3101);
  const third = await page(second[0]?.index);
  assert.deepEqual([third[0]?.index, third.at(-1)?.index], [1001, 1100]);
  assert.deepEqual(await page(1001), []);
});
