/**
 * What goes over the wire. An endpoint is data: the server mounts it, the web client and the CLI
 * call it, the OpenAPI document is printed from it. Bodies are JSON unless `upload` or `download`
 * says that raw bytes go in or out.
 */
import type { z } from 'zod';

type Schema = z.ZodType;

export type Endpoint = {
  /** `<feature>.<verb>`, the same word in every layer. */
  readonly name: string;
  readonly method: 'GET' | 'POST';
  /** Path with `:param` segments, starting with `/api/`. */
  readonly path: `/api/${string}`;
  readonly params?: Schema;
  readonly query?: Schema;
  readonly body?: Schema;
  /** A body that may be longer than others. */
  readonly bodyBytes?: number;
  /** Body is the raw file; its name and facts travel in the query. */
  readonly upload?: { readonly maxBytes: number };
  /** Answer is raw bytes of this media type. */
  readonly download?: string;
  readonly response: Schema;
  /** Served without a session: sign-in, first-run set-up, health. */
  readonly open?: true;
  /** Served also while an initial password waits to be changed. */
  readonly beforePasswordChange?: true;
};

export function endpoint<const E extends Endpoint>(definition: E): E {
  return definition;
}

type InputOf<S> = S extends Schema ? z.input<S> : undefined;
type OutputOf<S> = S extends Schema ? z.output<S> : undefined;

/** What a caller gives: `params`, `query`, `body` as far as the endpoint has them. */
export type RequestOf<E extends Endpoint> = {
  [K in 'params' | 'query' | 'body' as E[K] extends Schema ? K : never]: InputOf<E[K]>;
} & (E['upload'] extends object ? { file: Uint8Array | Blob } : unknown);

/** What a handler receives, after parsing. */
export type ParsedOf<E extends Endpoint> = {
  [K in 'params' | 'query' | 'body' as E[K] extends Schema ? K : never]: OutputOf<E[K]>;
} & (E['upload'] extends object ? { file: Uint8Array } : unknown);

export type ResponseOf<E extends Endpoint> = z.output<E['response']>;
