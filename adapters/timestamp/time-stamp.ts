/**
 * Checks a time-stamp (RFC 3161 §2.4.2, CMS RFC 5652 §5.4, RFC 5816): what was stamped, who signed,
 * and that the signer's certificate leads to a trusted one and was valid at that moment. Every byte
 * is attacker-controlled.
 */
import { createHash, verify, X509Certificate } from 'node:crypto';
import { type Instant, parseInstant } from '../../core/common/calendar-date.ts';
import {
  children,
  type DerNode,
  encode,
  MalformedDer,
  oidOf,
  readOne,
  TAG,
  wanted,
} from './der.ts';
import { SHA256_OID } from './time-stamp-request.ts';

export type TimeStampProblem =
  | 'malformed'
  | 'refused'
  | 'other-content'
  | 'other-nonce'
  | 'signature-wrong'
  | 'not-trusted';
export type CheckedTimeStamp =
  | { readonly ok: true; readonly at: Instant }
  | { readonly ok: false; readonly problem: TimeStampProblem };

export type TimeStampClaim = {
  readonly response: Uint8Array;
  /** SHA-256 of what was stamped. */
  readonly digest: Uint8Array;
  /** Trusted certificates, PEM. */
  readonly authority: string;
  /** Of the request, as far as it is known. */
  readonly nonce?: Uint8Array;
};

class Refuted extends Error {
  readonly problem: TimeStampProblem;
  constructor(problem: TimeStampProblem) {
    super(problem);
    this.problem = problem;
  }
}

const OID = {
  signedData: '1.2.840.113549.1.7.2',
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  messageDigest: '1.2.840.113549.1.9.4',
  contentType: '1.2.840.113549.1.9.3',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStamping: '1.3.6.1.5.5.7.3.8',
} as const;

