/**
 * Completes package-lock.json with the optional packages of other platforms.
 *
 * A registry that holds no binary for a foreign platform makes `npm install` leave it out of the
 * lock, and the next `npm ci` then refuses the lock as incomplete. Each unmet optional edge gets
 * an entry without an address. Run it after every `npm install` (`npm run lock`).
 */
import { readFileSync, writeFileSync } from 'node:fs';

type LockEntry = {
  version?: string;
  optional?: boolean;
  dev?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  resolved?: string;
  link?: boolean;
  optionalDependencies?: Record<string, string>;
};

const LOCK = 'package-lock.json';
const SYSTEMS = ['android', 'darwin', 'linux', 'win32', 'freebsd', 'openharmony'];
const CPUS = ['arm64', 'x64', 'ia32', 'arm', 'riscv64', 'ppc64', 's390x', 'loong64', 'wasm32'];

function isLocked(packages: Record<string, LockEntry>, from: string, name: string): boolean {
  let folder = from;
  for (;;) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (!folder) return false;
    const cut = folder.lastIndexOf('/node_modules/');
    folder = cut < 0 ? '' : folder.slice(0, cut);
  }
}

function foreignEntry(name: string, version: string, dev: boolean): LockEntry {
  const tail = name.split('/').pop() ?? name;
  const os = SYSTEMS.find((system) => tail.includes(system));
  const cpu = CPUS.find((kind) => tail.split(/[-.]/).includes(kind));
  const entry: LockEntry = { version: version.replace(/^[\^~]/, ''), optional: true };
  if (dev) entry.dev = true;
  if (cpu) entry.cpu = [cpu];
  if (os) entry.os = [os];
  if (tail.includes('musl')) entry.libc = ['musl'];
  else if (os === 'linux' && tail.includes('gnu')) entry.libc = ['glibc'];
  return entry;
}

const lock = JSON.parse(readFileSync(LOCK, 'utf8')) as { packages: Record<string, LockEntry> };
for (const [from, entry] of Object.entries({ ...lock.packages })) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isLocked(lock.packages, from, name)) continue;
    lock.packages[`node_modules/${name}`] = foreignEntry(name, version, entry.dev === true);
  }
}
for (const entry of Object.values(lock.packages)) {
  if (entry.resolved?.startsWith('http')) delete entry.resolved;
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
);
writeFileSync(LOCK, `${JSON.stringify(lock, null, 2)}\n`);
