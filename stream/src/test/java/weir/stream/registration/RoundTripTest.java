package weir.stream.registration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import weir.stream.csv.CsvCheck;
import weir.stream.csv.CsvLimits;
import weir.stream.csv.CsvLine;
import weir.stream.csv.CsvRow;
import weir.stream.csv.CsvRowJson;
import weir.stream.message.Level;
import weir.stream.privacy.FilteredObject;
import weir.stream.privacy.PrivacyFilter;
import weir.stream.privacy.SensitivityFile;
import weir.stream.sif.SifLimits;
import weir.stream.sif.SifObject;
import weir.stream.sif.SifSchema;
import weir.stream.sif.SifSplitter;
import weir.stream.sif.SplitDocument;

import static org.assertj.core.api.Assertions.assertThat;

/// Whatever stands in cells goes all the way, from CSV to JSON to a validated object and back, and nothing breaks on it.
class RoundTripTest {

    private static final String[] PIECES = {
        "a", "Z", "0", " ", "  ", "\"", "\"\"", ",", "\n", "\r\n", "\r", "&", "<", ">", "--", "-", "]]>", "<!--", "-->", "%2D", "%25",
        "\\", "'", "\u00e9", "\u4e2d", "\uD83D\uDE00", "&amp;", "<?x?>", "\t", "{", "}", "#"
    };
    private static final List<String> FREE = List.of("FamilyName", "GivenName", "PreferredName", "MiddleName", "AddressLine1",
            "AddressLine2", "Locality", "LocalId", "SectorId", "OtherId", "HomeGroup", "ClassCode", "SchoolLocalId", "Postcode");
    private static final int ROUNDS = 400;

    private static String text(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        for (int pieces = random.nextInt(6); pieces > 0; pieces--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.append('x').toString();
    }

    private static String spaced(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static SifObject split(SifSchema schema, String document) throws IOException {
        List<SifObject> objects = new ArrayList<>();
        SplitDocument split = new SifSplitter(schema, SifLimits.DEFAULT)
                .split(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)), objects::add);
        assertThat(split.faults()).isEmpty();
        assertThat(objects).hasSize(1);
        return objects.getFirst();
    }

    @Test
    void whateverStandsInCellsComesBack() throws Exception {
        RandomGenerator random = new SplittableRandom(20_250_312);
        SifSchema schema = SifSchema.registration();
        CsvRowJson json = new CsvRowJson();
        for (int round = 0; round < ROUNDS; round++) {
            Rows made = Rows.student();
            for (String column : FREE) {
                made = random.nextInt(3) == 0 ? made.with(column, text(random)) : made;
            }
            CsvRow row = json.read(json.write(made.row()));

            RegistrationObject object = RegistrationObject
                    .read(split(schema, Rows.document(RegistrationForm.STUDENT, row)).xml()).orElseThrow();

            for (String column : FREE) {
                assertThat(object.value(column)).as(column).isEqualTo(spaced(row.cell(column).orElse("")));
            }
            assertThat(object.origin().orElseThrow().line()).isEqualTo(1);
            String line = SifToCsv.line(object);
            assertThat(Rows.read(SifToCsv.header(RegistrationForm.STUDENT) + line).getFirst().cells())
                    .containsExactlyElementsOf(object.form().columns().stream().map(object::value).toList());
        }
    }

    @Test
    void aLineOfAnyCellsIsReadAsThoseCells() throws IOException {
        RandomGenerator random = new SplittableRandom(7);
        for (int round = 0; round < ROUNDS; round++) {
            List<String> header = new ArrayList<>();
            List<String> cells = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(8); i++) {
                header.add("c" + header.size());
                cells.add(text(random));
            }
            String csv = CsvLine.of(header) + CsvLine.of(cells) + CsvLine.of(cells);

            assertThat(CsvCheck.of(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), CsvLimits.DEFAULT).isWellFormed())
                    .isTrue();
            assertThat(Rows.read(csv)).extracting(CsvRow::cells).containsExactly(cells, cells);
        }
    }

    @Test
    void whatThePrivacyFilterWritesIsValidAtEveryLevel() throws Exception {
        PrivacyFilter filter = new PrivacyFilter(SensitivityFile.shipped());
        SifSchema schema = SifSchema.registration();
        for (Rows made : List.of(Rows.student(), Rows.staff())) {
            FilteredObject filtered = filter.filter(split(schema, made.document()).xml().getBytes(StandardCharsets.UTF_8), 0);
            for (Level level : Level.values()) {
                String object = new String(filtered.at(level), StandardCharsets.UTF_8);
                assertThat(Schema.registration().errors(object)).as(level.toString()).isEmpty();
            }
        }
    }
}
