SELECT telemetry_split_buckets(now())
