/**
 * A program for crash tests: `node inserting-server.ts FOLDER [hold]` starts the embedded server
 * and inserts rows one by one, printing the number of each when its commit is acknowledged. With
 * `hold` it inserts nothing and stays.
 */
import { openPool } from '../adapters/postgres/connect.ts';
import { startEmbedded } from '../adapters/postgres/server/start.ts';

const [folder, mode] = process.argv.slice(2);
if (!folder) throw new Error('folder missing');

const server = await startEmbedded({ folder });
const pool = openPool(server.owner);
await pool.query('CREATE TABLE IF NOT EXISTS acknowledged (number int PRIMARY KEY)');
const { rows } = await pool.query('SELECT coalesce(max(number), 0) AS last FROM acknowledged');
process.stdout.write(`ready ${server.pid} ${process.getuid?.()}\n`);
process.once('SIGTERM', async () => {
  await pool.end();
  await server.stop();
  process.exit(0);
});
setInterval(() => {}, 60_000);
for (let number = rows[0].last + 1; mode !== 'hold'; number += 1) {
  await pool.query('INSERT INTO acknowledged VALUES ($1)', [number]);
  // A write to a pipe is synchronous: what was read by the parent was acknowledged before.
  process.stdout.write(`${number}\n`);
}
