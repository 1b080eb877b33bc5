/** Every route of the house, feature by feature. */
import { accessRoutes } from '../server/http/access-routes.ts';
import { adminRoutes } from '../server/http/admin-routes.ts';
import { copyMarkRoutes } from '../server/http/copying/copy-mark-routes.ts';
import { copyingRoutes } from '../server/http/copying/copying-routes.ts';
import { determinationRoutes } from '../server/http/determination-routes.ts';
import { evidenceRoutes } from '../server/http/evidence-routes.ts';
import { identityRoutes } from '../server/http/identity-routes.ts';
import { inboxRoutes } from '../server/http/inbox-routes.ts';
import { incidentRoutes } from '../server/http/incident-routes.ts';
import { ledgerRoutes } from '../server/http/ledger-routes.ts';
import { peopleRoutes } from '../server/http/people-routes.ts';
import { publicationRoutes } from '../server/http/publication-routes.ts';
import { registryRoutes } from '../server/http/registry-routes.ts';
import type { Route } from '../server/http/route.ts';
import { vaultRoutes } from '../server/http/vault-routes.ts';
import { intakeRoutes } from '../server/http/watch/intake-routes.ts';
import { watchRoutes } from '../server/http/watch-routes.ts';
import type { Parts } from '../server/ports/parts.ts';

export function allRoutes(parts: Parts): readonly Route[] {
  return [
    ...identityRoutes(parts),
    ...adminRoutes(parts),
    ...vaultRoutes(parts),
    ...peopleRoutes(parts),
    ...inboxRoutes(parts),
    ...determinationRoutes(parts),
    ...accessRoutes(parts),
    ...registryRoutes(parts),
    ...ledgerRoutes(parts),
    ...publicationRoutes(parts),
    ...watchRoutes(parts),
    ...intakeRoutes(parts),
    ...incidentRoutes(parts),
    ...evidenceRoutes(parts),
    ...copyMarkRoutes(parts),
    ...copyingRoutes(parts),
  ];
}
