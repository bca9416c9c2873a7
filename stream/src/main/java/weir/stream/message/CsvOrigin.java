package weir.stream.message;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where an object comes from that was a row of CSV. It travels in four comments inside the object.
///
/// @param line which data row it was, from 1
/// @param content the row as it was sent
/// @param document the id of the file
/// @param total how many data rows the file has
public record CsvOrigin(long line, String content, DocumentId document, long total) {

    private static final Pattern FORM = Pattern.compile(
            "<!-- CSV line (\\d{1,18}) -->\\s*<!-- CSV content (.*?) -->\\s*<!-- CSV docid (\\S+) -->\\s*"
                    + "<!-- CSV linetotal (\\d{1,18}) -->",
            Pattern.DOTALL);

    /// The four comments, one to a line. A row with `--` would end a comment: its second dash is written `%2D`, and read back.
    public String comments() {
        return "<!-- CSV line " + line + " -->\n<!-- CSV content " + escaped(content) + " -->\n<!-- CSV docid " + document
                + " -->\n<!-- CSV linetotal " + total + " -->";
    }

    /// What the comments of an object say; empty when it was never CSV.
    public static Optional<CsvOrigin> of(String xml) {
        int start = xml.indexOf("<!-- CSV line ");
        if (start < 0) {
            return Optional.empty();
        }
        Matcher found = FORM.matcher(xml).region(start, xml.length());
        return found.lookingAt()
                ? Optional.of(new CsvOrigin(
                        Long.parseLong(found.group(1)),
                        unescaped(found.group(2)),
                        new DocumentId(found.group(3)),
                        Long.parseLong(found.group(4))))
                : Optional.empty();
    }

    private static String escaped(String content) {
        StringBuilder escaped = new StringBuilder(content.length());
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (c == '%' && (content.startsWith("25", i + 1) || content.startsWith("2D", i + 1))) {
                escaped.append("%25");
            } else if (c == '-' && !escaped.isEmpty() && escaped.charAt(escaped.length() - 1) == '-') {
                escaped.append("%2D");
            } else if (isAllowedInXml(c)) {
                escaped.append(c);
            } else {
                escaped.append('\ufffd');
            }
        }
        return escaped.toString();
    }

    private static boolean isAllowedInXml(char c) {
        return c >= ' ' && c != '\ufffe' && c != '\uffff' || c == '\t' || c == '\n' || c == '\r';
    }

    private static String unescaped(String content) {
        return content.replace("%2D", "-").replace("%25", "%");
    }

    /// Without the row: it is a person's.
    @Override
    public String toString() {
        return "CSV line " + line + " of " + total + " of " + document;
    }
}
