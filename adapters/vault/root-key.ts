/** The root key while the vault is open: one buffer, overwritten when it is sealed. */
import { VaultSealed } from '../../server/ports/vault.ts';

export class RootKey {
  #bytes: Uint8Array | null = null;

  get held(): boolean {
    return this.#bytes !== null;
  }

  /** The bytes, for use before the next `await` only. Throws VaultSealed. */
  use(): Uint8Array {
    if (!this.#bytes) throw new VaultSealed();
    return this.#bytes;
  }

  /** Takes the buffer over: its giver keeps no copy. */
  hold(bytes: Uint8Array): void {
    this.forget();
    this.#bytes = bytes;
  }

  forget(): void {
    this.#bytes?.fill(0);
    this.#bytes = null;
  }
}
