-- The objects of the streams and what they say of each other. Ids are compared byte by byte.

-- How far each partition of a topic is taken in. It moves in the transaction of what was taken in, from the offset the writer
-- believes in, so that a writer that has lost its partition fails.
CREATE TABLE stream.offset (
    topic      text    COLLATE "C" NOT NULL,
    partition  integer NOT NULL,
    -- Which topic of that name: one that was made anew has offsets of its own.
    log        text    NOT NULL,
    next       bigint  NOT NULL,
    PRIMARY KEY (topic, partition)
);

-- at, place: when the message was made, and where it stands; of two, the one with the greater pair is the newer.
CREATE TABLE stream.object (
    key    text   COLLATE "C" PRIMARY KEY,
    -- UTF-8, packed by Zstandard.
    body   bytea  NOT NULL,
    at     bigint NOT NULL,
    place  bigint NOT NULL
);
ALTER TABLE stream.object ALTER COLUMN body SET STORAGE EXTERNAL;

-- What one object says of itself and of others, or one tie that somebody has declared. It is replaced as a whole.
CREATE TABLE stream.tuple (
    type       text   COLLATE "C" NOT NULL,
    id         text   COLLATE "C" NOT NULL,
    -- Empty for an object; for a declared tie, what tells it from others.
    tie        text   COLLATE "C" NOT NULL,
    label      text   NOT NULL,
    -- The ids that are tied to each other by it, its own among them; none when there is no other.
    members    text[] COLLATE "C" NOT NULL,
    -- kind:value. Local ids are those by which objects are looked up; the others are kept as they were said.
    local_ids  text[] COLLATE "C" NOT NULL,
    other_ids  text[] COLLATE "C" NOT NULL,
    at         bigint NOT NULL,
    place      bigint NOT NULL,
    PRIMARY KEY (type, id, tie)
);
CREATE INDEX tuple_id ON stream.tuple (id);
CREATE INDEX tuple_members ON stream.tuple USING gin (members) WITH (fastupdate = off);
CREATE INDEX tuple_local_ids ON stream.tuple USING gin (local_ids) WITH (fastupdate = off);

-- Two ids that mean the same thing. What means the same as its equal means the same too.
CREATE TABLE stream.equivalence (
    one    text   COLLATE "C" NOT NULL,
    other  text   COLLATE "C" NOT NULL,
    at     bigint NOT NULL,
    place  bigint NOT NULL,
    PRIMARY KEY (one, other),
    CHECK (one < other)
);
CREATE INDEX equivalence_other ON stream.equivalence (other);

-- Objects that were deleted: what is older does not come back.
CREATE TABLE stream.deleted (
    id     text   COLLATE "C" PRIMARY KEY,
    at     bigint NOT NULL,
    place  bigint NOT NULL
);
CREATE INDEX deleted_at ON stream.deleted (at);

-- All that means the same as any of these ids, themselves included.
CREATE FUNCTION stream.same(ids text[]) RETURNS text[]
LANGUAGE sql STABLE AS $$
    WITH RECURSIVE class (id) AS (
        SELECT u.id COLLATE "C" FROM unnest(ids) AS u (id)
        UNION
        SELECT next.id FROM class, LATERAL (
            SELECT e.other FROM stream.equivalence e WHERE e.one = class.id
            UNION ALL
            SELECT e.one FROM stream.equivalence e WHERE e.other = class.id) AS next (id)
    )
    SELECT coalesce(array_agg(id), '{}') FROM class
$$;

-- All that is tied to any of these ids, themselves included. One id after the other: an index of arrays takes much longer for
-- many at once.
CREATE FUNCTION stream.neighbours(ids text[]) RETURNS text[]
LANGUAGE sql STABLE SET enable_seqscan = off AS $$
    SELECT stream.same(ids || ARRAY(
        SELECT DISTINCT m.id
        FROM unnest(stream.same(ids)) AS q (id),
            LATERAL (SELECT t.members FROM stream.tuple t WHERE t.members @> ARRAY[q.id]) AS t,
            unnest(t.members) AS m (id)))
$$;

-- Which objects of two collections belong together: one names the other, or somebody has declared it.
CREATE FUNCTION stream.pairs(one_type text, other_type text) RETURNS TABLE (one text, other text)
LANGUAGE sql STABLE AS $$
    SELECT a.id, t.id FROM stream.tuple t, unnest(t.members) AS m (id), stream.tuple a
    WHERE t.type = other_type AND a.type = one_type AND a.id = m.id
    UNION
    SELECT t.id, b.id FROM stream.tuple t, unnest(t.members) AS m (id), stream.tuple b
    WHERE t.type = one_type AND b.type = other_type AND b.id = m.id
    UNION
    SELECT a.id, b.id FROM stream.tuple t, unnest(t.members) AS m (id), unnest(t.members) AS n (id), stream.tuple a, stream.tuple b
    WHERE t.type = '' AND a.type = one_type AND a.id = m.id AND b.type = other_type AND b.id = n.id
$$;
