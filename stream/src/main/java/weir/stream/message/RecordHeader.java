package weir.stream.message;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The first line of a validated object: `TOPIC: topic.stream m:n:doc-id`.
///
/// @param ordinal which of the document's objects this is, from 1; for what was born as CSV, the line of its row
/// @param total how many the document has
public record RecordHeader(TopicName topic, long ordinal, long total, DocumentId document) {

    private static final Pattern FORM = Pattern.compile("TOPIC: (\\S+) (\\d{1,18}):(\\d{1,18}):(\\S+)");
    private static final int LONGEST = 512;

    /// The line with its line feed.
    public String line() {
        return IngestHeader.WORD + topic.name() + " " + ordinal + ":" + total + ":" + document.value() + "\n";
    }

    /// Puts the line before an object.
    public byte[] before(byte[] xml) {
        return IngestHeader.joined(line(), xml);
    }

    /// Reads the line of a message.
    ///
    /// @throws MalformedMessage when it does not begin with such a line
    public static RecordHeader of(byte[] message) {
        Matcher line = FORM.matcher(new String(message, 0, length(message) - 1, StandardCharsets.UTF_8));
        if (!line.matches()) {
            throw new MalformedMessage("The message must begin with a line 'TOPIC: topic.stream m:n:doc-id'.");
        }
        return new RecordHeader(
                TopicName.parse(line.group(1)),
                Long.parseLong(line.group(2)),
                Long.parseLong(line.group(3)),
                new DocumentId(line.group(4)));
    }

    /// How many bytes the first line of a message takes with its line feed: where the object begins.
    ///
    /// @throws MalformedMessage when the first line has no end
    public static int length(byte[] message) {
        for (int i = 0; i < Math.min(message.length, LONGEST); i++) {
            if (message[i] == '\n') {
                return i + 1;
            }
        }
        throw new MalformedMessage("The message must begin with a line 'TOPIC: topic.stream m:n:doc-id'.");
    }
}
