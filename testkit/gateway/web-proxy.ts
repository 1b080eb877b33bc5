/** A Squid as an agency runs one: Debian's, in a throw-away folder, on a loopback port. */
import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { killTree } from '../process-tree.ts';
import { freePort } from './mail-server.ts';

const SQUID = '/usr/sbin/squid';
const SHARED_MEMORY = '/dev/shm';
export const ICAP_CLIENT = '/usr/bin/c-icap-client';

/** For the `skip` of a test. */
export const WITHOUT_SQUID = existsSync(SQUID)
  ? false
  : 'squid is not installed (Debian: apt-get install squid)';
export const WITHOUT_ICAP_CLIENT = existsSync(ICAP_CLIENT)
  ? false
  : 'c-icap-client is not installed (Debian: apt-get install c-icap)';

type Life = { after(clean: () => void | Promise<void>): void };
export type WebAnswer = { readonly status: number; readonly text: string };
export type Upload = { readonly url: string; readonly type: string; readonly body: Uint8Array };
export type WebProxy = { post(upload: Upload): Promise<WebAnswer> };

const squidConf = (folder: string, port: number, icapPort: number): string => `
http_port 127.0.0.1:${port}
pid_filename ${folder}/squid.pid
cache_log ${folder}/cache.log
access_log none
coredump_dir ${folder}
netdb_filename none
pinger_enable off
cache deny all
visible_hostname proxy.example.test
shutdown_lifetime 0 seconds
http_access allow all
icap_enable on
icap_preview_enable on
icap_service niem_phong reqmod_precache icap://127.0.0.1:${icapPort}/reqmod bypass=off
adaptation_access niem_phong allow all
`;

export async function startWebProxy(life: Life, icapPort: number): Promise<WebProxy> {
  const folder = mkdtempSync(join(tmpdir(), 'niemphong-squid-'));
  // Squid gives up being root: its account must write here.
  chmodSync(folder, 0o777);
  const port = await freePort();
  const conf = join(folder, 'squid.conf');
  writeFileSync(conf, squidConf(folder, port, icapPort));
  // A name of its own for its shared memory, which a killed Squid leaves behind.
  const service = `np${port}`;
  const child = spawn(SQUID, ['-N', '-n', service, '-f', conf], { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  life.after(async () => {
    if (child.pid) killTree(child.pid);
    await ended;
    rmSync(folder, { recursive: true, force: true });
    for (const name of readdirSync(SHARED_MEMORY).filter((name) => name.startsWith(service))) {
      rmSync(join(SHARED_MEMORY, name), { force: true });
    }
  });
  for (let tries = 0; !(await listens(port)); tries += 1) {
    const log = join(folder, 'cache.log');
    if (tries > 300)
      throw new Error(
        `the proxy did not start: ${existsSync(log) ? readFileSync(log, 'utf8') : ''}`,
      );
    await wait(100);
  }
  return { post: (upload) => postThrough(port, upload) };
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect(port, '127.0.0.1');
    probe.once('connect', () => resolve(true)).once('error', () => resolve(false));
    probe.once('connect', () => probe.destroy());
  });
}

function postThrough(port: number, { url, type, body }: Upload): Promise<WebAnswer> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': type, 'content-length': body.length };
    // A connection of its own: the proxy may be about to close the last one.
    const where = { host: '127.0.0.1', port, path: url, agent: false } as const;
    const sent = request({ ...where, method: 'POST', headers });
    sent.once('error', reject);
    sent.once('response', (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      answer.once('end', () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    sent.end(body);
  });
}
