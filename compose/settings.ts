/** What the operator sets from outside, checked once; a bad setting ends the start with a text. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export type Settings = {
  readonly dataFolder: string;
  readonly databaseUrl: string | null;
  readonly host: string;
  readonly port: number;
  /** Path of the browser that pictures captured pages; null: the usual places. */
  readonly chromium?: string | null;
  /** The LAN's time-stamping authority (RFC 3161); null: evidence is kept without. */
  readonly timeStamps?: TimeStampSettings | null;
};

export type TimeStampSettings = {
  readonly url: string;
  /** Trusted certificates, PEM. */
  readonly authority: string;
};

export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

const DEFAULT_PORT = 8080;

function parsePort(text: string | undefined): number {
  if (text === undefined || text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new SettingsError(
    `PORT phải là số từ 0 đến 65535, đang là "${text}". / PORT must be a number from 0 to 65535.`,
  );
}

function readTimeStamps(
  url: string | undefined,
  certificates: string | undefined,
): TimeStampSettings | null {
  if (!url) return null;
  const isAddress = URL.canParse(url) && /^https?:\/\//.test(url);
  try {
    const authority = readFileSync(certificates ?? '', 'utf8');
    if (isAddress && authority.includes('-----BEGIN CERTIFICATE-----')) return { url, authority };
  } catch {
    // Said below, with the names of both settings.
  }
  throw new SettingsError(
    'NIEMPHONG_TSA_URL phải là địa chỉ http(s), NIEMPHONG_TSA_CA phải là tệp chứng thư PEM. / ' +
      'NIEMPHONG_TSA_URL must be an http(s) address, NIEMPHONG_TSA_CA a file of PEM certificates.',
  );
}

/** `dataFolder` given on the command line goes before the environment. */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
  dataFolder?: string,
): Settings {
  return {
    dataFolder: resolve(dataFolder ?? environment.NIEMPHONG_DATA ?? 'data'),
    databaseUrl: environment.DATABASE_URL || null,
    host: environment.HOST || '127.0.0.1',
    port: parsePort(environment.PORT),
    chromium: environment.CHROMIUM || null,
    timeStamps: readTimeStamps(environment.NIEMPHONG_TSA_URL, environment.NIEMPHONG_TSA_CA),
  };
}
