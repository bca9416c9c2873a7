package weir.stream.sif;

/// One object of a document, or a comment that stands between objects.
///
/// @param type the name of its element, without a prefix; [#COMMENT] for a comment
/// @param refId the value of its attribute `RefId`; empty when it has none
/// @param line where it begins in the document, from 1
/// @param xml its text as it stands in the document, with the namespaces it had from the root
public record SifObject(String type, String refId, long line, String xml) {

    /// The type of a comment.
    public static final String COMMENT = "#comment";

    public boolean isComment() {
        return type.equals(COMMENT);
    }

    /// Without its text: it is about a person.
    @Override
    public String toString() {
        return type + " of line " + line;
    }
}
