package weir.engine.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Small tables that keep or break a rule, made up by whoever wrote it. Cells are as a file holds them.
///
/// @param tables by their names in queries (`header`, `header_last`), rows of cells by the names of fields
/// @param line   where it stands in its file
public record RuleCase(Map<String, List<Map<String, String>>> tables, int line) {

    public RuleCase {
        tables = new LinkedHashMap<>(tables);
    }
}
