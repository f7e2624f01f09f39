-- The telemetry table, its efficiency columns, day partitions, batch ids and the import ledger.
--
-- The functions below feed stored columns of rows that any program may insert, so none of them may ever raise: whatever
-- the JSON holds, the answer is a number or null.

-- A count or a time that a machine can have. The bounds keep every product, quotient and sum of such figures finite.
CREATE FUNCTION telemetry_plausible(figure numeric) RETURNS double precision
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN figure = 0 OR abs(figure) BETWEEN 1e-15 AND 1e15 THEN figure::double precision END;

-- The number under a key: a JSON number, or a string that spells one.
CREATE FUNCTION telemetry_number(metadata jsonb, key text) RETURNS double precision
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE jsonb_typeof(metadata -> key)
        WHEN 'number' THEN telemetry_plausible((metadata -> key)::numeric)
        WHEN 'string' THEN CASE
            -- Short and with a small exponent, or the cast itself could overflow.
            WHEN length(metadata ->> key) <= 64
                AND (metadata ->> key) ~ '^[ \t]*[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]{1,3})?[ \t]*$'
            THEN telemetry_plausible((metadata ->> key)::numeric) END
        END;

CREATE FUNCTION telemetry_failed(status text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN coalesce(
        lower(status) IN ('error', 'failed', 'failure', 'timeout', 'aborted', 'cancelled', 'no_tokens'), false);

-- Inference time in ms of a row that enters efficiency figures, else null: told by the metadata, or value (ms/token)
-- times tokens. In PL/pgSQL because variables spare the repeated digging; its names are found whatever search path the
-- writer has set, or that writer's INSERT would fail.
CREATE FUNCTION telemetry_ranked_ms(event_type text, value double precision, metadata jsonb, status text)
    RETURNS double precision
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    SET search_path FROM CURRENT
AS $$
DECLARE
    tokens double precision;
    ms double precision;
BEGIN
    IF event_type <> 'THOUGHT_LATENCY' OR telemetry_failed(status) THEN
        RETURN NULL;
    END IF;
    tokens := telemetry_number(metadata, 'tokens_generated');
    IF tokens > 0 THEN
        ms := telemetry_number(metadata, 'inference_time_ms');
        RETURN CASE WHEN ms >= 0 THEN ms WHEN value = 0 OR value BETWEEN 1e-15 AND 1e15 THEN value * tokens END;
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION telemetry_definition(metadata jsonb) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN metadata ->> 'definition' IN ('inference', 'e2e', 'decode') THEN metadata ->> 'definition'
        ELSE 'foreign' END;

CREATE TABLE system_telemetry (
    event_type text NOT NULL,
    component text,
    value double precision,
    metadata jsonb,
    status text,
    "timestamp" timestamptz NOT NULL DEFAULT now(),
    -- The label of the console that wrote the row; null for rows of other programs.
    host text,
    ranked_tokens double precision GENERATED ALWAYS AS (
        CASE WHEN telemetry_ranked_ms(event_type, value, metadata, status) IS NOT NULL
        THEN telemetry_number(metadata, 'tokens_generated') END) STORED,
    ranked_ms double precision GENERATED ALWAYS AS (
        telemetry_ranked_ms(event_type, value, metadata, status)) STORED,
    ttft_ms double precision GENERATED ALWAYS AS (
        CASE WHEN event_type = 'THOUGHT_LATENCY' AND telemetry_number(metadata, 'ttft_ms') >= 0
        THEN telemetry_number(metadata, 'ttft_ms') END) STORED,
    definition text GENERATED ALWAYS AS (
        CASE WHEN event_type = 'THOUGHT_LATENCY' THEN telemetry_definition(metadata) END) STORED,
    CONSTRAINT system_telemetry_value_finite CHECK (value > '-Infinity' AND value < 'Infinity')
) PARTITION BY RANGE ("timestamp");

CREATE INDEX system_telemetry_timestamp ON system_telemetry ("timestamp");

-- Rows of days that have no partition of their own are never lost: they land here.
CREATE TABLE system_telemetry_default PARTITION OF system_telemetry DEFAULT;

-- Gives a UTC day its partition and moves rows of that day out of the default partition. True when the day has one
-- afterwards, false for days outside the span that is kept in partitions. Safe to call from several sessions at once.
-- The new table is attached instead of created in place, because that lets others go on reading the parent. Inserts wait
-- those milliseconds: one that was already on its way to the default partition would be refused by it afterwards.
CREATE FUNCTION telemetry_ensure_day(day date) RETURNS boolean
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
        'WITH moved AS (DELETE FROM system_telemetry_default WHERE "timestamp" >= $1 AND "timestamp" < $2 '
        'RETURNING event_type, component, value, metadata, status, "timestamp", host) '
        'INSERT INTO %I (event_type, component, value, metadata, status, "timestamp", host) TABLE moved',
        partition_name) USING day_start, day_end;
    EXECUTE format('ALTER TABLE system_telemetry ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
        partition_name, day_start, day_end);
    RETURN true;
END
$$;

-- Ids of committed batches, so that a commit in doubt can be settled by asking for its id.
CREATE TABLE telemetry_batch (
    batch_id uuid PRIMARY KEY,
    committed_at timestamptz NOT NULL DEFAULT now()
);

-- Imported files by content, and how far each import came.
CREATE TABLE telemetry_import (
    content_sha256 text PRIMARY KEY CHECK (content_sha256 ~ '^[0-9a-f]{64}$'),
    started_at timestamptz NOT NULL,
    spread_days integer NOT NULL,
    rows_read bigint NOT NULL DEFAULT 0,
    rows_stored bigint NOT NULL DEFAULT 0,
    finished boolean NOT NULL DEFAULT false
);
