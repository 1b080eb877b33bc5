/**
 * The gateways' settings, read once at the start. Without `NIEMPHONG_MILTER` and `NIEMPHONG_ICAP`
 * nothing listens; a bad value ends the start with a text that names the setting.
 */
import { isIP } from 'node:net';
import type { MilterOutcomes } from '../../adapters/milter/answers.ts';
import { TOUCHED_OUTCOMES, UNCHECKED_OUTCOMES } from '../../server/ports/passing.ts';
import { SettingsError } from '../settings.ts';

export type Address = { readonly setting: string; readonly host: string; readonly port: number };
/** `10.1.0.0/16`; a single address is a network of its own. */
export type Network = { readonly address: string; readonly prefix: number };

export const WEB_OUTCOMES = ['refuse', 'pass'] as const;
export type WebOutcome = (typeof WEB_OUTCOMES)[number];

export type GatewaySettings = {
  readonly milter: { readonly at: Address; readonly outcomes: MilterOutcomes } | null;
  readonly icap: {
    readonly at: Address;
    readonly outcomes: { readonly touched: WebOutcome; readonly unchecked: WebOutcome };
  } | null;
  /** Who may connect. */
  readonly peers: readonly Network[];
};

type Environment = Readonly<Record<string, string | undefined>>;

const LOOPBACK = '127.0.0.0/8,::1';

/** An address of this machine and a port: `10.1.2.3:8891`, `[fd00::3]:8891`. */
export function readAddress(setting: string, text: string): Address {
  const [, six, four, digits] = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(text) ?? [];
  const host = six ?? four ?? '';
  const port = Number(digits);
  if (isIP(host) === (six ? 6 : 4) && port <= 65_535) return { setting, host, port };
  throw new SettingsError(
    `${setting} phải là địa chỉ IP và cổng, thí dụ 127.0.0.1:8891, đang là "${text}". / ` +
      `${setting} must be an IP address and a port, such as 127.0.0.1:8891.`,
  );
}

function readNetwork(setting: string, text: string): Network {
  const [address = '', bits] = text.trim().split('/');
  const widest = isIP(address) === 6 ? 128 : 32;
  const prefix = bits === undefined ? widest : /^\d{1,3}$/.test(bits) ? Number(bits) : Infinity;
  if (isIP(address) && prefix <= widest) return { address, prefix };
  throw new SettingsError(
    `${setting} phải là các mạng cách nhau bằng dấu phẩy, thí dụ 127.0.0.1,10.1.0.0/16, ` +
      `có phần sai "${text}". / ${setting} must be networks separated by commas.`,
  );
}

function readOutcome<Outcome extends string>(
  { setting, text }: { readonly setting: string; readonly text: string | undefined },
  outcomes: readonly Outcome[],
  usual: Outcome,
): Outcome {
  if (!text) return usual;
  const found = outcomes.find((outcome) => outcome === text);
  if (found) return found;
  const list = outcomes.join(', ');
  throw new SettingsError(
    `${setting} phải là một trong: ${list}; đang là "${text}". / ${setting} must be one of these.`,
  );
}

function readMilter(environment: Environment): GatewaySettings['milter'] {
  const text = environment.NIEMPHONG_MILTER;
  if (!text) return null;
  const named = (setting: string) => ({ setting, text: environment[setting] });
  return {
    at: readAddress('NIEMPHONG_MILTER', text),
    outcomes: {
      touched: readOutcome(named('NIEMPHONG_MILTER_TOUCHED'), TOUCHED_OUTCOMES, 'refuse'),
      unchecked: readOutcome(named('NIEMPHONG_MILTER_UNCHECKED'), UNCHECKED_OUTCOMES, 'defer'),
    },
  };
}

function readIcap(environment: Environment): GatewaySettings['icap'] {
  const text = environment.NIEMPHONG_ICAP;
  if (!text) return null;
  const named = (setting: string) => ({ setting, text: environment[setting] });
  return {
    at: readAddress('NIEMPHONG_ICAP', text),
    outcomes: {
      touched: readOutcome(named('NIEMPHONG_ICAP_TOUCHED'), WEB_OUTCOMES, 'refuse'),
      unchecked: readOutcome(named('NIEMPHONG_ICAP_UNCHECKED'), WEB_OUTCOMES, 'refuse'),
    },
  };
}

export function readGatewaySettings(environment: Environment): GatewaySettings {
  const setting = 'NIEMPHONG_GATEWAY_PEERS';
  const peers = (environment[setting] || LOOPBACK).split(',');
  return {
    milter: readMilter(environment),
    icap: readIcap(environment),
    peers: peers.map((text) => readNetwork(setting, text)),
  };
}
