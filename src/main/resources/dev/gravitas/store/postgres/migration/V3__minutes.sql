-- Sums of requests per minute, for the 15 minutes that the start of a rolling window cuts: without them each answer would
-- read up to 15 minutes of rows again, 1,700 of them at ten million rows in 60 days.
--
-- They are a copy of what the rows say, made from the rows themselves, and count only as long as the bucket has as many
-- rows as they were made of. Rows are never taken from a bucket but with its sums, so a late row makes them void at the
-- moment it is committed, and whatever takes sums away takes all minutes away with them.

-- The buckets that are told by the minute, and of how many rows.
CREATE TABLE telemetry_split (
    bucket timestamptz PRIMARY KEY,
    rows bigint NOT NULL
);

CREATE TABLE telemetry_minute (
    minute timestamptz NOT NULL,
    component text NOT NULL,
    host text NOT NULL,
    definition text NOT NULL,
    rows integer NOT NULL,
    figures integer NOT NULL,
    ms double precision,
    tokens double precision,
    figure_min double precision,
    figure_max double precision,
    first_seen timestamptz NOT NULL,
    last_seen timestamptz NOT NULL,
    bins bytea,
    ttft_bins bytea,
    PRIMARY KEY (minute, component, host, definition)
);

-- The buckets that the windows of an hour, a day, a week and 60 days cut that end at a time, and those they cut next.
CREATE FUNCTION telemetry_cut_buckets(at timestamptz) RETURNS SETOF timestamptz
    LANGUAGE sql STABLE
AS $$
    SELECT DISTINCT telemetry_bucket(at - window_length + ahead)
    FROM unnest('{1 hour,24 hours,168 hours,1440 hours}'::interval[]) AS window_length,
        unnest('{0,15 minutes}'::interval[]) AS ahead
$$;

-- How many requests a bucket has by its sums.
CREATE FUNCTION telemetry_requests(of_bucket timestamptz) RETURNS bigint
    LANGUAGE sql STABLE
AS $$
    SELECT coalesce(sum(rows), 0)::bigint FROM (
        SELECT rows FROM telemetry_rollup WHERE event_type = 'THOUGHT_LATENCY' AND bucket = of_bucket
        UNION ALL
        SELECT rows FROM telemetry_delta WHERE event_type = 'THOUGHT_LATENCY' AND bucket = of_bucket
    ) AS kept
$$;

-- Makes the minutes that are missing or void for windows that end about a time, and forgets those that none of them cuts.
-- One session at a time; returns how many buckets it read again, or null while another session is at work.
CREATE FUNCTION telemetry_split_buckets(at timestamptz) RETURNS bigint
    LANGUAGE plpgsql
AS $$
DECLARE
    made bigint := 0;
    missing timestamptz;
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtext('gravitas.telemetry.fold')) THEN
        RETURN NULL;
    END IF;
    -- Before anything that a TRUNCATE may come to want, or each would wait for the other.
    LOCK TABLE ONLY system_telemetry IN ACCESS SHARE MODE;
    DELETE FROM telemetry_split
    WHERE bucket NOT IN (SELECT telemetry_cut_buckets(at)) OR rows <> telemetry_requests(bucket);
    DELETE FROM telemetry_minute WHERE telemetry_bucket(minute) NOT IN (SELECT bucket FROM telemetry_split);
    FOR missing IN SELECT telemetry_cut_buckets(at) EXCEPT SELECT bucket FROM telemetry_split LOOP
        -- One statement, so that the count is of the rows that were summed.
        WITH summed AS (
            INSERT INTO telemetry_minute
            SELECT date_bin('1 minute', "timestamp", missing), component, host, definition, count(*), count(figure),
                sum(ms), sum(tokens), min(figure), max(figure), min("timestamp"), max("timestamp"),
                string_agg(int2send(telemetry_bin(figure)) || int4send(1), ''::bytea),
                string_agg(int2send(telemetry_bin(ttft_ms)) || int4send(1), ''::bytea)
            FROM telemetry_figures('THOUGHT_LATENCY', missing, missing + interval '15 minutes')
            GROUP BY 1, 2, 3, 4
            RETURNING rows
        )
        INSERT INTO telemetry_split SELECT missing, coalesce(sum(rows), 0) FROM summed;
        made := made + 1;
    END LOOP;
    RETURN made;
END
$$;

-- Sums are taken away with the rows of a day or of all, or made anew where they were wrong.
CREATE FUNCTION telemetry_note_forgotten() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
AS $$
BEGIN
    DELETE FROM telemetry_split;
    DELETE FROM telemetry_minute;
    RETURN NULL;
END
$$;
CREATE TRIGGER telemetry_note_forgotten AFTER DELETE ON telemetry_rollup
    FOR EACH STATEMENT EXECUTE FUNCTION telemetry_note_forgotten();
