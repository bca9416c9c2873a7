-- Keys of programs. An API key keeps the hash of its token, a Hawk key its sealed secret. Rows stay when revoked, so that
-- an id never comes to mean another key.
CREATE TABLE weir.access_key (
    id           text PRIMARY KEY,
    kind         text NOT NULL CHECK (kind IN ('api', 'hawk')),
    organisation text NOT NULL,
    opens        text[] NOT NULL,
    secret       bytea NOT NULL,
    sealed_with  text NOT NULL,
    description  text NOT NULL,
    made_by      text NOT NULL,
    made_at      timestamptz NOT NULL,
    ends_at      timestamptz,
    revoked_at   timestamptz,
    last_used_at timestamptz
);
CREATE UNIQUE INDEX access_key_token ON weir.access_key (secret) WHERE kind = 'api';

-- Nonces of Hawk requests, each good once.
CREATE TABLE weir.hawk_nonce (
    key_id     text NOT NULL,
    nonce      text NOT NULL,
    ts         bigint NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (key_id, nonce, ts)
);
CREATE INDEX hawk_nonce_expiry ON weir.hawk_nonce (expires_at);

-- Sessions of people. The previous token of a session that has just changed it still holds for a moment.
CREATE TABLE weir.session (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    token_hash    bytea NOT NULL UNIQUE,
    previous_hash bytea,
    rotated_at    timestamptz NOT NULL,
    person        text NOT NULL,
    source        text NOT NULL CHECK (source IN ('local', 'openid')),
    proof         text NOT NULL,
    grants        text[] NOT NULL,
    csrf          bytea NOT NULL,
    started_at    timestamptz NOT NULL,
    seen_at       timestamptz NOT NULL
);
CREATE INDEX session_previous ON weir.session (previous_hash);
CREATE INDEX session_person ON weir.session (person);

-- Sign-ons on their way through an OpenID Connect provider. Each is used once and bound to one browser.
CREATE TABLE weir.sign_on_attempt (
    state_hash   bytea PRIMARY KEY,
    browser_hash bytea NOT NULL,
    nonce        text NOT NULL,
    verifier     text NOT NULL,
    next         text NOT NULL,
    expires_at   timestamptz NOT NULL
);
