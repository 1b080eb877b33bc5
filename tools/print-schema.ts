/**
 * Writes `migrations/schema.txt`: what all migrations together make, read back from a throw-away
 * database. `node tools/print-schema.ts` after every new migration.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dumpSchema } from '../adapters/postgres/schema/schema-dump.ts';
import { testDatabase } from '../testkit/database.ts';

const FILE = fileURLToPath(new URL('../migrations/schema.txt', import.meta.url));

const cleaning: (() => Promise<void>)[] = [];
const { admin } = await testDatabase({ after: (clean) => cleaning.push(clean) });
writeFileSync(FILE, await dumpSchema(admin));
for (const clean of cleaning) await clean();