const DIGESTS: Readonly<Record<string, string>> = {
  [SHA256_OID]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

const same = (one: Uint8Array, other: Uint8Array): boolean => Buffer.from(one).equals(other);
const digestOf = (algorithm: string, bytes: Uint8Array): Buffer =>
  createHash(algorithm).update(bytes).digest();

const MOST_CERTIFICATES = 12;

type SignedToken = {
  readonly info: Uint8Array;
  readonly certificates: readonly X509Certificate[];
  readonly signer: DerNode;
};

function tokenOf(response: Uint8Array): SignedToken {
  const [statusInfo, token] = children(readOne(response, TAG.sequence));
  const [status] = children(wanted(statusInfo, TAG.sequence));
  const code = wanted(status, TAG.integer).content;
  // 0: granted; 1: granted with changes.
  if (code.length !== 1 || (code[0] ?? 9) > 1) throw new Refuted('refused');
  const [type, wrapped] = children(wanted(token, TAG.sequence));
  if (oidOf(type) !== OID.signedData) throw new MalformedDer('no signed data');
  const parts = children(readOne(wanted(wrapped, TAG.context0).content, TAG.sequence));
  const [contentType, content] = children(wanted(parts[2], TAG.sequence));
  if (oidOf(contentType) !== OID.tstInfo) throw new MalformedDer('no time-stamp');
  const along = children(wanted(parts[3], TAG.context0));
  // Each may have been issued by each: many would keep the search for a way busy for ever.
  if (along.length > MOST_CERTIFICATES) throw new MalformedDer('too many certificates');
  const certificates = along.map(({ whole }) => new X509Certificate(whole));
  const signers = children(wanted(parts.at(-1), TAG.set));
  if (signers.length !== 1) throw new MalformedDer('not one signer');
  return {
    info: readOne(wanted(content, TAG.context0).content, TAG.octets).content,
    certificates,
    signer: wanted(signers[0], TAG.sequence),
  };
}

/** `20261102050000Z`, with a fraction of a second or without. */
function momentOf(node: DerNode | undefined): Instant {
  const text = Buffer.from(wanted(node, TAG.generalizedTime).content).toString('latin1');
  const [, date = '', year, month, day, hour, minute, second, fraction = ''] =
    /^((\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d))(?:\.(\d+))?Z$/.exec(text) ?? [];
  const milliseconds = fraction.padEnd(3, '0').slice(0, 3);
  const instant = parseInstant(
    `${year}-${month}-${day}T${hour}:${minute}:${second}.${milliseconds}Z`,
  );
  if (date === '' || !instant) throw new MalformedDer('no moment');
  return instant;
}

function checkInfo(info: Uint8Array, { digest, nonce }: TimeStampClaim): Instant {
  const parts = children(readOne(info, TAG.sequence));
  const [algorithm, imprint] = children(wanted(parts[2], TAG.sequence));
  const isOurs =
    oidOf(children(wanted(algorithm, TAG.sequence))[0]) === SHA256_OID &&
    same(wanted(imprint, TAG.octets).content, digest);
  if (!isOurs) throw new Refuted('other-content');
  const answered = parts.slice(5).find(({ tag }) => tag === TAG.integer)?.content;
  if (nonce && !(answered && same(answered, nonce))) throw new Refuted('other-nonce');
  return momentOf(parts[4]);
}

type Attributes = ReadonlyMap<string, Uint8Array>;

function attributesOf(node: DerNode): Attributes {
  return new Map(
    children(node).map((attribute) => {
      const [type, values] = children(attribute);
      return [oidOf(type), wanted(values, TAG.set).content];
    }),
  );
}

/** The certificate that the signed attributes name by its hash (RFC 5816 §2.2.1). */
function signerOf(attributes: Attributes, certificates: readonly X509Certificate[]) {
  const v2 = attributes.get(OID.signingCertificateV2);
  const named = v2 ?? attributes.get(OID.signingCertificate);
  if (!named) throw new MalformedDer('no signing certificate');
  const [list] = children(readOne(named, TAG.sequence));
  const [first] = children(wanted(list, TAG.sequence));
  const parts = children(wanted(first, TAG.sequence));
  const isOther = parts[0]?.tag === TAG.sequence;
  const algorithm = v2
    ? isOther
      ? DIGESTS[oidOf(children(wanted(parts[0], TAG.sequence))[0])]
      : 'sha256'
    : 'sha1';
  const hash = wanted(parts[isOther ? 1 : 0], TAG.octets).content;
  const signer = certificates.find(
    ({ raw }) => algorithm !== undefined && same(digestOf(algorithm, raw), hash),
  );
  if (!signer) throw new Refuted('signature-wrong');
  return signer;
}

/** The identifier of the signer beside the signature says the same certificate (RFC 5652 §5.3). */
function isNamed(certificate: X509Certificate, identifier: DerNode | undefined): boolean {
  const [issuer, serial] = children(wanted(identifier, TAG.sequence));
  const [tbs] = children(readOne(new Uint8Array(certificate.raw), TAG.sequence));
  const parts = children(wanted(tbs, TAG.sequence));
  const [own, , by] = parts[0]?.tag === TAG.context0 ? parts.slice(1) : parts;
  const pairs = [
    [wanted(issuer, TAG.sequence), wanted(by, TAG.sequence)],
    [wanted(serial, TAG.integer), wanted(own, TAG.integer)],
  ] as const;
  return pairs.every(([one, other]) => same(one.whole, other.whole));
}

/** Families of signature algorithms, by the kind of key that makes them. */
const SIGNATURES: Readonly<Record<string, string>> = {
  rsa: '1.2.840.113549.1.1.',
  ec: '1.2.840.10045.4.3.',
  ed25519: '1.3.101.112',
};

/** Returns the certificate whose key made the signature over the time-stamp. */
function checkSignature({ info, certificates, signer }: SignedToken): X509Certificate {
  const [, identifier, algorithm, signed, made, signature] = children(signer);
  const digest = DIGESTS[oidOf(children(wanted(algorithm, TAG.sequence))[0])];
  const attributes = attributesOf(wanted(signed, TAG.context0));
  const said = attributes.get(OID.messageDigest);
  const type = attributes.get(OID.contentType);
  if (!digest || !said || !type) throw new MalformedDer('no digest');
  const isOfInfo =
    same(readOne(said, TAG.octets).content, digestOf(digest, info)) &&
    oidOf(readOne(type, TAG.oid)) === OID.tstInfo;
  const certificate = signerOf(attributes, certificates);
  // Signed as a SET, though carried under another tag (RFC 5652 §5.4).
  const message = encodeSet(wanted(signed, TAG.context0));
  const { content } = wanted(signature, TAG.octets);
  const kind = certificate.publicKey.asymmetricKeyType ?? '';
  const family = SIGNATURES[kind];
  const isOfKey =
    family !== undefined &&
    oidOf(children(wanted(made, TAG.sequence))[0]).startsWith(family) &&
    isNamed(certificate, identifier);
  const algorithmOfKey = kind === 'ed25519' ? null : digest;
  if (!isOfInfo || !isOfKey || !verify(algorithmOfKey, message, certificate.publicKey, content)) {
    throw new Refuted('signature-wrong');
  }
  return certificate;
}

function encodeSet({ content }: DerNode): Uint8Array {
  return encode(TAG.set, content);
}

const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;
const MOST_STEPS = 4;

/** From the signer over certificates that came along to one that is trusted. */
function leadsToTrust(
  from: X509Certificate,
  { trusted, along, at }: Trust,
  steps = MOST_STEPS,
): boolean {
  const moment = Date.parse(at);
  const isValid = from.validFromDate.getTime() <= moment && moment <= from.validToDate.getTime();
  if (!isValid || steps === 0) return false;
  if (trusted.some(({ raw }) => same(raw, from.raw))) return true;
  const issued = (by: X509Certificate) =>
    by.ca && from.checkIssued(by) && from.verify(by.publicKey);
  return [...trusted, ...along].some(
    (by) => issued(by) && leadsToTrust(by, { trusted, along, at }, steps - 1),
  );
}

type Trust = {
  readonly trusted: readonly X509Certificate[];
  readonly along: readonly X509Certificate[];
  readonly at: Instant;
};

/** The certificates of a PEM text; empty when it holds none that can be read. */
export function readAuthority(pem: string): readonly X509Certificate[] {
  try {
    return (pem.match(PEM) ?? []).map((each) => new X509Certificate(each));
  } catch {
    return [];
  }
}

export function checkTimeStamp(claim: TimeStampClaim): CheckedTimeStamp {
  try {
    const token = tokenOf(claim.response);
    const at = checkInfo(token.info, claim);
    const signer = checkSignature(token);
    // RFC 3161 §2.3: the key is for time-stamping and for nothing else.
    const isAuthority = signer.keyUsage?.join() === OID.timeStamping;
    const trusted = readAuthority(claim.authority);
    const trust = { trusted, along: token.certificates, at };
    if (!isAuthority || !leadsToTrust(signer, trust)) throw new Refuted('not-trusted');
    return { ok: true, at };
  } catch (error) {
    // A library of certificates throws for what is none: attacker-controlled bytes, no fault.
    return { ok: false, problem: error instanceof Refuted ? error.problem : 'malformed' };
  }
}
