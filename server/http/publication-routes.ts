import * as contract from '../../contract/publication.ts';
import type { Parts } from '../ports/parts.ts';
import { checkFile, checkText } from '../publication/check.ts';
import { type Route, route } from './route.ts';

export function publicationRoutes(parts: Parts): readonly Route[] {
  return [
    route(contract.checkText, ({ body }, { actor }) => checkText(parts, actor, body)),
    route(contract.checkFile, ({ file }, { actor }) => checkFile(parts, actor, { file })),
  ];
}
