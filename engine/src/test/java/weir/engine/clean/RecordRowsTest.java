package weir.engine.clean;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.engine.dataset.ElementGroup;
import weir.engine.dataset.ElementPlace;
import weir.engine.dataset.Field;
import weir.engine.dataset.FieldName;
import weir.engine.dataset.FieldType;
import weir.engine.dataset.Identity;
import weir.engine.dataset.RecordShape;
import weir.engine.dataset.Table;
import weir.engine.dataset.TableName;
import weir.engine.format.Content;
import weir.engine.format.FileRefused;
import weir.engine.format.Limits;
import weir.engine.format.XmlReader;
import weir.engine.issue.Place;
import weir.engine.record.Row;
import weir.engine.record.Value;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

final class RecordRowsTest {

    @TempDir
    Path folder;

    private final List<ElementFinding> findings = new ArrayList<>();

    private static Field field(String name, boolean repeats, String... paths) {
        return new Field(
                new FieldName(name), name, new FieldType.Text(OptionalInt.of(3)), false, List.of(), List.of(),
                new ElementPlace(List.of(paths), repeats), "guide");
    }

    /// The rows of one record, each as its values with commas between.
    private List<String> rows(RecordShape shape, List<Field> fields, String xml) throws IOException, FileRefused {
        Table table = new Table(new TableName("t"), "t", fields, Identity.ofWholeRow(), "", "guide");
        Path file = Files.writeString(folder.resolve("return.xml"), "<m>" + xml + "</m>", UTF_8);
        RecordReader reader = new RecordReader(table, shape);
        List<Row> rows = new ArrayList<>();
        try (XmlReader records = XmlReader.open(Content.of(file, "return.xml"), Limits.usual())) {
            new RecordRows(reader).add(reader.read(records.nextBlock().getFirst(), Place.file("return.xml"), findings), rows);
        }
        return rows.stream()
                .map(row -> String.join(";", row.values().stream().map(Value::text).toList()))
                .toList();
    }

    @Test
    void aValueFurtherInStandsBeforeOneFurtherOutWhicheverComesFirst() throws Exception {
        RecordShape shape = new RecordShape("r", List.of(), Optional.empty());
        List<Field> fields = List.of(field("A", false, "a", "g/a", "g/h/a"), field("B", false, "b"));

        assertThat(rows(shape, fields, "<r><g><h><a>3</a></h><a>2</a></g><b>x</b><a>1</a></r>")).containsExactly("3;x");
        assertThat(rows(shape, fields, "<r><a>1</a><b>x</b><g><a>2</a><h><a>3</a></h></g></r>")).containsExactly("3;x");
        assertThat(rows(shape, fields, "<r><g><a>2</a></g><a>1</a></r>")).containsExactly("2;");
        assertThat(rows(shape, fields, "<r><g><a>long</a></g><a>1</a></r>")).containsExactly("1;");
        assertThat(findings).hasSize(1);
    }

    @Test
    void elementsThatRepeatAreOneValueWhereverTheyStandInTheirGroup() throws Exception {
        RecordShape shape = new RecordShape("r", List.of(), Optional.empty());
        List<Field> fields = List.of(field("F", true, "g/f"), field("B", false, "g/b"));

        assertThat(rows(shape, fields, "<r><g><f>1</f><f> </f><f>2</f><b>x</b><f>long</f><f>3</f></g></r>"))
                .containsExactly("1,2,3;x");
        assertThat(rows(shape, fields, "<r><g><f>1</f></g></r>")).containsExactly("1;");
    }

    @Test
    void whatIsToldOfARecordStandsInTheOrderOfTheFile() throws Exception {
        RecordShape shape = new RecordShape("r", List.of(new ElementGroup("g", true, true)), Optional.empty());
        List<Field> fields = List.of(field("A", false, "g/a"), field("B", false, "b"));

        rows(shape, fields, "<r>\n<x><a>1</a></x>\n<b>1</b>\n<b>2</b>\n<g>text\n<a>long</a></g>\n<g><a><b/></a></g>\n</r>");

        assertThat(findings)
                .extracting(finding -> finding.issue().code().value() + " " + finding.issue().place().row().orElse(0))
                .containsExactly(
                        "element-unknown 2", "element-repeated 4", "text-misplaced 5", "value-too-long 6", "element-unknown 7");
        findings.clear();
        rows(shape, fields, "<r><b>1</b></r>");
        assertThat(findings).extracting(finding -> finding.issue().code().value()).containsExactly("element-missing");
    }
}
