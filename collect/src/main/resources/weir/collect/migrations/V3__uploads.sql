-- Files on their way in, piece by piece. What is whole is handed over as a file of a delivery.
CREATE TABLE collect.upload (
    id            uuid        PRIMARY KEY,
    organisation  text        NOT NULL,
    -- The delivery it will belong to; once it is handed over, the one it belongs to.
    delivery      uuid        NOT NULL,
    file          text        NOT NULL,
    -- What the sender said of it, to be said again.
    metadata      text        NOT NULL,
    bytes         bigint      NOT NULL CHECK (bytes >= 0),
    received      bigint      NOT NULL DEFAULT 0 CHECK (received BETWEEN 0 AND bytes),
    touched_at    timestamptz NOT NULL,
    is_delivered  boolean     NOT NULL DEFAULT false
);
CREATE INDEX upload_touched ON collect.upload (touched_at);

CREATE TABLE collect.upload_piece (
    upload        uuid        NOT NULL REFERENCES collect.upload (id) ON DELETE CASCADE,
    starts_at     bigint      NOT NULL,
    bytes         bigint      NOT NULL CHECK (bytes > 0),
    object        text        NOT NULL UNIQUE,
    PRIMARY KEY (upload, starts_at)
);
