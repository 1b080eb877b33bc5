import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { type ChildRun, runChild } from './child.ts';
import { openExtractor } from './extractor.ts';
import { sandboxCommand, walls } from './sandbox.ts';
import { makePdf } from './testing/pdf-maker.ts';
import { LIMITS } from './worker/limits.ts';

function runProbe(options: { addons: boolean }, request: object = {}): Promise<ChildRun> {
  return runChild({
    command: sandboxCommand('probe-main.ts', options),
    request,
    file: new Uint8Array(),
    outputBytes: 1_000_000,
    wallMs: LIMITS.wallMs,
    silenceMs: LIMITS.wallMs,
  });
}

async function probe(options: { addons: boolean }) {
  const run = await runProbe(options);
  const header = run.frames[0]?.header as {
    outcomes: Record<string, string>;
    environment: string[];
    interfaces: string[];
  };
  return header;
}

test('a reader taken over by a file reaches no file, network, process or thread', async () => {
  const { outcomes } = await probe({ addons: false });
  assert.ok(Object.keys(outcomes).length >= 12);
  for (const [attempt, outcome] of Object.entries(outcomes))
    assert.match(outcome, /^(ERR_ACCESS_DENIED|ERR_DLOPEN_DISABLED|EvalError|Error)$/, attempt);
  assert.equal(outcomes['read-a-file'], 'ERR_ACCESS_DENIED');
  assert.equal(outcomes['ask-the-network'], 'ERR_ACCESS_DENIED');
  assert.equal(outcomes['start-a-process'], 'ERR_ACCESS_DENIED');
  assert.ok(!existsSync(new URL('./worker/probe.txt', import.meta.url)));
});

test('the drawing process has native code and nothing else more', async () => {
  const { outcomes } = await probe({ addons: true });
  const allowed = Object.entries(outcomes).filter(([, outcome]) => outcome === 'allowed');
  assert.deepEqual(allowed, []);
  assert.notEqual(outcomes['load-an-addon'], 'ERR_DLOPEN_DISABLED');
});

test('the reading process knows nothing of the environment of the server', async () => {
  process.env.NIEMPHONG_PROBE_SECRET = 'mật';
  const { environment } = await probe({ addons: false });
  delete process.env.NIEMPHONG_PROBE_SECRET;
  assert.deepEqual(environment.sort(), ['LANG', 'PATH', 'TZ', 'UV_THREADPOOL_SIZE']);
});

test('where the kernel allows it, the reader has no network card at all', async (context) => {
  if (!walls().namespaces) return context.skip('this host refuses user namespaces');
  assert.deepEqual((await probe({ addons: false })).interfaces, []);
});

test('a reading process that outlives its time is killed and says so', async () => {
  const pids: number[] = [];
  const extractor = openExtractor({ wallMs: 1, observe: (run) => pids.push(run.pid) });
  const outcome = await extractor.extract(makePdf([['a']]));
  assert.deepEqual(outcome, { ok: false, code: 'time-limit' });
  assert.throws(() => process.kill(pids[0] ?? 0, 0), { code: 'ESRCH' });
});

test('a command that does not exist is a fault of ours, not of the file', async () => {
  const task = {
    command: { file: '/nowhere/node', args: [] },
    request: {},
    file: new Uint8Array(1),
    outputBytes: 10,
    wallMs: 1_000,
    silenceMs: 1_000,
  };
  await assert.rejects(runChild(task), { name: 'Fault', code: 'extraction-failed' });
});

for (const hoard of ['objects', 'buffers', 'text', 'webassembly']) {
  test(`a reader that hoards ${hoard} is stopped within the promised 512 MiB`, async (context) => {
    const { stop, peakRssBytes } = await runProbe({ addons: false }, { hoard });
    context.diagnostic(`${stop}, ${Math.round(peakRssBytes / 2 ** 20)} MiB`);
    assert.ok(peakRssBytes <= 512 * 1024 * 1024, `${peakRssBytes} bytes resident`);
    assert.ok(peakRssBytes > 200 * 1024 * 1024, 'the hoarder did take memory');
  });
}
