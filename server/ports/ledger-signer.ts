/**
 * Signs heads of the ledger (C2SP tlog-checkpoint). The private key never leaves the adapter. Asked
 * by the verbs of `ledger` only, with heads that the database has confirmed.
 */
export type LedgerHead = { readonly size: number; readonly root: Uint8Array };

export interface LedgerSigner {
  /** The verifier key in signed-note form, one line. */
  readonly vkey: string;
  /**
   * The signed checkpoint. The largest head ever signed is kept; one of the same size with another
   * root is corruption, and thrown as such.
   */
  sign(head: LedgerHead): string;
}
