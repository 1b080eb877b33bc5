#!/usr/bin/env node
/**
 * `npx niemphong …`: starts `cli/main.ts` under the Node that the project pins.
 *
 * It runs on any Node from 18 on. Where that Node is too old to run the program it hands over to
 * the pinned one: same arguments, streams, signals and exit code.
 */
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NODE_NEEDED = 26;
const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'];
const NOT_INSTALLED = 69;

const home = dirname(realpathSync(fileURLToPath(import.meta.url)));
const packages = join(home, '..', 'node_modules');
const program = join(home, 'main.ts');
const pinned = join(packages, `node-linux-${process.arch}`, 'bin', 'node');

function refuse() {
  process.stderr.write(
    `Chưa cài đặt đủ các gói. Hãy chạy "npm ci" trong thư mục dự án rồi thử lại.\n` +
      `The packages are not installed. Run "npm ci" in the project folder and try again.\n`,
  );
  process.exitCode = NOT_INSTALLED;
}

/** A key press in a terminal reaches the whole group; a signal to this process alone does not. */
function forward(child, signal) {
  if (signal === 'SIGINT' && process.stdin.isTTY) return;
  child.kill(signal);
}

function handOver() {
  const child = spawn(pinned, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of SIGNALS) process.on(signal, () => forward(child, signal));
  child.on('error', (error) => {
    process.stderr.write(`${pinned}: ${error.message}\n`);
    process.exitCode = NOT_INSTALLED;
  });
  child.on('exit', (code, signal) => {
    if (!signal) return process.exit(code ?? 1);
    for (const each of SIGNALS) process.removeAllListeners(each);
    process.kill(process.pid, signal);
  });
}

const runsItself = Number.parseInt(process.versions.node, 10) >= NODE_NEEDED;
if (!existsSync(packages) || !(runsItself || existsSync(pinned))) refuse();
else if (runsItself) await import('./main.ts');
else handOver();
