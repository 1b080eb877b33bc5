/**
 * Calls that come while one is under way go together in the next: many small statements become few,
 * and a single one waits for nobody.
 */

type Waiting<Item, Result> = {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
};

/** `run` gives a result for each item, in their order; what it throws, every one of them hears. */
export function gathered<Item, Result>(
  most: number,
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
): (item: Item) => Promise<Result> {
  const waiting: Waiting<Item, Result>[] = [];
  let running = false;

  async function drain(): Promise<void> {
    running = true;
    while (waiting.length > 0) {
      const together = waiting.splice(0, most);
      try {
        const results = await run(together.map(({ item }) => item));
        together.forEach(({ resolve }, at) => void resolve(results[at] as Result));
      } catch (reason) {
        for (const { reject } of together) reject(reason);
      }
    }
    running = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      // What is called in this turn of the loop goes together as well.
      if (!running) queueMicrotask(() => running || drain());
    });
}
