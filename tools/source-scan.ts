/**
 * What a source file imports, exports, declares and calls, read from its syntax tree. The compiler
 * has no programming interface, so the parser of the web build is used; nothing is executed.
 */
import { parseSync } from 'vite';

export type ImportFact = {
  readonly specifier: string;
  readonly line: number;
  /** Written `import type`, so that nothing of it runs. */
  readonly typeOnly: boolean;
};
export type FunctionFact = {
  readonly name: string;
  readonly line: number;
  readonly lines: number;
  readonly parameters: number;
  /** The called name when it is written as an argument, as in `describe(…, () => …)`. */
  readonly argumentOf: string | null;
};
export type ShapeFact = { readonly name: string; readonly line: number; readonly methods: number };
export type UseFact = {
  readonly name: string;
  readonly line: number;
  /** Literal `true` or text members of an object argument, as in `test('…', { only: true }, …)`. */
  readonly options: readonly string[];
};

export type SourceFacts = {
  readonly imports: readonly ImportFact[];
  readonly exports: readonly string[];
  readonly defaultExportLine: number | null;
  readonly exportAllLines: readonly number[];
  readonly onlyReExports: boolean;
  readonly functions: readonly FunctionFact[];
  readonly shapes: readonly ShapeFact[];
  readonly uses: readonly UseFact[];
  readonly comments: readonly { readonly text: string; readonly line: number }[];
};

type Node = { readonly type: string; readonly start: number; readonly end: number } & {
  readonly [key: string]: unknown;
};
type Visit = (node: Node, parent: Node | null) => void;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

function childrenOf(node: Node): Node[] {
  return Object.values(node).flatMap((value) =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  );
}

function walk(root: Node, visit: Visit): void {
  const waiting: [Node, Node | null][] = [[root, null]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [node, parent] = next;
    visit(node, parent);
    for (const child of childrenOf(node).reverse()) waiting.push([child, node]);
  }
}

/** `a.b.c` of a plain chain of names, without a leading `globalThis` or `window`; else null. */
function dottedName(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'Identifier') return String(node.name);
  if (node.type === 'MetaProperty') return 'import.meta';
  if (node.type !== 'MemberExpression' || node.computed === true) return null;
  const left = dottedName(node.object);
  const right = dottedName(node.property);
  if (!right) return null;
  return left === null || left === 'globalThis' || left === 'window' ? right : `${left}.${right}`;
}

function literalText(node: unknown): string | null {
  return isNode(node) && node.type === 'Literal' && typeof node.value === 'string'
    ? node.value
    : null;
}

function nodesOf(value: unknown): Node[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

function importedSpecifier(node: Node): string | null {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return literalText(node.source) ?? literalText(node.argument);
    default:
      return null;
  }
}

function isTypeOnly(node: Node): boolean {
  const kind = node.importKind ?? node.exportKind;
  return kind === 'type' || node.type === 'TSImportType';
}

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

function functionName(node: Node, parent: Node | null): string {
  const own = dottedName(node.id);
  const given = parent && (dottedName(parent.id) ?? dottedName(parent.key));
  return own ?? given ?? '(anonymous)';
}

function isArgument(node: Node, parent: Node | null): parent is Node {
  if (parent?.type !== 'CallExpression' && parent?.type !== 'NewExpression') return false;
  return nodesOf(parent.arguments).includes(node);
}

function countMethods(node: Node): number {
  const body = node.type === 'TSInterfaceDeclaration' ? node.body : node.typeAnnotation;
  if (!isNode(body)) return 0;
  return nodesOf(body.members ?? body.body).filter((member) => {
    if (member.type === 'TSMethodSignature') return true;
    const annotation = member.typeAnnotation;
    const type = isNode(annotation) ? annotation.typeAnnotation : null;
    return isNode(type) && type.type === 'TSFunctionType';
  }).length;
}

function optionNames(node: Node): string[] {
  return nodesOf(node.arguments)
    .filter((argument) => argument.type === 'ObjectExpression')
    .flatMap((argument) => nodesOf(argument.properties))
    .filter((property) => isNode(property.value) && property.value.type === 'Literal')
    .filter((property) => (property.value as Node).value !== false)
    .map((property) => dottedName(property.key) ?? '');
}

