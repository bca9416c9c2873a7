-- Jobs: what is to be done (job, for people and pages) and who may take it up next (job_claim, db-scheduler's own table).

CREATE TABLE weir.job (
    id               bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind             text        NOT NULL,
    key              text        NOT NULL,
    organisation     text        NOT NULL,
    argument         text        NOT NULL,
    recurrence       text        NOT NULL DEFAULT '',
    state            text        NOT NULL CHECK (state IN
                         ('waiting', 'running', 'done', 'failed-will-retry', 'dead', 'cancelled')),
    attempt          int         NOT NULL DEFAULT 0,
    failures         int         NOT NULL DEFAULT 0,
    losses           int         NOT NULL DEFAULT 0,
    progress_done    bigint      NOT NULL DEFAULT 0,
    progress_total   bigint      NOT NULL DEFAULT 0,
    progress_what    text        NOT NULL DEFAULT '',
    reason           text        NOT NULL DEFAULT '',
    cancel_requested boolean     NOT NULL DEFAULT false,
    submitter_kind   text        NOT NULL,
    submitter_id     text        NOT NULL,
    process          text        NOT NULL DEFAULT '',
    submitted_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    due_at           timestamptz NOT NULL,
    started_at       timestamptz,
    ended_at         timestamptz,
    UNIQUE (kind, key)
);

CREATE INDEX job_state ON weir.job (state, id);
CREATE INDEX job_organisation ON weir.job (organisation, id) WHERE organisation <> '';
CREATE INDEX job_recurrence ON weir.job (due_at) WHERE recurrence <> '';

-- As db-scheduler 16 wants it; task_name is the kind, task_instance the job's id.
CREATE TABLE weir.job_claim (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,
    state                text,
    PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX job_claim_execution_time ON weir.job_claim (execution_time);
CREATE INDEX job_claim_last_heartbeat ON weir.job_claim (last_heartbeat);
