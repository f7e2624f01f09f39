-- By the superuser, in one transaction. Each role may be there from an interrupted attempt.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['gravitas', 'gravitas_reader', 'gravitas_writer'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
      EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION', name);
    END IF;
  END LOOP;
END $$;
ALTER ROLE gravitas_reader SET default_transaction_read_only = on;
-- The console's roles have business in their own database only.
REVOKE ALL ON DATABASE postgres FROM PUBLIC;
REVOKE ALL ON DATABASE template1 FROM PUBLIC;
