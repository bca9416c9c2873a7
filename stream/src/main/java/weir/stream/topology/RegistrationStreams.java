package weir.stream.topology;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

import weir.stream.message.TopicName;

/// The streams of the national registration. Source: facts of stream, section 5.
final class RegistrationStreams {

    static final String STUDENTS_IN = "naplan.sifxml";
    static final String STUDENTS_FROM_CSV = "naplan.sifxmlout";
    static final String STAFF_IN = "naplan.sifxml_staff";
    static final String STAFF_FROM_CSV = "naplan.sifxmlout_staff";

    private static final Set<String> STUDENTS = Set.of(STUDENTS_IN, STUDENTS_FROM_CSV);
    private static final Set<String> STAFF = Set.of(STAFF_IN, STAFF_FROM_CSV);

    private static final byte[] BEGINNING = "TOPIC: naplan.".getBytes(StandardCharsets.US_ASCII);

    private RegistrationStreams() {}

    /// Whether a message begins as those of the registration do. Most messages of most streams do not, and need not be read
    /// further.
    static boolean mayBegin(byte[] message) {
        return message.length > BEGINNING.length
                && Arrays.equals(message, 0, BEGINNING.length, BEGINNING, 0, BEGINNING.length);
    }

    static boolean isOfStudents(TopicName stream) {
        return STUDENTS.contains(stream.name());
    }

    static boolean isOf(TopicName stream) {
        return isOfStudents(stream) || STAFF.contains(stream.name());
    }
}
