SELECT telemetry_forget_series()
