/** A broken assumption is a bug: it throws, and nobody catches it but the outermost edge. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
}

export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}

/** For the `default` of an exhaustive `switch`: the compiler lists every place to visit. */
export function assertNever(value: never): never {
  throw new InvariantError(`unexpected value: ${JSON.stringify(value)}`);
}
