/**
 * Sealing of what travels between the house and its matchers through other people's engines: a
 * fresh key for each opening of the vault, handed over on a private line and forgotten on sealing.
 */

export type LetterKey = {
  /** Name of the cipher suite of the vault. */
  readonly suite: string;
  readonly key: Uint8Array;
};

export interface Letters {
  /** `about`: what the letter is; it opens as nothing else. Throws when forgotten. */
  seal(about: string, content: Uint8Array): Uint8Array;
  /** Null: not sealed under this key about this. Throws when forgotten. */
  open(about: string, sealed: Uint8Array): Uint8Array | null;
  /** Overwrites the key. */
  forget(): void;
}
