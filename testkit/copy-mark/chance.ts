/** Chance with a seed (mulberry32): the same trial each time. */
export type Chance = {
  /** From 0 to, not including, 1. */
  next(): number;
  between(low: number, high: number): number;
  /** Normal, mean 0, deviation 1. */
  normal(): number;
};

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return { next, between: (low, high) => low + (high - low) * next(), normal };
}
