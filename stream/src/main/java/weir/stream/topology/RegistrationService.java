package weir.stream.topology;

import java.util.Optional;

import weir.stream.error.StreamError;
import weir.stream.message.MessageKeys;
import weir.stream.message.RecordHeader;
import weir.stream.registration.NotAnObject;
import weir.stream.registration.RegistrationObject;

/// A service that judges objects of the registration, and passes over all others.
final class RegistrationService implements StreamService {

    private final Judge judge;

    RegistrationService(Judge judge) {
        this.judge = judge;
    }

    /// What a service makes of one object.
    @FunctionalInterface
    interface Judge {

        void judge(RecordHeader header, RegistrationObject object, Findings findings);
    }

    /// Where a finding goes.
    @FunctionalInterface
    interface Findings {

        void add(String topic, StreamError error);
    }

    @Override
    public void serve(Message message, Output output) throws NotAnObject {
        if (!RegistrationStreams.mayBegin(message.value())) {
            return;
        }
        RecordHeader header = RecordHeader.of(message.value());
        int from = RecordHeader.length(message.value());
        if (!RegistrationStreams.isOf(header.topic()) || Comments.isComment(message.value(), from)) {
            return;
        }
        Optional<RegistrationObject> object = RegistrationObject.read(message.text(from));
        if (object.isPresent()) {
            Numbering keys = new Numbering(message.offset());
            judge.judge(header, object.get(), (topic, error) -> output.error(topic, keys.next(), header.document(), error));
        }
    }

    /// Numbers the findings of a message.
    private static final class Numbering {

        private final long offset;
        private long number;

        Numbering(long offset) {
            this.offset = offset;
        }

        String next() {
            return MessageKeys.received(offset, number++);
        }
    }
}
