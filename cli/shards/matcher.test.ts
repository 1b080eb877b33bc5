import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type MatcherOptions, runMatcherCommand } from './matcher.ts';

async function run(...argv: readonly string[]) {
  const [said, complained]: [string[], string[]] = [[], []];
  const started: MatcherOptions[] = [];
  const io = {
    stdout: { write: (text: string) => said.push(text) },
    stderr: { write: (text: string) => complained.push(text) },
    env: { LANG: 'vi_VN.UTF-8' },
  };
  const exit = await runMatcherCommand(argv, io, async (options, say) => {
    started.push(options);
    say({ is: 'waiting', because: 'sealed' });
    say({ is: 'ready', shard: 2, shards: 8 });
  });
  return { exit, said: said.join(''), complained: complained.join(''), started };
}

test('the shard is counted from 1, and without it the server chooses', async () => {
  assert.deepEqual((await run('--shard', '3', '--data', 'd')).started, [{ data: 'd', shard: 2 }]);
  assert.deepEqual((await run()).started, [{ data: undefined, shard: null }]);
});

test('it says in words what it waits for and what it holds', async () => {
  const vi = await run();
  assert.equal(vi.said, 'Kho đang niêm phong; chờ mở.\nSẵn sàng: phần 3 trên 8.\n');
  assert.equal(vi.exit, 0);
  const en = await run('--lang', 'en');
  assert.match(en.said, /waiting for it to open\.\nReady: shard 3 of 8\./);
});

test('wrong words show the usage and start nothing', async () => {
  for (const argv of [['--shard', '0'], ['--shard', 'x'], ['--lang', 'fr'], ['thừa']]) {
    const { exit, complained, started } = await run(...argv);
    assert.equal(exit, 2);
    assert.match(complained, /Cách dùng/);
    assert.deepEqual(started, []);
  }
  assert.equal((await run('--help')).exit, 0);
});
