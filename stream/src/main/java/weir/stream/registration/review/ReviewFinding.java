package weir.stream.registration.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import weir.platform.json.Json;
import weir.stream.csv.CsvLine;

/// One finding of a review. Its description may hold values: it goes to the sender alone.
///
/// Source: facts of stream, section 1.6.
///
/// @param field the column, or columns with `/` between them
/// @param line of the record, from 1
/// @param kind what sort of rule has found it
public record ReviewFinding(String field, String description, long line, Kind kind, Severity severity) {

    /// The sorts of rules, with the codes that clients know.
    public enum Kind {
        CONTENT("content"),
        DATE("date"),
        IDENTITY("identity"),
        SCHOOL("asl"),
        PLATFORM_ID("PSI"),
        NUMERIC("numericvalid"),
        NAME("name");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /// Whether it blocks or asks.
    public enum Severity {
        ERROR,
        WARNING;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final List<String> COLUMNS = List.of("OriginalLine", "Vtype", "Field", "Description", "Severity");

    /// One JSON object on one line, without a line break at its end.
    public String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("errField", field);
        json.put("description", description);
        json.put("originalLine", String.valueOf(line));
        json.put("validationType", kind.code());
        json.put("severity", severity.code());
        return Json.write(json);
    }

    /// Its line in the report as CSV.
    public String csv() {
        return CsvLine.of(List.of(String.valueOf(line), kind.code(), field, description, severity.code()));
    }

    /// The line above the lines of the report.
    public static String csvHeader() {
        return CsvLine.of(COLUMNS);
    }

    @Override
    public String toString() {
        return kind.code() + "[" + field + ", line " + line + "]";
    }
}
