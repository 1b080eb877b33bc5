import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { opensslAuthority } from '../../testkit/openssl-authority.ts';
import { encode, MalformedDer, readAll } from './der.ts';
import { lanAuthority, noAuthority } from './lan-authority.ts';
import { checkTimeStamp } from './time-stamp.ts';
import { encodeRequest, nonceOf } from './time-stamp-request.ts';

const random = (length: number) => new Uint8Array(randomBytes(length));
const CONTENT = Buffer.from('danh sách dấu băm\n');
const digest = new Uint8Array(createHash('sha256').update(CONTENT).digest());

test('a time-stamp of a real authority is believed, by us and by openssl', async (t) => {
  const real = await opensslAuthority(t);
  const { authority, folder, url } = real;
  const stamp = await lanAuthority({ url, authority, random }).stamp(digest);
  assert.ok(stamp);
  assert.ok(Math.abs(Date.parse(stamp.at) - Date.now()) < 60_000);
  assert.deepEqual(checkTimeStamp({ response: stamp.response, digest, authority }), {
    ok: true,
    at: stamp.at,
  });
  writeFileSync(join(folder, 'stamped'), CONTENT);
  writeFileSync(join(folder, 'stamped.tsr'), stamp.response);
  const words = ['ts', '-verify', '-data', 'stamped', '-in', 'stamped.tsr', '-CAfile', 'ca.pem'];
  const run = spawnSync('openssl', words, { cwd: folder, encoding: 'utf8' });
  assert.match(run.stdout, /Verification: OK/);
});

test('no byte of a time-stamp can change without being noticed', async (t) => {
  const { authority, answer } = await opensslAuthority(t);
  const response = answer(encodeRequest(digest, nonceOf(random(8))));
  assert.equal(checkTimeStamp({ response, digest, authority }).ok, true);
  const believed: number[] = [];
  for (let at = 0; at < response.length; at += 1) {
    const changed = Uint8Array.from(response);
    changed[at] = (changed[at] ?? 0) ^ 0x01;
    const checked = checkTimeStamp({ response: changed, digest, authority });
    if (checked.ok) believed.push(at);
  }
  // What the signature does not cover and nobody reads: versions and names of algorithms. openssl
  // lets them pass as well; the list of hashes over the whole file does not.
  assert.ok(believed.length < 40, `${believed.length} of ${response.length}`);
  for (let length = 0; length < response.length; length += 7) {
    assert.equal(
      checkTimeStamp({ response: response.slice(0, length), digest, authority }).ok,
      false,
    );
  }
});

test('a time-stamp over something else, by somebody else or refused is not believed', async (t) => {
  const [real, other] = [await opensslAuthority(t), await opensslAuthority(t)];
  const { authority, answer } = real;
  const problem = (response: Uint8Array, more: { nonce?: Uint8Array; authority?: string } = {}) => {
    const checked = checkTimeStamp({ response, digest, authority, ...more });
    return checked.ok ? null : checked.problem;
  };
  const nonce = nonceOf(random(8));
  const good = answer(encodeRequest(digest, nonce));
  assert.equal(problem(good, { nonce }), null);
  assert.equal(problem(good, { nonce: nonceOf(random(8)) }), 'other-nonce');
  assert.equal(problem(good, { authority: other.authority }), 'not-trusted');
  assert.equal(problem(good, { authority: 'nothing' }), 'not-trusted');
  assert.equal(problem(answer(encodeRequest(random(32), nonce))), 'other-content');
  assert.equal(problem(answer(random(40))), 'refused');
  assert.equal(problem(random(500)), 'malformed');
  // openssl itself refuses to sign with a certificate that is not for time-stamping.
  assert.throws(() => answer(encodeRequest(digest, nonce), 'server'));
});

/** The same answer, with its certificates so many times; no signature covers how many there are. */
function withCertificates(response: Uint8Array, times: number): Uint8Array {
  const inside = (bytes: Uint8Array, at: number, change: (content: Uint8Array) => Uint8Array) => {
    const nodes = readAll(bytes);
    return Buffer.concat(
      nodes.map(({ tag, content, whole }, index) =>
        index === at ? encode(tag, change(content)) : whole,
      ),
    );
  };
  const path = [0, 1, 1, 0, 3];
  const change = (bytes: Uint8Array, [at = 0, ...rest]: readonly number[]): Uint8Array =>
    inside(bytes, at, (content) =>
      rest.length > 0 ? change(content, rest) : Buffer.concat(Array(times).fill(content)),
    );
  return new Uint8Array(change(response, path));
}

test('an answer with a crowd of certificates is turned away before any is followed', async (t) => {
  const { authority, answer } = await opensslAuthority(t);
  const response = answer(encodeRequest(digest, nonceOf(random(8))));
  const judge = (times: number) =>
    checkTimeStamp({ response: withCertificates(response, times), digest, authority });
  assert.equal(judge(1).ok, true);
  assert.equal(judge(3).ok, true);
  assert.deepEqual(judge(40), { ok: false, problem: 'malformed' });
});

test('an authority that is silent, late, wrong or endless gives no time-stamp', async (t) => {
  const real = await opensslAuthority(t);
  const { authority, url, answer } = real;
  const stamper = lanAuthority({ url, authority, random });
  const old = answer(encodeRequest(digest, nonceOf(random(8))));
  for (const instead of [
    () => null,
    () => old,
    () => new Uint8Array(5_000_000),
    () => new Uint8Array(0),
  ]) {
    real.instead = instead;
    assert.equal(await stamper.stamp(digest), null);
  }
  assert.equal(real.asked, 4);
  const nowhere = lanAuthority({ url: 'http://127.0.0.1:9/', authority, random });
  assert.equal(await nowhere.stamp(digest), null);
  assert.equal(await noAuthority.stamp(digest), null);
});

test('only the one shortest form of a length is read', () => {
  assert.equal(readAll(Uint8Array.of(0x04, 0x01, 0x07)).length, 1);
  for (const bytes of [
    [0x04, 0x81, 0x01, 0x07],
    [0x04, 0x80, 0x07, 0x00, 0x00],
    [0x04, 0x02, 0x07],
    [0x04],
    [0x1f, 0x01, 0x00],
  ]) {
    assert.throws(() => readAll(Uint8Array.from(bytes)), MalformedDer);
  }
});
