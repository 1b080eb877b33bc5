/** Randomness that can be repeated from its seed (mulberry32), and damage done with it. */
export function randomFrom(seed: number) {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  const bytes = (length: number): Buffer =>
    Buffer.from(Uint8Array.from({ length }, () => below(256)));
  /** Flips, overwrites with boundary values, cuts, doubles or moves parts of a good file. */
  const mutate = (good: Buffer): Buffer => {
    let file = Buffer.from(good);
    for (let left = 1 + below(8); left > 0; left -= 1) {
      const at = below(file.length);
      const run = file.subarray(at, at + 1 + below(64));
      const kind = below(6);
      if (kind === 0) run[0] = (run[0] ?? 0) ^ (1 << below(8));
      else if (kind === 1) run.fill([0, 0x7f, 0x80, 0xff][below(4)] ?? 0);
      else if (kind === 2) bytes(run.length).copy(run);
      else if (kind === 3) file = Buffer.concat([file.subarray(0, at), run, file.subarray(at)]);
      else if (kind === 4) file = Buffer.concat([file.subarray(0, at), file.subarray(at + 16)]);
      else file.copyWithin(below(file.length), at, at + run.length);
      if (file.length === 0) return bytes(16);
    }
    return file;
  };
  return { below, bytes, mutate };
}
