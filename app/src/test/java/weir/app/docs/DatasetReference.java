package weir.app.docs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import weir.engine.dataset.Code;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.Difference;
import weir.engine.dataset.Field;
import weir.engine.dataset.FieldName;
import weir.engine.dataset.FieldType;
import weir.engine.dataset.Period;
import weir.engine.dataset.Source;
import weir.engine.dataset.Specification;
import weir.engine.dataset.Table;
import weir.engine.dataset.TableName;
import weir.engine.dataset.TypeInWords;
import weir.engine.dataset.UseCase;

/// Writes the page of one dataset from its specification: what each table holds, in which years.
final class DatasetReference {

    private static final int NAMES_LISTED = 12;

    private final Dataset dataset;
    private final StringBuilder page = new StringBuilder();

    DatasetReference(Dataset dataset) {
        this.dataset = dataset;
    }

    String page() {
        page.append("# ").append(dataset.title()).append("\n\n<!-- Made from datasets/").append(dataset.id()).append("""
                /. Change it, then run
                     mvn -pl app -am test -Dtest=ReferenceTest -Dsurefire.failIfNoSpecifiedTests=false -Dweir.update=true -->

                """);
        writeVersions();
        writeUseCases();
        page.append("## Tables\n\nYears are those a financial year ends in. Without a year, a field or code holds for all.\n\n");
        dataset.tableNames().forEach(this::writeTable);
        return page.toString().stripTrailing() + "\n";
    }

    private void writeVersions() {
        page.append("## Versions\n\n| since | source | what changed |\n|---|---|---|\n");
        dataset.chains().forEach(this::writeChain);
        page.append('\n');
    }

    private void writeChain(List<Specification> chain) {
        for (int i = 0; i < chain.size(); i++) {
            Specification version = chain.get(i);
            String changes = i == 0
                    ? "the first"
                    : Difference.between(chain.get(i - 1), version).stream()
                            .map(Difference::sentence)
                            .collect(Collectors.joining("<br>"));
            page.append("| ").append(version.since()).append(" | ").append(title(version.source()))
                    .append(" | ").append(changes).append(" |\n");
        }
    }

    private String title(String source) {
        return dataset.sources().stream()
                .filter(published -> published.id().equals(source))
                .map(Source::title)
                .findFirst()
                .orElse(source);
    }

    private void writeUseCases() {
        page.append("## Use cases\n\n`weir audit ").append(dataset.id())
                .append("` says what becomes of every field.\n\n| use case | purpose | years held | tables |\n|---|---|---|---|\n");
        for (UseCase useCase : dataset.useCases()) {
            page.append("| ").append(useCase.name()).append(" | ").append(useCase.title()).append(" | ")
                    .append(useCase.retention().years()).append(" | ")
                    .append(useCase.tables().stream().map(rule -> rule.table().value()).collect(Collectors.joining(", ")))
                    .append(" |\n");
        }
        page.append('\n');
    }

    private void writeTable(TableName name) {
        Table table = versionsWith(specification -> specification.table(name)).values().stream()
                .reduce((a, b) -> b)
                .orElseThrow();
        page.append("### ").append(name).append("\n\n").append(table.title()).append('.')
                .append(years(versionsWith(specification -> specification.table(name)), " Returned %s."))
                .append(' ').append(identity(table)).append("\n\n| field | what | blank | may hold |\n|---|---|---|---|\n");
        table.fields().forEach(field -> writeField(name, field));
        page.append('\n');
        table.fields().forEach(field -> writeCodes(name, field));
    }

    private static String identity(Table table) {
        String key = table.identity().key().isEmpty()
                ? "every field"
                : table.identity().key().stream().map(FieldName::value).collect(Collectors.joining(", "));
        String latest = table.identity().latest().isEmpty()
                ? ""
                : ", within a return the one with the latest "
                        + table.identity().latest().stream().map(FieldName::value).collect(Collectors.joining(", "));
        String period = table.identity().isPerPeriod() ? " in the same year" : "; the latest return's stays";
        return "Rows are one record when they share " + key + period + latest + ".";
    }

    private void writeField(TableName table, Field field) {
        page.append("| `").append(field.name()).append("` | ").append(field.title()).append(" | ")
                .append(field.isRequired() ? "no" : "yes").append(" | ").append(TypeInWords.of(field.type()))
                .append(years(versionsWith(version -> field(version, table, field.name())), ", %s"))
                .append(" |\n");
    }

    private void writeCodes(TableName table, Field field) {
        Map<String, Code> codes = new LinkedHashMap<>();
        for (Specification version : dataset.versions().reversed()) {
            codes(version, table, field.name()).forEach(code -> codes.putIfAbsent(code.code(), code));
        }
        if (codes.isEmpty()) {
            return;
        }
        page.append("<details><summary>Codes of ").append(field.name())
                .append("</summary>\n\n| code | meaning | also written | years |\n|---|---|---|---|\n");
        for (Code code : codes.values()) {
            Map<Specification, Code> having = versionsWith(version -> codes(version, table, field.name()).stream()
                    .filter(other -> other.code().equals(code.code()))
                    .findFirst());
            page.append("| `").append(code.code()).append("` | ").append(code.meaning()).append(" | ")
                    .append(names(code))
                    .append(" | ").append(years(having, "%s")).append(" |\n");
        }
        page.append("\n</details>\n\n");
    }

    private static String names(Code code) {
        int more = code.names().size() - NAMES_LISTED;
        return code.names().stream().limit(NAMES_LISTED).collect(Collectors.joining(", ")).replace("|", "\\|")
                + (more > 0 ? " and " + more + " more" : "");
    }

    private static Optional<Field> field(Specification version, TableName table, FieldName field) {
        return version.table(table).flatMap(found -> found.field(field));
    }

    private static List<Code> codes(Specification version, TableName table, FieldName field) {
        return field(version, table, field)
                .map(Field::type)
                .flatMap(type -> type instanceof FieldType.Category category ? Optional.of(category) : Optional.empty())
                .map(FieldType.Category::codes)
                .orElse(List.of());
    }

    private <T> Map<Specification, T> versionsWith(Function<Specification, Optional<T>> part) {
        Map<Specification, T> having = new LinkedHashMap<>();
        for (Specification version : dataset.versions()) {
            part.apply(version).ifPresent(found -> having.put(version, found));
        }
        return having;
    }

    /// The years of some versions in words, put into a form; empty when they are all the dataset has.
    private String years(Map<Specification, ?> having, String form) {
        if (having.size() == dataset.versions().size()) {
            return "";
        }
        String words = dataset.chains().stream()
                .map(chain -> years(chain, chain.stream().filter(having::containsKey).toList()))
                .filter(years -> !years.isEmpty())
                .collect(Collectors.joining("; "));
        return form.replace("%s", words);
    }

    private static String years(List<Specification> chain, List<Specification> some) {
        if (some.isEmpty()) {
            return "";
        }
        String term = chain.getFirst().since().term().map(Period.Term::word).orElse("");
        int next = chain.indexOf(some.getLast()) + 1;
        String from = some.getFirst().equals(chain.getFirst())
                ? ""
                : "from " + (term.isEmpty() ? some.getFirst().since() : some.getFirst().since().year());
        String until = next == chain.size() ? "" : until(chain.get(next).since());
        return Stream.of(term, from, until).filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }

    /// A month has no year before it that it would hold until.
    private static String until(Period next) {
        return next.month().isPresent() ? "before " + next : "until " + (next.year() - 1);
    }
}
