/**
 * The screens are built from source at the first start and whenever a source is newer than the
 * build: a fresh clone needs no step of its own. Vite does the work, in a
 * process of its own.
 */
import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SOURCES = ['web', 'core', 'contract', 'package-lock.json'];
const BUILT = join(ROOT, 'web', 'dist', 'index.html');

function changedAt(path: string): number {
  const facts = statSync(path);
  if (!facts.isDirectory()) return facts.mtimeMs;
  const names = readdirSync(path).filter((name) => name !== 'dist' && name !== 'node_modules');
  return names.reduce((newest, name) => Math.max(newest, changedAt(join(path, name))), 0);
}

function isFresh(): boolean {
  const built = statSync(BUILT, { throwIfNoEntry: false });
  return (
    built !== undefined && SOURCES.every((name) => changedAt(join(ROOT, name)) <= built.mtimeMs)
  );
}

/** False when the build failed; its complaint is on standard error. */
export async function ensureScreens(onBuild: () => void): Promise<boolean> {
  if (isFresh()) return true;
  onBuild();
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', join(ROOT, 'web'), '--logLevel', 'error'];
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  return code === 0;
}
