-- Which records of an upload had a key. A record that is processed again is there already.
CREATE TABLE stream.seen_student (
    upload  text    COLLATE "C" NOT NULL,
    key     text    COLLATE "C" NOT NULL,
    number  bigint  NOT NULL,
    fte     numeric NOT NULL,
    at      timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (upload, key, number)
);
CREATE INDEX seen_student_at ON stream.seen_student (at);

-- The records of an upload, each counted once, and which of them completed it.
CREATE TABLE stream.upload (
    id            text   COLLATE "C" PRIMARY KEY,
    total         bigint NOT NULL,
    seen          bigint NOT NULL,
    completed_by  bigint,
    at            timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX upload_at ON stream.upload (at);

CREATE TABLE stream.upload_record (
    upload      text    COLLATE "C" NOT NULL REFERENCES stream.upload (id) ON DELETE CASCADE,
    number      bigint  NOT NULL,
    failed      boolean NOT NULL,
    school      text    COLLATE "C" NOT NULL,
    local_id    text    COLLATE "C" NOT NULL,
    test_level  text    COLLATE "C" NOT NULL,
    PRIMARY KEY (upload, number)
);

-- The platform's ids: the places that were given, and the ids that came in with a student and are not ours to give.
CREATE SEQUENCE stream.student_place;
CREATE TABLE stream.platform_id (
    id  text COLLATE "C" PRIMARY KEY
);
