-- One act of handing over one file. A resource is its bytes, named by their SHA-256, in the object store.
CREATE TABLE collect.delivery (
    id            uuid        PRIMARY KEY,
    organisation  text        NOT NULL,
    file          text        NOT NULL,
    resource      text        NOT NULL CHECK (resource ~ '^[0-9a-f]{64}$'),
    bytes         bigint      NOT NULL CHECK (bytes >= 0),
    received_at   timestamptz NOT NULL DEFAULT now(),
    received_from text        NOT NULL,
    state         text        NOT NULL CHECK (state IN ('received', 'checked', 'refused')),
    dataset       text,
    table_name    text,
    period        text,
    rows_read     bigint      NOT NULL DEFAULT 0,
    rows_kept     bigint      NOT NULL DEFAULT 0,
    rows_refused  bigint      NOT NULL DEFAULT 0,
    errors        bigint      NOT NULL DEFAULT 0,
    warnings      bigint      NOT NULL DEFAULT 0,
    notices       bigint      NOT NULL DEFAULT 0,
    report        text,
    number        bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
    -- The same bytes under the same name are one delivery: handing them over again changes nothing.
    UNIQUE (organisation, file, resource)
);
CREATE INDEX delivery_of_organisation ON collect.delivery (organisation, number);

-- The outputs made from an organisation's deliveries. Readers see the latest, whole.
CREATE TABLE collect.publication (
    id            uuid        PRIMARY KEY,
    organisation  text        NOT NULL,
    published_at  timestamptz NOT NULL DEFAULT now(),
    run           text        NOT NULL,
    up_to         bigint      NOT NULL,
    is_current    boolean     NOT NULL
);
CREATE UNIQUE INDEX publication_current ON collect.publication (organisation) WHERE is_current;

CREATE TABLE collect.publication_file (
    publication   uuid        NOT NULL REFERENCES collect.publication (id) ON DELETE CASCADE,
    use_case      text        NOT NULL,
    path          text        NOT NULL,
    object        text        NOT NULL,
    bytes         bigint      NOT NULL,
    sha256        text        NOT NULL,
    PRIMARY KEY (publication, use_case, path)
);
