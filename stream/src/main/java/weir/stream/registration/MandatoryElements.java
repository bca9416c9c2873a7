package weir.stream.registration;

import java.util.ArrayList;
import java.util.List;

import weir.stream.csv.CsvRow;
import weir.stream.error.StreamError;

/// Whether a row may become an object: it is of the right form and has something in every mandatory column.
///
/// Source: facts of stream, sections 5.2 and 5.3.
public final class MandatoryElements {

    /// The class of an error about the form of a row.
    public static final String DOCUMENT_TYPE = "CSV Document Type Error";
    /// The class of an error about a mandatory column.
    public static final String MANDATORY = "Mandatory Element Check";

    private static final String WHOLE_FILE = "0";

    private final RegistrationForm form;
    private final RegistrationForm other;

    public MandatoryElements(RegistrationForm form) {
        this.form = form;
        this.other = form == RegistrationForm.STUDENT ? RegistrationForm.STAFF : RegistrationForm.STUDENT;
    }

    /// What keeps the row from becoming an object; empty when nothing does. A row of the other form gets that error alone,
    /// with ordinal 0 for every row: whoever sends errors may send it once an upload.
    public List<StreamError> check(CsvRow row) {
        if (isOfTheOtherForm(row)) {
            return List.of(error(0, 1, DOCUMENT_TYPE, row, "You appear to have submitted a " + other.objectType()
                    + " record instead of a " + form.objectType() + " record"));
        }
        List<String> missing = form.mandatory().stream().filter(column -> isBlank(row, column)).toList();
        List<StreamError> errors = new ArrayList<>();
        for (String column : missing) {
            errors.add(error(errors.size(), missing.size(), MANDATORY, row,
                    "The property '#/' did not contain a required property of '" + column + "'"));
        }
        return errors;
    }

    /// Whether the row has the identity of the other form and not that of this one.
    public boolean isOfTheOtherForm(CsvRow row) {
        return row.has(other.identity()) && !row.has(form.identity());
    }

    private boolean isBlank(CsvRow row, String column) {
        return form.value(row, column).isEmpty();
    }

    private static StreamError error(int ordinal, int total, String type, CsvRow row, String text) {
        return row.origin()
                .map(origin -> new StreamError(ordinal, total, origin.document().value(), type,
                        text + "\n" + origin.content(), origin.line(), origin.content()))
                .orElseGet(() -> new StreamError(ordinal, total, WHOLE_FILE, type, text));
    }
}
