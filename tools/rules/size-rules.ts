/** Sizes and names (`SIZES` and the exemption lists of `house.ts`). */
import { basename, dirname } from 'node:path/posix';
import {
  DEFAULT_EXPORTS,
  EMPTY_NAMES,
  LONG_FILES,
  LONG_FUNCTIONS,
  MANY_PARAMETERS,
  SIZES,
  WIDE_FOLDERS,
} from '../house.ts';
import { type Finding, isCode, isTest, type Source, type TextFile } from '../source-tree.ts';

type Exemption = { readonly path: string; readonly because: string };

function isExempt(list: readonly Exemption[], path: string): boolean {
  return list.some((each) =>
    each.path.endsWith('/') ? path.startsWith(each.path) : path === each.path,
  );
}

function linesOf(text: string): string[] {
  return text.replace(/\n$/, '').split('\n');
}

const SIZED = /\.(tsx?|mjs|sql|css|sh)$/;
/** One key and one string, or one address: breaking it would make it worse to read. */
const UNBREAKABLE =
  /^\s*(export const \w+ =|[\w'".-]+:|return)?\s*(['"`]).*\2[,;)]*$|^\W*https?:\S+$/;

export function findLongFiles(file: TextFile): Finding[] {
  const lines = linesOf(file.text).length;
  if (!SIZED.test(file.path) || lines <= SIZES.fileLines || isExempt(LONG_FILES, file.path)) {
    return [];
  }
  return [{ path: file.path, what: `${lines} lines, limit ${SIZES.fileLines}` }];
}

export function findWideLines(file: TextFile): Finding[] {
  if (!SIZED.test(file.path)) return [];
  return linesOf(file.text).flatMap((line, at) => {
    const columns = [...line.normalize('NFC')].length;
    if (columns <= SIZES.lineColumns || UNBREAKABLE.test(line)) return [];
    return [
      { path: file.path, line: at + 1, what: `${columns} columns, limit ${SIZES.lineColumns}` },
    ];
  });
}

export function findLongFunctions(source: Source): Finding[] {
  const { path, facts } = source;
  return facts.functions.flatMap(({ name, line, lines, argumentOf }) => {
    if (lines <= SIZES.functionLines || /^(describe|suite)$/.test(argumentOf ?? '')) return [];
    if (isExempt(LONG_FUNCTIONS, `${path}#${name}`)) return [];
    return [{ path, line, what: `${name} has ${lines} lines, limit ${SIZES.functionLines}` }];
  });
}

/** A function written as an argument takes what its caller gives; all others keep the limit. */
export function findManyParameters(source: Source): Finding[] {
  return source.facts.functions
    .filter((each) => each.argumentOf === null && each.parameters > SIZES.parameters)
    .filter(({ name }) => !isExempt(MANY_PARAMETERS, `${source.path}#${name}`))
    .map(({ name, line, parameters }) => ({
      path: source.path,
      line,
      what: `${name} takes ${parameters} parameters, limit ${SIZES.parameters}: use one object`,
    }));
}

export function findWidePorts(source: Source): Finding[] {
  if (!source.path.startsWith('server/ports/')) return [];
  return source.facts.shapes
    .filter((shape) => shape.methods > SIZES.portMethods)
    .map(({ name, line, methods }) => ({
      path: source.path,
      line,
      what: `${name} has ${methods} methods, limit ${SIZES.portMethods}`,
    }));
}

/** A test stands beside its source and is not counted. */
export function findFullFolders(paths: readonly string[]): Finding[] {
  const counts = new Map<string, number>();
  for (const path of paths) {
    if (isTest(path) || isExempt(LONG_FILES, path)) continue;
    counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
  }
  return [...counts]
    .filter(([folder, count]) => count > SIZES.folderFiles && !isExempt(WIDE_FOLDERS, folder))
    .map(([path, count]) => ({ path, what: `${count} files, limit ${SIZES.folderFiles}` }));
}

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|e2e|config|module|d))?\.[a-z]+$/;

export function findBadNames(path: string): Finding[] {
  if (!isCode(path) && !/\.(css|sql)$/.test(path)) return [];
  const name = basename(path);
  const words = name.replace(/\..*$/, '').split('-');
  const last = words.at(-1) ?? '';
  if ((EMPTY_NAMES as readonly string[]).includes(last)) {
    return [{ path, what: `the word "${last}" does not say what the file holds` }];
  }
  return KEBAB.test(name) ? [] : [{ path, what: 'file names are kebab-case' }];
}

export function findBarrels(source: Source): Finding[] {
  const { path, facts } = source;
  if (/(^|\/)index\.(tsx?|mjs)$/.test(path)) return [{ path, what: 'no index file: no barrels' }];
  if (facts.onlyReExports) return [{ path, what: 'only passes on others: no barrels' }];
  return facts.exportAllLines.map((line) => ({ path, line, what: 'no export *: name each one' }));
}

export function findDefaultExports(source: Source): Finding[] {
  const { path, facts } = source;
  if (facts.defaultExportLine === null || isExempt(DEFAULT_EXPORTS, path)) return [];
  return [{ path, line: facts.defaultExportLine, what: 'named exports only' }];
}

const INTRODUCED = /^(core|server\/ports|adapters)\//;

export function findMissingIntroductions(source: Source): Finding[] {
  const { path, text } = source;
  if (!INTRODUCED.test(path) || isTest(path) || text.startsWith('/**')) return [];
  return [{ path, line: 1, what: 'opens with no doc comment' }];
}
