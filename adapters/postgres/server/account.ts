/**
 * Under which operating-system account PostgreSQL runs. The server programs refuse user id 0 and
 * want an account with a name. So: an ordinary user runs them directly; root runs them in a user
 * namespace where it appears as a named, powerless account (files stay root's, nothing is created
 * on the machine); where the kernel forbids that (many containers), root gives them to the system
 * account `niemphong`, which is then created.
 */
import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '../../../core/common/fault.ts';

export type Account =
  | { readonly kind: 'self' }
  | { readonly kind: 'mapped'; readonly uid: number; readonly gid: number }
  | { readonly kind: 'system'; readonly uid: number; readonly gid: number };

export type Command = readonly [program: string, ...args: string[]];

const SYSTEM_ACCOUNT = 'niemphong';
/** Everything else of the environment stays outside: it may hold secrets. */
export const ENVIRONMENT = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };

type PasswdLine = { readonly name: string; readonly uid: number; readonly gid: number };

/** `probe` is a program that the account must be able to run. */
export function chooseAccount(probe: string): Account {
  const uid = process.getuid?.() ?? 0;
  const passwd = readPasswd();
  if (uid !== 0 && passwd.some((line) => line.uid === uid)) return { kind: 'self' };
  const named = passwd.find((line) => line.uid !== 0);
  if (named) {
    const mapped: Account = { kind: 'mapped', uid: named.uid, gid: named.gid };
    if (succeeds(asAccount(mapped, [probe, '--version']))) return mapped;
  }
  if (uid === 0) return systemAccount();
  throw new Fault('database-unavailable', `user id ${uid} has no name in /etc/passwd`);
}

export function systemAccount(): Account {
  const find = () => readPasswd().find((line) => line.name === SYSTEM_ACCOUNT);
  if (!find()) {
    const options = ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin'];
    succeeds(['useradd', ...options, '--user-group', SYSTEM_ACCOUNT]);
  }
  const line = find();
  if (line) return { kind: 'system', uid: line.uid, gid: line.gid };
  throw new Fault(
    'database-unavailable',
    `root may not run PostgreSQL: the kernel refuses user namespaces and the system account ` +
      `${SYSTEM_ACCOUNT} cannot be created; start as an ordinary user`,
  );
}

/** The command that runs `command` as the account. */
export function asAccount(account: Account, command: Command): Command {
  switch (account.kind) {
    case 'self':
      return command;
    case 'mapped': {
      const map = [`--map-user=${account.uid}`, `--map-group=${account.gid}`];
      return ['unshare', '--user', ...map, ...command];
    }
    case 'system': {
      const ids = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'];
      return ['setpriv', ...ids, ...passThroughFolders(), ...command];
    }
  }
}

/** The command that also ends `command` (signal INT, a clean stop) when this process is killed. */
export function endingWithUs(command: Command): Command {
  return HAS_SETPRIV ? ['setpriv', '--pdeathsig', 'INT', ...command] : command;
}

/** Gives a folder and all in it to the account; nothing to do where files stay our own. */
export function giveTo(account: Account, path: string): void {
  if (account.kind !== 'system') return;
  chownSync(path, account.uid, account.gid);
  for (const entry of readdirSync(path, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue;
    chownSync(join(entry.parentPath, entry.name), account.uid, account.gid);
  }
}

const HAS_SETPRIV = ['/usr/bin/setpriv', '/bin/setpriv'].some((path) => existsSync(path));
const CAP_DAC_OVERRIDE = 1n << 1n;
const CAP_DAC_READ_SEARCH = 1n << 2n;

/**
 * The account must pass folders of root with mode 0700 (a clone in root's home, our data folder).
 * The weakest capability that allows it is handed down; containers often lack the weakest.
 */
function passThroughFolders(): string[] {
  const status = readFileSync('/proc/self/status', 'utf8');
  const bound = BigInt(`0x${/^CapBnd:\s*([0-9a-f]+)$/m.exec(status)?.[1] ?? '0'}`);
  const name =
    bound & CAP_DAC_READ_SEARCH
      ? 'dac_read_search'
      : bound & CAP_DAC_OVERRIDE
        ? 'dac_override'
        : '';
  return name === '' ? [] : [`--inh-caps=+${name}`, `--ambient-caps=+${name}`];
}

function succeeds([program, ...args]: Command): boolean {
  return spawnSync(program, args, { stdio: 'ignore', env: ENVIRONMENT }).status === 0;
}

function readPasswd(): PasswdLine[] {
  const text = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8') : '';
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}
