package weir.stream.error;

import java.util.LinkedHashMap;
import java.util.Map;

import weir.platform.json.Json;

/// One finding. It may hold values: it goes to the topics of errors, which its sender reads, and nowhere else.
///
/// @param ordinal which finding of its kind this is, from 0
/// @param total how many of its kind there are; 0 says that there is none, and the finding is the mark of a success
/// @param recordId the line of the CSV, or the record's id; `0` when the finding is about the whole document
/// @param type its class, as in `XSD Validation Error`
/// @param text what is wrong; empty for the mark of a success
/// @param line where it stands, from 1; 0 when that is not known. For what was born as CSV, the row
/// @param content the row of CSV it is about; empty when there is none
public record StreamError(long ordinal, long total, String recordId, String type, String text, long line, String content) {

    /// A finding without a place.
    public StreamError(long ordinal, long total, String recordId, String type, String text) {
        this(ordinal, total, recordId, type, text, 0, "");
    }

    /// The mark that a document has no finding of a class.
    public static StreamError none(String type) {
        return new StreamError(0, 0, "0", type, "");
    }

    /// The same with texts of no more characters than this, so that it fits a message whatever it is about.
    public StreamError within(int characters) {
        return new StreamError(ordinal, total, recordId, type, cut(text, characters), line, cut(content, characters));
    }

    /// The beginning of a text, with a mark where it was cut.
    public static String cut(String text, int characters) {
        return text.length() <= characters ? text : text.substring(0, characters) + "…";
    }

    /// Whether it is the mark of a success.
    public boolean isNone() {
        return total == 0;
    }

    /// The documented form: `ordinal:total:record-id class`, then the text; each ends in a line feed.
    public String asText() {
        String head = ordinal + ":" + total + ":" + recordId + " " + type + "\n";
        return text.isEmpty() ? head : head + text + "\n";
    }

    /// One JSON object with `ordinal`, `total`, `record_id`, `type`, `text`, and where known `line` and `content`.
    public String asJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ordinal", ordinal);
        json.put("total", total);
        json.put("record_id", recordId);
        json.put("type", type);
        json.put("text", text);
        if (line > 0) {
            json.put("line", line);
        }
        if (!content.isEmpty()) {
            json.put("content", content);
        }
        return Json.write(json);
    }

    /// Without its text, which may hold values.
    @Override
    public String toString() {
        return ordinal + ":" + total + " " + type;
    }
}
