package weir.app.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import weir.platform.secret.Secret;
import weir.platform.settings.Setting;
import weir.platform.settings.SettingsGroup;
import weir.platform.unit.DataSize;

/// Every setting there is. The reference page, `weir settings` and the reading of `weir.yaml` come from this list.
public final class ServiceSettings {

    public static final Setting<Path> DATA = Setting.path("data", "weir-data",
            "The folder this process keeps its data in. One process has it at a time.");
    public static final Setting<List<String>> ROLES = Setting.words("roles", "web,stream,worker,scheduler",
            "What this process does: web (pages and APIs), stream (the stream listener), worker (jobs), scheduler (recurring jobs).");
    public static final Setting<String> PUBLIC_ADDRESS = Setting.text("public-address", "",
            "Where people and programs reach the web listener, such as https://weir.example.org, when that is not where it listens.");

    public static final Setting<String> WEB_HOST = Setting.text("web.host", "127.0.0.1",
            "The address the web listener has. One that other machines reach needs sign-on.");
    public static final Setting<Integer> WEB_PORT = Setting.number("web.port", 8080, 0, 65535,
            "The port of the web listener; 0 for a free one.");
    public static final Setting<DataSize> WEB_MAX_BODY = Setting.size("web.max-body", "1MB",
            "The largest body of a request that is no upload.");
    public static final Setting<Duration> WEB_IDLE = Setting.time("web.idle-timeout", "60s",
            "How long a connection may be silent.");
    public static final Setting<Integer> WEB_CONNECTIONS = Setting.number("web.most-connections", 10_000, 10, 1_000_000,
            "Connections that each listener may have open at once, as far as the limit of open files (ulimit -n) lets it; whoever comes on top waits.");
    public static final Setting<Duration> WEB_STOP = Setting.time("web.stop-wait", "20s",
            "How long accepted requests and running jobs may take when the service stops.");

    public static final Setting<String> STREAM_HOST = Setting.text("stream.host", "127.0.0.1",
            "The address the stream listener has.");
    public static final Setting<Integer> STREAM_PORT = Setting.number("stream.port", 9292, 0, 65535,
            "The port of the stream listener; 0 for a free one.");

    public static final Setting<Path> STREAM_SCHEMA = Setting.path("stream.schema", "",
            "The XSD that documents of SIF are held against. Without it, the schema of registration that comes with the program.");
    public static final Setting<Path> STREAM_SENSITIVITIES = Setting.path("stream.sensitivities", "",
            "The lists of sensitive fields behind the five levels of privacy, as YAML. Without it, those that come with the program.");
    public static final Setting<Duration> STREAM_RETENTION = Setting.time("stream.retention", "7d",
            "How long messages of streams are kept.");
    public static final Setting<Integer> STREAM_THREADS = Setting.number("stream.threads", 2, 1, 64,
            "Threads of this process that run the services of the streams. There is work for as many as topics have partitions.");
    public static final Setting<DataSize> STREAM_BULK = Setting.size("stream.max-bulk", "500000000B",
            "The largest document that is taken by bulk. One object of it, a row or a value of JSON has 1,000,000 bytes at most.");
    public static final Setting<Integer> STREAM_BULKS = Setting.number("stream.bulks-at-once", 8, 1, 1000,
            "Documents by bulk that may be on their way at once; whoever comes on top is told to come again.");
    public static final Setting<DataSize> STREAM_POSTS = Setting.size("stream.posts-at-once", "64MB",
            "Bytes of small documents that may be on their way at once, each counted as 32KB at least; whoever comes on top is told to come again.");
    public static final Setting<DataSize> STREAM_PACE = Setting.size("stream.slowest-post", "4KB",
            "How much of a posted document has to come each second, on average, once ten seconds are over; whoever is slower is cut off.");
    public static final Setting<Integer> STREAM_MOST = Setting.number("stream.most-streams", 500, 1, 100_000,
            "Streams that clients may name at most; each has six topics.");
    public static final Setting<Boolean> STREAM_PAIRS = Setting.flag("stream.json-pairs", false,
            "Whether a JSON object becomes one message for each of its pairs, as NIAS did it, instead of one message.");
    public static final Setting<Integer> NAPLAN_YEAR = Setting.number("stream.naplan-year", 0, 0, 2200,
            "The year of the national test, from which the ages of year levels follow; 0 for the year it is.");
    public static final Setting<Path> NAPLAN_SCHOOLS = Setting.path("stream.naplan-schools", "",
            "The Australian Schools List as CSV with the columns ACARA ID and State. Without it, schools are not looked up.");
    public static final Setting<String> NAPLAN_STATE = Setting.text("stream.naplan-state", "",
            "The state whose schools may register, such as QLD. Without it, those of every state.");
    public static final Setting<String> NAPLAN_IDS = Setting.word("stream.naplan-ids", List.of("long", "short", "none"), "long",
            "The platform's id that students without one are given: of 13 characters, of 11, or none.");
    public static final Setting<Boolean> NAPLAN_ACROSS = Setting.flag("stream.naplan-across-schools", false,
            "Whether a student is also looked for in the other schools of the same upload.");

