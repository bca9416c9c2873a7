package weir.stream.registration.review;

/// A file is not reviewed. The message holds nothing of it.
public final class ReviewRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private ReviewRefused(String sentence) {
        super(sentence);
    }

    static ReviewRefused notAFile() {
        return new ReviewRefused("File submitted is not .csv or .xml");
    }

    static ReviewRefused notCsv() {
        return new ReviewRefused("File must be of type .csv");
    }

    static ReviewRefused empty() {
        return new ReviewRefused("No valid records found in XML");
    }

    static ReviewRefused csv(long row) {
        return new ReviewRefused("The file is not well-formed CSV at data row " + row + ": mend it and send it again. Nothing was kept.");
    }

    static ReviewRefused xml(long line) {
        return new ReviewRefused("The file is not well-formed XML at line " + line + ": mend it and send it again. Nothing was kept.");
    }
}
