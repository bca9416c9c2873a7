package weir.stream.registration;

import java.nio.file.Path;

/// A file is no list of schools.
public final class SchoolListRefused extends Exception {

    private static final long serialVersionUID = 1L;

    SchoolListRefused(Path file, String why) {
        super(text(file, why));
    }

    SchoolListRefused(Path file, String why, Throwable cause) {
        super(text(file, why), cause);
    }

    private static String text(Path file, String why) {
        return "The list of schools " + file + " is not used: " + why
                + ". Give a CSV file with the columns \"ACARA ID\" and \"State\".";
    }
}
