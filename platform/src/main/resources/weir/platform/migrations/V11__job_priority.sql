-- Jobs that are due are taken up by their priority, the larger number first, then by their time.
UPDATE weir.job_claim SET priority = 0 WHERE priority IS NULL;
ALTER TABLE weir.job_claim ALTER COLUMN priority SET DEFAULT 0, ALTER COLUMN priority SET NOT NULL;
CREATE INDEX job_claim_due ON weir.job_claim (priority DESC, execution_time);
DROP INDEX weir.job_claim_execution_time;
