/**
 * The claim, shown on a running process: beside a house that holds a registered document, the
 * collector works; then everything it is made of, everything it wrote and all of its memory are
 * searched for anything derived from that document. Controls show that the search would find it.
 */
import assert from 'node:assert/strict';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { utf8 } from '../core/common/sha256.ts';
import { hashOf } from '../core/parcel/manifest.ts';
import { html, startSite } from '../testkit/bad-site.ts';
import { leakHouse, SECRET_SENTENCE, SECRET_TEXT } from '../testkit/leak.ts';
import { spawnPrinting, until } from '../testkit/process-tree.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
const CHUNK_BYTES = 1024 * 1024;
const LONGEST_TRACE_BYTES = 1024;
const ZEROS = Buffer.alloc(CHUNK_BYTES);

/** Words, their UTF-16 form as V8 keeps them, hashes, ids: each in the forms that memory holds. */
function tracesOf(words: readonly string[]): readonly Buffer[] {
  return words.flatMap((word) => [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')]);
}

function firstTrace(bytes: Buffer, traces: readonly Buffer[]): string | null {
  return traces.find((trace) => bytes.includes(trace))?.toString('utf8') ?? null;
}

type Region = { readonly from: number; readonly to: number };

/** Where the process holds anything of its own: not only its program's files, not only room. */
function regionsOf(pid: number): readonly Region[] {
  const maps = readFileSync(`/proc/${pid}/smaps`, 'utf8').split(/^(?=[0-9a-f]+-[0-9a-f]+ )/m);
  return maps.flatMap((map) => {
    const [, from = '', to = '', rights = ''] = /^([0-9a-f]+)-([0-9a-f]+) (\S+)/.exec(map) ?? [];
    const own = Number(/^Anonymous:\s+(\d+)/m.exec(map)?.[1] ?? 0);
    return rights.startsWith('r') && own > 0
      ? [{ from: Number.parseInt(from, 16), to: Number.parseInt(to, 16) }]
      : [];
  });
}

/** The first of the traces in the memory of a stopped process; null when there is none. */
function traceInMemory(pid: number, traces: readonly Buffer[]): string | null {
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  const chunk = Buffer.alloc(CHUNK_BYTES);
  try {
    for (const { from, to } of regionsOf(pid)) {
      for (let at = from; at < to; at += CHUNK_BYTES - LONGEST_TRACE_BYTES) {
        let read = 0;
        try {
          read = readSync(memory, chunk, 0, Math.min(CHUNK_BYTES, to - at), at);
        } catch {
          break; // Reserved, and not backed by memory.
        }
        const bytes = chunk.subarray(0, read);
        // Most of what a runtime reserves was never written.
        if (bytes.equals(ZEROS.subarray(0, read))) continue;
        const found = firstTrace(bytes, traces);
        if (found !== null) return found;
      }
    }
    return null;
  } finally {
    closeSync(memory);
  }
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

const PUBLIC_WORDS = 'giải đua thuyền truyền thống lần thứ mười hai';

test('files and memory of the collector hold nothing of a registered document', async (t) => {
  const house = await leakHouse(t);
  const site = await startSite(t, { '/trang': html(`<p>${PUBLIC_WORDS}, hai mươi đội.</p>`) });
  const folder = mkdtempSync(join(tmpdir(), 'niemphong-collector-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const sources = [{ name: 'trang', kind: 'page', url: `${site.origin}/trang` }];
  const config = { contact: 'test', sources, trialAddresses: [site.address] };
  writeFileSync(join(folder, 'collector.json'), JSON.stringify(config));
  // Takes its page, then waits for the next round with all of it in memory.
  const collector = spawnPrinting(
    process.execPath,
    ...[MAIN, 'run', '--state', folder, '--every', '60', '--lang', 'en'],
  );
  t.after(async () => {
    collector.child.kill('SIGTERM');
    await collector.ended;
  });
  const pid = collector.child.pid;
  assert.ok(pid);
  await until(() => collector.lines.some((line) => line.includes('One round done')), 'a round');
  assert.ok(site.asked.includes('200 /trang'), collector.complaint());
  const secret = tracesOf([
    SECRET_SENTENCE.slice(0, 60),
    'bảy ứng viên dự phòng',
    'bay ung vien du phong',
    house.documentId,
    hashOf(utf8(SECRET_TEXT)),
  ]);
  assert.equal(traceInMemory(pid, secret), null);
  assert.notEqual(
    traceInMemory(pid, tracesOf([PUBLIC_WORDS])),
    null,
    'the search finds what is there',
  );
  const made = [fileURLToPath(new URL('.', import.meta.url)), folder].flatMap(filesUnder);
  const core = fileURLToPath(new URL('../core', import.meta.url));
  const loaded = ['common', 'parcel'].flatMap((concept) => filesUnder(join(core, concept)));
  for (const path of [...made, ...loaded].filter((each) => !each.endsWith('.test.ts'))) {
    assert.equal(firstTrace(readFileSync(path), secret), null, path);
  }
  collector.child.kill('SIGTERM');
  await collector.ended;
  assert.equal(collector.child.exitCode, 0, 'told to stop, it stops at once');
});

test('the same search finds a secret in a process that holds it', async () => {
  const keep = `const kept = ${JSON.stringify(SECRET_SENTENCE)};
    console.log('kept'); setInterval(() => kept, 1e6)`;
  const holder = spawnPrinting(process.execPath, '-e', keep);
  try {
    await until(() => holder.lines.includes('kept'), 'the process holds it');
    assert.ok(holder.child.pid);
    assert.notEqual(
      traceInMemory(holder.child.pid, tracesOf([SECRET_SENTENCE.slice(0, 60)])),
      null,
    );
  } finally {
    holder.child.kill('SIGKILL');
    await holder.ended;
  }
});
