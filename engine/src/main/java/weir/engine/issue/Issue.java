package weir.engine.issue;

/// One finding about a file, table, record or cell.
///
/// An issue never holds a value of a record, so it may be kept, sent and shown to whoever may know that the file
/// exists.
///
/// @param code     the rule that was broken
/// @param severity how much it matters
/// @param place    where it stands
/// @param expected what must be true there, to follow "must be": `a date like 30/04/2011`; empty where the
///                 catalogue's text says it all
/// @param found    what was there, by shape
public record Issue(IssueCode code, Severity severity, Place place, String expected, Shape found) {

    public static Issue error(IssueCode code, Place place, String expected, Shape found) {
        return new Issue(code, Severity.ERROR, place, expected, found);
    }

    public static Issue error(IssueCode code, Place place, String expected) {
        return new Issue(code, Severity.ERROR, place, expected, Shape.NONE);
    }

    public static Issue error(IssueCode code, Place place) {
        return error(code, place, "");
    }

    public static Issue warning(IssueCode code, Place place, String expected) {
        return new Issue(code, Severity.WARNING, place, expected, Shape.NONE);
    }

    public static Issue notice(IssueCode code, Place place, String expected) {
        return new Issue(code, Severity.NOTICE, place, expected, Shape.NONE);
    }
}
