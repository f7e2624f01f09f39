-- Rollups: sums, extremes and quantile bins per 15 minutes and per UTC day, exact whoever writes the rows.
--
-- Every INSERT into system_telemetry, by any program, appends sums of its rows to telemetry_delta in its own
-- transaction. telemetry_fold() moves the deltas that it sees into the rollups. A figure is always rollups + deltas (+
-- raw rows where a window cuts a bucket), so neither late rows nor writers in flight nor the fold's rhythm can make it
-- wrong. Nobody updates a row that another writer updates, so writers never wait for each other.

-- 1. The telemetry table again, without columns derived from JSON: the rollups hold what they were for. Rows move over.

-- Views that other programs made of it, as they are said before it is renamed.
CREATE TEMPORARY TABLE telemetry_views ON COMMIT DROP AS
SELECT DISTINCT viewed.oid::regclass AS name, pg_get_viewdef(viewed.oid) AS definition,
    coalesce('WITH (' || array_to_string(viewed.reloptions, ', ') || ')', '') AS options
FROM pg_depend JOIN pg_rewrite ON pg_rewrite.oid = objid JOIN pg_class AS viewed ON viewed.oid = ev_class
WHERE classid = 'pg_rewrite'::regclass AND viewed.relkind = 'v'
    AND refobjid IN (SELECT relid FROM pg_partition_tree('system_telemetry'));

ALTER TABLE system_telemetry RENAME TO telemetry_before;
ALTER TABLE system_telemetry_default RENAME TO telemetry_before_default;
ALTER INDEX system_telemetry_timestamp RENAME TO telemetry_before_timestamp;
DO $$
DECLARE
    day record;
BEGIN
    FOR day IN SELECT relname FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
            WHERE inhparent = 'telemetry_before'::regclass AND relname LIKE 'system\_telemetry\_%' LOOP
        EXECUTE format('ALTER TABLE %I RENAME TO %I', day.relname,
            replace(day.relname, 'system_telemetry', 'telemetry_before'));
    END LOOP;
END
$$;

CREATE TABLE system_telemetry (
    event_type text NOT NULL,
    component text,
    value double precision,
    metadata jsonb,
    status text,
    "timestamp" timestamptz NOT NULL DEFAULT now(),
    -- The label of the console that wrote the row; empty for rows of other programs.
    host text NOT NULL DEFAULT '',
    CONSTRAINT system_telemetry_value_finite CHECK (value > '-Infinity' AND value < 'Infinity')
) PARTITION BY RANGE ("timestamp");

-- Rows arrive in the order of time, so block ranges find a span of time; a B-tree would cost 22 bytes a row and a
-- tenth of the ingest rate. Oldest and newest are in the rollups.
CREATE INDEX system_telemetry_timestamp ON system_telemetry
    USING brin ("timestamp" timestamptz_minmax_multi_ops) WITH (pages_per_range = 16, autosummarize = on);

CREATE TABLE system_telemetry_default PARTITION OF system_telemetry DEFAULT;

-- 2. What the rollups hold.

