package weir.engine.issue;

import java.util.List;

/// Writes the reference page of all issue codes from the catalogue.
final class IssueReference {

    private final IssueCatalogue catalogue;
    private final StringBuilder page = new StringBuilder();

    IssueReference(IssueCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    String page() {
        page.append("""
                # Issues

                <!-- Made from engine/src/main/resources/weir/engine/issue/catalogue.properties. Change that file, then run
                     mvn -pl engine test -Dtest=IssueReferenceTest -Dweir.update=true -->

                An issue is one finding about a file, a table, a row or a cell. It has a code, a severity and a place, and
                says what must be true there. It never holds the value that was found, only its shape: "text of 8 characters".

                An **error** blocks, a **warning** asks, a **notice** informs. A code is for ever: its meaning does not change
                and it is not used again.

                """);
        for (IssueWords.Area area : IssueWords.Area.values()) {
            writeArea(area);
        }
        return page.toString();
    }

    private void writeArea(IssueWords.Area area) {
        List<IssueCode> codes = IssueCodes.all().stream()
                .filter(code -> catalogue.words(code).area() == area)
                .toList();
        page.append("## ").append(heading(area)).append("\n\n| code | what |\n|---|---|\n");
        codes.forEach(code -> page.append("| [`").append(code).append("`](#").append(code).append(") | ")
                .append(catalogue.title(code)).append(" |\n"));
        page.append('\n');
        codes.forEach(this::writeCode);
    }

    private static String heading(IssueWords.Area area) {
        return switch (area) {
            case FILE -> "The file cannot be read, or only in part";
            case IDENTITY -> "What the file is about is not clear";
            case HEADER -> "The column names";
            case ROW -> "A row";
            case CELL -> "A cell";
            case OUTPUT -> "Making outputs";
        };
    }

    private void writeCode(IssueCode code) {
        IssueWords words = catalogue.words(code);
        Place place = example(words.area());
        Issue issue = Issue.error(code, place, "", words.area() == IssueWords.Area.CELL ? Shape.of("31.04.11") : Shape.NONE);
        page.append("### ").append(code).append("\n\n**").append(words.title()).append(".** ")
                .append(words.mend()).append("\n\n");
        page.append("- One: ").append(catalogue.text(issue)).append('\n');
        page.append("- Several: ").append(catalogue.many(issue, 41)).append('\n');
        page.append("- In the error report: `").append(words.reportedType()).append("`, `")
                .append(words.reportedMessage(issue)).append("`\n\n");
    }

    private static Place example(IssueWords.Area area) {
        Place table = Place.file("episodes.csv").table("episodes");
        return switch (area) {
            case FILE -> Place.file("episodes.csv").row(214);
            case IDENTITY, OUTPUT -> Place.file("episodes.csv");
            case HEADER -> table.row(1).field("DECOM", 2);
            case ROW, CELL -> table.row(214).field("DECOM", 2);
        };
    }
}
