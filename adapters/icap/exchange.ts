/**
 * One ICAP request, from its head to its answer (RFC 3507): REQMOD for what people upload, RESPMOD
 * for what a web server sends out. The content is held until it is answered, then forgotten.
 */
import { createHash } from 'node:crypto';
import type {
  CheckPassing,
  Passing,
  PassingVerdict,
  UncheckedCode,
} from '../../server/ports/passing.ts';
import {
  type BlockPage,
  blocked,
  CONTINUE,
  type IcapFacts,
  type Method,
  optionsAnswer,
  sameAgain,
  unchanged,
} from './answers.ts';
import { BadIcap, type ByteReader } from './byte-reader.ts';
import { type BodyBounds, HeldBody, readChunks } from './chunks.ts';
import { type Encapsulated, type Head, parseEncapsulated, parseHead } from './head.ts';
import { contentOf, textOfAddress } from './web-content.ts';

export type IcapOptions = IcapFacts &
  BodyBounds & {
    readonly check: CheckPassing;
    readonly outcomes: {
      readonly touched: 'refuse' | 'pass';
      readonly unchecked: 'refuse' | 'pass';
    };
    readonly page: (verdict: Exclude<PassingVerdict, { kind: 'clean' }>) => BlockPage;
  };

export type Wire = {
  readonly reader: ByteReader;
  readonly write: (bytes: Buffer) => Promise<void>;
};

const SERVICES: Readonly<Record<string, Method>> = { '/reqmod': 'REQMOD', '/respmod': 'RESPMOD' };
/** A shorter query holds no sentence that anybody would know again. */
const SHORTEST_QUERY = 40;

type Message = {
  readonly method: Method;
  readonly heads: Buffer;
  readonly parts: Encapsulated;
  readonly held: HeldBody;
  /** The client may be told "no change" instead of the same again. */
  readonly allows204: boolean;
};

/** Throws `BadIcap` when the peer breaks the protocol. `received`: the message is here whole. */
export async function exchange(
  { head, received }: { readonly head: Head; readonly received: () => void },
  wire: Wire,
  options: IcapOptions,
): Promise<void> {
  const [asked = '', address = '', version = ''] = head.start.split(' ');
  if (!version.startsWith('ICAP/1.')) throw new BadIcap(505, 'another protocol');
  const method = SERVICES[URL.parse(address)?.pathname ?? ''];
  if (!method) throw new BadIcap(404, 'an unknown service');
  if (asked === 'OPTIONS') return wire.write(optionsAnswer(method, options));
  if (asked !== method) throw new BadIcap(405, 'a method of another service');
  const parts = parseEncapsulated(head.fields.get('encapsulated') ?? '');
  const heads = await wire.reader.exactly(parts.headBytes);
  const held = new HeldBody(options);
  try {
    const finalInPreview = parts.hasBody && (await readBody({ head, heads, parts, held }, wire));
    received();
    const allows204 = finalInPreview || /\b204\b/.test(head.fields.get('allow') ?? '');
    await wire.write(await answerTo({ method, heads, parts, held, allows204 }, options));
  } finally {
    held.release();
  }
}

type Incoming = Pick<Message, 'heads' | 'parts' | 'held'> & { readonly head: Head };

/** True when the answer is given within the preview. */
async function readBody({ head, heads, parts, held }: Incoming, wire: Wire): Promise<boolean> {
  if (!head.fields.has('preview')) {
    await readChunks(wire.reader, held);
    return false;
  }
  if (await readChunks(wire.reader, held)) return true;
  const declared = Number(httpHead(heads, parts).fields.get('content-length') ?? 0);
  held.expect(declared);
  if (held.stop !== null) return true;
  await wire.write(CONTINUE);
  await readChunks(wire.reader, held);
  return false;
}

function httpHead(heads: Buffer, { requestHead, responseHead }: Encapsulated): Head {
  const span = responseHead ?? requestHead;
  return parseHead(span ? heads.subarray(span[0], span[1]) : Buffer.alloc(0));
}

async function answerTo(message: Message, options: IcapOptions): Promise<Buffer> {
  const { method, heads, parts, held, allows204 } = message;
  const verdict = await judge(message, options);
  if (verdict.kind !== 'clean') {
    const passes =
      verdict.kind === 'touches'
        ? options.outcomes.touched === 'pass'
        : options.outcomes.unchecked === 'pass' && verdict.because !== 'vault-sealed';
    // What was not held cannot be sent again.
    if (!passes || (!allows204 && held.stop !== null))
      return blocked(options.page(verdict), options);
  }
  if (allows204) return unchanged(options);
  return sameAgain(method, { heads, parts, body: held.whole() }, options);
}

const unchecked = (because: UncheckedCode): PassingVerdict => ({ kind: 'unchecked', because });

async function judge(message: Message, options: IcapOptions): Promise<PassingVerdict> {
  const { heads, parts, held, method } = message;
  if (held.stop !== null) return unchecked(held.stop);
  const body = held.whole();
  const { fields } = httpHead(heads, parts);
  const content = await contentOf({
    body,
    contentType: fields.get('content-type') ?? '',
    contentEncoding: fields.get('content-encoding') ?? '',
  });
  if (typeof content === 'string') return unchecked(content);
  const query = method === 'REQMOD' ? queryOf(heads, parts) : '';
  if (body.length === 0 && query === '') return { kind: 'clean' };
  const passing: Passing = {
    ...content,
    gateway: 'web',
    outcome: options.outcomes.touched,
    sha256: createHash('sha256').update(body).digest('hex'),
    texts: [...content.texts, query],
  };
  return options.check(passing);
}

function queryOf(heads: Buffer, { requestHead }: Encapsulated): string {
  if (!requestHead) return '';
  const { start } = parseHead(heads.subarray(...requestHead));
  const text = textOfAddress(start.split(' ')[1] ?? '');
  return text.length < SHORTEST_QUERY ? '' : text;
}
