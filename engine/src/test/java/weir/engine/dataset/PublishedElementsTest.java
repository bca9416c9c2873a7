package weir.engine.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Holds the shipped datasets of XML returns against the published schemas, element by element and year by year, where a
/// copy of these lies beside the repository: where each element stands, how often, its type, range and codes. The codes'
/// descriptions are not compared: they are documentation, and ours are our own words.
class PublishedElementsTest {

    /// A year has four figures here; the schema takes any.
    private static final String YEAR = "Header/CollectionDetails/Year: published optional integer, ours optional integer 1900 to 2999";

    private static final List<String> MEANT = List.of(
            // An element that is there to hold factors or disabilities may hold none: it then says that there are none.
            ".*/AssessmentFactors: published required repeats (category .*), ours optional repeats \\1",
            ".*/Disability: published required repeats (category .*), ours optional repeats \\1",
            // The date of a review is an event of its own and fills no other column.
            ".*/Reviews/CPPreviewDate: published required repeats date yyyy-MM-dd, ours none",
            // The same in other words.
            ".*/SerialNo: published optional pattern \\\\d\\{3\\}\\\\d\\*, ours optional pattern \\\\d\\{3,\\}",
            // Before 2022 no element may stand in the group of a plan's dates, so that the group does no harm.
            "Children/Child/CINdetails/CINPlanDates: published none, ours optional repeats",
            YEAR);

    @ParameterizedTest
    @ValueSource(ints = {2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026})
    void childrenInNeed(int year) throws IOException {
        Path file = ShippedDatasets.reference().resolve("cin_census/CIN_schema_" + year + ".xsd");
        assertThat(differences("cin", year, file)).allMatch(line -> MEANT.stream().anyMatch(line::matches));
    }

    @Test
    void socialWorkWorkforce() throws IOException {
        Path file = ShippedDatasets.reference().resolve("social_work_workforce/social_work_workforce_2022.xsd");
        assertThat(differences("social_work_workforce", 2022, file)).containsExactly(
                // The schema lets it repeat; one number of weeks is all a worker can have.
                "CSWWWorker/ContractWeeks: published optional repeats decimal, places 1, ours optional decimal, places 1",
                YEAR);
    }

    private static List<String> differences(String id, int year, Path file) throws IOException {
        assumeTrue(Files.exists(file), "The published schemas do not lie beside this repository.");
        PublishedElements published = new PublishedElements(file);
        Dataset dataset = ShippedDatasets.read(id);
        List<Table> tables = new ArrayList<>(dataset.specification(Period.ofYear(year)).orElseThrow().tables());
        tables.add(dataset.xml().orElseThrow().header());
        Map<String, String> leaves = new TreeMap<>();
        Map<String, String> groups = new TreeMap<>();
        for (Table table : tables) {
            RecordShape shape = table.shape().orElseThrow();
            for (Field field : table.fields()) {
                for (String path : field.element().paths()) {
                    leaves.put(shape.element() + "/" + path, describe(field));
                }
            }
            shape.groups().forEach(group -> groups.put(shape.element() + "/" + group.path(),
                    (group.isRequired() ? "required" : "optional") + (group.repeats() ? " repeats" : "")));
        }
        List<String> differences = new ArrayList<>();
        compare(published.leaves(), leaves, differences);
        Map<String, String> notOnce = new TreeMap<>(published.groups());
        // What stands outside the records belongs to the reader; what may stand once or not at all needs no word.
        notOnce.keySet().removeIf(path -> tables.stream().noneMatch(table -> path.startsWith(table.shape().orElseThrow().element() + "/")));
        notOnce.values().removeIf("optional"::equals);
        compare(notOnce, groups, differences);
        return differences;
    }

    private static void compare(Map<String, String> expected, Map<String, String> actual, List<String> differences) {
        TreeSet<String> paths = new TreeSet<>(expected.keySet());
        paths.addAll(actual.keySet());
        for (String path : paths) {
            String theirs = expected.getOrDefault(path, "none");
            String ours = actual.getOrDefault(path, "none");
            if (!theirs.equals(ours)) {
                differences.add(String.format(Locale.ROOT, "%s: published %s, ours %s", path, theirs, ours));
            }
        }
    }

    private static String describe(Field field) {
        String type = switch (field.type()) {
            case FieldType.Text _ -> "text";
            case FieldType.Matching(Pattern pattern, String _) -> "pattern " + pattern.pattern();
            case FieldType.Date(List<String> formats) -> "date " + String.join(", ", formats);
            case FieldType.Whole(OptionalLong min, OptionalLong max) -> "integer" + range(bound(min), bound(max));
            case FieldType.Decimal decimal -> "decimal"
                    + range(decimal.min().map(Object::toString).orElse("any"), decimal.max().map(Object::toString).orElse("any"))
                    + places(decimal.places());
            case FieldType.Category(String _, List<Code> codes) ->
                "category " + new ArrayList<>(new TreeSet<>(codes.stream().map(Code::code).toList()));
            default -> field.type().word();
        };
        return (field.isRequired() ? "required" : "optional") + (field.element().repeats() ? " repeats " : " ") + type;
    }

    private static String places(OptionalInt places) {
        return places.isPresent() ? ", places " + places.getAsInt() : "";
    }

    private static String bound(OptionalLong bound) {
        return bound.isPresent() ? String.valueOf(bound.getAsLong()) : "any";
    }

    private static String range(String min, String max) {
        return min.equals("any") && max.equals("any") ? "" : " " + min + " to " + max;
    }
}
