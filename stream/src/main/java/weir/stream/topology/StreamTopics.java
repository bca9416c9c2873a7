package weir.stream.topology;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import weir.platform.broker.Topic;
import weir.platform.unit.DataSize;
import weir.stream.message.Level;
import weir.stream.message.MessageSize;
import weir.stream.message.TopicName;

/// The topics that are always there, by the names clients know. Source: facts of stream, section 2.
public final class StreamTopics {

    public static final String INGEST = "sifxml.ingest";
    public static final String BULK_INGEST = "sifxml.bulkingest";
    public static final String VALIDATED = "sifxml.validated";
    public static final String PROCESSED = "sifxml.processed";
    public static final String SIF_ERRORS = "sifxml.errors";
    public static final String INDEXER = "sms.indexer";
    public static final String CSV_ERRORS = "csv.errors";
    public static final String JSON_STORAGE = "json.storage";
    public static final String ONE_ROSTER = "oneroster.validated";
    public static final String STUDENT_CSV = "naplan.csv";
    public static final String STAFF_CSV = "naplan.csv_staff";
    public static final String STUDENT_CSV_OUT = "naplan.csv_out";
    public static final String STAFF_CSV_OUT = "naplan.csvstaff_out";
    public static final String FILE_REPORT = "naplan.filereport";
    public static final String SRM_ERRORS = "naplan.srm_errors";

    /// What could not be processed, with its reason in the headers.
    public static final String DEAD = "stream.dead";

    private static final int PARTITIONS = 5;

    private static final List<String> FIXED = List.of(
            INGEST, BULK_INGEST, VALIDATED, PROCESSED, SIF_ERRORS, INDEXER, CSV_ERRORS, JSON_STORAGE, ONE_ROSTER,
            STUDENT_CSV, STAFF_CSV, STUDENT_CSV_OUT, STAFF_CSV_OUT, FILE_REPORT, SRM_ERRORS, DEAD);
    private static final List<String> REGISTRATION =
            List.of("naplan.sifxml", "naplan.sifxmlout", "naplan.sifxml_staff", "naplan.sifxmlout_staff");

    /// What clients post rows of the registration to.
    private static final Set<String> POSTED = Set.of(STUDENT_CSV, STAFF_CSV);

    private StreamTopics() {}

    /// Whether the services write a topic, and clients may only read it.
    public static boolean isInternal(String name) {
        return FIXED.contains(name) && !POSTED.contains(name);
    }

    /// All of them, to be made before anything runs.
    ///
    /// @param retention how long a message is kept
    public static List<Topic> all(Duration retention) {
        List<Topic> topics = new ArrayList<>();
        FIXED.forEach(name -> topics.add(topic(name, retention)));
        REGISTRATION.forEach(name -> topics.addAll(levels(TopicName.parse(name), retention)));
        return topics;
    }

    /// A stream that a client has named, with its five levels.
    public static List<Topic> ofStream(TopicName stream, Duration retention) {
        List<Topic> topics = new ArrayList<>(List.of(topic(stream.name(), retention)));
        topics.addAll(levels(stream, retention));
        return topics;
    }

    private static List<Topic> levels(TopicName stream, Duration retention) {
        List<Topic> topics = new ArrayList<>();
        for (Level level : Level.values()) {
            topics.add(topic(stream.at(level).name(), retention));
        }
        return topics;
    }

    private static Topic topic(String name, Duration retention) {
        return Topic.kept(name, PARTITIONS, retention)
                .taking(new DataSize(name.equals(DEAD) ? MessageSize.DEAD_LETTER : MessageSize.TOPIC));
    }
}
