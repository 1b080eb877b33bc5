/**
 * Tries everything a reader taken over by a file would try, and reports what the sandbox refused.
 * Asked to hoard, it takes memory until it is stopped. Run only by tests, under exactly the flags
 * of the real readers.
 */
import { serveOneFile } from './child-pipe.ts';

const attempts: Readonly<Record<string, () => unknown>> = {
  'read-a-file': async () => (await import('node:fs')).readFileSync('/etc/passwd'),
  'list-a-folder': async () => (await import('node:fs')).readdirSync('/'),
  'write-a-file': async () => (await import('node:fs')).writeFileSync('/tmp/probe', 'x'),
  'write-beside-the-code': async () =>
    (await import('node:fs')).writeFileSync(new URL('./probe.txt', import.meta.url), 'x'),
  'start-a-process': async () =>
    (await import('node:child_process')).spawnSync('true').error ?? null,
  'start-a-thread': async () =>
    new (await import('node:worker_threads')).Worker('0', { eval: true }),
  'ask-the-network': async () => connect({ host: '127.0.0.1', port: 9 }),
  'ask-a-name': async () => (await import('node:dns/promises')).lookup('example.org'),
  'open-a-local-socket': async () => connect({ path: '/run/probe.sock' }),
  'fetch-an-address': async () => fetch('http://127.0.0.1:9/'),
  'run-a-text-as-code': async () => new Function('return 1')(),
  'load-an-addon': async () => process.dlopen({ exports: {} }, '/probe.node'),
};

async function connect(address: { host?: string; port?: number; path?: string }): Promise<void> {
  const { connect: open } = await import('node:net');
  await new Promise<void>((done, fail) => {
    const socket = open({ port: 0, ...address });
    socket.once('connect', () => done());
    socket.once('error', fail);
  });
}

/** Takes memory of one kind without end, all of it touched. */
const hoards: Readonly<Record<string, () => never>> = {
  objects: () => {
    const kept: unknown[] = [];
    for (;;) kept.push({ number: kept.length, list: [kept.length] });
  },
  buffers: () => {
    const kept: Uint8Array[] = [];
    for (;;) kept.push(new Uint8Array(1024 * 1024).fill(1));
  },
  text: () => {
    const kept: string[] = [];
    for (;;) kept.push(String(kept.length).repeat(100_000).split('').join(' '));
  },
  webassembly: () => {
    const memory = new WebAssembly.Memory({ initial: 1 });
    for (;;) {
      memory.grow(160);
      new Uint8Array(memory.buffer).fill(1);
    }
  },
};

await serveOneFile(async ({ request }, send) => {
  hoards[String(request.hoard)]?.();
  const outcomes: Record<string, string> = {};
  for (const [name, attempt] of Object.entries(attempts)) {
    try {
      const result = await attempt();
      outcomes[name] = result instanceof Error ? codeOf(result) : 'allowed';
    } catch (error) {
      outcomes[name] = codeOf(error);
    }
  }
  const interfaces = Object.keys((await import('node:os')).networkInterfaces());
  await send({ type: 'probe', outcomes, environment: Object.keys(process.env), interfaces });
});

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? error.cause : error;
  return String(Object(cause).code ?? cause.name);
}
