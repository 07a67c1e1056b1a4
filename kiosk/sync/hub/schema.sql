-- The hub of several counters. A row of hub.fact is a row of a counter's table, with the number of its last
-- change: the table is its own feed, so that there is nothing else to be compacted or erased, and a new counter
-- reads it from 0. The hub knows no column by name: what refers to what is told it in hub.kind and
-- hub.reference.

CREATE SCHEMA hub AUTHORIZATION hub_owner;
SET ROLE hub_owner;
SET search_path = hub, pg_temp;

CREATE TABLE hub.shop(
    no int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    seq bigint NOT NULL DEFAULT 0,
    erased bigint NOT NULL DEFAULT 0,
    most_forgotten int NOT NULL DEFAULT 1000,
    most_asked int NOT NULL DEFAULT 300
);

-- A counter that begins anew is another one, under the same role. It has kept all up to `kept`, as it has said;
-- it was told all up to `told`, and may have kept that, too. What it has sent itself up to `unsure` may be lost
-- to it: its exchange was cut off, and a copy of before may have been put in its place since.
CREATE TABLE hub.counter(
    no int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    shop int NOT NULL REFERENCES hub.shop,
    role name NOT NULL,
    name text NOT NULL,
    kept bigint NOT NULL DEFAULT 0,
    told bigint NOT NULL DEFAULT 0,
    unsure bigint NOT NULL DEFAULT 0,
    met timestamptz,
    unsent int NOT NULL DEFAULT 0,
    forgot_on date,
    forgot int NOT NULL DEFAULT 0,
    asked_on date,
    asked int NOT NULL DEFAULT 0,
    is_former boolean NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX counter_role ON hub.counter(role) WHERE NOT is_former;

-- `key` are the columns that make the id of a row, `same` those that say which fact it is. `asked` are a table
-- and a column: where two rows that are one fact differ in it, its two values become a row of that table.
CREATE TABLE hub.kind(tbl text PRIMARY KEY, key text[] NOT NULL, same text[], asked text[]);
CREATE TABLE hub.reference(
    tbl text NOT NULL,
    col text NOT NULL,
    parent text NOT NULL,
    required boolean NOT NULL,
    heir text,
    PRIMARY KEY (tbl, col)
);

-- `doc` is null where the row was deleted; `into_id` then is the row that it has become, if it has become one.
-- `ver` holds for each column, or for all others under *, [number of the change, the hub's time, counter];
-- of a deleted row, under -, that of its deletion. `src` is the counter that has it just so, or 0.
CREATE TABLE hub.fact(
    shop int NOT NULL,
    tbl text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    seq bigint NOT NULL,
    src int NOT NULL,
    refs text[] COLLATE "C" NOT NULL DEFAULT '{}',
    same text COLLATE "C",
    doc jsonb,
    ver jsonb NOT NULL,
    into_id text COLLATE "C",
    PRIMARY KEY (shop, tbl, id)
);
-- Statistics would keep values of rows that are deleted.
ALTER TABLE hub.fact ALTER refs SET STATISTICS 0, ALTER same SET STATISTICS 0, ALTER doc SET STATISTICS 0,
    ALTER ver SET STATISTICS 0;
CREATE UNIQUE INDEX fact_seq ON hub.fact(shop, seq);
CREATE UNIQUE INDEX fact_same ON hub.fact(shop, tbl, same) WHERE doc IS NOT NULL;
CREATE INDEX fact_card ON hub.fact(same) WHERE tbl = 'card' AND doc IS NOT NULL;
CREATE INDEX fact_refs ON hub.fact USING gin(refs);

-- Numbers are drawn under the lock of the shop's row, so they become visible in their order.
CREATE SEQUENCE hub.change;

CREATE FUNCTION hub.me() RETURNS hub.counter LANGUAGE plpgsql STABLE SET search_path = hub, pg_temp AS $$
DECLARE found hub.counter;
BEGIN
    SELECT * INTO found FROM counter WHERE role = session_user AND NOT is_former;
    IF found.no IS NULL THEN
        RAISE insufficient_privilege USING MESSAGE = 'this counter is not known here';
    END IF;
    RETURN found;
END $$;

-- Whoever has seen a value may change it; between two who had not seen each other's, the later one stands, by
-- the hub's clock.
CREATE FUNCTION hub.wins(was jsonb, seen bigint, at bigint, counter int) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT was IS NULL OR (was->>0)::bigint <= seen OR (was->>2)::int = counter
        OR ((was->>1)::bigint, (was->>2)::int) < (at, counter)
$$;

-- As which row this one is known now: itself, another one, or null where it is gone.
CREATE FUNCTION hub.known_as(sh int, t text, i text) RETURNS text LANGUAGE plpgsql STABLE SET search_path = hub, pg_temp AS $$
DECLARE r record;
BEGIN
    FOR step IN 1..100 LOOP
        SELECT doc IS NULL AS is_gone, into_id INTO r FROM fact WHERE shop = sh AND tbl = t AND id = i;
        IF NOT FOUND OR NOT r.is_gone THEN RETURN i; END IF;
        IF r.into_id IS NULL THEN RETURN NULL; END IF;
        i := r.into_id;
    END LOOP;
    RETURN NULL;
END $$;

CREATE FUNCTION hub.joined(d jsonb, columns text[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(string_agg(coalesce(d->>c, ''), '|' ORDER BY n), '') FROM unnest(columns) WITH ORDINALITY AS x(c, n)
$$;

-- Let everybody have a row as it is, also whoever has sent another one.
CREATE FUNCTION hub.tell(sh int, t text, i text) RETURNS void LANGUAGE sql SET search_path = hub, pg_temp AS $$
    UPDATE fact SET seq = nextval('hub.change'), src = 0 WHERE shop = sh AND tbl = t AND id = i
$$;

-- Put a row in, as the fact that it is by now.
CREATE FUNCTION hub.put(sh int, t text, i text, d jsonb, v jsonb, source int) RETURNS void
LANGUAGE plpgsql SET search_path = hub, pg_temp AS $$
DECLARE
    k kind; f record; g record; twin text; own text; fact_is text; named text[] := '{}';
BEGIN
    SELECT * INTO k FROM kind WHERE tbl = t;
    FOR f IN SELECT * FROM reference WHERE tbl = t LOOP
        IF d->>f.col IS NULL THEN CONTINUE; END IF;
        -- Nobody is anything to themselves, who were two once, or was merged into themselves.
        IF d->>f.col = i AND k.key = '{id}' THEN PERFORM kill(sh, t, i, NULL); RETURN; END IF;
        FOR g IN SELECT * FROM reference WHERE tbl = t AND parent = f.parent AND col > f.col LOOP
            IF d->>g.col = d->>f.col THEN
                IF g.required AND f.required THEN PERFORM kill(sh, t, i, NULL); RETURN; END IF;
                d := d || jsonb_build_object(CASE WHEN g.required THEN f.col ELSE g.col END, NULL);
            END IF;
        END LOOP;
        named := named || (d->>f.col);
    END LOOP;
    IF k.key <> '{id}' THEN
        own := joined(d, k.key);
        IF own <> i THEN
            PERFORM kill(sh, t, i, NULL);
            IF EXISTS (SELECT FROM fact WHERE shop = sh AND tbl = t AND id = own AND doc IS NOT NULL) THEN RETURN; END IF;
            i := own; source := 0;
        END IF;
    END IF;
    IF k.same IS NOT NULL THEN
        fact_is := joined(d, k.same);
        SELECT id INTO twin FROM fact WHERE shop = sh AND tbl = t AND same = fact_is AND doc IS NOT NULL AND id <> i;
        IF twin IS NOT NULL THEN
            PERFORM kill(sh, t, i, twin);
            PERFORM tell(sh, t, twin);
            RETURN;
        END IF;
    END IF;
    INSERT INTO fact(shop, tbl, id, seq, src, refs, same, doc, ver)
    VALUES (sh, t, i, nextval('hub.change'), source, named, fact_is, d, v)
    ON CONFLICT (shop, tbl, id) DO UPDATE SET seq = excluded.seq, src = excluded.src, refs = excluded.refs,
        same = excluded.same, doc = excluded.doc, ver = excluded.ver, into_id = NULL;
END $$;

-- A row is deleted, or has become another one: only its id stays. So does all that cannot be without it.
CREATE FUNCTION hub.kill(sh int, t text, i text, into_ text) RETURNS void
LANGUAGE plpgsql SET search_path = hub, pg_temp AS $$
DECLARE
    f record; r record; d jsonb; mark jsonb; n bigint := nextval('hub.change');
BEGIN
    mark := jsonb_build_array(n, (extract(epoch FROM clock_timestamp()) * 1000)::bigint, (me()).no);
    INSERT INTO fact(shop, tbl, id, seq, src, ver, into_id)
    VALUES (sh, t, i, n, 0, jsonb_build_object('-', mark), into_)
    ON CONFLICT (shop, tbl, id) DO UPDATE SET seq = n, src = 0, refs = '{}', same = NULL, doc = NULL,
        ver = excluded.ver, into_id = excluded.into_id;
    FOR f IN SELECT * FROM reference WHERE parent = t ORDER BY tbl, col LOOP
        FOR r IN SELECT id, doc, ver FROM fact
            WHERE shop = sh AND tbl = f.tbl AND refs @> ARRAY[i] AND doc->>f.col = i ORDER BY id
        LOOP
            d := r.doc || jsonb_build_object(f.col, into_);
            IF into_ IS NULL AND r.doc->>f.heir IS NOT NULL THEN
                d := d || jsonb_build_object(f.col, r.doc->>f.heir, f.heir, NULL);
            ELSIF into_ IS NULL AND f.required THEN
                PERFORM kill(sh, f.tbl, r.id, NULL);
                CONTINUE;
            END IF;
            n := nextval('hub.change');
            PERFORM put(sh, f.tbl, r.id, d, r.ver || jsonb_build_object(f.col, jsonb_build_array(n) || (mark - 0)), 0);
        END LOOP;
    END LOOP;
END $$;

-- Somebody is forgotten, or was found to be somebody else, who is kept. What is told of long ago may have been taken
-- back since.
CREATE FUNCTION hub.forget(mine counter, i text, into_ text, is_of_long_ago boolean) RETURNS void
LANGUAGE plpgsql SET search_path = hub, pg_temp AS $$
DECLARE now_is text := known_as(mine.shop, 'customer', i); allowed boolean;
BEGIN
    IF into_ IS NOT NULL THEN
        into_ := known_as(mine.shop, 'customer', into_);
        -- Who was forgotten elsewhere was found to be one with somebody, who is forgotten with them.
        IF now_is IS NULL AND into_ IS NOT NULL AND NOT is_of_long_ago THEN
            i := into_; now_is := into_; into_ := NULL;
        END IF;
    END IF;
    IF into_ IS NULL THEN
        IF now_is IS NULL THEN PERFORM tell(mine.shop, 'customer', i); RETURN; END IF;
        UPDATE counter SET forgot_on = current_date, forgot = CASE WHEN forgot_on = current_date THEN forgot + 1 ELSE 1 END
        WHERE no = mine.no RETURNING forgot <= (SELECT most_forgotten FROM shop WHERE no = mine.shop) INTO allowed;
        IF NOT allowed THEN
            RAISE insufficient_privilege USING MESSAGE = 'too many people were forgotten today';
        END IF;
        -- Whoever is one with them was forgotten, too.
        IF now_is <> i THEN PERFORM kill(mine.shop, 'customer', now_is, NULL); END IF;
        PERFORM kill(mine.shop, 'customer', i, NULL);
    ELSIF now_is = i AND into_ <> i THEN
        PERFORM kill(mine.shop, 'customer', i, into_);
    ELSE
        -- Two counters found them to be one, each the other way round: the first way stands.
        PERFORM tell(mine.shop, 'customer', i);
        PERFORM tell(mine.shop, 'customer', into_);
    END IF;
END $$;

-- Two rows have become one that say different things: people are asked which it is.
CREATE FUNCTION hub.ask_about(mine counter, at bigint, k kind, one jsonb, other jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = hub, pg_temp AS $$
DECLARE first text := least(one->>k.asked[2], other->>k.asked[2]); second text := greatest(one->>k.asked[2], other->>k.asked[2]); pair kind;
BEGIN
    IF first IS NULL OR second IS NULL OR first = second THEN RETURN; END IF;
    SELECT * INTO pair FROM kind WHERE tbl = k.asked[1];
    PERFORM put(mine.shop, pair.tbl, first || '|' || second,
        jsonb_build_object(pair.key[1], first, pair.key[2], second),
        jsonb_build_object('*', jsonb_build_array(nextval('hub.change'), at, mine.no)), 0);
END $$;

-- Take one change of a counter; `at` is when it was made, by the hub's clock.
CREATE FUNCTION hub.take(mine counter, it jsonb, at bigint) RETURNS void
LANGUAGE plpgsql SET search_path = hub, pg_temp AS $$
DECLARE
    sh int := mine.shop; t text := it->>'t'; i text := it->>'i'; o text := it->>'o'; seen bigint := (it->>'s')::bigint;
    d jsonb := it->'d'; r fact; k kind; f record; c text; now_is text; mark jsonb; own text; twin text;
    is_known boolean; is_told boolean := true; has_won boolean := false; has_lost boolean := false;
BEGIN
    SELECT * INTO k FROM kind WHERE tbl = t;
    IF NOT FOUND THEN RAISE undefined_table USING MESSAGE = 'the hub does not know of such a table'; END IF;
    IF o = 'F' THEN PERFORM forget(mine, i, it->>'into', it->>'a' = '0'); RETURN; END IF;
    SELECT * INTO r FROM fact WHERE shop = sh AND tbl = t AND id = i;
    is_known := FOUND;
    IF is_known AND r.doc IS NULL THEN
        IF o = 'I' AND ((r.ver->'-'->>0)::bigint <= seen OR (r.ver->'-'->>2)::int = mine.no) THEN
            is_known := false; -- whoever knew that it was deleted has made it anew
        ELSIF o <> 'I' AND r.into_id IS NOT NULL AND known_as(sh, t, i) IS NOT NULL THEN
            -- It is said of what it has become, which the sender has not.
            i := known_as(sh, t, i); is_told := false;
            SELECT * INTO r FROM fact WHERE shop = sh AND tbl = t AND id = i;
        ELSE
            PERFORM tell(sh, t, i);
            IF r.into_id IS NOT NULL THEN PERFORM tell(sh, t, known_as(sh, t, i)); END IF;
            RETURN;
        END IF;
    END IF;
    IF o = 'D' THEN
        IF is_known THEN PERFORM kill(sh, t, i, NULL); END IF;
        RETURN;
    END IF;
    IF is_known AND o = 'U' THEN
        SELECT coalesce(jsonb_object_agg(x, it->'d'->x), '{}') INTO d FROM jsonb_array_elements_text(it->'c') x;
    END IF;
    -- Of whoever is gone nothing is said any more; of whoever has become another, it is said of that one.
    FOR f IN SELECT * FROM reference WHERE tbl = t LOOP
        IF d->>f.col IS NULL THEN CONTINUE; END IF;
        now_is := known_as(sh, f.parent, d->>f.col);
        IF now_is IS DISTINCT FROM d->>f.col THEN
            is_told := false;
            d := d || jsonb_build_object(f.col, now_is);
            IF now_is IS NULL AND d->>f.heir IS NOT NULL THEN
                d := d || jsonb_build_object(f.col, known_as(sh, f.parent, d->>f.heir), f.heir, NULL);
            END IF;
            IF d->>f.col IS NULL AND f.required THEN PERFORM kill(sh, t, i, NULL); RETURN; END IF;
        END IF;
    END LOOP;
    -- The same fact may be there as another row: then this one has become that one.
    IF k.key <> '{id}' AND NOT is_known THEN
        own := joined(d, k.key);
        IF own <> i THEN
            PERFORM kill(sh, t, i, NULL);
            i := own; is_told := false;
            SELECT * INTO r FROM fact WHERE shop = sh AND tbl = t AND id = i AND doc IS NOT NULL;
            is_known := FOUND;
        END IF;
    ELSIF k.same IS NOT NULL AND NOT is_known THEN
        own := joined(d, k.same);
        SELECT id INTO twin FROM fact WHERE shop = sh AND tbl = t AND same = own AND doc IS NOT NULL AND id <> i;
        IF FOUND THEN
            PERFORM kill(sh, t, i, twin);
            i := twin; is_told := false; is_known := true;
            SELECT * INTO r FROM fact WHERE shop = sh AND tbl = t AND id = i;
            PERFORM ask_about(mine, at, k, r.doc, d);
        END IF;
    END IF;
    mark := jsonb_build_array(nextval('hub.change'), at, mine.no);
    IF NOT is_known THEN
        PERFORM put(sh, t, i, d, jsonb_build_object('*', mark), CASE WHEN is_told THEN mine.no ELSE 0 END);
        RETURN;
    END IF;
    -- What others have changed in it meanwhile, the sender does not know.
    is_told := is_told AND (r.seq <= seen OR r.src = mine.no);
    FOR c IN SELECT jsonb_object_keys(d) LOOP
        IF r.doc->c IS NOT DISTINCT FROM d->c THEN CONTINUE; END IF;
        IF wins(coalesce(r.ver->c, r.ver->'*'), seen, at, mine.no) THEN
            has_won := true;
            r.doc := r.doc || jsonb_build_object(c, d->c);
            r.ver := r.ver || jsonb_build_object(c, mark);
        ELSE
            has_lost := true;
        END IF;
    END LOOP;
    IF has_won OR has_lost OR NOT is_told THEN
        PERFORM put(sh, t, i, r.doc, r.ver, CASE WHEN is_told AND NOT has_lost THEN mine.no ELSE 0 END);
    END IF;
END $$;

-- What a counter has to tell: {"now": its clock, "cursor": up to where it has kept what the hub has told,
-- "unsent": entries behind these, "items": [...]}. False, and nothing is taken, where the counter has kept less
-- than it had, or more than it was told: then it, or the hub, was set back since.
CREATE FUNCTION hub.push(p jsonb) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE mine counter := me(); it jsonb; hub_now bigint := extract(epoch FROM clock_timestamp()) * 1000;
    cursor bigint := (p->>'cursor')::bigint;
BEGIN
    IF cursor < mine.kept OR cursor > mine.told THEN RETURN false; END IF;
    IF jsonb_array_length(p->'items') > 1000 OR pg_column_size(p) > 4000000 THEN
        RAISE program_limit_exceeded USING MESSAGE = 'too much at once';
    END IF;
    UPDATE counter SET met = now(), unsent = (p->>'unsent')::int, kept = cursor,
        unsure = CASE WHEN cursor < told THEN (SELECT seq FROM shop WHERE no = mine.shop) ELSE unsure END
    WHERE no = mine.no;
    IF jsonb_array_length(p->'items') = 0 THEN RETURN true; END IF;
    PERFORM FROM shop WHERE no = mine.shop FOR UPDATE;
    FOR it IN SELECT * FROM jsonb_array_elements(p->'items') LOOP
        -- A clock is only asked how long ago something was: a wrong one harms nobody else.
        PERFORM take(mine, it, greatest(0, least(hub_now, hub_now - ((p->>'now')::bigint - (it->>'a')::bigint))));
    END LOOP;
    UPDATE shop SET seq = coalesce((SELECT max(f.seq) FROM fact f WHERE f.shop = mine.shop), 0) WHERE no = mine.shop;
    PERFORM pg_notify('hub_' || mine.shop, '');
    RETURN true;
END $$;

-- What others have told since `cursor`: {"rows": [[table, id, document, what it has become]], "cursor", "more"}.
CREATE FUNCTION hub.pull(cursor bigint, most int) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE mine counter := me(); found jsonb; last bigint; many int; upto bigint;
BEGIN
    SELECT seq INTO upto FROM shop WHERE no = mine.shop;
    SELECT jsonb_agg(jsonb_build_array(tbl, id, doc, into_id) ORDER BY seq), max(seq), count(*) INTO found, last, many FROM (
        SELECT * FROM fact WHERE shop = mine.shop AND seq > cursor AND seq <= upto
            AND NOT (src = mine.no AND seq > mine.unsure) ORDER BY seq LIMIT least(most, 5000)
    ) AS changed;
    IF many >= least(most, 5000) THEN upto := last; END IF;
    IF upto > mine.told THEN UPDATE counter SET told = upto WHERE no = mine.no; END IF;
    RETURN jsonb_build_object('rows', coalesce(found, '[]'), 'cursor', upto, 'more', many >= least(most, 5000));
END $$;

-- A counter that has lost what it knew of the hub, or that knows more than the hub, is another one from now on.
CREATE FUNCTION hub.begin_anew() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE mine counter := me();
BEGIN
    UPDATE counter SET is_former = true WHERE no = mine.no;
    INSERT INTO counter(shop, role, name, forgot_on, forgot)
    VALUES (mine.shop, mine.role, mine.name, mine.forgot_on, mine.forgot);
END $$;

-- What refers to what, as a newer program knows it.
CREATE FUNCTION hub.learn(p jsonb) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
    INSERT INTO kind(tbl, key, same, asked) SELECT x->>'tbl', ARRAY(SELECT jsonb_array_elements_text(x->'key')),
        CASE WHEN jsonb_typeof(x->'same') = 'array' THEN ARRAY(SELECT jsonb_array_elements_text(x->'same')) END,
        CASE WHEN jsonb_typeof(x->'asked') = 'array' THEN ARRAY(SELECT jsonb_array_elements_text(x->'asked')) END
    FROM jsonb_array_elements(p->'kinds') x ON CONFLICT DO NOTHING;
    INSERT INTO reference(tbl, col, parent, required, heir)
    SELECT x->>'tbl', x->>'col', x->>'parent', (x->>'required')::boolean, x->>'heir'
    FROM jsonb_array_elements(p->'references') x ON CONFLICT DO NOTHING;
$$;

-- Who has a card in another shop of the hub, and has agreed that all shops may greet them: {"numbers": its
-- spellings, "days": [[calendar, month, day], ...] that are kept today, "today": a day}. What a greeting needs
-- least, or null. This alone looks into another shop, and knows columns by name.
CREATE FUNCTION hub.ask(p jsonb) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE mine counter := me(); is_allowed boolean; who fact;
BEGIN
    UPDATE counter SET asked_on = current_date, asked = CASE WHEN asked_on = current_date THEN asked + 1 ELSE 1 END
    WHERE no = mine.no RETURNING asked <= (SELECT most_asked FROM shop WHERE no = mine.shop) INTO is_allowed;
    -- Raised here it would take the count back.
    IF NOT is_allowed THEN RETURN NULL; END IF;
    SELECT c.* INTO who FROM fact k JOIN fact c ON c.shop = k.shop AND c.tbl = 'customer' AND c.id = k.doc->>'customer_id'
    WHERE k.tbl = 'card' AND k.same = ANY (ARRAY(SELECT jsonb_array_elements_text(p->'numbers'))) AND k.shop <> mine.shop
        AND k.doc IS NOT NULL AND k.doc->>'retired' IS NULL
        AND c.doc->>'known_in_all_shops' = '1' AND c.doc->>'deceased' = '0'
    ORDER BY c.seq DESC LIMIT 1;
    IF NOT FOUND THEN RETURN NULL; END IF;
    RETURN jsonb_build_object(
        'called_by', who.doc->'called_by', 'pronunciation', who.doc->'pronunciation',
        'greet_by_name', who.doc->>'greet_by_name' = '1',
        'is_tender', coalesce(who.doc->>'tread_gently_until' >= p->>'today', false),
        'always', (SELECT coalesce(jsonb_agg(n.doc->'text' ORDER BY n.doc->>'written_at'), '[]') FROM fact n
            WHERE n.shop = who.shop AND n.tbl = 'note' AND n.refs @> ARRAY[who.id] AND n.doc->>'customer_id' = who.id
                AND n.doc->>'kind' = 'always_show' AND n.doc->>'not_in_front_of_id' IS NULL
                AND coalesce(n.doc->>'show_until' >= p->>'today', true)
                AND NOT EXISTS (SELECT FROM fact x WHERE x.shop = n.shop AND x.tbl = 'closing' AND x.refs @> ARRAY[n.id]
                    AND x.doc IS NOT NULL)),
        -- A day that was shared with somebody who has died is not celebrated any more.
        'celebrating', (SELECT coalesce(jsonb_agg(jsonb_strip_nulls(
                d.doc - '{customer_id,shared_with_id,year,updated_at}'::text[] || jsonb_build_object('id', d.id))), '[]')
            FROM fact d WHERE d.shop = who.shop AND d.tbl = 'important_date' AND d.refs @> ARRAY[who.id]
                AND EXISTS (SELECT FROM jsonb_array_elements(p->'days') x WHERE (x->>0, x->>1, x->>2)
                    = (d.doc->>'calendar', d.doc->>'month', d.doc->>'day'))
                AND NOT EXISTS (SELECT FROM fact x WHERE x.shop = d.shop AND x.tbl = 'customer'
                    AND x.id = ANY(d.refs) AND x.doc->>'deceased' = '1')));
END $$;

-- How far each counter of the shop is: its name, when it was last here, what it has still to tell and to hear.
CREATE FUNCTION hub.status() RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = hub, pg_temp AS $$
    SELECT jsonb_agg(jsonb_build_object('name', c.name, 'met', extract(epoch FROM c.met), 'unsent', c.unsent,
        'unheard', (SELECT count(*) FROM fact WHERE shop = c.shop AND seq > c.kept AND src <> c.no),
        'is_own', c.no = (me()).no) ORDER BY c.name)
    FROM counter c WHERE c.shop = (me()).shop AND NOT c.is_former
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA hub FROM PUBLIC;
GRANT USAGE ON SCHEMA hub TO hub_counter;
GRANT EXECUTE ON FUNCTION hub.push(jsonb), hub.pull(bigint, int), hub.begin_anew(), hub.learn(jsonb), hub.status(),
    hub.ask(jsonb) TO hub_counter;
RESET search_path;
RESET ROLE;

-- What an administrator may do, and the kiosk of the machine that is the hub, which nobody reaches over a network:
-- these run as the administrator who makes the hub.

-- Let a counter in no more; returns how many logins it had.
CREATE FUNCTION hub.revoke(sh int, counter_name text) RETURNS int LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, hub, pg_temp AS $$
DECLARE r name; many int := 0;
BEGIN
    FOR r IN SELECT role FROM hub.counter WHERE shop = sh AND name = counter_name AND NOT is_former LOOP
        EXECUTE format('ALTER ROLE %I NOLOGIN', r);
        UPDATE hub.counter SET is_former = true WHERE role = r;
        PERFORM pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = r;
        many := many + 1;
    END LOOP;
    RETURN many;
END $$;

-- A login for a counter: its role, whose name tells nothing, and its password. Whoever was let in under this name
-- before, on a machine that died, is let in no more. What bounds a login is set here: of a role that it belongs to
-- it would not count.
CREATE FUNCTION hub.admit(sh int, counter_name text) RETURNS text[] LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, hub, pg_temp AS $$
DECLARE
    role_name text := 'k_' || left(replace(gen_random_uuid()::text, '-', ''), 8);
    secret text := replace(gen_random_uuid()::text, '-', '');
BEGIN
    PERFORM hub.revoke(sh, counter_name);
    EXECUTE format('CREATE ROLE %I LOGIN PASSWORD %L CONNECTION LIMIT 4 IN ROLE hub_counter', role_name, secret);
    EXECUTE format('ALTER ROLE %I SET statement_timeout = %L', role_name, '10s');
    EXECUTE format('ALTER ROLE %I SET temp_file_limit = %L', role_name, '64MB');
    EXECUTE format('ALTER ROLE %I SET idle_in_transaction_session_timeout = %L', role_name, '30s');
    INSERT INTO hub.counter(shop, role, name) VALUES (sh, role_name, counter_name);
    RETURN ARRAY[role_name, secret];
END $$;

REVOKE ALL ON FUNCTION hub.revoke(int, text), hub.admit(int, text) FROM PUBLIC;
GRANT USAGE ON SCHEMA hub TO hub_host;
GRANT EXECUTE ON FUNCTION hub.admit(int, text) TO hub_host;
