package weir.engine.issue;

import java.util.regex.Pattern;

/// The name of a rule that a file, table, record or cell broke. A code is for ever: its meaning never changes and it
/// is never used again. The text that goes with each code is in the [IssueCatalogue].
public record IssueCode(String value) implements Comparable<IssueCode> {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]+(-[A-Za-z0-9]+)*");

    // The file
    public static final IssueCode FILE_EMPTY = new IssueCode("file-empty");
    public static final IssueCode FILE_NOT_TABULAR = new IssueCode("file-not-tabular");
    public static final IssueCode FILE_TOO_LARGE = new IssueCode("file-too-large");
    public static final IssueCode FILE_INFLATES_TOO_MUCH = new IssueCode("file-inflates-too-much");
    public static final IssueCode ENCODING_GUESSED = new IssueCode("encoding-guessed");
    public static final IssueCode ENCODING_BROKEN = new IssueCode("encoding-broken");
    public static final IssueCode QUOTE_UNCLOSED = new IssueCode("quote-unclosed");
    public static final IssueCode QUOTE_MISPLACED = new IssueCode("quote-misplaced");
    public static final IssueCode RECORD_TOO_LONG = new IssueCode("record-too-long");
    public static final IssueCode CELL_TOO_LONG = new IssueCode("cell-too-long");
    public static final IssueCode TOO_MANY_COLUMNS = new IssueCode("too-many-columns");
    public static final IssueCode TOO_MANY_ROWS = new IssueCode("too-many-rows");

    public static final IssueCode XML_MALFORMED = new IssueCode("xml-malformed");
    public static final IssueCode XML_DOCTYPE = new IssueCode("xml-doctype");
    public static final IssueCode XML_TOO_DEEP = new IssueCode("xml-too-deep");
    public static final IssueCode XML_TOO_LARGE = new IssueCode("xml-too-large");

    // What it is
    public static final IssueCode YEAR_MISSING = new IssueCode("year-missing");
    public static final IssueCode MONTH_MISSING = new IssueCode("month-missing");
    public static final IssueCode TERM_MISSING = new IssueCode("term-missing");
    public static final IssueCode SCHOOL_TYPE_MISSING = new IssueCode("school-type-missing");
    public static final IssueCode IDENTIFIER_MISSING = new IssueCode("identifier-missing");
    public static final IssueCode YEAR_OUTSIDE_RETENTION = new IssueCode("year-outside-retention");
    public static final IssueCode YEAR_WITHOUT_SCHEMA = new IssueCode("year-without-schema");
    public static final IssueCode NOT_SIGNED = new IssueCode("not-signed");
    public static final IssueCode PERIOD_NOT_OPEN = new IssueCode("period-not-open");
    public static final IssueCode TABLE_REPEATED = new IssueCode("table-repeated");
    public static final IssueCode ORGANISATION_MISSING = new IssueCode("organisation-missing");
    public static final IssueCode TABLE_UNKNOWN = new IssueCode("table-unknown");
    public static final IssueCode TABLE_AMBIGUOUS = new IssueCode("table-ambiguous");
    public static final IssueCode SHEET_MISSING = new IssueCode("sheet-missing");
    public static final IssueCode XML_ROOT_FOREIGN = new IssueCode("xml-root-foreign");
    public static final IssueCode XML_COLLECTION_FOREIGN = new IssueCode("xml-collection-foreign");
    public static final IssueCode YEAR_CONTRADICTED = new IssueCode("year-contradicted");
    public static final IssueCode ORGANISATION_CONTRADICTED = new IssueCode("organisation-contradicted");

    // The header
    public static final IssueCode HEADER_BLANK = new IssueCode("header-blank");
    public static final IssueCode HEADER_DUPLICATE = new IssueCode("header-duplicate");
    public static final IssueCode HEADER_AMBIGUOUS = new IssueCode("header-ambiguous");
    public static final IssueCode LABEL_COLUMNS_MISSING = new IssueCode("label-columns-missing");
    public static final IssueCode LABEL_MISSING = new IssueCode("label-missing");
    public static final IssueCode COLUMN_UNKNOWN = new IssueCode("column-unknown");
    public static final IssueCode ROWS_MISSING = new IssueCode("rows-missing");

    // The elements of an XML return
    public static final IssueCode ELEMENT_UNKNOWN = new IssueCode("element-unknown");
    public static final IssueCode ELEMENT_MISSING = new IssueCode("element-missing");
    public static final IssueCode ELEMENT_REPEATED = new IssueCode("element-repeated");
    public static final IssueCode TEXT_MISPLACED = new IssueCode("text-misplaced");

    // The record
    public static final IssueCode ROW_TOO_SHORT = new IssueCode("row-too-short");
    public static final IssueCode ROW_TOO_LONG = new IssueCode("row-too-long");
    public static final IssueCode ROW_DUPLICATE = new IssueCode("row-duplicate");
    public static final IssueCode ROW_REMOVED_BLANK = new IssueCode("row-removed-blank");

    // The cell
    public static final IssueCode VALUE_BLANK = new IssueCode("value-blank");
    public static final IssueCode VALUE_NOT_DATE = new IssueCode("value-not-date");
    public static final IssueCode VALUE_NOT_TIME = new IssueCode("value-not-time");
    public static final IssueCode VALUE_NOT_CODE = new IssueCode("value-not-code");
    public static final IssueCode VALUE_NOT_NUMBER = new IssueCode("value-not-number");
    public static final IssueCode VALUE_OUT_OF_RANGE = new IssueCode("value-out-of-range");
    public static final IssueCode VALUE_NOT_POSTCODE = new IssueCode("value-not-postcode");
    public static final IssueCode VALUE_NOT_PATTERN = new IssueCode("value-not-pattern");
    public static final IssueCode VALUE_NOT_BOOLEAN = new IssueCode("value-not-boolean");
    public static final IssueCode VALUE_TOO_LONG = new IssueCode("value-too-long");

    // Making outputs
    public static final IssueCode TRANSFORM_FAILED = new IssueCode("transform-failed");

    public IssueCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("An issue code is letters and digits joined by hyphens.");
        }
    }

    @Override
    public int compareTo(IssueCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
