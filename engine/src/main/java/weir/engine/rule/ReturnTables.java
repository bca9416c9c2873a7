package weir.engine.rule;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import weir.engine.dataset.Period;
import weir.engine.dataset.Specification;
import weir.engine.dataset.Table;
import weir.engine.dataset.TableName;

/// The cleaned tables of one return, and those of the year before as far as they are at hand.
///
/// @param specification the rules of the period: queries see its columns
/// @param tables        those of the period; one table may stand in several files
/// @param last          those of the year before
public record ReturnTables(
        Specification specification, Period period, List<CleanedTable> tables, List<CleanedTable> last) {

    public ReturnTables {
        tables = List.copyOf(tables);
        last = List.copyOf(last);
    }

    /// A cleaned table of one file.
    ///
    /// @param file    the file's name, for issues
    /// @param columns for each field, the column of the file it stands in; -1 for none. Empty where it is not known
    /// @param parquet its rows, with the number of each in the column `_row`
    public record CleanedTable(String file, Table table, List<Integer> columns, Path parquet) {
        public CleanedTable {
            columns = List.copyOf(columns);
        }
    }

    /// The files that hold a table.
    public List<CleanedTable> of(Rule.TableUse use) {
        return of(use.table(), use.isLast() ? last : tables);
    }

    /// The tables that rules read and that are not at hand, by their names in queries, in the order of the alphabet.
    public List<String> missing(List<Rule> rules) {
        return rules.stream()
                .flatMap(rule -> rule.test() instanceof Rule.Across test ? test.reads().stream() : Stream.empty())
                .filter(use -> of(use).isEmpty())
                .map(Rule.TableUse::name)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<CleanedTable> of(TableName name, List<CleanedTable> among) {
        return among.stream().filter(one -> one.table().name().equals(name)).toList();
    }
}
