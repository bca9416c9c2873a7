package weir.engine.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.engine.clean.Findings;
import weir.engine.clean.TableCleaner;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.DatasetReader;
import weir.engine.dataset.Period;
import weir.engine.dataset.Table;
import weir.engine.dataset.TableName;
import weir.engine.format.Content;
import weir.engine.format.DelimitedReader;
import weir.engine.format.FileRefused;
import weir.engine.format.Limits;
import weir.engine.format.RowBlock;
import weir.engine.issue.IssueCode;
import weir.engine.record.Cells;

import static org.assertj.core.api.Assertions.assertThat;

/// Made-up returns, checked by the published specification.
final class GeneratedReturnsTest {

    private static final Dataset SSDA903 =
            DatasetReader.read(Path.of(System.getProperty("weir.root", ""), "datasets", "ssda903"));

    @TempDir
    private Path temporary;

    @Test
    void keepEveryRuleOfTheirYear() throws IOException, FileRefused {
        assertThat(new Ssda903Generator(Request.of(2_000, 31).withYears(2017, 2027)).write(temporary).rows())
                .isGreaterThan(20_000);
        assertThat(findings(2017, 2027)).isEmpty();
    }

    @Test
    void breakARuleWhereAFaultWasPlantedAndNowhereElse() throws IOException, FileRefused {
        new Ssda903Generator(Request.of(1_000, 32).withFaults(0.05, Set.of(Fault.values()))).write(temporary);
        List<String> planted = new ArrayList<>();
        List<String> lines = Files.readAllLines(temporary.resolve(LedgerFile.NAME), StandardCharsets.UTF_8);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            code(cells[3]).ifPresent(code -> planted.add(String.join(",", cells[0], cells[1], cells[2], code.value())));
        }
        assertThat(planted).hasSizeGreaterThan(500);
        assertThat(findings(2019, 2026)).containsExactlyInAnyOrderElementsOf(planted);
    }

    /// The rule a fault breaks; empty for a decoy, and for a repeated row, which no single row shows.
    private static Optional<IssueCode> code(String word) {
        Fault fault = Fault.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        return switch (fault) {
            case DATE_FORM, DATE_IMPOSSIBLE -> Optional.of(IssueCode.VALUE_NOT_DATE);
            case CODE_UNKNOWN -> Optional.of(IssueCode.VALUE_NOT_CODE);
            case MANDATORY_BLANK -> Optional.of(IssueCode.VALUE_BLANK);
            case POSTCODE_BAD -> Optional.of(IssueCode.VALUE_NOT_POSTCODE);
            case NUMBER_WITH_LETTERS -> Optional.of(IssueCode.VALUE_NOT_NUMBER);
            case NUMBER_TOO_LARGE -> Optional.of(IssueCode.VALUE_OUT_OF_RANGE);
            case ROW_LONG -> Optional.of(IssueCode.ROW_TOO_LONG);
            case ROW_SHORT -> Optional.of(IssueCode.ROW_TOO_SHORT);
            case ROW_TWICE, CODE_PADDED, CODE_NO_BREAK_SPACE, CODE_QUOTED, DATE_SHORT -> Optional.empty();
        };
    }

    /// What cleaning finds, as `file,row,field,code`.
    private List<String> findings(int first, int last) throws IOException, FileRefused {
        List<String> findings = new ArrayList<>();
        for (int year = first; year <= last; year++) {
            for (Ssda903Table table : Ssda903Table.values()) {
                Path file = temporary.resolve(table.file(year));
                if (Files.exists(file)) {
                    Table rules = SSDA903.specification(Period.ofYear(year))
                            .flatMap(rule -> rule.table(new TableName(table.name().toLowerCase(Locale.ROOT))))
                            .orElseThrow();
                    addFindings(Content.of(file, table.file(year)), rules, findings);
                }
            }
        }
        return findings;
    }

    private static void addFindings(Content content, Table table, List<String> found)
            throws IOException, FileRefused {
        try (DelimitedReader reader =
                DelimitedReader.open(content, DelimitedReader.Stated.NOTHING, Limits.usual(), issue -> {})) {
            reader.nextTable();
            List<String> header = reader.header();
            List<Integer> columns = table.fields().stream()
                    .map(field -> header.indexOf(field.name().value()))
                    .toList();
            TableCleaner cleaner = new TableCleaner(table, columns, header.size());
            for (Optional<RowBlock> block = reader.nextBlock(); block.isPresent(); block = reader.nextBlock()) {
                addFindings(block.get(), cleaner, content.name(), table, found);
            }
        }
    }

    private static void addFindings(
            RowBlock block, TableCleaner cleaner, String file, Table table, List<String> found) throws FileRefused {
        Findings findings = new Findings();
        int position = 0;
        for (Cells cells : block.rows()) {
            cleaner.clean(cells, block.firstRow() + position, position, findings);
            position++;
        }
        for (Findings.Finding finding : findings.list()) {
            String field = finding.field() == Findings.WHOLE_ROW
                    ? ""
                    : table.fields().get(finding.field()).name().value();
            found.add(file + ',' + (block.firstRow() + finding.row()) + ',' + field + ',' + finding.code());
        }
    }
}
