-- The only door for writing. The app's role owns no table and holds no INSERT, UPDATE or DELETE on
-- accountable tables; it may call append_act, which writes rows and their ledger entry together.
-- Whoever holds the app's role alone therefore cannot change state without leaving an entry.

-- write_row(table, row): inserts or replaces one row by id. Generated from the catalog so that its
-- plans are cached and no column is forgotten.
DO $generate$
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
        SELECT %s FROM jsonb_populate_record(NULL::public.%I, row_value) AS r
        ON CONFLICT (id) DO UPDATE SET (%s) = ROW(%s);
      $branch$,
      accountable.table_name, accountable.table_name, accountable.columns, accountable.items,
      accountable.table_name, accountable.columns, accountable.fresh);
  END LOOP;
  EXECUTE format(
    $function$
    CREATE FUNCTION write_row(table_name text, row_value jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $body$
    BEGIN
      CASE table_name %s
        ELSE RAISE EXCEPTION 'no accountable table of that name';
      END CASE;
    END
    $body$
    $function$, branches);
END
$generate$;
REVOKE ALL ON FUNCTION write_row FROM PUBLIC;

-- One act: checks that the entry is the next leaf and names exactly the rows written, then writes
-- all. `levels`, `indexes`, `hashes` are the subtree hashes that this leaf completes, leaf first.
CREATE FUNCTION append_act(
  entry_index bigint, body bytea, levels smallint[], indexes bigint[], hashes bytea[], root bytea,
  rows jsonb
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  entry jsonb := convert_from(body, 'UTF8')::jsonb;
  change jsonb;
  position integer := 0;
BEGIN
  IF hashes[1] <> sha256('\x00'::bytea || body) THEN
    RAISE EXCEPTION 'the leaf hash is not that of the entry';
  END IF;
  IF jsonb_array_length(entry -> 'rows') <> jsonb_array_length(rows) THEN
    RAISE EXCEPTION 'the entry does not name every row';
  END IF;
  UPDATE public.ledger_head h SET size = append_act.entry_index + 1, root = append_act.root
  WHERE h.size = append_act.entry_index;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the entry is not the next leaf';
  END IF;
  INSERT INTO public.ledger_entry (index, body, at, verb, actor, document_id)
  VALUES (append_act.entry_index, append_act.body, (entry ->> 'at')::timestamptz,
    entry ->> 'verb', entry ->> 'actor', (entry -> 'subject' ->> 'document')::uuid);
  INSERT INTO public.ledger_hash (level, index, hash)
  SELECT * FROM unnest(append_act.levels, append_act.indexes, append_act.hashes);
  FOR change IN SELECT * FROM jsonb_array_elements(append_act.rows) LOOP
    IF entry -> 'rows' -> position ->> 0 IS DISTINCT FROM change ->> 'table'
      OR entry -> 'rows' -> position ->> 1 IS DISTINCT FROM change -> 'row' ->> 'id' THEN
      RAISE EXCEPTION 'the entry does not name this row';
    END IF;
    PERFORM public.write_row(change ->> 'table',
      (change -> 'row') || jsonb_build_object('entry_index', append_act.entry_index));
    position := position + 1;
  END LOOP;
END
$$;
REVOKE ALL ON FUNCTION append_act FROM PUBLIC;
GRANT EXECUTE ON FUNCTION append_act TO niemphong_app;

GRANT SELECT ON ALL TABLES IN SCHEMA public TO niemphong_app;
GRANT INSERT, UPDATE, DELETE ON session, sign_in_failure TO niemphong_app;
