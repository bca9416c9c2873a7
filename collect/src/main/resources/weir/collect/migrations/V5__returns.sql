-- A return is all that an organisation has handed in of a dataset for a period. Rules across records look at it whole.

-- The state of an organisation's live tables of a dataset for which its returns were last looked at, and by which rules.
CREATE TABLE collect.returns_state (
    organisation  text        NOT NULL,
    dataset       text        NOT NULL,
    version       bigint      NOT NULL,
    rules         text        NOT NULL,
    PRIMARY KEY (organisation, dataset)
);

CREATE TABLE collect.return_check (
    organisation  text        NOT NULL,
    dataset       text        NOT NULL,
    period        text        NOT NULL,
    -- Names the rules and the tables it was made of: with others it is made anew.
    made_of       text        NOT NULL,
    run           text        NOT NULL,
    checked_at    timestamptz NOT NULL DEFAULT now(),
    asked         integer     NOT NULL,
    -- How many rules could not be asked, and the tables that were missing, with a space between them.
    not_asked     integer     NOT NULL,
    missing       text        NOT NULL,
    errors        bigint      NOT NULL,
    warnings      bigint      NOT NULL,
    notices       bigint      NOT NULL,
    -- The folder of its reports among the objects.
    reports       text        NOT NULL,
    PRIMARY KEY (organisation, dataset, period)
);
