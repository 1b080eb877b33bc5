/**
 * The control socket of a data folder: where the command line of the same machine reaches the
 * process that holds the folder, as the console. Linux cuts socket paths at 107 bytes, so a folder
 * with a long path gets a short private one for the run, noted in the file `control-path`.
 */
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { controlServer } from '../server/http/app.ts';

const LONGEST_PATH_BYTES = 107;
const PREFIX = 'niemphong-control-';
const NAME = 'control.sock';

const nearPath = (dataFolder: string): string => join(dataFolder, NAME);
const notePath = (dataFolder: string): string => join(dataFolder, 'control-path');
const fits = (path: string): boolean => Buffer.byteLength(path) <= LONGEST_PATH_BYTES;

/** Where the socket of a running process would be; null when none was noted. */
function knownPath(dataFolder: string): string | null {
  const near = nearPath(dataFolder);
  if (fits(near)) return near;
  try {
    return readFileSync(notePath(dataFolder), 'utf8').trim() || null;
  } catch {
    return null;
  }
}

function makePath(dataFolder: string): string {
  const near = nearPath(dataFolder);
  if (fits(near)) {
    rmSync(near, { force: true });
    return near;
  }
  const runtime = process.env.XDG_RUNTIME_DIR;
  const parents = [runtime, tmpdir(), '/tmp'].filter((parent) => parent);
  const parent = parents.find((folder) => folder && fits(join(folder, `${PREFIX}XXXXXX`, NAME)));
  const path = join(mkdtempSync(join(parent ?? '/tmp', PREFIX)), NAME);
  writeFileSync(notePath(dataFolder), `${path}\n`, { mode: 0o600 });
  return path;
}

function removePath(dataFolder: string, path: string): void {
  rmSync(path, { force: true });
  if (path === nearPath(dataFolder)) return;
  rmSync(dirname(path), { recursive: true, force: true });
  rmSync(notePath(dataFolder), { force: true });
}

export type ControlDoor = { readonly path: string; close(): Promise<void> };

/** Call while holding the data folder: whatever socket a killed process left is replaced. */
export async function serveControl(app: FastifyInstance, dataFolder: string): Promise<ControlDoor> {
  const server = controlServer(app);
  const path = makePath(dataFolder);
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
      removePath(dataFolder, path);
    },
  };
}

/** The socket of the process that runs on the folder; null when none answers. */
export function findControl(dataFolder: string): Promise<string | null> {
  const path = knownPath(dataFolder);
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