    public static final Setting<String> DATABASE_URL = Setting.text("database.url", "",
            "A PostgreSQL 15 or later as jdbc:postgresql://host:5432/name. Without it, one runs embedded.");
    public static final Setting<String> DATABASE_USER = Setting.text("database.user", "weir",
            "The role Weir signs on as; it owns its schemas.");
    public static final Setting<Secret> DATABASE_PASSWORD = Setting.secret("database.password",
            "The password of that role.");
    public static final Setting<Integer> DATABASE_POOL = Setting.number("database.pool-size", 16, 2, 500,
            "Connections of this process at most.");
    public static final Setting<Duration> DATABASE_WAIT = Setting.time("database.connection-wait", "5s",
            "How long a request waits for a connection before it is told to come again.");
    public static final Setting<Integer> DATABASE_PORT = Setting.number("database.embedded-port", 0, 0, 65535,
            "The port of the embedded database on loopback; 0 for a free one.");
    public static final Setting<Path> DATABASE_PROGRAMS = Setting.path("database.embedded-programs", "",
            "Where the embedded database's programs are unpacked; several data folders may share it. Without it, in the data folder.");

    public static final Setting<String> KAFKA_SERVERS = Setting.text("kafka.bootstrap-servers", "",
            "A Kafka cluster as host:port, several with commas. Without it, one broker runs embedded.");
    public static final Setting<Path> KAFKA_PROPERTIES = Setting.path("kafka.properties-file", "",
            "A file of Kafka client properties for signing on to the cluster: security.protocol, sasl.jaas.config and others.");
    public static final Setting<Integer> KAFKA_PORT = Setting.number("kafka.embedded-port", 0, 0, 65535,
            "The port of the embedded broker on loopback; 0 for a free one.");

    public static final Setting<String> OBJECTS_URL = Setting.text("objects.url", "",
            "Where objects are kept: file:FOLDER, or s3://BUCKET/PREFIX. Without it, the folder objects in the data folder.");
    public static final Setting<String> S3_ENDPOINT = Setting.text("objects.s3-endpoint", "",
            "The address of an S3 service that is not Amazon's.");
    public static final Setting<String> S3_REGION = Setting.text("objects.s3-region", "eu-west-2",
            "The region of the bucket.");
    public static final Setting<Boolean> S3_PATH_STYLE = Setting.flag("objects.s3-path-style", false,
            "Whether the bucket stands in the path of addresses, as most services other than Amazon's want it.");
    public static final Setting<String> S3_KEY = Setting.text("objects.s3-access-key", "",
            "The id of the access key. Without it, the environment or the machine's role signs on.");
    public static final Setting<Secret> S3_SECRET = Setting.secret("objects.s3-secret-key",
            "The secret of the access key.");

    public static final Setting<String> SIGN_ON = Setting.word("access.sign-on", List.of("none", "local", "openid"), "none",
            "How people sign on: none (loopback only: whoever sits at the machine is the administrator), local (a file of users) or openid.");
    public static final Setting<Path> USERS_FILE = Setting.path("access.users-file", "users.yaml",
            "The file of local users, kept by 'weir user'.");
    public static final Setting<String> OPENID_ISSUER = Setting.text("access.openid-issuer", "",
            "The OpenID Connect provider's issuer address.");
    public static final Setting<String> OPENID_CLIENT = Setting.text("access.openid-client-id", "weir",
            "What the provider knows this service as.");
    public static final Setting<Secret> OPENID_SECRET = Setting.secret("access.openid-client-secret",
            "The secret the provider has given this service.");
    public static final Setting<String> OPENID_NAME = Setting.text("access.openid-name-claim", "sub",
            "The claim a person is known by here: one that never changes hands.");
    public static final Setting<String> OPENID_GROUPS = Setting.text("access.openid-groups-claim", "groups",
            "The claim with the groups of a person.");
    public static final Setting<Map<String, String>> OPENID_ROLES = Setting.mapping("access.openid-roles",
            "The roles of each group, several with spaces: 'uploader:BAD', 'viewer:BAD', 'analyst:PAN', 'engineer', 'administrator'.");
    public static final Setting<Duration> SESSION_IDLE = Setting.time("access.session-idle", "30m",
            "A session without a request for this long is over.");
    public static final Setting<Duration> SESSION_LONGEST = Setting.time("access.session-longest", "12h",
            "A session is over after this long, used or not.");
    public static final Setting<Duration> HAWK_SKEW = Setting.time("access.hawk-skew", "60s",
            "How far the time of a Hawk request may lie from this machine's.");
    public static final Setting<List<String>> TRUSTED_PROXIES = Setting.words("access.trusted-proxies", "",
            "Addresses of proxies whose X-Forwarded-For is believed.");
    public static final Setting<Secret> SERVICE_KEY = Setting.secret("access.service-key",
            "What seals the secrets of Hawk keys, 32 characters or more; the same for all processes. Without it, one is made in the data folder.");

