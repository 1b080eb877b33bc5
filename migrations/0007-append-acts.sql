-- Writing several acts in one call: `append_acts` takes the place of `append_act` (0005), and rows
-- are written table by table. Still the only door; still no row without the entry that names it.

DROP FUNCTION append_act;
DROP FUNCTION write_row;

-- Makes `write_rows` anew from the catalog: every migration that adds an accountable table (one
-- with a `row_salt`) or a column to one ends with CALL generate_write_rows().
CREATE PROCEDURE generate_write_rows() LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  accountable record;
  branches text := '';
BEGIN
  FOR accountable IN
    SELECT c.table_name,
      string_agg(quote_ident(c.column_name), ', ' ORDER BY c.ordinal_position) AS columns,
      string_agg('r.' || quote_ident(c.column_name), ', ' ORDER BY c.ordinal_position) AS items,
      string_agg('excluded.' || quote_ident(c.column_name), ', ' ORDER BY c.ordinal_position)
        AS fresh
    FROM information_schema.columns c
    WHERE c.table_schema = 'public' AND c.is_generated = 'NEVER'
      AND c.table_name IN (
        SELECT table_name FROM information_schema.columns
        WHERE table_schema = 'public' AND column_name = 'row_salt')
    GROUP BY c.table_name ORDER BY c.table_name
  LOOP
    branches := branches || format(
      $branch$
      WHEN %L THEN
        INSERT INTO public.%I (%s)
        SELECT %s FROM jsonb_populate_recordset(NULL::public.%I, row_values) AS r
        ON CONFLICT (id) DO UPDATE SET (%s) = ROW(%s);
      $branch$,
      accountable.table_name, accountable.table_name, accountable.columns, accountable.items,
      accountable.table_name, accountable.columns, accountable.fresh);
  END LOOP;
  EXECUTE format(
    $function$
    CREATE OR REPLACE FUNCTION public.write_rows(table_name text, row_values jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
    SET plan_cache_mode = force_generic_plan AS $body$
    BEGIN
      CASE table_name %s
        ELSE RAISE EXCEPTION 'no accountable table of that name';
      END CASE;
    END
    $body$
    $function$, branches);
  REVOKE ALL ON FUNCTION public.write_rows FROM PUBLIC;
END
$$;
REVOKE ALL ON PROCEDURE generate_write_rows FROM PUBLIC;
CALL generate_write_rows();

-- Acts in order: checks that the entries are the next leaves and name exactly the rows written,
-- then writes all. `levels`, `indexes`, `hashes` are the subtree hashes that the leaves complete;
-- `rows` holds for each table its rows, each with the index of the entry that names it.
CREATE FUNCTION append_acts(
  first_index bigint, bodies bytea[], levels smallint[], indexes bigint[], hashes bytea[],
  root bytea, rows jsonb
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
    SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  entries jsonb[];
  named text[];
  written text[];
  right_leaves bigint;
  table_name text;
  row_values jsonb;
BEGIN
  SELECT count(*) INTO right_leaves
  FROM unnest(append_acts.levels, append_acts.indexes, append_acts.hashes) AS h(level, index, hash)
  JOIN unnest(append_acts.bodies) WITH ORDINALITY AS b(body, n)
    ON h.level = 0 AND h.index = first_index + b.n - 1
    AND h.hash = sha256('\x00'::bytea || b.body);
  IF right_leaves <> cardinality(bodies) THEN
    RAISE EXCEPTION 'the leaf hash is not that of the entry';
  END IF;
  SELECT array_agg(convert_from(b.body, 'UTF8')::jsonb ORDER BY b.n) INTO entries
  FROM unnest(append_acts.bodies) WITH ORDINALITY AS b(body, n);
  SELECT array_agg(line ORDER BY line COLLATE "C") INTO named
  FROM unnest(entries) WITH ORDINALITY AS e(entry, n),
    jsonb_array_elements(e.entry -> 'rows') AS r(item),
    concat_ws(' ', first_index + e.n - 1, r.item ->> 0, r.item ->> 1) AS line;
  SELECT array_agg(line ORDER BY line COLLATE "C") INTO written
  FROM jsonb_each(append_acts.rows) AS t(name, list), jsonb_array_elements(t.list) AS r(item),
    concat_ws(' ', r.item ->> 'entry_index', t.name, r.item ->> 'id') AS line;
  IF named IS DISTINCT FROM written THEN
    RAISE EXCEPTION 'the entries do not name exactly the rows';
  END IF;
  UPDATE public.ledger_head h
  SET size = first_index + cardinality(bodies), root = append_acts.root
  WHERE h.size = first_index;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the entry is not the next leaf';
  END IF;
  INSERT INTO public.ledger_entry (index, body, at, verb, actor, document_id)
  SELECT first_index + e.n - 1, append_acts.bodies[e.n], (e.entry ->> 'at')::timestamptz,
    e.entry ->> 'verb', e.entry ->> 'actor', (e.entry -> 'subject' ->> 'document')::uuid
  FROM unnest(entries) WITH ORDINALITY AS e(entry, n);
  INSERT INTO public.ledger_hash (level, index, hash)
  SELECT * FROM unnest(append_acts.levels, append_acts.indexes, append_acts.hashes);
  FOR table_name, row_values IN SELECT * FROM jsonb_each(append_acts.rows) LOOP
    PERFORM public.write_rows(table_name, row_values);
  END LOOP;
END
$$;
REVOKE ALL ON FUNCTION append_acts FROM PUBLIC;
GRANT EXECUTE ON FUNCTION append_acts TO niemphong_app;
