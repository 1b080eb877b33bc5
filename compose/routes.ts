/** Every route of the house, feature by feature. */
import { accessRoutes } from '../server/http/access-routes.ts';
import { determinationRoutes } from '../server/http/determination-routes.ts';
import { identityRoutes } from '../server/http/identity-routes.ts';
import { registryRoutes } from '../server/http/registry-routes.ts';
import type { Route } from '../server/http/route.ts';
import type { Parts } from '../server/ports/parts.ts';

export function allRoutes(parts: Parts): readonly Route[] {
  return [
    ...identityRoutes(parts),
    ...determinationRoutes(parts),
    ...accessRoutes(parts),
    ...registryRoutes(parts),
  ];
}
