-- By the superuser, on a server for measurements alone.
ALTER ROLE gravitas CREATEDB;
GRANT pg_read_server_files, pg_checkpoint TO gravitas
