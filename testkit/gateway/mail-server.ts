/** A Postfix as an agency runs one: Debian's, in a throw-away folder, on a loopback port. */
import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { killTree } from '../process-tree.ts';

const POSTFIX = '/usr/sbin/postfix';

/** For the `skip` of a test. */
export const WITHOUT_POSTFIX = !existsSync(POSTFIX)
  ? 'postfix is not installed (Debian: apt-get install postfix)'
  : process.getuid?.() === 0
    ? false
    : 'postfix starts as root only';

export type MailServer = {
  /** Sends one message through the service of that name; the last answer of the server. */
  send(service: string, message: string): Promise<string>;
  /** Messages delivered so far. */
  delivered(): readonly string[];
  /** How many lie in quarantine. */
  held(): number;
};

type Life = { after(clean: () => void | Promise<void>): void };

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || !address) throw new Error('no free port');
  return address.port;
}

const INNER_SERVICES = `cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
proxymap unix - - n - - proxymap
anvil unix - - n - 1 anvil
virtual unix - n n - - virtual
retry unix - - n - - error
error unix - - n - - error
postlog unix-dgram n - n - 1 postlogd
`;

function mainCf(folder: string, uid: number): string {
  return `compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mail.example.test
mydestination =
mynetworks = 127.0.0.0/8
smtpd_relay_restrictions = permit_mynetworks, reject
alias_maps =
virtual_mailbox_domains = example.test
virtual_mailbox_base = ${folder}/mail
virtual_mailbox_maps = static:box/
virtual_minimum_uid = 1
virtual_uid_maps = static:${uid}
virtual_gid_maps = static:${uid}
smtpd_peername_lookup = no
milter_default_action = tempfail
maillog_file = ${folder}/log
maillog_file_prefixes = ${folder}
`;
}

function layOut(folder: string, services: ReadonlyMap<string, ServicePlan>): void {
  const uid = Number(execFileSync('id', ['-u', 'postfix'], { encoding: 'utf8' }));
  chmodSync(folder, 0o755);
  for (const name of ['etc', 'queue', 'data', 'mail']) mkdirSync(join(folder, name));
  for (const name of ['data', 'mail']) chownSync(join(folder, name), uid, uid);
  const doors = [...services.values()].map(
    ({ port, milterPort }) =>
      `127.0.0.1:${port} inet n - n - - smtpd -o smtpd_milters=inet:127.0.0.1:${milterPort}\n`,
  );
  writeFileSync(join(folder, 'etc', 'main.cf'), mainCf(folder, uid));
  writeFileSync(join(folder, 'etc', 'master.cf'), doors.join('') + INNER_SERVICES);
}

type ServicePlan = { readonly port: number; readonly milterPort: number };

/** One SMTP service for each milter. */
export async function startMailServer(
  life: Life,
  milters: Readonly<Record<string, number>>,
): Promise<MailServer> {
  const folder = mkdtempSync(join(tmpdir(), 'niemphong-postfix-'));
  const services = new Map<string, ServicePlan>();
  for (const [name, milterPort] of Object.entries(milters))
    services.set(name, { milterPort, port: await freePort() });
  layOut(folder, services);
  const child = spawn(POSTFIX, ['-c', join(folder, 'etc'), 'start-fg'], { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  life.after(async () => {
    if (child.pid) killTree(child.pid);
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });
  for (const { port } of services.values()) await greeted(port, folder);
  const mailbox = join(folder, 'mail', 'box', 'new');
  const listed = (path: string): string[] => (existsSync(path) ? readdirSync(path) : []);
  return {
    send: (service, message) => sendMail(services.get(service)?.port ?? 0, message),
    delivered: () => listed(mailbox).map((name) => readFileSync(join(mailbox, name), 'utf8')),
    held: () => listed(join(folder, 'queue', 'hold')).length,
  };
}

async function greeted(port: number, folder: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await speak(port, [], 'QUIT');
      return;
    } catch (reason) {
      if (tries > 300) {
        const log = existsSync(join(folder, 'log'))
          ? readFileSync(join(folder, 'log'), 'utf8')
          : '';
        throw new Error(`the mail server did not start: ${log}`, { cause: reason });
      }
      await wait(100);
    }
  }
}

function sendMail(port: number, message: string): Promise<string> {
  const dotted = message.replaceAll('\r\n.', '\r\n..');
  const steps = [
    'EHLO client.example.test',
    'MAIL FROM:<a@example.test>',
    'RCPT TO:<b@example.test>',
    'DATA',
  ];
  return speak(port, steps, `${dotted}\r\n.`);
}

/** Each step waits for a good answer; the answer to the last step is given back. */
async function speak(port: number, steps: readonly string[], last: string): Promise<string> {
  const socket = connect(port, '127.0.0.1').setEncoding('utf8');
  const chunks = socket[Symbol.asyncIterator]() as AsyncIterator<string>;
  let text = '';
  const answer = async (): Promise<string> => {
    for (;;) {
      const whole = /^(?:\d{3}-.*\r\n)*\d{3} .*\r\n/.exec(text)?.[0];
      if (whole !== undefined) {
        text = text.slice(whole.length);
        return whole;
      }
      const { done, value } = await chunks.next();
      if (done) throw new Error(`the mail server hung up: ${text}`);
      text += value;
    }
  };
  try {
    let said = await answer();
    for (const step of steps) {
      socket.write(`${step}\r\n`);
      said = await answer();
      if (!/^[23]/.test(said)) throw new Error(`${step}: ${said}`);
    }
    socket.write(`${last}\r\n`);
    return await answer();
  } finally {
    socket.destroy();
  }
}
