/** A real NATS server with JetStream (Debian's), on a port of its own in a throw-away folder. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jetstreamManager, type StreamState } from '@nats-io/jetstream';
import { reachNats } from '../../adapters/nats/reach.ts';
import { spawnPrinting, until } from '../process-tree.ts';

const PROGRAM = '/usr/sbin/nats-server';

/** For the `skip` of a test. */
export const WITHOUT_NATS = existsSync(PROGRAM) ? false : `${PROGRAM} is not installed`;

const SETTINGS = `
host: 127.0.0.1
port: -1
max_payload: 8MB
authorization { user: niemphong, password: "of-a-test" }
jetstream { store_dir: "STORE" }
`;

export type NatsServer = {
  readonly url: string;
  /** With all that it stores. */
  readonly folder: string;
  /** As a machine that lost its power, without one word to its clients. */
  kill(): Promise<void>;
  /** Of a stream: what lies in it, and how many messages it ever took. */
  stateOf(stream: string): Promise<StreamState>;
};

type TestLife = { after(clean: () => Promise<void>): void };

export async function startNats(life: TestLife): Promise<NatsServer> {
  const folder = mkdtempSync(join(tmpdir(), 'niemphong-nats-'));
  const settings = join(folder, 'nats.conf');
  writeFileSync(settings, SETTINGS.replace('STORE', folder));
  const server = spawnPrinting(PROGRAM, '-c', settings, '--ports_file_dir', folder);
  const kill = async (): Promise<void> => {
    server.child.kill('SIGKILL');
    await server.ended;
  };
  life.after(async () => {
    await kill();
    rmSync(folder, { recursive: true, force: true });
  });
  /** Empty until the server has written all of it. */
  const ports = (): readonly string[] => {
    const file = readdirSync(folder).find((name) => name.endsWith('.ports'));
    const text = file ? readFileSync(join(folder, file), 'utf8').trim() : '';
    if (!text.endsWith('}')) return [];
    return (JSON.parse(text) as { readonly nats: readonly string[] }).nats;
  };
  await until(() => ports().length > 0 || server.child.exitCode !== null, 'NATS listens');
  const { host } = new URL(ports()[0] ?? '');
  const url = `nats://niemphong:of-a-test@${host}`;
  const stateOf = async (stream: string): Promise<StreamState> => {
    const connection = await reachNats(url);
    try {
      return (await (await jetstreamManager(connection)).streams.info(stream)).state;
    } finally {
      await connection.close();
    }
  };
  return { folder, stateOf, kill, url };
}
