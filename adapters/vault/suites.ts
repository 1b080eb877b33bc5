/** The one place that chooses a cipher suite by the name in `vault.json`. */
import { ageX25519Suite } from './age-x25519-suite.ts';
import type { CipherSuite } from './cipher-suite.ts';

/** The first is used for a new vault; every one in the list can open an old one. */
export const SUITES: readonly [CipherSuite, ...CipherSuite[]] = [ageX25519Suite];
