/**
 * The schema of the house as stable text, read from PostgreSQL's own catalogs: what the
 * migrations together made. Committed as `migrations/schema.txt`; a test compares. The same on
 * every version 15 to 18.
 */
import type { Pool } from 'pg';

type Section = { readonly heading: string; readonly sql: string };

/** Objects that an extension brought are the extension's, not ours. */
const OURS = (catalog: string, oid: string) =>
  `NOT EXISTS (SELECT 1 FROM pg_depend x
      WHERE x.classid = '${catalog}'::regclass AND x.objid = ${oid} AND x.deptype = 'e')`;

const RELATIONS = `pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    AND n.nspname !~ '^(pg_|information_schema$)'`;

const RELATION_NAME = `CASE n.nspname WHEN 'public' THEN '' ELSE n.nspname || '.' END || c.relname`;

const granted = (acl: string, owner: string) => `(
  SELECT string_agg(line, ', ' ORDER BY line) FROM (
    SELECT coalesce(r.rolname, 'public') || ' may '
           || lower(string_agg(a.privilege_type, ' ' ORDER BY a.privilege_type)) AS line
      FROM aclexplode(${acl}) a LEFT JOIN pg_roles r ON r.oid = a.grantee
     WHERE a.grantee <> ${owner}
     GROUP BY r.rolname) grants)`;

const COLUMN = `'  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
  || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
  || CASE WHEN a.attidentity <> '' THEN ' identity' ELSE '' END
  || coalesce(CASE WHEN a.attgenerated <> '' THEN ' generated ' ELSE ' default ' END
       || pg_get_expr(d.adbin, d.adrelid), '')
  || coalesce(' [' || ${granted('a.attacl', 'c.relowner')} || ']', '')`;

const TABLES = `
  SELECT 'table ' || ${RELATION_NAME}
         || CASE WHEN c.relrowsecurity THEN ' row security' ELSE '' END
         || CASE WHEN c.relforcerowsecurity THEN ' forced' ELSE '' END
         || coalesce(' [' || ${granted('c.relacl', 'c.relowner')} || ']', '')
         || E'\\n' || coalesce((SELECT string_agg(${COLUMN}, E'\\n' ORDER BY a.attnum)
              FROM pg_attribute a
              LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
             WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped), '')
         || coalesce(E'\\n' || (SELECT string_agg('  ' || k.conname || ': '
                || pg_get_constraintdef(k.oid), E'\\n' ORDER BY k.conname)
              FROM pg_constraint k
             WHERE k.conrelid = c.oid AND k.contype IN ('p', 'u', 'f', 'c', 'x')), '')
         || coalesce(E'\\n' || (SELECT string_agg('  ' || pg_get_indexdef(i.indexrelid), E'\\n'
                ORDER BY i.indexrelid::regclass::text)
              FROM pg_index i
             WHERE i.indrelid = c.oid
               AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid
                                  AND k.contype IN ('p', 'u', 'x'))), '')
         || coalesce(E'\\n' || (SELECT string_agg('  policy ' || p.polname || ' '
                || CASE WHEN p.polpermissive THEN 'permissive' ELSE 'restrictive' END
                || ' for ' || CASE p.polcmd WHEN 'r' THEN 'select' WHEN 'a' THEN 'insert'
                     WHEN 'w' THEN 'update' WHEN 'd' THEN 'delete' ELSE 'all' END
                || ' to ' || coalesce((SELECT string_agg(r.rolname, ', ' ORDER BY r.rolname)
                     FROM pg_roles r WHERE r.oid = ANY (p.polroles)), 'public')
                || coalesce(' using ' || pg_get_expr(p.polqual, p.polrelid), '')
                || coalesce(' check ' || pg_get_expr(p.polwithcheck, p.polrelid), ''),
                E'\\n' ORDER BY p.polname)
              FROM pg_policy p WHERE p.polrelid = c.oid), '')
         || coalesce(E'\\n' || (SELECT string_agg('  ' || pg_get_triggerdef(t.oid), E'\\n'
                ORDER BY t.tgname)
              FROM pg_trigger t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal), '') AS text
    FROM ${RELATIONS}
   WHERE c.relkind IN ('r', 'p') AND ${OURS('pg_class', 'c.oid')}
   ORDER BY ${RELATION_NAME}`;

const VIEWS = `
  SELECT CASE c.relkind WHEN 'm' THEN 'materialized view ' ELSE 'view ' END || ${RELATION_NAME}
         || coalesce(' with ' || array_to_string(c.reloptions, ', '), '')
         || coalesce(' [' || ${granted('c.relacl', 'c.relowner')} || ']', '')
         || E'\\n' || pg_get_viewdef(c.oid, true) AS text
    FROM ${RELATIONS}
   WHERE c.relkind IN ('v', 'm') AND ${OURS('pg_class', 'c.oid')}
   ORDER BY ${RELATION_NAME}`;

const SEQUENCES = `
  SELECT 'sequence ' || ${RELATION_NAME}
         || coalesce(' [' || ${granted('c.relacl', 'c.relowner')} || ']', '') AS text
    FROM ${RELATIONS}
   WHERE c.relkind = 'S' AND ${OURS('pg_class', 'c.oid')}
   ORDER BY ${RELATION_NAME}`;

const EXECUTION = granted("coalesce(p.proacl, acldefault('f', p.proowner))", 'p.proowner');

const FUNCTIONS = `
  SELECT pg_get_functiondef(p.oid)
         || coalesce('[' || ${EXECUTION} || ']', '[only its owner]') AS text
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
     AND n.nspname !~ '^(pg_|information_schema$)'
   WHERE p.prokind IN ('f', 'p') AND ${OURS('pg_proc', 'p.oid')}
   ORDER BY p.oid::regprocedure::text`;

const TYPES = `
  SELECT CASE t.typtype WHEN 'd' THEN 'domain ' ELSE 'enum ' END || t.typname || ' '
         || coalesce(format_type(nullif(t.typbasetype, 0), t.typtypmod), '')
         || coalesce((SELECT string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder)
              FROM pg_enum e WHERE e.enumtypid = t.oid), '')
         || coalesce((SELECT string_agg(' ' || pg_get_constraintdef(k.oid), '' ORDER BY k.conname)
              FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c'), '') AS text
    FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
     AND n.nspname !~ '^(pg_|information_schema$)'
   WHERE t.typtype IN ('d', 'e') AND ${OURS('pg_type', 't.oid')}
   ORDER BY t.typname`;

const EXTENSIONS = `
  SELECT 'extension ' || extname AS text FROM pg_extension
   WHERE extname <> 'plpgsql' ORDER BY extname`;

const SECTIONS: readonly Section[] = [
  { heading: 'Extensions', sql: EXTENSIONS },
  { heading: 'Types', sql: TYPES },
  { heading: 'Tables', sql: TABLES },
  { heading: 'Views', sql: VIEWS },
  { heading: 'Sequences', sql: SEQUENCES },
  { heading: 'Functions', sql: FUNCTIONS },
];

export async function dumpSchema(pool: Pick<Pool, 'query'>): Promise<string> {
  const parts: string[] = [];
  for (const { heading, sql } of SECTIONS) {
    const { rows } = await pool.query<{ text: string }>(sql);
    if (rows.length === 0) continue;
    const texts = rows.map(({ text }) => text.trim()).join('\n\n');
    parts.push(`-- ${heading} ${'-'.repeat(90 - heading.length)}\n\n${texts}\n`);
  }
  return parts.join('\n');
}