-- What kinds of measurement there are. The fold adds rows as they turn up, so later sources bring values and never
-- columns. 0 is for rows that say nothing.
CREATE TABLE telemetry_series (
    series integer PRIMARY KEY,
    -- The texts below joined by U+001F: how rows and deltas spell a series.
    dims text NOT NULL UNIQUE,
    -- inference, e2e, decode or foreign; empty for events that have none.
    definition text NOT NULL,
    source text NOT NULL,
    engine text NOT NULL,
    engine_version text NOT NULL,
    digest text NOT NULL,
    quant text NOT NULL,
    residency text NOT NULL,
    depth_bucket text NOT NULL,
    load_kind text NOT NULL
);
INSERT INTO telemetry_series VALUES
    (0, '', '', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown');

-- A row's figure is what its event is about: ms/token of a ranked request, seconds of a load that succeeded, else the
-- value. Columns that do not apply are null.
CREATE TABLE telemetry_rollup (
    bucket timestamptz NOT NULL,
    event_type text NOT NULL,
    component text NOT NULL,
    host text NOT NULL,
    series integer NOT NULL,
    rows integer NOT NULL,
    failed integer NOT NULL,
    -- Rows that have a figure; for requests: that are ranked.
    figures integer NOT NULL,
    used_rows integer,
    ms double precision,
    tokens double precision,
    prefill_ms double precision,
    prefill_tokens double precision,
    decode_ms double precision,
    decode_tokens double precision,
    figure_sum double precision,
    figure_min double precision,
    figure_max double precision,
    -- Over the figures above zero.
    ln_sum double precision,
    ln_square_sum double precision,
    -- VRAM in use, MiB.
    used_sum double precision,
    used_max double precision,
    -- Of the rows whose time is finite; where there is none, infinity and -infinity, which give way to any time.
    first_seen timestamptz NOT NULL,
    last_seen timestamptz NOT NULL,
    -- Quantile bins of the figure and of the time to first token (ms), see telemetry_bin().
    bins bytea,
    ttft_bins bytea,
    PRIMARY KEY (event_type, bucket, component, host, series)
);

CREATE TABLE telemetry_rollup_day (LIKE telemetry_rollup INCLUDING ALL);

-- Sums of inserted rows that are not folded yet. Append-only for writers, emptied by the fold.
CREATE TABLE telemetry_delta (LIKE telemetry_rollup, dims text NOT NULL) WITH (
    autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
ALTER TABLE telemetry_delta DROP COLUMN series;

-- 3. From a row to its figures. None of this may ever raise, or another program's INSERT would fail.

-- The number in a JSON value: a number, or a string that spells one.
CREATE FUNCTION telemetry_numeric(found jsonb) RETURNS numeric
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE jsonb_typeof(found)
        WHEN 'number' THEN found::numeric
        -- Short and with a small exponent, or the cast itself could overflow.
        WHEN 'string' THEN CASE WHEN length(found #>> '{}') <= 64
            AND found #>> '{}' ~ '^[ \t]*[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]{1,3})?[ \t]*$'
            THEN (found #>> '{}')::numeric END
        END;

-- A count or a time that a machine can have, else null. The bounds keep every product, quotient and sum of such figures
-- finite. Whole numbers go the short way: others are turned into text and back.
CREATE OR REPLACE FUNCTION telemetry_plausible(figure numeric) RETURNS double precision
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN figure BETWEEN 1e-15 AND 1e15 OR figure BETWEEN -1e15 AND -1e-15 OR figure = 0
        THEN CASE WHEN scale(figure) = 0 THEN figure::bigint::double precision ELSE figure::double precision END END;

-- Both. Each use of the argument may evaluate it again, so what every row needs is dug out before.
CREATE FUNCTION telemetry_number(found jsonb) RETURNS double precision
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN telemetry_plausible(telemetry_numeric(found));

-- A name that fits an index key, whatever a program wrote.
CREATE FUNCTION telemetry_name(name text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN octet_length(name) <= 300 THEN name ELSE left(name, 60) || '… ' || md5(name) END;

-- The 15 minutes of a time. Times that no clock shows share a bucket at either end.
CREATE FUNCTION telemetry_bucket("timestamp" timestamptz) RETURNS timestamptz
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN "timestamp" < '2000-01-01 00:00+00' THEN '-infinity'::timestamptz
        WHEN "timestamp" >= '2100-01-01 00:00+00' THEN 'infinity'::timestamptz
        ELSE date_bin('15 minutes', "timestamp", '2000-01-01 00:00+00') END;

-- The UTC day of a bucket.
CREATE FUNCTION telemetry_day(bucket timestamptz) RETURNS timestamptz
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN isfinite(bucket) THEN date_bin('24 hours', bucket, '2000-01-01 00:00+00') ELSE bucket END;

-- The bin of a positive figure, as DDSketch has it: bin i holds e^(0.03 (i-1)) < figure <= e^(0.03 i), so a bin's
-- middle 2 e^(0.03 i) / (e^0.03 + 1) is within 1.5 % of all of it. Zero has a bin of its own. Bins are stored as
-- entries of six bytes, bin (int2) and count (int4), big-endian.
CREATE FUNCTION telemetry_bin(figure double precision) RETURNS smallint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN figure > 0 THEN ceil(ln(figure) / 0.03)::smallint WHEN figure = 0 THEN (-32768)::smallint END;

-- What a row says about its series beside the definition, empty for nothing.
CREATE FUNCTION telemetry_dims(metadata jsonb) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN metadata
        ?| '{source,engine,engine_version,digest,quant,residency,depth_bucket,load_kind}' THEN
        E'\x1f' || coalesce(left(metadata ->> 'source', 64), '')
        || E'\x1f' || coalesce(left(metadata ->> 'engine', 64), '')
        || E'\x1f' || coalesce(left(metadata ->> 'engine_version', 64), '')
        || E'\x1f' || coalesce(left(metadata ->> 'digest', 64), '')
        || E'\x1f' || coalesce(left(metadata ->> 'quant', 64), '')
        || E'\x1f' || coalesce(CASE jsonb_typeof(metadata -> 'residency') WHEN 'number'
            -- A share is told in tenths, or each request would be a series.
            THEN (floor(least(greatest((metadata -> 'residency')::numeric, 0), 1) * 10) / 10)::numeric(2, 1)::text
            ELSE left(metadata ->> 'residency', 64) END, '')
        || E'\x1f' || coalesce(left(metadata ->> 'depth_bucket', 64), '')
        || E'\x1f' || coalesce(left(metadata ->> 'load_kind', 64), '')
    ELSE '' END;

-- What each row counts for and how rows become sums, said once for the three places that need it: the trigger, which sees
-- the rows just inserted, and telemetry_figures() and telemetry_summary(), which read them again.
DO $outer$
DECLARE
    -- Each OFFSET 0 is a fence: without it every use of a column would work it out again. What a reader does not ask for
    -- is not worked out at all.
    figures CONSTANT text := $sql$
    SELECT "timestamp", bucket, event_type, component, host, definition, definition || more_dims AS dims, failed, latency,
        ms, CASE WHEN ms IS NOT NULL THEN tokens END AS tokens,
        CASE WHEN ms IS NOT NULL AND prefill_ms >= 0 THEN prefill_ms END AS prefill_ms,
        CASE WHEN ms IS NOT NULL AND prefill_ms >= 0 AND prefill_tokens >= 0 THEN prefill_tokens END AS prefill_tokens,
        CASE WHEN ms IS NOT NULL AND decode_ms >= 0 THEN decode_ms END AS decode_ms,
        CASE WHEN ms IS NOT NULL AND ttft_ms >= 0 THEN ttft_ms END AS ttft_ms,
        figure, CASE WHEN latency AND figure > 0 THEN ln(figure) END AS ln_figure,
        CASE WHEN used >= 0 THEN used END AS used, CASE WHEN min_free >= 0 THEN min_free END AS min_free
    FROM (
        SELECT *, CASE WHEN thought THEN ms / tokens WHEN load THEN CASE WHEN NOT failed AND value >= 0 THEN value END
            ELSE value END AS figure
        FROM (
            SELECT *, thought OR load AS latency,
                CASE WHEN thought AND NOT failed AND tokens > 0
                    THEN CASE WHEN inference_ms >= 0 THEN inference_ms WHEN value >= 0 THEN value * tokens END END AS ms
            FROM (
                SELECT "timestamp", telemetry_bucket("timestamp") AS bucket, event_type, component, host, thought, load,
                    -- A request always has a definition.
                    CASE WHEN thought THEN CASE definition WHEN 'inference' THEN 'inference' WHEN 'e2e' THEN 'e2e'
                        WHEN 'decode' THEN 'decode' ELSE 'foreign' END ELSE '' END AS definition,
                    CASE WHEN more AND (thought OR load) THEN telemetry_dims(metadata) ELSE '' END AS more_dims,
                    coalesce(status <> 'success' AND telemetry_failed(status), false) AS failed,
                    CASE WHEN value = 0 OR abs(value) BETWEEN 1e-15 AND 1e15 THEN value END AS value,
                    CASE WHEN thought THEN telemetry_plausible(counted) END AS tokens,
                    telemetry_plausible(inference_ms) AS inference_ms,
                    telemetry_plausible(ttft_ms) AS ttft_ms,
                    CASE WHEN more AND thought THEN telemetry_number(metadata -> 'prefill_ms') END AS prefill_ms,
                    CASE WHEN more AND thought AND metadata ? 'prefill_ms'
                        THEN telemetry_number(metadata -> 'prompt_tokens')
                            - coalesce(telemetry_number(metadata -> 'cached_prompt_tokens'), 0) END AS prefill_tokens,
                    CASE WHEN more AND thought THEN telemetry_number(metadata -> 'decode_ms') END AS decode_ms,
                    CASE WHEN vram THEN telemetry_plausible(counted) END AS used,
                    CASE WHEN more AND vram THEN telemetry_number(metadata -> 'min_free') END AS min_free
                FROM (
                    SELECT "timestamp", event_type, component, host, value, status, metadata, definition, more, thought,
                        load, vram, telemetry_numeric(counted) AS counted,
                        telemetry_numeric(inference_ms) AS inference_ms, telemetry_numeric(ttft_ms) AS ttft_ms
                    FROM (
                        SELECT "timestamp", telemetry_name(event_type) AS event_type,
                            telemetry_name(coalesce(component, '(unnamed)')) AS component, telemetry_name(host) AS host,
                            value, status, metadata, event_type = 'THOUGHT_LATENCY' AS thought,
                            event_type = 'LOAD_LATENCY' AS load, event_type = 'VRAM_CHECK' AS vram,
                            CASE event_type WHEN 'THOUGHT_LATENCY' THEN metadata -> 'tokens_generated'
                                WHEN 'VRAM_CHECK' THEN metadata -> 'used' END AS counted,
                            CASE WHEN event_type = 'THOUGHT_LATENCY' THEN metadata -> 'inference_time_ms' END
                                AS inference_ms,
                            CASE WHEN event_type = 'THOUGHT_LATENCY' THEN metadata -> 'ttft_ms' END AS ttft_ms,
                            CASE WHEN event_type = 'THOUGHT_LATENCY' THEN metadata ->> 'definition' END AS definition,
                            -- Most rows have none of the rarer keys; they are looked for once.
                            coalesce(event_type IN ('THOUGHT_LATENCY', 'LOAD_LATENCY', 'VRAM_CHECK') AND metadata
                                ?| '{prefill_ms,decode_ms,min_free,source,engine,engine_version,digest,quant,residency,depth_bucket,load_kind}',
                                false) AS more
                        FROM %s
                        OFFSET 0
                    ) AS dug
                    OFFSET 0
                ) AS numbered
                OFFSET 0
            ) AS parsed
            OFFSET 0
        ) AS timed
        OFFSET 0
    ) AS figured
    $sql$;
    -- Bins are entries of one each, without adding up: the rows of one statement hardly share any. The separator is the
    -- count of the entry before it.
    summary CONSTANT text := $sql$
    SELECT bucket, event_type, component, host, count(*)::integer AS rows,
        (count(*) FILTER (WHERE failed))::integer AS failed, count(figure)::integer AS figures,
        nullif(count(used), 0)::integer AS used_rows, sum(ms) AS ms, sum(tokens) AS tokens, sum(prefill_ms) AS prefill_ms,
        sum(prefill_tokens) AS prefill_tokens, sum(decode_ms) AS decode_ms,
        sum(tokens) FILTER (WHERE decode_ms IS NOT NULL) AS decode_tokens, sum(figure) AS figure_sum,
        min(least(figure, min_free)) AS figure_min, max(figure) AS figure_max, sum(ln_figure) AS ln_sum,
        sum(ln_figure * ln_figure) AS ln_square_sum, sum(used) AS used_sum, max(used) AS used_max,
        -- Times that are not finite leave the extremes to the others, however they are folded.
        coalesce(min("timestamp") FILTER (WHERE isfinite("timestamp")), 'infinity') AS first_seen,
        coalesce(max("timestamp") FILTER (WHERE isfinite("timestamp")), '-infinity') AS last_seen,
        -- As telemetry_bin() has it.
        string_agg(int2send(coalesce(ceil(ln_figure / 0.03)::smallint, (-32768)::smallint)), '\x00000001'::bytea)
            FILTER (WHERE latency AND figure IS NOT NULL) || '\x00000001'::bytea AS bins,
        string_agg(int2send(telemetry_bin(ttft_ms)), '\x00000001'::bytea) FILTER (WHERE ttft_ms IS NOT NULL)
            || '\x00000001'::bytea AS ttft_bins,
        dims
    FROM (%s) AS rows_read
    GROUP BY bucket, event_type, component, host, dims
    $sql$;
    span CONSTANT text := 'system_telemetry WHERE "timestamp" >= from_time AND "timestamp" < to_time '
        'AND (wanted IS NULL OR event_type = wanted)';
    columns CONSTANT text := 'bucket, event_type, component, host, rows, failed, figures, used_rows, ms, tokens, '
        'prefill_ms, prefill_tokens, decode_ms, decode_tokens, figure_sum, figure_min, figure_max, ln_sum, '
        'ln_square_sum, used_sum, used_max, first_seen, last_seen, bins, ttft_bins, dims';
BEGIN
    EXECUTE format($create$
        CREATE FUNCTION telemetry_note_inserted() RETURNS trigger
            -- Groups by hashing: the plan of a session's first few rows would sort the many that come after.
            LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT SET enable_sort = off
        AS $body$
        BEGIN
            INSERT INTO telemetry_delta (%s) %s;
            RETURN NULL;
        END
        $body$
        $create$, columns, format(summary, format(figures, 'inserted')));

    -- The rows of a span, `from_time` included, `to_time` excluded; of one event type, or of all for null. Plain SQL, so
    -- that a query that calls it reads the one partition that it needs.
    EXECUTE format($create$
        CREATE FUNCTION telemetry_figures(wanted text, from_time timestamptz, to_time timestamptz)
            RETURNS TABLE ("timestamp" timestamptz, bucket timestamptz, event_type text, component text, host text,
                definition text, dims text, failed boolean, latency boolean, ms double precision, tokens double precision,
                prefill_ms double precision, prefill_tokens double precision, decode_ms double precision,
                ttft_ms double precision, figure double precision, ln_figure double precision, used double precision,
                min_free double precision)
            LANGUAGE sql STABLE
        AS $body$ %s $body$
        $create$, format(figures, span));

    -- Their sums, `last_time` included: the last rows of all lie at infinity.
    EXECUTE format($create$
        CREATE FUNCTION telemetry_summary(from_time timestamptz, last_time timestamptz) RETURNS SETOF telemetry_delta
            LANGUAGE plpgsql STABLE
        AS $body$
        #variable_conflict use_column
        BEGIN
            RETURN QUERY %s;
        END
        $body$
        $create$, format(summary, format(figures,
            'system_telemetry WHERE "timestamp" >= from_time AND "timestamp" <= last_time')));
END
$outer$;

-- Sums per 15 minutes, folded or not. Several rows may share a key.
CREATE VIEW telemetry_live AS
    SELECT bucket, event_type, component, host, dims, definition, rows, failed, figures, used_rows, ms, tokens,
        prefill_ms, prefill_tokens, decode_ms, decode_tokens, figure_sum, figure_min, figure_max, ln_sum, ln_square_sum,
        used_sum, used_max, first_seen, last_seen, bins, ttft_bins
    FROM telemetry_rollup JOIN telemetry_series USING (series)
    UNION ALL
    SELECT bucket, event_type, component, host, dims, split_part(dims, E'\x1f', 1), rows, failed, figures, used_rows,
        ms, tokens, prefill_ms, prefill_tokens, decode_ms, decode_tokens, figure_sum, figure_min, figure_max, ln_sum,
        ln_square_sum, used_sum, used_max, first_seen, last_seen, bins, ttft_bins
    FROM telemetry_delta;

-- 4. Writing: whoever inserts leaves sums behind. The trigger also lies on each partition, because rows that are
-- inserted straight into one pass the parent's by; rows that go through the parent fire the parent's alone.

CREATE FUNCTION telemetry_watch(relation regclass) RETURNS void
    LANGUAGE plpgsql
AS $$
BEGIN
    EXECUTE format('CREATE TRIGGER telemetry_note_inserted AFTER INSERT ON %s '
        'REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION telemetry_note_inserted()', relation);
END
$$;
SELECT telemetry_watch('system_telemetry'), telemetry_watch('system_telemetry_default');

-- As before, with the trigger on the new partition.
CREATE OR REPLACE FUNCTION telemetry_ensure_day(day date) RETURNS boolean
    LANGUAGE plpgsql
    SET lock_timeout = '500ms'
AS $$
DECLARE
    today CONSTANT date := (now() AT TIME ZONE 'UTC')::date;
    partition_name CONSTANT text := 'system_telemetry_' || to_char(day, 'YYYYMMDD');
    day_start CONSTANT timestamptz := day::timestamp AT TIME ZONE 'UTC';
    day_end CONSTANT timestamptz := (day + 1)::timestamp AT TIME ZONE 'UTC';
BEGIN
    IF day NOT BETWEEN today - 61 AND today + 7 THEN
        RETURN false;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('gravitas.telemetry.partitions'));
    IF to_regclass(partition_name) IS NOT NULL THEN
        RETURN true;
    END IF;
    LOCK TABLE ONLY system_telemetry IN SHARE ROW EXCLUSIVE MODE;
    LOCK TABLE system_telemetry_default IN ACCESS EXCLUSIVE MODE;
    EXECUTE format('CREATE TABLE %I (LIKE system_telemetry INCLUDING ALL)', partition_name);
    EXECUTE format(
        'WITH moved AS (DELETE FROM system_telemetry_default WHERE "timestamp" >= $1 AND "timestamp" < $2 RETURNING *) '
        'INSERT INTO %I SELECT * FROM moved', partition_name) USING day_start, day_end;
    -- After the move: those rows are counted already.
    PERFORM telemetry_watch(partition_name::regclass);
    EXECUTE format('ALTER TABLE system_telemetry ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
        partition_name, day_start, day_end);
    RETURN true;
END
$$;

-- 5. Folding.

CREATE FUNCTION telemetry_add_series() RETURNS void
    LANGUAGE sql
AS $$
    INSERT INTO telemetry_series
    SELECT (SELECT max(series) FROM telemetry_series) + row_number() OVER (ORDER BY dims), dims,
        split_part(dims, E'\x1f', 1),
        coalesce(nullif(split_part(dims, E'\x1f', 2), ''), 'unknown'),
        coalesce(nullif(split_part(dims, E'\x1f', 3), ''), 'unknown'),
        coalesce(nullif(split_part(dims, E'\x1f', 4), ''), 'unknown'),
        coalesce(nullif(split_part(dims, E'\x1f', 5), ''), 'unknown'),
        coalesce(nullif(split_part(dims, E'\x1f', 6), ''), 'unknown'),
        coalesce(nullif(split_part(dims, E'\x1f', 7), ''), 'unknown'),
        coalesce(nullif(split_part(dims, E'\x1f', 8), ''), 'unknown'),
        coalesce(nullif(split_part(dims, E'\x1f', 9), ''), 'unknown')
    FROM (SELECT DISTINCT dims FROM telemetry_delta AS delta
        WHERE NOT EXISTS (SELECT FROM telemetry_series AS known WHERE known.dims = delta.dims)) AS new
    ON CONFLICT DO NOTHING
$$;

-- Moves every delta that is committed into the rollups, in one transaction: nothing is ever counted twice or not at all.
-- One at a time; returns how many deltas there were, or null when another session is folding.
DO $outer$
DECLARE
    -- Entries of bins as they are kept: of the same bin added up once they have grown, because that costs more than a few
    -- bytes. Said in place, because a function would cost thrice as much; the fence has them joined once.
    packed CONSTANT text := $sql$(
        SELECT CASE WHEN octet_length(entries) > 240 THEN (
            SELECT string_agg(bin || int4send(n::integer), ''::bytea)
            FROM (
                SELECT substring(entries FROM at + 1 FOR 2) AS bin,
                    sum((get_byte(entries, at + 2) << 24) + (get_byte(entries, at + 3) << 16)
                        + (get_byte(entries, at + 4) << 8) + get_byte(entries, at + 5)) AS n
                FROM generate_series(0, octet_length(entries) - 6, 6) AS at
                GROUP BY 1
            ) AS summed) ELSE entries END
        FROM (SELECT %s AS entries OFFSET 0) AS joined)
    $sql$;
    new_bins CONSTANT text := format(packed, $sql$string_agg(bins, ''::bytea)$sql$);
    new_ttft_bins CONSTANT text := format(packed, $sql$string_agg(ttft_bins, ''::bytea)$sql$);
    all_bins CONSTANT text := format(packed, 'r.bins || excluded.bins');
    all_ttft_bins CONSTANT text := format(packed, 'r.ttft_bins || excluded.ttft_bins');
    -- Adds what was taken to the rows of the target. A column that does not apply stays null.
    fold CONSTANT text := $sql$
        INSERT INTO %1$s AS r (bucket, event_type, component, host, series, rows, failed, figures, used_rows, ms, tokens,
            prefill_ms, prefill_tokens, decode_ms, decode_tokens, figure_sum, figure_min, figure_max, ln_sum,
            ln_square_sum, used_sum, used_max, first_seen, last_seen, bins, ttft_bins)
        SELECT %2$s, event_type, component, host, series, sum(rows), sum(failed), sum(figures), sum(used_rows), sum(ms),
            sum(tokens), sum(prefill_ms), sum(prefill_tokens), sum(decode_ms), sum(decode_tokens), sum(figure_sum),
            min(figure_min), max(figure_max), sum(ln_sum), sum(ln_square_sum), sum(used_sum), max(used_max),
            min(first_seen), max(last_seen), %3$s, %4$s
        FROM taken JOIN telemetry_series USING (dims)
        GROUP BY 1, 2, 3, 4, 5
        -- In the order of the key, so that the index stays dense.
        ORDER BY 2, 1, 3, 4, 5
        ON CONFLICT (event_type, bucket, component, host, series) DO UPDATE SET
            rows = r.rows + excluded.rows,
            failed = r.failed + excluded.failed,
            figures = r.figures + excluded.figures,
            used_rows = coalesce(r.used_rows + excluded.used_rows, r.used_rows, excluded.used_rows),
            ms = coalesce(r.ms + excluded.ms, r.ms, excluded.ms),
            tokens = coalesce(r.tokens + excluded.tokens, r.tokens, excluded.tokens),
            prefill_ms = coalesce(r.prefill_ms + excluded.prefill_ms, r.prefill_ms, excluded.prefill_ms),
            prefill_tokens = coalesce(r.prefill_tokens + excluded.prefill_tokens, r.prefill_tokens,
                excluded.prefill_tokens),
            decode_ms = coalesce(r.decode_ms + excluded.decode_ms, r.decode_ms, excluded.decode_ms),
            decode_tokens = coalesce(r.decode_tokens + excluded.decode_tokens, r.decode_tokens, excluded.decode_tokens),
            figure_sum = coalesce(r.figure_sum + excluded.figure_sum, r.figure_sum, excluded.figure_sum),
            figure_min = least(r.figure_min, excluded.figure_min),
            figure_max = greatest(r.figure_max, excluded.figure_max),
            ln_sum = coalesce(r.ln_sum + excluded.ln_sum, r.ln_sum, excluded.ln_sum),
            ln_square_sum = coalesce(r.ln_square_sum + excluded.ln_square_sum, r.ln_square_sum, excluded.ln_square_sum),
            used_sum = coalesce(r.used_sum + excluded.used_sum, r.used_sum, excluded.used_sum),
            used_max = greatest(r.used_max, excluded.used_max),
            first_seen = least(r.first_seen, excluded.first_seen),
            last_seen = greatest(r.last_seen, excluded.last_seen),
            bins = coalesce(%5$s, r.bins, excluded.bins),
            ttft_bins = coalesce(%6$s, r.ttft_bins, excluded.ttft_bins)
    $sql$;
BEGIN
    EXECUTE format($create$
        CREATE FUNCTION telemetry_fold() RETURNS bigint
            LANGUAGE plpgsql
        AS $body$
        DECLARE
            folded bigint;
        BEGIN
            IF NOT pg_try_advisory_xact_lock(hashtext('gravitas.telemetry.fold')) THEN
                RETURN NULL;
            END IF;
            PERFORM telemetry_add_series();
            WITH taken AS (DELETE FROM telemetry_delta AS delta USING telemetry_series AS known
                WHERE known.dims = delta.dims RETURNING delta.*),
            fine AS (%s), days AS (%s)
            SELECT count(*) INTO folded FROM taken;
            RETURN folded;
        END
        $body$
        $create$,
        format(fold, 'telemetry_rollup', 'bucket', new_bins, new_ttft_bins, all_bins, all_ttft_bins),
        format(fold, 'telemetry_rollup_day', 'telemetry_day(bucket)', new_bins, new_ttft_bins, all_bins,
            all_ttft_bins));
END
$outer$;

-- 6. Forgetting a day, and checking one.

-- The first and the last moment of a day of the rollups. Of its two ends, one lasts until clocks begin, the other from
-- where they end.
CREATE FUNCTION telemetry_day_first(day timestamptz) RETURNS timestamptz
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN least(day, '2100-01-01 00:00+00'::timestamptz);
CREATE FUNCTION telemetry_day_last(day timestamptz) RETURNS timestamptz
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN day = '-infinity' THEN '1999-12-31 23:59:59.999999+00'::timestamptz
        ELSE day + interval '24 hours' - interval '1 microsecond' END;

-- Drops a day (not the last of the rollups, infinity) with all that is known of it, and returns how many rows that
-- were. Inserts wait meanwhile, or a row could stay whose sums are gone; so it gives up soon where readers do not let go.
CREATE FUNCTION telemetry_drop_day(day timestamptz) RETURNS bigint
    LANGUAGE plpgsql
    SET lock_timeout = '100ms'
AS $$
DECLARE
    partition_name CONSTANT text := 'system_telemetry_' || to_char(day AT TIME ZONE 'UTC', 'YYYYMMDD');
    gone bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('gravitas.telemetry.fold'));
    LOCK TABLE system_telemetry IN SHARE ROW EXCLUSIVE MODE;
    SELECT coalesce(sum(rows), 0) INTO gone FROM (
        SELECT rows FROM telemetry_rollup_day WHERE bucket = day
        UNION ALL SELECT rows FROM telemetry_delta WHERE telemetry_day(bucket) = day) AS kept;
    IF isfinite(day) AND to_regclass(partition_name) IS NOT NULL THEN
        EXECUTE format('DROP TABLE %I', partition_name);
    ELSE
        DELETE FROM system_telemetry_default WHERE "timestamp" BETWEEN day AND telemetry_day_last(day);
    END IF;
    DELETE FROM telemetry_delta WHERE telemetry_day(bucket) = day;
    DELETE FROM telemetry_rollup_day WHERE bucket = day;
    DELETE FROM telemetry_rollup WHERE bucket BETWEEN telemetry_day_first(day) AND telemetry_day_last(day);
    RETURN gone;
END
$$;

-- Forgets the series that no sum refers to any more, or a program that names a new one in each row would leave all of them
-- behind for good.
CREATE FUNCTION telemetry_forget_series() RETURNS bigint
    LANGUAGE plpgsql
AS $$
DECLARE
    gone bigint;
BEGIN
    -- Nobody adds sums meanwhile.
    PERFORM pg_advisory_xact_lock(hashtext('gravitas.telemetry.fold'));
    DELETE FROM telemetry_series AS known
    WHERE series <> 0 AND NOT EXISTS (SELECT FROM telemetry_rollup AS used WHERE used.series = known.series)
        AND NOT EXISTS (SELECT FROM telemetry_rollup_day AS used WHERE used.series = known.series);
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END
$$;

-- Whether two sums are further apart than the order of adding can explain. `size` is what the sizes of the summands can
-- add up to, where some are below zero.
CREATE FUNCTION telemetry_differ(one double precision, other double precision, size double precision DEFAULT NULL)
    RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (one IS NULL) <> (other IS NULL)
        OR coalesce(abs(one - other) > 1e-9 * coalesce(size, greatest(abs(one), abs(other))), false);

-- Entries of bins in one spelling: each bin once, in order.
CREATE FUNCTION telemetry_bins(entries bytea) RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
    SELECT string_agg(bin || int8send(n), ''::bytea ORDER BY bin)
    FROM (
        SELECT substring(entries FROM at + 1 FOR 2) AS bin,
            sum((get_byte(entries, at + 2)::bigint << 24) + (get_byte(entries, at + 3) << 16)
                + (get_byte(entries, at + 4) << 8) + get_byte(entries, at + 5))::bigint AS n
        FROM generate_series(0, octet_length(entries) - 6, 6) AS at
        GROUP BY 1
    ) AS summed
$$;

-- The same for all sums of the same rows. Quantile bins are compared in one spelling.
CREATE FUNCTION telemetry_differ(one telemetry_delta, other telemetry_delta) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    RETURN (one.rows, one.failed, one.figures, one.used_rows, one.figure_min, one.figure_max, one.used_max,
            one.first_seen, one.last_seen)
        IS DISTINCT FROM (other.rows, other.failed, other.figures, other.used_rows, other.figure_min, other.figure_max,
            other.used_max, other.first_seen, other.last_seen)
        OR telemetry_differ(one.ms, other.ms)
        OR telemetry_differ(one.tokens, other.tokens)
        OR telemetry_differ(one.prefill_ms, other.prefill_ms)
        OR telemetry_differ(one.prefill_tokens, other.prefill_tokens)
        OR telemetry_differ(one.decode_ms, other.decode_ms)
        OR telemetry_differ(one.decode_tokens, other.decode_tokens)
        OR telemetry_differ(one.figure_sum, other.figure_sum,
            one.figures * greatest(abs(one.figure_min), abs(one.figure_max)))
        OR telemetry_differ(one.ln_sum, other.ln_sum, sqrt(one.figures * one.ln_square_sum))
        OR telemetry_differ(one.ln_square_sum, other.ln_square_sum)
        OR telemetry_differ(one.used_sum, other.used_sum)
        OR telemetry_bins(one.bins) IS DISTINCT FROM telemetry_bins(other.bins)
        OR telemetry_bins(one.ttft_bins) IS DISTINCT FROM telemetry_bins(other.ttft_bins);

-- What is kept of a span of buckets, in the shape of telemetry_summary(): per bucket, folded or not; per day as the
-- buckets have it; per day as the days have it.
DO $outer$
DECLARE
    shape CONSTANT text := $sql$
        CREATE FUNCTION %s(first_bucket timestamptz, last_bucket timestamptz) RETURNS SETOF telemetry_delta
            LANGUAGE sql STABLE
        AS $body$
            SELECT %s, event_type, component, host, sum(rows)::integer, sum(failed)::integer, sum(figures)::integer,
                sum(used_rows)::integer, sum(ms), sum(tokens), sum(prefill_ms), sum(prefill_tokens), sum(decode_ms),
                sum(decode_tokens), sum(figure_sum), min(figure_min), max(figure_max), sum(ln_sum), sum(ln_square_sum),
                sum(used_sum), max(used_max), min(first_seen), max(last_seen), string_agg(bins, ''::bytea),
                string_agg(ttft_bins, ''::bytea), dims
            FROM %s
            WHERE bucket BETWEEN first_bucket AND last_bucket
            GROUP BY 1, event_type, component, host, dims
        $body$
    $sql$;
BEGIN
    EXECUTE format(shape, 'telemetry_kept', 'bucket', 'telemetry_live');
    EXECUTE format(shape, 'telemetry_kept_until_day', 'telemetry_day(bucket)',
        'telemetry_rollup JOIN telemetry_series USING (series)');
    EXECUTE format(shape, 'telemetry_kept_of_day', 'bucket',
        'telemetry_rollup_day JOIN telemetry_series USING (series)');
END
$outer$;

-- Compares the sums of a day with its rows and makes them anew where they differ: after an UPDATE or DELETE by hand,
-- say, of which the rollups hear nothing. True when they did. Call it in a REPEATABLE READ transaction of a session that
-- holds the fold's lock: rows, deltas and rollups are then seen as of one moment, whoever goes on writing.
CREATE FUNCTION telemetry_reconcile_day(day timestamptz) RETURNS boolean
    LANGUAGE plpgsql
AS $$
DECLARE
    day_first CONSTANT timestamptz := telemetry_day_first(day);
    day_last CONSTANT timestamptz := telemetry_day_last(day);
BEGIN
    IF NOT EXISTS (
        SELECT FROM telemetry_summary(day_first, day_last) AS one FULL JOIN telemetry_kept(day_first, day_last) AS other
            USING (bucket, event_type, component, host, dims)
        WHERE telemetry_differ(one, other)
        UNION ALL
        SELECT FROM telemetry_kept_until_day(day_first, day_last) AS one
            FULL JOIN telemetry_kept_of_day(day, day) AS other USING (bucket, event_type, component, host, dims)
        WHERE telemetry_differ(one, other)
    ) THEN
        RETURN false;
    END IF;
    DELETE FROM telemetry_delta WHERE telemetry_day(bucket) = day;
    DELETE FROM telemetry_rollup_day WHERE bucket = day;
    DELETE FROM telemetry_rollup WHERE bucket BETWEEN day_first AND day_last;
    INSERT INTO telemetry_delta SELECT * FROM telemetry_summary(day_first, day_last);
    RETURN true;
END
$$;

-- What the upkeep did last. `clock` holds the time that a console last saw, by which a clock that jumped is noticed.
CREATE TABLE telemetry_upkeep (
    task text PRIMARY KEY,
    done_at timestamptz NOT NULL,
    detail text NOT NULL
);

-- TRUNCATE leaves no rows to sum, so it leaves no sums.
CREATE FUNCTION telemetry_note_truncated() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
AS $$
BEGIN
    DELETE FROM telemetry_delta;
    DELETE FROM telemetry_rollup;
    DELETE FROM telemetry_rollup_day;
    RETURN NULL;
END
$$;
CREATE TRIGGER telemetry_note_truncated AFTER TRUNCATE ON system_telemetry
    FOR EACH STATEMENT EXECUTE FUNCTION telemetry_note_truncated();

-- 7. Everything so far moves over: what other roles may do with the table, and the rows, day by day, counted on the way.

DO $$
DECLARE
    right_of record;
BEGIN
    FOR right_of IN
        SELECT privilege_type || ' ' || columns AS what, is_grantable,
            CASE WHEN grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END AS role
        FROM (
            SELECT '' AS columns, (aclexplode(relacl)).*, relowner
            FROM pg_class WHERE oid = 'telemetry_before'::regclass
            UNION ALL
            SELECT format('(%I)', attname), (aclexplode(attacl)).*, relowner
            FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
            WHERE attrelid = 'telemetry_before'::regclass AND attname IN (SELECT column_name
                FROM information_schema.columns WHERE table_schema = current_schema AND table_name = 'system_telemetry')
        ) AS rights
        WHERE grantee <> relowner
    LOOP
        EXECUTE format('GRANT %s ON system_telemetry TO %s %s', right_of.what, right_of.role,
            CASE WHEN right_of.is_grantable THEN 'WITH GRANT OPTION' ELSE '' END);
    END LOOP;
END
$$;

DO $$
DECLARE
    day date;
BEGIN
    FOR day IN SELECT to_date(right(relname, 8), 'YYYYMMDD') FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
            WHERE inhparent = 'telemetry_before'::regclass AND relname ~ '^telemetry_before_[0-9]{8}$' LOOP
        PERFORM telemetry_ensure_day(day);
    END LOOP;
    INSERT INTO system_telemetry (event_type, component, value, metadata, status, "timestamp", host)
    SELECT event_type, component, value, metadata, status, "timestamp", coalesce(host, '') FROM telemetry_before
    ORDER BY "timestamp";
    PERFORM telemetry_fold();
END
$$;

DO $$
DECLARE
    viewed record;
BEGIN
    FOR viewed IN SELECT * FROM telemetry_views LOOP
        BEGIN
            EXECUTE format('CREATE OR REPLACE VIEW %s %s AS %s', viewed.name, viewed.options, viewed.definition);
        EXCEPTION WHEN OTHERS THEN
            RAISE EXCEPTION 'the view % of another program cannot be kept (%). Drop it, and start the console again.',
                viewed.name, SQLERRM USING ERRCODE = 'GV001';
        END;
    END LOOP;
END
$$;
DROP TABLE telemetry_before;
DROP FUNCTION telemetry_ranked_ms(text, double precision, jsonb, text);
DROP FUNCTION telemetry_definition(jsonb);
DROP FUNCTION telemetry_number(jsonb, text);
