/**
 * The only way to a PostgreSQL pool. It fixes how values come back: `date` as `yyyy-MM-dd`,
 * `timestamptz` as ISO UTC with milliseconds and `Z`, `int8` as a safe number, `numeric` as
 * text, `bytea` as bytes; and how long anything may take.
 */
import pg, {
  type CustomTypesConfig,
  Pool,
  type PoolClient,
  type PoolConfig,
  type QueryConfig,
  type QueryResult,
  type QueryResultRow,
} from 'pg';
import { corruption } from '../../core/common/fault.ts';

export type OpenOptions = {
  /** Shown in `pg_stat_activity`. */
  readonly applicationName?: string;
  readonly maxConnections?: number;
  readonly statementTimeoutMs?: number;
  /** Hears of an idle connection that broke; the next query reports its own failure. */
  readonly onLost?: (error: Error) => void;
};

const SESSION = '-c TimeZone=UTC -c DateStyle=ISO -c IntervalStyle=iso_8601 -c bytea_output=hex';

export function openPool(config: PoolConfig, options: OpenOptions = {}): Pool {
  const pool = new Pool({
    ...config,
    types: VALUE_TYPES,
    options: SESSION,
    application_name: options.applicationName ?? 'niemphong',
    max: options.maxConnections ?? 10,
    connectionTimeoutMillis: 10_000,
    statement_timeout: options.statementTimeoutMs ?? 60_000,
    lock_timeout: 20_000,
    idle_in_transaction_session_timeout: 60_000,
    keepAlive: true,
  });
  // Without a listener a restart of the server would end this process.
  pool.on('error', options.onLost ?? (() => {}));
  return pool;
}

/** Of a `postgres://…` address. Throws a TypeError that does not repeat the address. */
export function configFromUrl(url: string): PoolConfig {
  const { host, port, user, database, password, ssl } = new pg.Client({ connectionString: url });
  return {
    host,
    port,
    ...(user === undefined ? {} : { user }),
    ...(database === undefined ? {} : { database }),
    ...(password ? { password } : {}),
    ...(ssl ? { ssl } : {}),
  };
}

type Parse = (text: string) => unknown;

type KnownType = Parameters<typeof pg.types.getTypeParser>[0];
const TEXT_ARRAY = 1009 as KnownType; // The library's own list of types leaves arrays out.
const parseTextArray: (text: string) => (string | null)[] = pg.types.getTypeParser(TEXT_ARRAY);

const OID = {
  bool: 16,
  bytea: 17,
  int8: 20,
  date: 1082,
  timestamptz: 1184,
  numeric: 1700,
  byteaArray: 1001,
  int8Array: 1016,
  dateArray: 1182,
  timestamptzArray: 1185,
  numericArray: 1231,
} as const;

const asIs: Parse = (text) => text;
/** Arrays of one dimension; the house stores no others. */
const arrayOf =
  (parse: Parse): Parse =>
  (text) =>
    parseTextArray(text).map((item) => (item === null ? null : parse(item)));

const PARSERS: ReadonlyMap<number, Parse> = new Map<number, Parse>([
  [OID.bytea, parseBytes],
  [OID.int8, parseInt8],
  [OID.date, asIs],
  [OID.timestamptz, parseInstant],
  [OID.numeric, asIs],
  [OID.byteaArray, arrayOf(parseBytes)],
  [OID.int8Array, arrayOf(parseInt8)],
  [OID.dateArray, arrayOf(asIs)],
  [OID.timestamptzArray, arrayOf(parseInstant)],
  [OID.numericArray, arrayOf(asIs)],
]);

function parserFor(oid: number, format?: 'text' | 'binary'): Parse {
  if (format === 'binary') return pg.types.getTypeParser(oid, 'binary');
  return PARSERS.get(oid) ?? pg.types.getTypeParser(oid, 'text');
}

/** The cast: no single function meets the declared overloads. */
const VALUE_TYPES: CustomTypesConfig = {
  getTypeParser: parserFor as CustomTypesConfig['getTypeParser'],
};

function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw corruption('int8', 'a number beyond 2^53');
  return value;
}

/** `2026-11-21 23:27:00.123456+00` (the session is in UTC) → `2026-11-21T23:27:00.123Z`. */
function parseInstant(text: string): string {
  const parts = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d{1,6}))?\+00$/.exec(text);
  if (!parts) throw corruption('timestamptz', 'no UTC instant of the years 0001 to 9999');
  return `${parts[1]}T${parts[2]}.${(parts[3] ?? '').padEnd(3, '0').slice(0, 3)}Z`;
}

function parseBytes(text: string): Uint8Array {
  return Uint8Array.fromHex(text.slice(2));
}

export interface Questions {
  query<Row extends QueryResultRow>(question: string | QueryConfig): Promise<QueryResult<Row>>;
}

/**
 * The questions to one connection, each sent when the one before has been answered, in the order
 * they were asked; a failed one holds back none behind it. Who asks ahead of an answer (the lane,
 * which works out acts while others are being confirmed) asks through this: the driver itself takes
 * one question at a time.
 */
export class QueryLine implements Questions {
  readonly #client: PoolClient;
  #last: Promise<unknown> = Promise.resolve();

  constructor(client: PoolClient) {
    this.#client = client;
  }

  query<Row extends QueryResultRow>(question: string | QueryConfig): Promise<QueryResult<Row>> {
    const asked = this.#last.then(() => this.#client.query<Row>(question));
    this.#last = asked.catch(() => {});
    return asked;
  }

  /** `destroy`: the connection ends, and with it what is still to be asked. */
  release(destroy?: boolean): void {
    this.#client.release(destroy);
  }
}
