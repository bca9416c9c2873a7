package weir.stream.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes the tuple of a row of OneRoster. It holds nothing: safe for many threads.
///
/// The file a row is of is known by its columns; where several speak, the last of [#TYPES] decides. Source: section 4.2 of the
/// facts of NIAS.
public final class OneRosterTuples {

    private static final String PREFIX = "oneroster_";

    /// The column that tells a file, and the file.
    private static final List<Map.Entry<String, String>> TYPES = List.of(
            Map.entry("metadata.boarding", "orgs"),
            Map.entry("username", "users"),
            Map.entry("courseCode", "courses"),
            Map.entry("classCode", "classes"),
            Map.entry("primary", "enrollments"),
            Map.entry("startDate", "academicSessions"),
            Map.entry("sex", "demographics"));

    private static final List<String> LINKS = List.of(
            "parentSourcedId", "orgSourcedId", "courseSourcedId", "schoolSourcedId", "termSourcedId", "classSourcedId",
            "userSourcedId");
    private static final List<String> LISTS_OF_LINKS = List.of("orgSourcedIds", "agents");
    private static final List<String> OTHER_IDS = List.of("identifier", "userId", "courseCode", "classCode");

    /// The tuple of a row; empty when it has no id or is of no file of OneRoster.
    ///
    /// @param row its cells by their column
    public Optional<GraphTuple> tuple(Map<String, String> row) {
        Optional<String> type = TYPES.reversed().stream()
                .filter(each -> row.containsKey(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        String id = cell(row, type.equals(Optional.of("demographics")) ? "userSourcedId" : "sourcedId");
        if (type.isEmpty() || id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new GraphTuple(
                PREFIX + type.get(), id, otherIds(row), links(row), List.of(), label(row).orElse(id)));
    }

    private static List<String> links(Map<String, String> row) {
        List<String> links = new ArrayList<>();
        LINKS.stream().map(column -> cell(row, column)).filter(link -> !link.isEmpty()).forEach(links::add);
        for (String column : LISTS_OF_LINKS) {
            Arrays.stream(cell(row, column).split(",", -1)).map(String::strip).filter(link -> !link.isEmpty()).forEach(links::add);
        }
        return links;
    }

    private static Map<String, String> otherIds(Map<String, String> row) {
        Map<String, String> otherIds = new LinkedHashMap<>();
        for (String column : OTHER_IDS) {
            if (!cell(row, column).isEmpty()) {
                otherIds.put(PREFIX + column, cell(row, column));
            }
        }
        return otherIds;
    }

    private static Optional<String> label(Map<String, String> row) {
        String person = Stream.of("givenName", "familyName")
                .map(column -> cell(row, column))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(" "));
        return Stream.of(cell(row, "name"), cell(row, "title"), person).filter(label -> !label.isEmpty()).findFirst();
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNullElse(row.get(column), "").strip();
    }
}
