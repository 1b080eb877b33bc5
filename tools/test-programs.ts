/**
 * The real programs that tests talk to: Postfix, Squid and c-icap-client at the gateways, NATS as
 * the queue of the matchers. Where they are absent and may not be installed, those tests say so and
 * are skipped.
 */
import { findProgram, installFromDebian, mayInstall } from './debian.ts';

const PACKAGE_OF = {
  postfix: 'postfix',
  squid: 'squid',
  'c-icap-client': 'c-icap',
  'nats-server': 'nats-server',
} as const;
export type TestProgram = keyof typeof PACKAGE_OF;

export function providePrograms(programs: readonly TestProgram[]): void {
  const missing = programs.filter((program) => !findProgram([program]));
  if (missing.length === 0 || !mayInstall()) return;
  // One by one: what one of them cannot have, the others can.
  for (const program of missing) {
    if (!installFromDebian([PACKAGE_OF[program]])) {
      console.log(`    – ${program} could not be installed`);
    }
  }
}
