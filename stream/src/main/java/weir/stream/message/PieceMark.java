package weir.stream.message;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a piece carries beside its bytes: of which upload it is, where in it, and whether it is the last. In a header of the
/// broker it reads `upload:sequence:more` or `upload:sequence:last`.
///
/// @param sequence from 0
public record PieceMark(DocumentId upload, int sequence, boolean isLast) {

    /// The name of the header that carries it.
    public static final String HEADER = "weir-piece";

    private static final Pattern FORM = Pattern.compile("([^:]+):(\\d{1,9}):(more|last)");

    public String text() {
        return upload.value() + ":" + sequence + ":" + (isLast ? "last" : "more");
    }

    /// @throws MalformedMessage when the text has another form
    public static PieceMark parse(String text) {
        Matcher mark = FORM.matcher(text);
        if (!mark.matches()) {
            throw new MalformedMessage("The header '" + HEADER + "' of a piece must read 'upload:sequence:more' or ':last'.");
        }
        return new PieceMark(new DocumentId(mark.group(1)), Integer.parseInt(mark.group(2)), mark.group(3).equals("last"));
    }
}
