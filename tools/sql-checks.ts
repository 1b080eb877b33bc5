/** The closed lists that the database enforces, read from the migrations. */

function bracketEnd(sql: string, open: number): number {
  let depth = 0;
  for (let at = open; at < sql.length; at += 1) {
    if (sql[at] === '(') depth += 1;
    if (sql[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return sql.length;
}

function quoted(list: string): string[] {
  return [...list.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
}

/** The whole condition is `column in ('a', 'b')`, with or without `column is null or`. */
const WHOLE = /^\s*(?:\w+\s+is\s+null\s+or\s+)?"?(\w+)"?\s+in\s*\(((?:\s*'[^']*'\s*,?)+)\)\s*$/i;

function checksIn(body: string): [string, string[]][] {
  return [...body.matchAll(/\bcheck\s*\(/gi)].flatMap((match): [string, string[]][] => {
    const open = match.index + match[0].length - 1;
    const parts = WHOLE.exec(body.slice(open + 1, bracketEnd(body, open)));
    return parts ? [[parts[1] ?? '', quoted(parts[2] ?? '')]] : [];
  });
}

/**
 * Maps `table.column` to the values of its CHECK list, `domain` and `type` names to theirs. The
 * last statement wins, as in the database. A condition that is more than such a list is left out.
 */
export function readCheckLists(sql: string): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  const plain = sql.replace(/--.*$/gm, '');
  const statements = /\b(create\s+table|alter\s+table|create\s+domain|create\s+type)\s+/gi;
  for (const match of plain.matchAll(statements)) {
    const rest = plain.slice(match.index + match[0].length);
    const name = /^(?:if\s+not\s+exists\s+|only\s+)?(?:\w+\.)?(\w+)/i.exec(rest)?.[1] ?? '';
    const body = rest.slice(0, rest.indexOf(';') < 0 ? undefined : rest.indexOf(';'));
    const kind = (match[1] ?? '').toLowerCase().replace(/\s+/g, ' ');
    if (kind === 'create type' && /\bas\s+enum\b/i.test(body)) lists.set(name, quoted(body));
    for (const [column, values] of checksIn(body)) {
      lists.set(kind === 'create domain' ? name : `${name}.${column}`, values);
    }
  }
  return lists;
}
