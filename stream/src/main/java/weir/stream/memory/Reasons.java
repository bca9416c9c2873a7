package weir.stream.memory;

import weir.stream.memory.store.Unwritable;
import weir.stream.message.InvalidTopicName;
import weir.stream.message.MalformedMessage;
import weir.stream.sif.UnreadableObject;

/// Why a message cannot be taken in, in a sentence without a value.
final class Reasons {

    private Reasons() {}

    static String of(RuntimeException failure) {
        return switch (failure) {
            case MalformedMessage malformed -> String.valueOf(malformed.getMessage());
            case InvalidTopicName invalid -> String.valueOf(invalid.getMessage());
            case UnreadableObject unreadable -> String.valueOf(unreadable.getMessage());
            case Unwritable unwritable -> String.valueOf(unwritable.getMessage());
            default -> "The message cannot be read (" + failure.getClass().getSimpleName() + ").";
        };
    }
}
