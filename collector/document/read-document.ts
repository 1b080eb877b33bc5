/**
 * The text of a PDF or Word file from the public network. The file is opened in a process of its
 * own that may read nothing but its code and libraries, write nothing and call nobody, bounded in
 * memory, time and in what it may answer: files are attacker-controlled.
 */
import { spawn, spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type DocumentReader = {
  /** Null when the file is none of these, is broken, or took too long or too much. */
  read(file: Uint8Array): Promise<string | null>;
};

export type DocumentBounds = { readonly timeMs: number; readonly memoryBytes: number };

const BOUNDS: DocumentBounds = { timeMs: 30_000, memoryBytes: 3_000_000_000 };
const HEAP_MIB = 512;
const MOST_ANSWER_BYTES = 8_000_000;
const real = (url: URL): string => realpathSync(fileURLToPath(url));
/** Nothing of the operator's environment. */
const ENVIRONMENT = { PATH: '/usr/bin:/bin', LANG: 'C.UTF-8', TZ: 'UTC', UV_THREADPOOL_SIZE: '1' };

let canBound: boolean | undefined;

/** Debian's `prlimit` bounds memory outside the heap too; without it the heap's bound holds. */
function boundedBy({ timeMs, memoryBytes }: DocumentBounds): readonly string[] {
  const words = ['prlimit', '--core=0', '--fsize=0', `--data=${memoryBytes}`];
  const all = [...words, `--cpu=${Math.ceil(timeMs / 500)}`, '--'];
  canBound ??= spawnSync('prlimit', [...all.slice(1), 'true'], { stdio: 'ignore' }).status === 0;
  return canBound ? all : [];
}

/** Program and arguments, the script last. */
export function boundedCommand(bounds = BOUNDS): readonly string[] {
  const here = import.meta.url;
  const code = ['./', '../../core/common/', '../../node_modules/'].map((path) =>
    real(new URL(path, here)),
  );
  return [
    ...boundedBy(bounds),
    process.execPath,
    '--permission',
    ...code.map((folder) => `--allow-fs-read=${folder}`),
    `--max-old-space-size=${HEAP_MIB}`,
    '--disallow-code-generation-from-strings',
    '--no-warnings',
    real(new URL('./document-child.ts', import.meta.url)),
  ];
}

export function createDocumentReader(bounds = BOUNDS): DocumentReader {
  return {
    read: (file) =>
      new Promise((resolve) => {
        const [program = '', ...rest] = boundedCommand(bounds);
        const child = spawn(program, rest, {
          env: ENVIRONMENT,
          stdio: ['pipe', 'pipe', 'ignore'],
        });
        const pieces: Buffer[] = [];
        let bytes = 0;
        const timer = setTimeout(() => child.kill('SIGKILL'), bounds.timeMs);
        child.stdout.on('data', (piece: Buffer) => {
          bytes += piece.length;
          pieces.push(piece);
          if (bytes > MOST_ANSWER_BYTES) child.kill('SIGKILL');
        });
        // A child that died before it had read the whole file.
        child.stdin.on('error', () => {});
        child.on('error', () => resolve(null));
        child.on('close', (code) => {
          clearTimeout(timer);
          resolve(code === 0 ? Buffer.concat(pieces).toString('utf8') : null);
        });
        child.stdin.end(file);
      }),
  };
}
