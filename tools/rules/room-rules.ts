/** The room map: who may import what (`ROOMS`, `CORE_ORDER`, `MODULE_RULES`, `PACKAGE_OWNERS`). */
import { posix } from 'node:path';
import {
  CORE_ALONE,
  CORE_ORDER,
  FEATURES,
  ROOMS,
  SERVER_FOLDERS,
  WEB_FOLDERS,
  WEB_WHOLE,
} from '../house.ts';
import { MODULE_RULES } from '../house-modules.ts';
import { PACKAGE_OWNERS, TYPE_READERS } from '../house-packages.ts';
import type { ImportFact } from '../source-scan.ts';
import { type Finding, isTest, type Source } from '../source-tree.ts';

type Room = (typeof ROOMS)[number];
type Words = readonly string[];

export function roomOf(path: string): Room | undefined {
  return ROOMS.find((room) => room.files.test(path));
}

function segment(path: string, at: number): string {
  return path.split('/')[at] ?? '';
}

function ownFolder(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}

function coreRefusal(from: string, to: string): string | null {
  const [mine, theirs] = [segment(from, 1), segment(to, 1)];
  if (mine === theirs || theirs === 'common') return null;
  const order: Words = CORE_ORDER;
  if ((CORE_ALONE as Words).includes(mine)) return `core/${mine} stands alone on core/common`;
  if (order.includes(theirs) && order.indexOf(theirs) < order.indexOf(mine)) return null;
  return `core/${theirs} does not come before core/${mine}`;
}

function featureRefusal(from: string, to: string): string | null {
  const [mine, theirs] = [segment(from, 1), segment(to, 1)];
  const features: Words = FEATURES;
  if (mine === theirs || !features.includes(theirs)) return null;
  const whole = (WEB_WHOLE as Words).includes(mine) || from.split('/').length === 2;
  return whole ? null : `web/${mine} may not see the feature web/${theirs}`;
}

function refusalWithin(room: Room, from: string, to: string): string | null {
  switch (room.within) {
    case 'room':
      return null;
    case 'own-folder':
      return ownFolder(from) === ownFolder(to)
        ? null
        : `${ownFolder(from)} may not see ${ownFolder(to)}`;
    case 'core-order':
      return coreRefusal(from, to);
    case 'own-feature':
      return featureRefusal(from, to);
  }
}

function refusalOfPath(from: string, to: string, typeOnly: boolean): string | null {
  const [mine, theirs] = [roomOf(from), roomOf(to)];
  if (!mine || /\.json$/.test(to)) return null;
  if (!theirs) return `${to} is in no room`;
  if (theirs.name === 'main' && mine.name !== 'main') return 'a main file is never imported';
  // The test of one feature may drive the verbs of others to bring its state about.
  const tried = isTest(from) && mine.testImports.includes(theirs.name);
  if (tried || mine.imports === 'all') return null;
  if (mine === theirs) return refusalWithin(mine, from, to);
  const named = typeOnly && mine.typeImports?.includes(theirs.name);
  if (named || mine.imports.includes(theirs.name)) return null;
  return `${mine.name} may not import ${theirs.name}`;
}

function refusalOfModule(from: string, module: string): string | null {
  const mine = roomOf(from);
  if (mine && !mine.node && !isTest(from) && !/\.config\.ts$/.test(from)) {
    return `${mine.name} is pure: no ${module}`;
  }
  const rule = MODULE_RULES.find((each) => each.module.test(module));
  return rule && !rule.onlyIn.test(from) ? `no ${module}: ${rule.because}` : null;
}

function packageName(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}

function refusalOfPackage(from: string, { specifier, typeOnly }: ImportFact): string | null {
  const name = packageName(specifier);
  if (typeOnly && TYPE_READERS[name]?.test(from)) return null;
  const owner = PACKAGE_OWNERS[name];
  if (owner === undefined) return `the package ${name} has no owner in tools/house-packages.ts`;
  return owner?.test(from) ? null : `${name} may not be imported here`;
}

function refusalOf(from: string, fact: ImportFact): string | null {
  const { specifier, typeOnly } = fact;
  if (specifier.startsWith('.')) {
    const to = posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''));
    return refusalOfPath(from, to, typeOnly);
  }
  if (specifier.startsWith('node:')) return refusalOfModule(from, specifier);
  return refusalOfPackage(from, fact);
}

/** Every import of one file against the room map. */
export function findForbiddenImports({ path, facts }: Source): Finding[] {
  return facts.imports.flatMap((fact) => {
    const refused = refusalOf(path, fact);
    if (!refused) return [];
    return [{ path, line: fact.line, what: `imports '${fact.specifier}': ${refused}` }];
  });
}

const KNOWN_FOLDERS: Readonly<Record<string, Words>> = {
  core: [...CORE_ORDER, ...CORE_ALONE],
  server: [...FEATURES, ...SERVER_FOLDERS],
  web: [...FEATURES, ...WEB_FOLDERS, 'public'],
};

/** A source file stands in a room, and in a folder whose word the house knows. */
export function findUnknownFolders(path: string): Finding[] {
  if (!roomOf(path)) return [{ path, what: 'stands in no room of tools/house.ts' }];
  const known = KNOWN_FOLDERS[segment(path, 0)];
  if (!known || path.split('/').length === 2 || known.includes(segment(path, 1))) return [];
  return [{ path, what: `the house knows no folder ${ownFolder(path)}` }];
}
