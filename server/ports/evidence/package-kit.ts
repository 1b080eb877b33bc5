/**
 * What a hand-over package needs beside its contents: the checker that lies in it, and the one
 * file in which it travels. Asked by the verb that makes packages.
 */
export interface PackageKit {
  /** A program in one file that checks the package and needs nothing but Node. */
  checker(): Uint8Array;
  zip(files: ReadonlyMap<string, Uint8Array>): Uint8Array;
}
