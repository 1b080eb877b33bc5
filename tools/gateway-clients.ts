/**
 * The real clients of the gateways' tests: Postfix, Squid and c-icap-client. Where they are absent
 * and may not be installed, those tests say so and are skipped.
 */
import { findProgram, installFromDebian, mayInstall } from './debian.ts';

const PACKAGE_OF = { postfix: 'postfix', squid: 'squid', 'c-icap-client': 'c-icap' } as const;

export function provideGatewayClients(): void {
  const missing = Object.entries(PACKAGE_OF).filter(([program]) => !findProgram([program]));
  if (missing.length === 0 || !mayInstall()) return;
  // One by one: what one of them cannot have, the others can.
  for (const [program, name] of missing) {
    if (!installFromDebian([name])) console.log(`    – ${program} could not be installed`);
  }
}
