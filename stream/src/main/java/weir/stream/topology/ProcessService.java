package weir.stream.topology;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import weir.stream.message.MessageKeys;
import weir.stream.message.RecordHeader;
import weir.stream.registration.NotAnObject;
import weir.stream.registration.RegistrationObject;
import weir.stream.registration.StudentPreparation;

/// `sif-process` and, for students of the registration, `naplan-studentpersonal-process-sif`: year levels in their plain form,
/// and an id of the platform for who has none. All else goes on as it is. Source: facts of stream, sections 2.4 and 5.6.
final class ProcessService implements StreamService {

    private final StudentPreparation preparation;
    private final Consumer<String> incomingId;

    /// @param incomingId told of each id of the platform that came in with a student: it is not ours to give
    ProcessService(StudentPreparation preparation, Consumer<String> incomingId) {
        this.preparation = preparation;
        this.incomingId = incomingId;
    }

    @Override
    public void serve(Message message, Output output) throws NotAnObject {
        RecordHeader header = RecordHeader.of(message.value());
        byte[] value = RegistrationStreams.isOfStudents(header.topic()) ? prepared(header, message) : message.value();
        output.send(
                StreamTopics.PROCESSED, MessageKeys.received(message.offset()), header.document().value(), value, List.of());
    }

    private byte[] prepared(RecordHeader header, Message message) throws NotAnObject {
        int from = RecordHeader.length(message.value());
        if (Comments.isComment(message.value(), from)) {
            return message.value();
        }
        Optional<RegistrationObject> object = RegistrationObject.read(message.text(from));
        object.map(student -> student.value("PlatformId")).filter(id -> !id.isEmpty()).ifPresent(incomingId);
        return object.map(student -> header.before(preparation.prepare(student).getBytes(StandardCharsets.UTF_8)))
                .orElse(message.value());
    }
}