function useOf(node: Node, parent: Node | null): Omit<UseFact, 'line'> | null {
  if (node.type === 'NewExpression') {
    const name = dottedName(node.callee);
    const filled = nodesOf(node.arguments).length > 0;
    return name ? { name: `new ${name}(${filled ? '…' : ''})`, options: [] } : null;
  }
  if (node.type === 'CallExpression') {
    const name = dottedName(node.callee);
    return name ? { name, options: optionNames(node) } : null;
  }
  if (node.type !== 'MemberExpression' || parent?.type === 'MemberExpression') return null;
  if (parent?.type === 'CallExpression' && parent.callee === node) return null;
  const name = dottedName(node);
  return name ? { name, options: [] } : null;
}

function exportedNames(node: Node): string[] {
  const declaration = node.declaration;
  if (!isNode(declaration)) {
    return nodesOf(node.specifiers).map((each) => dottedName(each.exported) ?? '');
  }
  const declared = nodesOf(declaration.declarations);
  return (declared.length > 0 ? declared : [declaration]).map((each) => dottedName(each.id) ?? '');
}

/** Gives the 1-based line of an offset. */
function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

function isReExport(node: Node): boolean {
  return node.type === 'ExportAllDeclaration' || (/^Export/.test(node.type) && isNode(node.source));
}

class Collector {
  readonly imports: ImportFact[] = [];
  readonly exports: string[] = [];
  readonly exportAllLines: number[] = [];
  readonly functions: FunctionFact[] = [];
  readonly shapes: ShapeFact[] = [];
  readonly uses: UseFact[] = [];
  defaultExportLine: number | null = null;
  readonly #line: (offset: number) => number;

  constructor(line: (offset: number) => number) {
    this.#line = line;
  }

  readonly visit: Visit = (node, parent) => {
    const line = this.#line(node.start);
    const specifier = importedSpecifier(node);
    if (specifier !== null) this.imports.push({ specifier, line, typeOnly: isTypeOnly(node) });
    if (node.type === 'ExportAllDeclaration') this.exportAllLines.push(line);
    if (node.type === 'ExportDefaultDeclaration') this.defaultExportLine = line;
    if (node.type === 'ExportNamedDeclaration') this.exports.push(...exportedNames(node));
    if (FUNCTIONS.has(node.type)) this.functions.push(this.#functionFact(node, parent));
    if (node.type === 'TSInterfaceDeclaration' || node.type === 'TSTypeAliasDeclaration') {
      this.shapes.push({ name: dottedName(node.id) ?? '', line, methods: countMethods(node) });
    }
    const use = useOf(node, parent);
    if (use) this.uses.push({ ...use, line });
  };

  #functionFact(node: Node, parent: Node | null): FunctionFact {
    const line = this.#line(node.start);
    return {
      name: functionName(node, parent),
      line,
      lines: this.#line(node.end) - line + 1,
      parameters: nodesOf(node.params).length,
      argumentOf: isArgument(node, parent) ? (dottedName(parent.callee) ?? '(call)') : null,
    };
  }
}

/** Reads one TypeScript or JavaScript source. Throws when it does not parse. */
export function scanSource(path: string, text: string): SourceFacts {
  const parsed = parseSync(path, text);
  const [broken] = parsed.errors;
  if (broken) throw new SyntaxError(`${path}: ${broken.message}`);
  const program = parsed.program as unknown as Node;
  const line = lineFinder(text);
  const found = new Collector(line);
  walk(program, found.visit);
  const body = nodesOf(program.body);
  const { imports, exports, exportAllLines, functions, shapes, uses, defaultExportLine } = found;
  return {
    imports,
    exports,
    exportAllLines,
    functions,
    shapes,
    uses,
    defaultExportLine,
    onlyReExports: body.length > 0 && body.every(isReExport),
    comments: parsed.comments.map((each) => ({ text: each.value, line: line(each.start) })),
  };
}
