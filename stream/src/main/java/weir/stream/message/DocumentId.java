package weir.stream.message;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// What tells one document from another: 1 to 64 letters, digits and `-`. An upload has its id from the moment it begins,
/// and every object of the document carries it.
public record DocumentId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 16;

    /// @throws MalformedMessage when it has another form
    public DocumentId {
        if (!FORM.matcher(value).matches()) {
            throw new MalformedMessage("The id of a document must be 1 to 64 letters, digits or '-'.");
        }
    }

    /// A new id of 80 random bits.
    public static DocumentId next(RandomGenerator random) {
        StringBuilder id = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new DocumentId(id.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
