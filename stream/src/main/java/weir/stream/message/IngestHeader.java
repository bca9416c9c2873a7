package weir.stream.message;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// The first line of a document on its way to validation: `TOPIC: topic.stream`.
public record IngestHeader(TopicName topic) {

    static final String WORD = "TOPIC: ";
    private static final int LONGEST = 512;

    /// The line with its line feed.
    public String line() {
        return WORD + topic.name() + "\n";
    }

    /// Puts the line before a body.
    public byte[] before(byte[] body) {
        return joined(line(), body);
    }

    /// Reads the line and leaves the stream at the body.
    ///
    /// @throws MalformedMessage when the stream does not begin with such a line
    public static IngestHeader read(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = in.read();
        while (next >= 0 && next != '\n' && line.length() < LONGEST) {
            line.append((char) next);
            next = in.read();
        }
        if (next != '\n' || !line.toString().startsWith(WORD)) {
            throw new MalformedMessage("The message must begin with a line 'TOPIC: topic.stream'.");
        }
        return new IngestHeader(TopicName.parse(line.substring(WORD.length())));
    }

    static byte[] joined(String line, byte[] body) {
        byte[] head = line.getBytes(StandardCharsets.US_ASCII);
        byte[] message = new byte[head.length + body.length];
        System.arraycopy(head, 0, message, 0, head.length);
        System.arraycopy(body, 0, message, head.length, body.length);
        return message;
    }
}
