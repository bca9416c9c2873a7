package weir.engine.issue;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// The words of one issue code, as the [IssueCatalogue] has them.
public final class IssueWords {

    /// What an issue is about, from the outside in.
    public enum Area {
        FILE,
        IDENTITY,
        HEADER,
        ROW,
        CELL,
        OUTPUT
    }

    private final Area area;
    private final String title;
    private final Template one;
    private final Template many;
    private final String expected;
    private final String mend;
    private final String reportedType;
    private final Template reportedMessage;

    private IssueWords(String code, Map<String, String> entry) {
        this.area = Area.valueOf(need(code, entry, "area").toUpperCase(Locale.ROOT));
        this.title = need(code, entry, "title");
        this.one = Template.parse(need(code, entry, "one"));
        this.many = Template.parse(need(code, entry, "many"));
        this.expected = entry.getOrDefault("expected", "");
        this.mend = need(code, entry, "mend");
        this.reportedType = need(code, entry, "type");
        this.reportedMessage = Template.parse(need(code, entry, "message"));
    }

    static IssueWords of(String code, Map<String, String> entry) {
        return new IssueWords(code, entry);
    }

    /// The words of a rule that stands in no catalogue, as those of datasets do: such an issue brings the rule's own words.
    static IssueWords plain(IssueCode code) {
        return new IssueWords(code.value(), Map.of(
                "area", "cell",
                "title", "Rule broken",
                "one", "{place}: breaks the rule " + code.value() + ".[ {expected}][ Found {found}.]",
                "many", "{count} places break this rule.[ {expected}]",
                "mend", "Correct what the rule asks for, or give the reason where it asks for one, then send the return again.",
                "type", "ValidationRule",
                "message", code.value() + "[: {expected}]"));
    }

    private static String need(String code, Map<String, String> entry, String key) {
        String text = entry.get(key);
        if (text == null) {
            throw new IllegalArgumentException("Give " + code + " a line " + key + " in the issue catalogue.");
        }
        return text;
    }

    public Area area() {
        return area;
    }

    public String title() {
        return title;
    }

    public String mend() {
        return mend;
    }

    /// The type that the error report councils know gives it: `ConversionError`.
    public String reportedType() {
        return reportedType;
    }

    /// The message that the error report councils know gives it: `Could not convert to date`.
    public String reportedMessage(Issue issue) {
        return reportedMessage.fill(filling(issue, 1));
    }

    String text(Issue issue) {
        return one.fill(filling(issue, 1));
    }

    String many(Issue first, long count) {
        return many.fill(filling(first, count));
    }

    String expected(Issue issue) {
        return issue.expected().isEmpty() ? expected : issue.expected();
    }

    private Function<String, String> filling(Issue issue, long count) {
        Place place = issue.place();
        return name -> switch (name) {
            case "place" -> placeOf(place);
            case "column" -> place.field().map(field -> "Column " + field).orElse("This column");
            case "row" -> place.row().isPresent() ? Long.toString(place.row().getAsLong()) : "";
            case "table" -> place.table().orElse("this table");
            case "field" -> place.field().orElse("this column");
            case "expected" -> expected(issue);
            case "found" -> issue.found().kind() == Shape.Kind.NONE ? "" : issue.found().words();
            case "count" -> String.format(Locale.ROOT, "%,d", count);
            default -> throw new IllegalArgumentException("The issue catalogue knows no placeholder {" + name + "}.");
        };
    }

    private static String placeOf(Place place) {
        String field = place.field().orElse("");
        if (place.row().isEmpty()) {
            return field.isEmpty() ? "The file" : "Column " + field;
        }
        String row = (place.isLine() ? "Line " : "Row ") + place.row().getAsLong();
        if (!field.isEmpty()) {
            return row + ", " + field;
        }
        return place.columnLetter().map(letter -> row + ", column " + letter).orElse(row);
    }
}
