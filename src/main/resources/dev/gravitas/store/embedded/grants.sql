-- By the owner, after the migrations, in one transaction; repeated at each start.
REVOKE ALL ON DATABASE gravitas FROM PUBLIC;
GRANT CONNECT ON DATABASE gravitas TO gravitas_reader, gravitas_writer;
GRANT USAGE ON SCHEMA public TO gravitas_reader, gravitas_writer;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO gravitas_reader;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO gravitas_reader;
-- The parent only: rows written straight into a partition would pass by its trigger.
GRANT INSERT ON system_telemetry TO gravitas_writer;
