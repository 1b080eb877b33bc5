import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';

const PACKAGES = join(import.meta.dirname, '..', 'node_modules');

/** A scratch project with the real launcher and a program of one's own. */
function scratch(t: TestContext, program: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'niemphong-launch-'));
  t.after(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'cli'));
  copyFileSync(join(import.meta.dirname, 'niemphong.mjs'), join(folder, 'cli/niemphong.mjs'));
  writeFileSync(join(folder, 'cli/main.ts'), program);
  return folder;
}

function installed(t: TestContext, program: string): string {
  const folder = scratch(t, program);
  symlinkSync(PACKAGES, join(folder, 'node_modules'));
  return join(folder, 'cli/niemphong.mjs');
}

/** An older Node of the machine, to stand for the one a person has; the pinned one otherwise. */
const nodes = [...new Set([process.execPath, '/usr/bin/node', '/usr/local/bin/node'])].filter(
  (node) => spawnSync(node, ['--version']).status === 0,
);

for (const node of nodes) {
  const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();

  test(`arguments, input, output and exit code pass through from ${version}`, (t) => {
    const launcher = installed(
      t,
      `let text: string = ''; for await (const chunk of process.stdin) text += chunk;
       console.log(JSON.stringify([process.argv.slice(2), text, process.versions.node]));
       process.exitCode = 7;`,
    );
    const run = spawnSync(node, [launcher, 'match', '--out', 'độ mật'], {
      input: 'vào',
      encoding: 'utf8',
    });
    const [words, text, inner] = JSON.parse(run.stdout) as [string[], string, string];
    assert.deepEqual([words, text, run.status], [['match', '--out', 'độ mật'], 'vào', 7]);
    assert.equal(inner.split('.')[0], '26');
  });

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    test(`${signal} reaches the program started from ${version}`, async (t) => {
      const launcher = installed(
        t,
        `process.on('${signal}', () => process.exit(33));
         setInterval(() => {}, 1000); console.log('ready');`,
      );
      const child = spawn(node, [launcher], { stdio: ['ignore', 'pipe', 'inherit'] });
      await once(child.stdout, 'data');
      child.kill(signal);
      assert.deepEqual(await once(child, 'exit'), [33, null]);
    });
  }

  test(`a program that dies of a signal ends ${version} the same way`, (t) => {
    const launcher = installed(
      t,
      `process.kill(process.pid, 'SIGTERM'); setInterval(() => {}, 99);`,
    );
    assert.equal(spawnSync(node, [launcher]).signal, 'SIGTERM');
  });

  test(`without packages, ${version} says in both languages what to do`, (t) => {
    const launcher = join(scratch(t, ''), 'cli/niemphong.mjs');
    const run = spawnSync(node, [launcher], { encoding: 'utf8' });
    assert.equal(run.status, 69);
    assert.match(run.stderr, /Chưa cài đặt[\s\S]*npm ci[\s\S]*not installed[\s\S]*npm ci/);
  });
}
