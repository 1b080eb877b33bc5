/** `count` pieces of work at a time; the others wait. Askers take turns, in the order they came. */
export function slots(
  count: number,
): <Value>(work: () => Promise<Value>, asker?: string) => Promise<Value> {
  let free = count;
  const waiting: Waiting = new Map();
  return async (work, asker = '') => {
    if (free === 0) {
      await new Promise<void>((go) => waiting.set(asker, [...(waiting.get(asker) ?? []), go]));
    } else free -= 1;
    try {
      return await work();
    } finally {
      const next = takeNext(waiting);
      if (next) next();
      else free += 1;
    }
  };
}

type Waiting = Map<string, (() => void)[]>;

/** Whose turn it was goes to the end of the row. */
function takeNext(waiting: Waiting): (() => void) | undefined {
  for (const [asker, [next, ...rest]] of waiting) {
    waiting.delete(asker);
    if (rest.length > 0) waiting.set(asker, rest);
    return next;
  }
  return undefined;
}
