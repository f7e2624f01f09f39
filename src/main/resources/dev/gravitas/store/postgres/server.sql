-- Who answers, and whether the console may work there.
SELECT current_setting('server_version') AS version,
    current_schema() AS schema_name,
    coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) AS may_create,
    pg_is_in_recovery() AS standby
