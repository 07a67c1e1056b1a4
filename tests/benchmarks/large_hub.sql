-- A hub of very many shops: three counters each, twenty people, and a function that does what a counter does in one
-- exchange. Their number is put in.
CREATE SCHEMA bench;
GRANT USAGE ON SCHEMA bench TO hub_counter;

INSERT INTO hub.shop(name) SELECT 'shop ' || n FROM generate_series(1, {shops}) n;
INSERT INTO hub.counter(shop, role, name)
    SELECT 1 + (n - 1) / 3, 'c' || n, n % 3 FROM generate_series(1, 3 * {shops}) n;
DO $$ BEGIN
    FOR n IN 1..3 * {shops} LOOP EXECUTE format('CREATE ROLE c%s IN ROLE hub_counter', n); END LOOP;
END $$;

CREATE FUNCTION bench.person(shop int, n int) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT lpad(to_hex(shop), 24, '0') || lpad(to_hex(n), 8, '0')
$$;
INSERT INTO hub.fact(shop, tbl, id, seq, src, same, doc, ver)
    SELECT s, 'customer', bench.person(s, n), nextval('hub.change'), 0, s || '-' || n,
        jsonb_build_object('key', s || '-' || n, 'name', 'Somebody Lindqvist', 'called_by', 'Somebody',
            'pronunciation', '', 'since', '2024-05-14', 'deceased', 0, 'known_in_all_shops', n % 2,
            'may_mention_age', 0, 'greet_by_name', 1, 'consent_on', '2024-05-14', 'updated_at', '2026-11-28 09:00:00'),
        '{{"*": [1, 0, 0]}}'
    FROM generate_series(1, {shops}) s, generate_series(1, 20) n;
INSERT INTO hub.fact(shop, tbl, id, seq, src, refs, same, doc, ver)
    SELECT s, 'card', md5(s || '-' || n), nextval('hub.change'), 0, ARRAY[bench.person(s, n)],
        '29' || lpad((s * 100 + n)::text, 11, '0'),
        jsonb_build_object('customer_id', bench.person(s, n), 'number', '29' || lpad((s * 100 + n)::text, 11, '0'),
            'retired', NULL),
        '{{"*": [1, 0, 0]}}'
    FROM generate_series(1, {shops}) s, generate_series(1, 20) n;
UPDATE hub.shop SET seq = (SELECT max(f.seq) FROM hub.fact f WHERE f.shop = no);
UPDATE hub.counter SET kept = s.seq, told = s.seq FROM hub.shop s WHERE s.no = counter.shop;

-- One exchange of the counter whose session this is: it has kept all that it was told.
CREATE FUNCTION bench.exchange(items jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE heard bigint;
BEGIN
    SELECT told INTO heard FROM hub.counter WHERE role = session_user AND NOT is_former;
    IF NOT hub.push(jsonb_build_object('now', (extract(epoch FROM clock_timestamp()) * 1000)::bigint,
        'cursor', heard, 'unsent', 0, 'items', items)) THEN RAISE 'set back'; END IF;
    PERFORM hub.pull(heard, 500);
END $$;
CREATE FUNCTION bench.visit(shop int, n int) RETURNS void LANGUAGE sql AS $$
    SELECT bench.exchange(jsonb_build_array(jsonb_build_object('t', 'visit', 'i', md5(random()::text), 'o', 'I',
        'a', (extract(epoch FROM clock_timestamp()) * 1000)::bigint, 's', 0, 'd', jsonb_build_object(
            'customer_id', bench.person(shop, n), 'at', '2026-11-28 09:00:00', 'counter', '1', 'staff_id', NULL))))
$$;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA bench TO hub_counter;
ANALYZE;