    public static final Setting<Integer> JOB_WORKERS = Setting.number("jobs.workers", 2, 1, 200,
            "How many jobs this process runs at a time.");
    public static final Setting<Duration> JOB_POLL = Setting.time("jobs.poll", "1s",
            "How often it looks for work.");
    public static final Setting<Duration> JOB_HEARTBEAT = Setting.time("jobs.heartbeat", "5s",
            "How often it says that a running job is alive.");
    public static final Setting<Integer> JOB_MISSED = Setting.number("jobs.missed-heartbeats", 4, 4, 1000,
            "After how many silent heartbeats another process takes a job over.");

    public static final Setting<Duration> JOB_KEEP_ENDED = Setting.time("jobs.keep-ended", "30d",
            "How long jobs stay in the list that are done or cancelled.");
    public static final Setting<Duration> JOB_KEEP_DEAD = Setting.time("jobs.keep-dead", "365d",
            "How long jobs stay in the list that failed for good.");

    public static final Setting<DataSize> MAX_DELIVERY = Setting.size("collect.max-delivery", "2GB",
            "The largest file that is taken as a delivery.");
    public static final Setting<String> INBOX = Setting.text("collect.inbox", "",
            "A folder or bucket to take files from, as file:FOLDER or s3://BUCKET/PREFIX: a folder for each organisation, its name ending in '-' and the code, and in it one for each dataset. Without it, none.");
    public static final Setting<Duration> INBOX_EVERY = Setting.time("collect.inbox-every", "1m",
            "How long after each look at the inbox the next one comes.");
    public static final Setting<Secret> PSEUDONYM_KEY = Setting.secret("protect.pseudonym-key",
            "The key of pseudonyms as VERSION:HEXADECIMAL. Needed only where a use case makes them.");

    /// All of them, in the order of the reference page.
    public static final List<SettingsGroup> ALL = List.of(
            new SettingsGroup("", "The process.", List.of(DATA, ROLES, PUBLIC_ADDRESS)),
            new SettingsGroup("web", "The web listener: pages and APIs.", List.of(
                    WEB_HOST, WEB_PORT, WEB_MAX_BODY, WEB_CONNECTIONS, WEB_IDLE, WEB_STOP)),
            new SettingsGroup("stream", "The stream listener and the streams.", List.of(
                    STREAM_HOST, STREAM_PORT, STREAM_SCHEMA, STREAM_SENSITIVITIES, STREAM_RETENTION, STREAM_THREADS, STREAM_BULK,
                    STREAM_BULKS, STREAM_POSTS, STREAM_PACE, STREAM_MOST, STREAM_PAIRS, NAPLAN_YEAR, NAPLAN_SCHOOLS, NAPLAN_STATE, NAPLAN_IDS,
                    NAPLAN_ACROSS)),
            new SettingsGroup("database", "The database.", List.of(
                    DATABASE_URL, DATABASE_USER, DATABASE_PASSWORD, DATABASE_POOL, DATABASE_WAIT, DATABASE_PORT, DATABASE_PROGRAMS)),
            new SettingsGroup("kafka", "The broker.", List.of(KAFKA_SERVERS, KAFKA_PROPERTIES, KAFKA_PORT)),
            new SettingsGroup("objects", "The object store.", List.of(
                    OBJECTS_URL, S3_ENDPOINT, S3_REGION, S3_PATH_STYLE, S3_KEY, S3_SECRET)),
            new SettingsGroup("access", "Who is let in.", List.of(
                    SIGN_ON, USERS_FILE, OPENID_ISSUER, OPENID_CLIENT, OPENID_SECRET, OPENID_NAME, OPENID_GROUPS, OPENID_ROLES,
                    SESSION_IDLE, SESSION_LONGEST, HAWK_SKEW, TRUSTED_PROXIES, SERVICE_KEY)),
            new SettingsGroup("jobs", "Jobs.", List.of(
                    JOB_WORKERS, JOB_POLL, JOB_HEARTBEAT, JOB_MISSED, JOB_KEEP_ENDED, JOB_KEEP_DEAD)),
            new SettingsGroup("collect", "Deliveries of returns.", List.of(MAX_DELIVERY, INBOX, INBOX_EVERY)),
            new SettingsGroup("protect", "Protection.", List.of(PSEUDONYM_KEY)));

    /// Variables that begin with `WEIR_` and belong to the launcher and the commands.
    public static final List<String> OTHER_VARIABLES = List.of(
            "WEIR_DATASETS", "WEIR_DEBUG", "WEIR_HEAP", "WEIR_JAVA_HOME", "WEIR_NO_CACHE", "WEIR_SETTINGS", "WEIR_LOG", "WEIR_URL", "WEIR_KEY");

    private ServiceSettings() {}
}
