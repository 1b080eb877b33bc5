/**
 * Parcels as the outside collector makes them: signed by a key that exists only while the demo is
 * made. The program itself is a room of its own; what both share is the form in `core/parcel`.
 */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { addMs, type Instant } from '../../core/common/calendar-date.ts';
import { invariant } from '../../core/common/invariant.ts';
import { utf8 } from '../../core/common/sha256.ts';
import { encodeBundle } from '../../core/parcel/bundle.ts';
import { printCollectorKey } from '../../core/parcel/collector-key.ts';
import { encodeManifest, hashOf, type Manifest, parcelName } from '../../core/parcel/manifest.ts';
import { cutPieces } from '../../core/parcel/pieces.ts';
import { registerCollector } from '../../server/watch/intake/manage-collectors.ts';
import { searchBack } from '../../server/watch/intake/search-back.ts';
import { takeParcel } from '../../server/watch/intake/take-parcel.ts';
import { addressOf, type DemoArticle } from './articles.ts';
import { type CollectedArticle, PARCELS, type ParcelPlan, SOURCES } from './press.ts';
import { actorOf, granted, moment, type Stage, type Step } from './stage.ts';

const PIECE_BYTES = 600_000_000;
const HOUR_MS = 3_600_000;
/** Between appearing and being collected. */
const COLLECTED_AFTER_MS = HOUR_MS;

type CollectorKey = {
  readonly collector: string;
  readonly publicKey: string;
  readonly privateKey: KeyObject;
};

function makeKey(): CollectorKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const { x } = publicKey.export({ format: 'jwk' });
  invariant(x, 'an Ed25519 key has its point');
  const raw = new Uint8Array(Buffer.from(x, 'base64url'));
  return { collector: hashOf(raw), publicKey: raw.toBase64(), privateKey };
}

const pageOf = ({ title, text }: DemoArticle, published: Instant): string =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${title}</title>
<meta property="article:published_time" content="${published}"></head>
<body><article><h1>${title}</h1><p>${text}</p></article></body></html>`;

/** A page as the site sent it, as one WARC record. */
function recordOf(stage: Stage, article: CollectedArticle): Uint8Array {
  const published = moment(stage, article.daysAgo, article.minutes);
  const type = 'Content-Type: text/html; charset=utf-8';
  const http = utf8(`HTTP/1.1 200 OK\r\n${type}\r\n\r\n${pageOf(article, published)}`);
  const head = [
    'WARC/1.1',
    'WARC-Type: response',
    `WARC-Record-ID: <urn:uuid:${stage.parts.randomness.id()}>`,
    `WARC-Date: ${addMs(published, COLLECTED_AFTER_MS)}`,
    `WARC-Target-URI: ${addressOf(article)}`,
    'Content-Type: application/http; msgtype=response',
    `Content-Length: ${http.length}`,
  ];
  return Buffer.concat([utf8(`${head.join('\r\n')}\r\n\r\n`), http, utf8('\r\n\r\n')]);
}

const healthAt = (madeAt: Instant): Manifest['sources'] =>
  SOURCES.map(({ hoursAgo, ...source }) => ({
    ...source,
    lastSuccessAt: addMs(madeAt, -HOUR_MS),
    lastArticleAt: addMs(madeAt, -hoursAgo * HOUR_MS),
  }));

/** What lies on the medium, and the manifest's hash for the next one. */
function packed(
  stage: Stage,
  { plan, number, previous, key }: Packing,
): { readonly file: Uint8Array; readonly hash: string } {
  const { collector, privateKey } = key;
  const name = parcelName({ collector, number });
  const content = Buffer.concat(plan.articles.map((article) => recordOf(stage, article)));
  const cut = cutPieces(name, content, PIECE_BYTES);
  const madeAt = moment(stage, plan.madeDaysAgo, 540);
  const manifest = encodeManifest({
    v: 1,
    kind: 'niem-phong-parcel',
    collector,
    number,
    previous,
    madeAt,
    articles: plan.articles.length,
    content: { sizeBytes: content.length, sha256: hashOf(content) },
    pieces: cut.map(({ bytes: _, ...piece }) => piece),
    sources: healthAt(madeAt),
  });
  const file = encodeBundle([
    { name: `${name}.json`, bytes: manifest },
    { name: `${name}.sig`, bytes: new Uint8Array(sign(null, manifest, privateKey)) },
    ...cut,
  ]);
  return { file, hash: hashOf(manifest) };
}

type Packing = {
  readonly plan: ParcelPlan;
  readonly number: number;
  readonly previous: string | null;
  readonly key: CollectorKey;
};

/** Trusted by the administrator, then parcel by parcel; later documents are searched in them. */
export function parcelSteps(stage: Stage): readonly Step[] {
  const { parts } = stage;
  const key = makeKey();
  let previous: string | null = null;
  const trusting: Step = {
    at: moment(stage, 17, 60),
    run: async () => {
      const input = { name: 'Máy thu thập phòng Tuyên truyền', key: printCollectorKey(key) };
      await granted(registerCollector(parts, actorOf(stage, 'man.vc'), input));
    },
  };
  const taking = PARCELS.map((plan, index): Step => {
    const number = index + 1;
    return {
      at: moment(stage, plan.takenDaysAgo, 200),
      run: async () => {
        const { file, hash } = packed(stage, { plan, number, previous, key });
        previous = hash;
        const input = { file, acceptGap: false };
        await granted(takeParcel(parts, actorOf(stage, 'trach.dv'), input));
      },
    };
  });
  const searching = [3, 1].map(
    (daysAgo): Step => ({
      at: moment(stage, daysAgo, 590),
      run: async () => {
        await searchBack(parts);
      },
    }),
  );
  return [trusting, ...taking, ...searching];
}
