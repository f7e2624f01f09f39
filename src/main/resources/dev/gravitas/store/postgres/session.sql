-- Settings of every pooled session. Set here, so that no role, database or server default can weaken them.
SELECT set_config('synchronous_commit', 'on', false),
    set_config('idle_in_transaction_session_timeout', '30s', false),
    -- Compiling a plan over some seventy partitions costs more than it ever saves here.
    set_config('jit', 'off', false)
