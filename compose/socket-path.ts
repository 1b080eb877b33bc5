/**
 * Where a socket of a data folder lies: in the folder itself. Linux cuts socket paths at 107 bytes,
 * so a folder with a long path gets a short private one for the run, noted in the data folder.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export type SocketName = 'control' | 'matchers';
export type SocketPlace = { readonly dataFolder: string; readonly name: SocketName };

const LONGEST_PATH_BYTES = 107;

const fileOf = ({ name }: SocketPlace): string => `${name}.sock`;
const nearPath = (place: SocketPlace): string => join(place.dataFolder, fileOf(place));
const notePath = ({ dataFolder, name }: SocketPlace): string => join(dataFolder, `${name}-path`);
const fits = (path: string): boolean => Buffer.byteLength(path) <= LONGEST_PATH_BYTES;

/** Where the socket of a running process would be; null when none was noted. */
export function knownSocketPath(place: SocketPlace): string | null {
  const near = nearPath(place);
  if (fits(near)) return near;
  try {
    return readFileSync(notePath(place), 'utf8').trim() || null;
  } catch {
    return null;
  }
}

/** Call while holding the data folder: whatever socket a killed process left is replaced. */
export function makeSocketPath(place: SocketPlace): string {
  const near = nearPath(place);
  if (fits(near)) {
    rmSync(near, { force: true });
    return near;
  }
  const prefix = `niemphong-${place.name}-`;
  const runtime = process.env.XDG_RUNTIME_DIR;
  const parents = [runtime, tmpdir(), '/tmp'].filter((parent) => parent);
  const parent = parents.find(
    (folder) => folder && fits(join(folder, `${prefix}XXXXXX`, fileOf(place))),
  );
  const path = join(mkdtempSync(join(parent ?? '/tmp', prefix)), fileOf(place));
  writeFileSync(notePath(place), `${path}\n`, { mode: 0o600 });
  return path;
}

export function removeSocketPath(place: SocketPlace, path: string): void {
  rmSync(path, { force: true });
  if (path === nearPath(place)) return;
  rmSync(dirname(path), { recursive: true, force: true });
  rmSync(notePath(place), { force: true });
}
