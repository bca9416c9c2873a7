-- The schema of the platform. Each feature adds its own migration; none is changed once released.
COMMENT ON SCHEMA weir IS 'What the running service keeps: journal, jobs, keys, sessions';
