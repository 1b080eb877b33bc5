/**
 * The VaultSeal: k of n custodians put the root key together in memory. Every share is checked by
 * itself when it is given, and the whole against the public recipient, so that nobody can make
 * the vault open to a key that is not its own.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { instantOf } from '../../core/common/calendar-date.ts';
import { corruption } from '../../core/common/fault.ts';
import { type Outcome, permit, refuse } from '../../core/common/refusal.ts';
import { parseShare, printShare } from '../../core/vault/share-text.ts';
import type { SharePlan, VaultSeal, VaultState, VaultStatus } from '../../server/ports/vault.ts';
import { type CipherSuite, ROOT_KEY_BYTES } from './cipher-suite.ts';
import type { RootKey } from './root-key.ts';
import { combineSecret, splitSecret } from './shamir.ts';
import { shareCheck, type VaultFile, vaultMark, writeVaultFile } from './vault-file.ts';

export type SealSettings = {
  readonly path: string;
  readonly file: VaultFile | null;
  readonly suites: readonly [CipherSuite, ...CipherSuite[]];
  readonly rootKey: RootKey;
  /** No object was ever stored, or none is left. */
  readonly isEmpty: () => Promise<boolean>;
  readonly now: () => number;
};

const isPlan = ({ threshold, shares }: SharePlan): boolean =>
  Number.isSafeInteger(threshold) &&
  Number.isSafeInteger(shares) &&
  threshold >= 1 &&
  threshold <= shares &&
  shares <= 255;

const zero = (buffers: Iterable<Uint8Array>): void => {
  for (const buffer of buffers) buffer.fill(0);
};

export class CustodySeal implements VaultSeal {
  readonly #settings: SealSettings;
  readonly #listeners: ((state: VaultState) => void)[] = [];
  readonly #given = new Map<number, Uint8Array>();
  #file: VaultFile | null;
  /** One change at a time: two last shares given at once must not race. */
  #lane: Promise<unknown> = Promise.resolve();

  constructor(settings: SealSettings) {
    this.#settings = settings;
    this.#file = settings.file;
  }

  status(): VaultStatus {
    const file = this.#file;
    if (!file) return { state: 'absent', threshold: 0, shares: 0, given: 0 };
    const { threshold, shares } = file;
    return this.#settings.rootKey.held
      ? { state: 'open', threshold, shares, given: threshold }
      : { state: 'sealed', threshold, shares, given: this.#given.size };
  }

  initialise(
    plan: SharePlan,
    { replaceUnused } = { replaceUnused: false },
  ): Promise<Outcome<readonly string[]>> {
    return this.#inLane(async () => {
      const gives = replaceUnused && (await this.#isUnused());
      if (this.#file && !gives) return refuse({ code: 'already-done' });
      if (!isPlan(plan)) return refuse({ code: 'invalid-input' });
      const texts = await this.#makeRoot(plan);
      this.#tell();
      return permit(texts);
    });
  }

  giveShare(share: string): Promise<Outcome<VaultStatus>> {
    return this.#inLane(async () => {
      const file = this.#file;
      if (!file) return refuse({ code: 'vault-not-set-up' });
      if (this.#settings.rootKey.held) return refuse({ code: 'already-done' });
      const parsed = parseShare(share);
      if (!parsed || shareCheck(file.id, parsed) !== file.shareChecks[parsed.number - 1]) {
        parsed?.secret.fill(0);
        return refuse({ code: 'share-wrong' });
      }
      if (this.#given.has(parsed.number)) {
        parsed.secret.fill(0);
        return refuse({ code: 'share-already-given' });
      }
      this.#given.set(parsed.number, parsed.secret);
      if (this.#given.size >= file.threshold) await this.#open(file);
      return permit(this.status());
    });
  }

  seal(): void {
    const wasOpen = this.#settings.rootKey.held;
    this.#settings.rootKey.forget();
    this.#dropGiven();
    if (wasOpen) this.#tell();
  }

  onChange(listener: (state: VaultState) => void): void {
    this.#listeners.push(listener);
  }

  /** The suite and recipient; only an existing vault can be asked. */
  cipher(): { suite: CipherSuite; recipient: string } {
    const file = this.#file;
    const suite = this.#settings.suites.find(({ name }) => name === file?.suite);
    if (!file || !suite) throw corruption('vault.json', 'names a cipher that is not installed');
    return { suite, recipient: file.recipient };
  }

  async #isUnused(): Promise<boolean> {
    if (this.#settings.rootKey.held || this.#given.size > 0) return false;
    return this.#settings.isEmpty();
  }

  async #makeRoot(plan: SharePlan): Promise<readonly string[]> {
    const [suite] = this.#settings.suites;
    const rootKey = new Uint8Array(randomBytes(ROOT_KEY_BYTES));
    const id = randomUUID();
    const secrets = await splitSecret(rootKey, plan);
    const recipient = suite.recipientOf(rootKey);
    rootKey.fill(0);
    const shares = secrets.map((secret, index) => ({ number: index + 1, secret }));
    const file: VaultFile = {
      format: 1,
      id,
      suite: suite.name,
      recipient,
      threshold: plan.threshold,
      shares: plan.shares,
      created: instantOf(this.#settings.now()),
      shareChecks: shares.map((share) => shareCheck(id, share)),
    };
    const texts = shares.map((share) => printShare({ ...share, vaultMark: vaultMark(id) }));
    zero(secrets);
    await writeVaultFile(this.#settings.path, file);
    this.#file = file;
    return texts;
  }

  async #open(file: VaultFile): Promise<void> {
    const { suite } = this.cipher();
    const combined = await combineSecret([...this.#given.values()]);
    // `seal()` may have run during the await: the shares are then gone, and stay gone.
    const stillWanted = this.#given.size >= file.threshold;
    this.#dropGiven();
    if (!stillWanted) {
      combined.fill(0);
      return;
    }
    if (suite.recipientOf(combined) !== file.recipient) {
      combined.fill(0);
      throw corruption('vault.json', 'the shares do not make the key of this recipient');
    }
    this.#settings.rootKey.hold(combined);
    this.#tell();
  }

  #dropGiven(): void {
    zero(this.#given.values());
    this.#given.clear();
  }

  #tell(): void {
    const { state } = this.status();
    for (const listener of this.#listeners) listener(state);
  }

  #inLane<Value>(act: () => Promise<Value>): Promise<Value> {
    const turn = this.#lane.then(act);
    this.#lane = turn.catch(() => undefined);
    return turn;
  }
}
