/**
 * A picture of a captured page, as a reader of the press would have seen it. Drawn on this machine
 * from the captured bytes alone, without network and without running a script of the page, in a
 * bounded process: the page is attacker-controlled. Asked by the verbs of `evidence`.
 */
import type { EvidenceWarning } from '../../../core/evidence/evidence.ts';

export type CapturedPage = {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly url: string | null;
};

export type PagePhoto = {
  /** PNG; null when there is none, and the warnings say why. */
  readonly png: Uint8Array | null;
  readonly warnings: readonly EvidenceWarning[];
};

export interface PagePhotographer {
  /** Never throws for what a page holds. */
  photograph(page: CapturedPage): Promise<PagePhoto>;
}
