package weir.stream.registration;

import weir.stream.csv.CsvLine;

/// Makes an object a line of CSV: the columns of its form in their order. Of several classes the first is kept.
///
/// Source: facts of stream, section 5.4.
public final class SifToCsv {

    private SifToCsv() {}

    /// The line, which ends in LF; a value that the object does not have is two quotes.
    public static String line(RegistrationObject object) {
        return CsvLine.of(object.form().columns().stream().map(object::value).toList());
    }

    /// The line of names above the lines of a form.
    public static String header(RegistrationForm form) {
        return CsvLine.of(form.columns());
    }
}
