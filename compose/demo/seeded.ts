/** Choices that come out the same for the same seed, so that every demo tells the same story. */
export type Seeded = {
  /** A whole number from `least` to `most`. */
  number(least: number, most: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** `count` different items. */
  some<Item>(items: readonly Item[], count: number): readonly Item[];
};

/** Mulberry32: small and even enough for inventing texts; never for anything secret. */
export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const number = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const some = <Item>(items: readonly Item[], count: number): readonly Item[] => {
    const left = [...items];
    const taken: Item[] = [];
    while (taken.length < count && left.length > 0) {
      taken.push(...left.splice(number(0, left.length - 1), 1));
    }
    return taken;
  };
  const pick = <Item>(items: readonly Item[]): Item => {
    const [item] = some(items, 1);
    if (item === undefined) throw new TypeError('nothing to pick from');
    return item;
  };
  return { number, pick, some };
}
