-- What was found in the inbox. A row stays for ever: what was taken in once is not taken in again by itself, though the
-- organisation has withdrawn it since.
CREATE TABLE collect.inbox_file (
    path          text        PRIMARY KEY,
    -- Size and time, or ETag: as it was seen last, and as it was when it was handed over.
    seen          text        NOT NULL,
    taken         text        NOT NULL DEFAULT '',
    file          integer     REFERENCES collect.delivered_file (number),
    is_reported   boolean     NOT NULL DEFAULT true
);
CREATE INDEX inbox_file_unreported ON collect.inbox_file (path) WHERE NOT is_reported;
