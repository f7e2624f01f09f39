-- Settings of every pooled session. Set here, so that no role, database or server default can weaken them.
SELECT set_config('synchronous_commit', 'on', false),
    set_config('idle_in_transaction_session_timeout', '30s', false),
    -- Compiling a plan over some seventy partitions costs more than it ever saves here.
    set_config('jit', 'off', false),
    -- Starting helpers costs more than they save on sums.
    set_config('max_parallel_workers_per_gather', '0', false),
    -- A plan that is made before a window is known takes sorting for cheap, where hashing costs a fifth less.
    set_config('enable_sort', 'off', false),
    -- A console asks the same questions over and over: planning over some seventy partitions once costs more than once
    -- for the few that a question needs, but then never again. A command asks once.
    set_config('plan_cache_mode', ?, false)
