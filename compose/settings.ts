/** What the operator sets from outside, checked once; a bad setting ends the start with a text. */
import { resolve } from 'node:path';

export type Settings = {
  readonly dataFolder: string;
  readonly databaseUrl: string | null;
  readonly host: string;
  readonly port: number;
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
  };
}
