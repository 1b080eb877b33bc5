/**
 * The control socket of a data folder: where the command line of the same machine reaches the
 * process that holds the folder, as the console.
 */
import { chmodSync } from 'node:fs';
import { connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { controlServer } from '../server/http/app.ts';
import {
  knownSocketPath,
  makeSocketPath,
  removeSocketPath,
  type SocketPlace,
} from './socket-path.ts';

const placeIn = (dataFolder: string): SocketPlace => ({ dataFolder, name: 'control' });

export type ControlDoor = { readonly path: string; close(): Promise<void> };

/** Call while holding the data folder: whatever socket a killed process left is replaced. */
export async function serveControl(app: FastifyInstance, dataFolder: string): Promise<ControlDoor> {
  const server = controlServer(app);
  const path = makeSocketPath(placeIn(dataFolder));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => resolve());
  });
  chmodSync(path, 0o600);
  return {
    path,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      removeSocketPath(placeIn(dataFolder), path);
    },
  };
}

/** The socket of the process that runs on the folder; null when none answers. */
export function findControl(dataFolder: string): Promise<string | null> {
  const path = knownSocketPath(placeIn(dataFolder));
  if (path === null) return Promise.resolve(null);
  return new Promise((resolve) => {
    const probe = connect(path);
    probe.once('connect', () => {
      probe.destroy();
      resolve(path);
    });
    probe.once('error', () => resolve(null));
  });
}
