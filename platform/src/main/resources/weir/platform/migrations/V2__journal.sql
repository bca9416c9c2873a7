-- The journal: what happened, chained by hashes. See docs/reference/journal.md.

-- Entries as they were written. The sealer moves them into the chain about each second.
CREATE TABLE weir.journal_pending (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at           timestamptz NOT NULL DEFAULT clock_timestamp(),
    action       text        NOT NULL,
    actor_kind   text        NOT NULL,
    actor_id     text        NOT NULL,
    subject_kind text        NOT NULL,
    subject_id   text        NOT NULL,
    organisation text        NOT NULL,
    run          text        NOT NULL,
    counts       jsonb       NOT NULL,
    details      jsonb       NOT NULL
);

CREATE TABLE weir.journal (
    sequence     bigint      PRIMARY KEY,
    hash         bytea       NOT NULL,
    encoding     smallint    NOT NULL,
    id           bigint      NOT NULL UNIQUE,
    at           timestamptz NOT NULL,
    action       text        NOT NULL,
    actor_kind   text        NOT NULL,
    actor_id     text        NOT NULL,
    subject_kind text        NOT NULL,
    subject_id   text        NOT NULL,
    organisation text        NOT NULL,
    run          text        NOT NULL,
    counts       jsonb       NOT NULL,
    details      jsonb       NOT NULL
);

CREATE INDEX journal_run ON weir.journal (run, sequence) WHERE run <> '';
CREATE INDEX journal_organisation ON weir.journal (organisation, sequence) WHERE organisation <> '';
CREATE INDEX journal_action ON weir.journal (action, sequence);
CREATE INDEX journal_subject ON weir.journal (subject_kind, subject_id, sequence);
CREATE INDEX journal_at ON weir.journal USING brin (at);

CREATE FUNCTION weir.refuse_journal_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The journal is written once: % of % is refused and nothing was changed.', lower(TG_OP), TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END
$$;

-- An entry may leave the waiting ones only for the chain.
CREATE FUNCTION weir.refuse_losing_pending() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM weir.journal WHERE id = OLD.id) THEN
        RAISE EXCEPTION 'The journal is written once: an entry that is not sealed yet cannot be deleted.'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN OLD;
END
$$;

CREATE TRIGGER journal_is_written_once BEFORE UPDATE OR DELETE ON weir.journal
    FOR EACH ROW EXECUTE FUNCTION weir.refuse_journal_change();
CREATE TRIGGER journal_is_not_emptied BEFORE TRUNCATE ON weir.journal
    FOR EACH STATEMENT EXECUTE FUNCTION weir.refuse_journal_change();
CREATE TRIGGER pending_is_written_once BEFORE UPDATE ON weir.journal_pending
    FOR EACH ROW EXECUTE FUNCTION weir.refuse_journal_change();
CREATE TRIGGER pending_is_not_lost BEFORE DELETE ON weir.journal_pending
    FOR EACH ROW EXECUTE FUNCTION weir.refuse_losing_pending();
CREATE TRIGGER pending_is_not_emptied BEFORE TRUNCATE ON weir.journal_pending
    FOR EACH STATEMENT EXECUTE FUNCTION weir.refuse_journal_change();
