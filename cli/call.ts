/**
 * Calls endpoints over the control socket of a data folder. Whoever can open that socket is the
 * operating system's owner of the folder, and calls as the console.
 */
import { request as send } from 'node:http';
import type { Endpoint, RequestOf, ResponseOf } from '../contract/endpoint.ts';
import { type Problem, problemSchema } from '../contract/problem.ts';
import { FAULT_STATUS, REFUSAL_STATUS } from '../contract/refusal-status.ts';
import { FAULT_TEXTS } from '../contract/text/fault-text.ts';
import { REFUSAL_TEXTS } from '../contract/text/refusal-text.ts';
import { FAULT_CODES, type FaultCode } from '../core/common/fault.ts';
import type { Refusal } from '../core/common/refusal.ts';

/** The answer of the endpoint, or its raw bytes where it is a download. Throws `CallFailed`. */
export type Call = <E extends Endpoint>(
  endpoint: E,
  request: RequestOf<E>,
) => Promise<E['download'] extends string ? Uint8Array : ResponseOf<E>>;

const UNEXPECTED_EXIT = 10;

export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.type);
    this.problem = problem;
  }

  get exit(): number {
    const { fault, refusals } = this.problem;
    if (isFaultCode(fault)) return FAULT_STATUS[fault].exit;
    const first = refusals?.[0];
    return first ? REFUSAL_STATUS[first.code].exit : UNEXPECTED_EXIT;
  }

  /** Every reason, in both languages. */
  get text(): string {
    const { fault, refusals = [], title } = this.problem;
    if (isFaultCode(fault)) return explained(FAULT_TEXTS.vi[fault], FAULT_TEXTS.en[fault]);
    if (refusals.length === 0) return title;
    return refusals
      .map(({ code }) => explained(REFUSAL_TEXTS.vi[code], REFUSAL_TEXTS.en[code]))
      .join('\n');
  }
}

const isFaultCode = (code: string | undefined): code is FaultCode =>
  FAULT_CODES.some((known) => known === code);

type Words = { readonly what: string; readonly wayOut: string };

export function explained(vi: Words, en: Words): string {
  return `${vi.what}. ${vi.wayOut}\n${en.what}. ${en.wayOut}`;
}

type Input = {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly file?: Uint8Array | Blob;
};

function addressOf(endpoint: Endpoint, { params = {}, query = {} }: Input): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name] ?? '')),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null) search.append(name, String(value));
  }
  return search.size > 0 ? `${path}?${search}` : path;
}

async function bodyOf(endpoint: Endpoint, input: Input): Promise<Uint8Array | string | null> {
  if (!endpoint.upload) return input.body === undefined ? null : JSON.stringify(input.body);
  return input.file instanceof Blob ? input.file.bytes() : (input.file ?? new Uint8Array());
}

type Answer = { readonly status: number; readonly bytes: Buffer };

function exchange(socketPath: string, endpoint: Endpoint, input: Input): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = send(
      {
        socketPath,
        method: endpoint.method,
        path: addressOf(endpoint, input),
        headers: endpoint.upload
          ? { 'content-type': 'application/octet-stream' }
          : input.body === undefined
            ? {}
            : { 'content-type': 'application/json' },
      },
      (incoming) => {
        const pieces: Buffer[] = [];
        incoming.on('data', (piece: Buffer) => pieces.push(piece));
        incoming.on('error', reject);
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode ?? 0, bytes: Buffer.concat(pieces) }),
        );
      },
    );
    outgoing.on('error', reject);
    bodyOf(endpoint, input).then((body) => outgoing.end(body ?? undefined), reject);
  });
}

function problemOf(bytes: Buffer): Problem {
  try {
    return problemSchema.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return { type: 'urn:niemphong:unexpected', title: 'Lỗi không mong đợi', status: 500 };
  }
}

export function callOverSocket(socketPath: string): Call {
  return async (endpoint, request) => {
    const { status, bytes } = await exchange(socketPath, endpoint, request as Input);
    if (status < 200 || status > 299) throw new CallFailed(problemOf(bytes));
    // The two cases of the result type, told apart by the same member as in the type.
    if (endpoint.download) return new Uint8Array(bytes) as never;
    return endpoint.response.parse(JSON.parse(bytes.toString('utf8'))) as never;
  };
}

/** A refusal that came without a call, as if it had. */
export function refusedCall(refusals: readonly Refusal[]): CallFailed {
  const [first] = refusals;
  const status = first ? REFUSAL_STATUS[first.code].http : 500;
  const type = `urn:niemphong:refusal:${first?.code ?? ''}`;
  return new CallFailed({
    type,
    title: '',
    status,
    refusals: refusals.map(({ code }) => ({ code })),
  });
}
