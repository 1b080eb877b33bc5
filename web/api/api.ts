/**
 * The one way to the server: an endpoint of `contract/` and its input. Sessions travel in a
 * same-site cookie; the extra header on every POST cannot be set by a form of another site.
 */
import type { Endpoint, RequestOf, ResponseOf } from '../../contract/endpoint.ts';
import { problemSchema } from '../../contract/problem.ts';
import type { Refusal } from '../../core/common/refusal.ts';
import { FaultError, LineError, RefusedError } from './api-error.ts';
import { isAttended } from './attention.ts';

type Input = {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly file?: Uint8Array | Blob;
};

type Values = Readonly<Record<string, unknown>>;
const valuesOf = (value: unknown): Values =>
  typeof value === 'object' && value !== null ? (value as Values) : {};

/** Path with its `:params` filled in, and the query behind it; absent values are left out. */
export function addressOf(endpoint: Endpoint, input: Input): string {
  const params = valuesOf(input.params);
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name] ?? '')),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(valuesOf(input.query))) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null) query.append(name, String(one));
  }
  return query.size > 0 ? `${path}?${query}` : path;
}

function initOf(endpoint: Endpoint, input: Input, signal: AbortSignal | undefined): RequestInit {
  const init: RequestInit = { method: endpoint.method, credentials: 'same-origin' };
  if (signal) init.signal = signal;
  const headers: Record<string, string> = { accept: 'application/json' };
  if (endpoint.method === 'POST') headers['x-niemphong'] = '1';
  if (!isAttended()) headers['x-niemphong-unattended'] = '1';
  if (input.file) {
    headers['content-type'] = 'application/octet-stream';
    init.body = input.file instanceof Blob ? input.file : new Blob([new Uint8Array(input.file)]);
  } else if (endpoint.body) {
    headers['content-type'] = 'application/json';
    init.body = JSON.stringify(input.body ?? {});
  }
  return { ...init, headers };
}

async function send(endpoint: Endpoint, input: Input, signal?: AbortSignal): Promise<Response> {
  const response = await fetch(addressOf(endpoint, input), initOf(endpoint, input, signal)).catch(
    (cause: unknown) => {
      if (signal?.aborted) throw cause;
      throw new LineError('the server cannot be reached', { cause });
    },
  );
  if (response.ok) return response;
  throw await failureOf(response);
}

/** A problem document (RFC 9457) as the error that it stands for. */
async function failureOf(response: Response): Promise<Error> {
  const problem = problemSchema.safeParse(await response.json().catch(() => null));
  if (problem.success && problem.data.refusals?.length)
    return new RefusedError(problem.data.refusals as readonly Refusal[]);
  if (response.status === 404) return new RefusedError([{ code: 'not-found' }]);
  if (response.status === 401) return new RefusedError([{ code: 'not-signed-in' }]);
  return new FaultError(problem.data?.fault, response.status);
}

/** Calls an endpoint; throws `RefusedError`, `FaultError` or `LineError`. */
export async function api<E extends Endpoint>(
  endpoint: E,
  request: RequestOf<E>,
  signal?: AbortSignal,
): Promise<ResponseOf<E>> {
  const response = await send(endpoint, request as Input, signal);
  const json: unknown = response.status === 204 ? null : await response.json().catch(() => null);
  const parsed = endpoint.response.safeParse(json ?? undefined);
  if (!parsed.success) throw new FaultError(undefined, response.status);
  return parsed.data as ResponseOf<E>;
}

/** The raw bytes of an endpoint that has `download`. */
export async function apiBytes<E extends Endpoint>(
  endpoint: E,
  request: RequestOf<E>,
  signal?: AbortSignal,
): Promise<Blob> {
  return (await send(endpoint, request as Input, signal)).blob();
}
