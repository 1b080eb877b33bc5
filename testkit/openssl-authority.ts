/** A real time-stamping authority for tests: `openssl ts` behind a small local HTTP server. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CONFIG = `
[req]
distinguished_name = dn
[dn]
[ca]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
[tsa]
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[server]
keyUsage = critical,digitalSignature
[ts]
serial = serial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ordering = no
tsa_name = no
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`;

export type OpensslAuthority = {
  readonly folder: string;
  readonly url: string;
  /** PEM of the root that signed the authority's certificate. */
  readonly authority: string;
  /** The answer of `openssl ts` to a query; `signer`: which certificate signs. */
  answer(query: Uint8Array, signer?: 'tsa' | 'server'): Uint8Array;
  /** Given one, the server answers with this instead. */
  instead: ((query: Uint8Array) => Uint8Array | null) | null;
  asked: number;
};

function openssl(folder: string, ...words: readonly string[]): void {
  const run = spawnSync('openssl', words, { cwd: folder, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`openssl ${words[0]}: ${run.stderr}`);
}

function makeKeys(folder: string): void {
  const key = ['-newkey', 'rsa:2048', '-nodes', '-sha256'];
  const of = (name: string) => ['-keyout', `${name}.key`, '-subj', `/CN=${name}`];
  const long = ['-days', '3650'];
  writeFileSync(join(folder, 'config'), CONFIG);
  writeFileSync(join(folder, 'serial'), '01\n');
  const config = ['-config', 'config'];
  const root = ['-x509', ...long, '-extensions', 'ca', '-out', 'ca.pem'];
  openssl(folder, 'req', ...config, ...key, ...of('ca'), ...root);
  for (const name of ['tsa', 'server']) {
    openssl(folder, 'req', ...config, ...key, ...of(name), '-out', `${name}.csr`);
    const by = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-sha256', ...long];
    const as = ['-extfile', 'config', '-extensions', name, '-out', `${name}.pem`];
    openssl(folder, 'x509', '-req', '-in', `${name}.csr`, ...by, ...as);
  }
}

export async function opensslAuthority(life: {
  after(close: () => Promise<void>): void;
}): Promise<OpensslAuthority> {
  const folder = mkdtempSync(join(tmpdir(), 'niemphong-tsa-'));
  makeKeys(folder);
  const answer = (query: Uint8Array, signer = 'tsa'): Uint8Array => {
    writeFileSync(join(folder, 'query'), query);
    const by = ['-signer', `${signer}.pem`, '-inkey', `${signer}.key`];
    const files = ['-queryfile', 'query', '-out', 'answer'];
    openssl(folder, 'ts', '-reply', '-config', 'config', '-section', 'ts', ...by, ...files);
    return new Uint8Array(readFileSync(join(folder, 'answer')));
  };
  const server = createServer((incoming, outgoing) => {
    const pieces: Buffer[] = [];
    incoming.on('data', (piece: Buffer) => pieces.push(piece));
    incoming.on('end', () => {
      made.asked += 1;
      const query = new Uint8Array(Buffer.concat(pieces));
      const said = made.instead ? made.instead(query) : answer(query);
      outgoing.statusCode = said ? 200 : 503;
      outgoing.end(said ?? '');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  life.after(async () => {
    server.close();
    server.closeAllConnections();
    rmSync(folder, { recursive: true, force: true });
  });
  const { port } = server.address() as AddressInfo;
  const made: OpensslAuthority = {
    folder,
    url: `http://127.0.0.1:${port}/`,
    authority: readFileSync(join(folder, 'ca.pem'), 'utf8'),
    answer,
    instead: null,
    asked: 0,
  };
  return made;
}
