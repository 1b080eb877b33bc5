-- The second wall. Policies restate the see-rule of core/access/see.ts; a test compares the two
-- over a full matrix. Actor and moment are settings of the transaction (adapters/postgres/scope);
-- without them nothing is visible. 'system' is the product itself, never a person.

CREATE FUNCTION actor() RETURNS text LANGUAGE sql STABLE AS
$$ SELECT coalesce(current_setting('niemphong.actor', true), '') $$;

CREATE FUNCTION is_system() RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT actor() = 'system' $$;

CREATE FUNCTION me() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT CASE WHEN actor() IN ('system', '') THEN NULL ELSE actor()::uuid END $$;

CREATE FUNCTION moment() RETURNS timestamptz LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('niemphong.now', true), '')::timestamptz $$;

-- The calendar date in Hanoi, as documents store it.
CREATE FUNCTION today() RETURNS date LANGUAGE sql STABLE AS
$$ SELECT (moment() AT TIME ZONE 'UTC' + interval '7 hours')::date $$;

CREATE FUNCTION has_duty(VARIADIC duties text[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (
    SELECT 1 FROM public.assignment a
    WHERE a.person_id = public.me() AND a.duty = ANY (duties)
      AND a.from_on <= public.today() AND (a.until_on IS NULL OR public.today() <= a.until_on))
$$;

-- Active and no administrator: the condition of seeing anything.
CREATE FUNCTION may_see_any() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM public.person p
      WHERE p.id = public.me() AND p.status = 'active')
    AND NOT public.has_duty('administrator')
$$;

-- Every level that the person's clearances in force dominate.
CREATE FUNCTION my_levels() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT coalesce(array_agg(DISTINCT reached.level), '{}')
  FROM public.clearance c
  CROSS JOIN LATERAL unnest(CASE c.level
    WHEN 'tuyet-mat' THEN ARRAY['tuyet-mat', 'toi-mat', 'mat']
    WHEN 'toi-mat' THEN ARRAY['toi-mat', 'mat']
    ELSE ARRAY['mat'] END) AS reached(level)
  WHERE c.person_id = public.me() AND c.from_on <= public.today()
    AND (c.until_on IS NULL OR public.today() <= c.until_on)
$$;

CREATE FUNCTION granted_documents() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT g.document_id FROM public.access_grant g
  WHERE g.person_id = public.me() AND g.from_at <= public.moment()
    AND public.moment() < g.until_at
    AND (g.revoked_at IS NULL OR public.moment() < g.revoked_at)
$$;

ALTER TABLE document ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON document FOR SELECT USING (
  (SELECT is_system())
  OR (SELECT may_see_any()) AND (
    protected_until < (SELECT today()::text)
    OR drafter_id = (SELECT me())
    OR id IN (SELECT granted_documents())
    OR (level IS NULL OR level = ANY ((SELECT my_levels())::text[])) AND (
      (SELECT has_duty('registrar'))
      OR state IN ('determined', 'received') AND (SELECT has_duty('registry-clerk'))
    )
  )
);

ALTER TABLE copy ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON copy FOR SELECT USING (
  (SELECT is_system()) OR EXISTS (SELECT 1 FROM document d WHERE d.id = document_id));

ALTER TABLE register_line ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON register_line FOR SELECT USING (
  (SELECT is_system()) OR EXISTS (SELECT 1 FROM document d WHERE d.id = document_id));

ALTER TABLE access_grant ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON access_grant FOR SELECT USING (
  (SELECT is_system()) OR person_id = (SELECT me())
  OR EXISTS (SELECT 1 FROM document d WHERE d.id = document_id));

-- Officers who see articles, matches and incidents; never the documents behind them.
CREATE FUNCTION is_watching() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT may_see_any() AND has_duty('head', 'watch-officer', 'registrar', 'inspector')
$$;

ALTER TABLE vault_object ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON vault_object FOR SELECT USING (
  (SELECT is_system())
  OR document_id IS NULL AND (SELECT is_watching())
  OR document_id IS NOT NULL AND EXISTS (SELECT 1 FROM document d WHERE d.id = document_id));

ALTER TABLE article ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON article FOR SELECT USING (
  (SELECT is_system()) OR (SELECT is_watching()));

ALTER TABLE match ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON match FOR SELECT USING (
  (SELECT is_system()) OR (SELECT is_watching()));

ALTER TABLE incident ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON incident FOR SELECT USING (
  (SELECT is_system()) OR (SELECT is_watching()));

ALTER TABLE evidence ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON evidence FOR SELECT USING (
  (SELECT is_system()) OR (SELECT is_watching()));

ALTER TABLE credential ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON credential FOR SELECT USING (
  (SELECT is_system()) OR id = (SELECT me()));

-- Hashes are no secret; an entry names its document.
ALTER TABLE ledger_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY see ON ledger_entry FOR SELECT USING (
  (SELECT is_system())
  OR actor = (SELECT me()::text)
  OR (SELECT may_see_any()) AND (
    (SELECT has_duty('head', 'registrar', 'inspector'))
    OR document_id IS NOT NULL AND EXISTS (SELECT 1 FROM document d WHERE d.id = document_id)
  )
);

-- Numbers run on whoever asks: a line that the clerk may not see keeps its number too.
CREATE FUNCTION next_number(of_register text, of_year integer) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT coalesce(max(l.number), 0) + 1 FROM public.register_line l
  WHERE l.register = of_register AND l.year = of_year
$$;
