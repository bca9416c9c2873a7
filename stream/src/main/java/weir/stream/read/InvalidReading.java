package weir.stream.read;

import java.util.Arrays;
import java.util.stream.Collectors;

import weir.stream.message.Level;

/// A stream was asked for in a way that is not understood. The message does not repeat what was sent.
public final class InvalidReading extends RuntimeException {

    private static final long serialVersionUID = 1;

    private InvalidReading(String sentence) {
        super(sentence);
    }

    static InvalidReading level() {
        return new InvalidReading("A stream has the levels "
                + Arrays.stream(Level.values()).map(Level::word).collect(Collectors.joining(", ")) + ": name one of them, once.");
    }

    static InvalidReading limit() {
        return new InvalidReading("The limit must be a number of messages, 1 or more.");
    }
}
