/** What the house is built from. A verb asks for the parts it needs: `Pick<Parts, 'acts'>`. */
import type { Regime } from '../../regimes/vn-2026/regime.ts';
import type { Acts } from './acts.ts';
import type { BookPrinter } from './book-printer.ts';
import type { Clock, Randomness } from './clock.ts';
import type { CompareIndex } from './compare-index.ts';
import type { CopyPrinter } from './copying/copy-printer.ts';
import type { PackageKit } from './evidence/package-kit.ts';
import type { PagePhotographer } from './evidence/page-photographer.ts';
import type { PaperPrinter } from './evidence/paper-printer.ts';
import type { TimeStamper } from './evidence/time-stamper.ts';
import type { Extractor } from './extractor.ts';
import type { LedgerSigner } from './ledger-signer.ts';
import type { PairComparer } from './pair-comparer.ts';
import type { Passwords, Sessions, SignInBrake } from './sessions.ts';
import type { VaultSeal, VaultStore } from './vault.ts';

export type Parts = {
  readonly acts: Acts;
  readonly law: Regime;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly seal: VaultSeal;
  readonly store: VaultStore;
  readonly extractor: Extractor;
  readonly compareIndex: CompareIndex;
  readonly pairComparer: PairComparer;
  readonly bookPrinter: BookPrinter;
  readonly paperPrinter: PaperPrinter;
  readonly copyPrinter: CopyPrinter;
  readonly photographer: PagePhotographer;
  readonly timeStamper: TimeStamper;
  readonly packageKit: PackageKit;
  readonly ledgerSigner: LedgerSigner;
  readonly passwords: Passwords;
  readonly sessions: Sessions;
  readonly brake: SignInBrake;
};
