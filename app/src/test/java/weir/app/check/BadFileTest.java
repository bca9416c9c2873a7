package weir.app.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import weir.app.Folders;
import weir.app.Returns;
import weir.app.WeirProgram;
import weir.app.WeirProgram.Ended;
import weir.engine.dataset.Datasets;
import weir.engine.format.Content;
import weir.engine.format.Limits;
import weir.engine.format.TableWriter;
import weir.engine.format.XlsxWriter;
import weir.engine.issue.Issue;
import weir.engine.issue.report.FileOutcome;
import weir.engine.issue.report.ReportSink;
import weir.engine.pipeline.Recogniser;
import weir.engine.pipeline.ReturnRun;
import weir.engine.pipeline.RowTarget;
import weir.engine.pipeline.Stated;
import weir.engine.pipeline.Workers;
import weir.engine.record.Row;
import weir.engine.record.Value;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/// A file that is not what it should be is told for what it is, by `check` and by `clean`: no stack trace, no half
/// output, the right exit code.
final class BadFileTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String MESSAGE =
            "<Message><Header><CollectionDetails><Collection>PRU</Collection></CollectionDetails></Header>";
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    @TempDir
    private Path temporary;

    static Stream<Arguments> files() {
        String reviews = Returns.REVIEWS;
        String header = Returns.REVIEWS_HEADER;
        return Stream.of(
                text("an empty file", "", "file-empty error"),
                text("white space only", "  \n \n", "header-blank error"),
                text("headers without rows", header + "\n", "rows-missing warning"),
                text("headers and blank rows", header + "\n,,,\n\n", "rows-missing warning"),
                text("a blank first row", ",,,\n" + reviews, "header-blank error"),
                text("unknown headers", "Name,Town\nA,B\n", "table-unknown error"),
                text("headers with one missing", "CHILD,DOB,REVIEW\n1,01/02/2010,03/04/2019\n", "table-unknown error"),
                text("two tables' headers", "CHILD,DOB,REVIEW,REVIEW_CODE,SEX,DUC\n1,,,,,\n", "table-ambiguous error"),
                text("a header twice", header + ",DOB\n1,01/02/2010,03/04/2019,PN1,01/02/2010\n",
                        "header-duplicate error"),
                text("a row that is short", reviews + "1003,01/02/2010,03/04/2019\n",
                        "row-too-short warning", "value-blank error"),
                text("a row that is long", reviews + "1003,01/02/2010,03/04/2019,PN1,x\n", "row-too-long error"),
                text("a quotation mark not closed", reviews + "\"1003,01/02/2010,03/04/2019,PN1\n",
                        "quote-unclosed error"),
                text("a quotation mark out of place", reviews + "\"10\"03,01/02/2010,03/04/2019,PN1\n",
                        "quote-misplaced error"),
                bytes("a picture", picture(), "file-not-tabular error"),
                bytes("noise", noise(), "file-not-tabular error"),
                text("a PDF", "%PDF-1.7\nstream\n", "file-not-tabular error"),
                text("a web page", "<html><body>Sign in</body></html>", "xml-root-foreign error"),
                text("XML that breaks off", MESSAGE, "xml-malformed error"),
                text("XML of another collection", MESSAGE + "<Children/></Message>", "xml-collection-foreign error"),
                text("XML with an entity", "<!DOCTYPE Message [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><Message>&x;</Message>",
                        "xml-doctype error"),
                text("a billion laughs", "<!DOCTYPE Message [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                        + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><Message>&c;</Message>", "xml-doctype error"),
                text("XML nested without end", "<Message>" + "<x>".repeat(20_000), "xml-too-deep error"),
                bytes("a ZIP that is no workbook", zip(Map.of("readme.txt", new byte[10])), "file-not-tabular error"),
                bytes("a ZIP bomb", bomb(), "file-inflates-too-much error"),
                text("a cell beyond the limit", reviews + "1003,01/02/2010,03/04/2019," + "x".repeat(40_000) + "\n",
                        "cell-too-long error"),
                text("too many columns", header + ",x".repeat(1_100) + "\n", "too-many-columns error"),
                bytes("windows-1252", Returns.prevPerm("Ynys Môn").getBytes(WINDOWS), "encoding-guessed notice"),
                bytes("a broken character after a byte order mark",
                        concat(BOM, Returns.prevPerm("Ynys Môn").getBytes(WINDOWS)), "encoding-broken error"));
    }

    static Stream<Arguments> soundFiles() {
        String text = Returns.prevPerm("Ynys Môn");
        return Stream.of(
                bytes("UTF-8", text.getBytes(UTF_8)),
                bytes("UTF-8 with a byte order mark", concat(BOM, text.getBytes(UTF_8))),
                bytes("UTF-16 with a byte order mark, little end first", ("\uFEFF" + text).getBytes(UTF_16LE)),
                bytes("UTF-16 with a byte order mark, big end first", ("\uFEFF" + text).getBytes(UTF_16BE)),
                bytes("UTF-16 without a byte order mark, little end first", text.getBytes(UTF_16LE)),
                bytes("UTF-16 without a byte order mark, big end first", text.getBytes(UTF_16BE)),
                bytes("a workbook with the wrong name", workbook(text)),
                bytes("semicolons", text.replace(',', ';').getBytes(UTF_8)),
                bytes("tabs", text.replace(',', '\t').getBytes(UTF_8)),
                bytes("lines that end as on Windows", text.replace("\n", "\r\n").getBytes(UTF_8)),
                bytes("no end to the last line", text.strip().getBytes(UTF_8)),
                bytes("blank lines at the end", (text + "\n\n").getBytes(UTF_8)));
    }

    private static Arguments text(String what, String text, String... issues) {
        return bytes(what, text.getBytes(UTF_8), issues);
    }

    private static Arguments bytes(String what, byte[] bytes, String... issues) {
        return arguments(what, bytes, List.of(issues));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void isToldForWhatItIs(String what, byte[] bytes, List<String> issues) throws IOException {
        write("returns-BAD/2020/r.csv", bytes);
        Ended ended = WeirProgram.shipped().run("check", temporary.resolve("returns-BAD"), "--csv");
        assertThat(issuesOf(ended)).as(what).isEqualTo(issues);
        boolean hasErrors = issues.stream().anyMatch(issue -> issue.endsWith(" error"));
        assertThat(ended.err()).isEmpty();
        assertThat(ended.exit()).isEqualTo(hasErrors ? 1 : 0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void doesNotStopTheOthersFromBeingCleaned(String what, byte[] bytes, List<String> issues) throws IOException {
        write("returns-BAD/2020/r.csv", bytes);
        write("returns-BAD/2021/sound.csv", Returns.REVIEWS.getBytes(UTF_8));
        Ended ended = WeirProgram.shipped().run("clean", temporary.resolve("returns-BAD"), temporary.resolve("out"));
        assertThat(ended.exit()).as(what).isEqualTo(issues.stream().anyMatch(i -> i.endsWith(" error")) ? 1 : 0);
        assertThat(ended.err()).doesNotContain("Exception", "\tat ");
        Map<String, Path> written = Folders.files(temporary.resolve("out"));
        assertThat(written).containsKeys("cleaned/BAD_2021_reviews.csv", "outputs/PAN/PAN_ssda903_reviews.parquet");
        assertThat(written.keySet()).noneMatch(name -> name.contains("partial") || name.contains(".work"));
        boolean isRefused = issues.stream().noneMatch(issue -> issue.endsWith(" warning") || issue.endsWith(" notice")
                || issue.startsWith("row-") || issue.equals("encoding-broken error"));
        assertThat(written.keySet().stream().anyMatch(name -> name.contains("_2020_"))).isEqualTo(!isRefused);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("soundFiles")
    void readsEveryUsualWayOfWriting(String what, byte[] bytes, List<String> none) throws IOException {
        write("returns-BAD/2020/r.csv", bytes);
        Ended ended = WeirProgram.shipped()
                .run("clean", temporary.resolve("returns-BAD"), temporary.resolve("out"), "--no-parquet");
        assertThat(ended.exit()).as(what).isZero();
        assertThat(temporary.resolve("out/cleaned/BAD_2020_prev_perm.csv"))
                .content(UTF_8).contains(",Ynys Môn,");
    }

    @Test
    @Timeout(20)
    void endsQuicklyOnALineOfTwoGigabytes() throws IOException {
        Path file = temporary.resolve("2020/r.csv");
        write("2020/r.csv", (Returns.REVIEWS + "1003,").getBytes(UTF_8));
        try (RandomAccessFile hole = new RandomAccessFile(file.toFile(), "rw")) {
            hole.setLength(2L << 30);
        }
        Ended ended = WeirProgram.shipped().run("check", file, "--csv");
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(issuesOf(ended)).containsExactly("file-not-tabular error");
    }

    @Test
    @Timeout(20)
    void readsNoMoreOfALineThatNeverEndsThanItMay() throws IOException {
        EndlessLine content = new EndlessLine();
        List<String> codes = new ArrayList<>();
        try (Workers workers = new Workers(2)) {
            Datasets datasets = Datasets.in(WeirProgram.root().resolve("datasets"));
            ReturnRun run = new ReturnRun(
                    datasets,
                    LocalDate.of(2026, 11, 22),
                    Recogniser.Retention.WARNED,
                    Limits.usual(),
                    workers,
                    codesTo(codes),
                    _ -> {});
            FileOutcome outcome = run.run(content, Stated.NOTHING, _ -> RowTarget.none());
            assertThat(outcome.refused()).isTrue();
        }
        assertThat(codes).containsExactly("record-too-long");
        assertThat(content.given).isLessThan(32L << 20);
    }

    private static ReportSink codesTo(List<String> codes) {
        return new ReportSink() {
            @Override
            public void begin(String file) {}

            @Override
            public void accept(Issue issue) {
                codes.add(issue.code().value());
            }

            @Override
            public void end(FileOutcome outcome) {}

            @Override
            public void amend(String file, List<Issue> issues) {}

            @Override
            public void close() {}
        };
    }

    /// A header, then one line of two gigabytes.
    private static final class EndlessLine implements Content {

        private static final long SIZE = 2L << 30;
        private final byte[] header = (Returns.REVIEWS_HEADER + "\n").getBytes(StandardCharsets.US_ASCII);
        private long given;

        @Override
        public String name() {
            return "2020/r.csv";
        }

        @Override
        public long size() {
            return SIZE;
        }

        @Override
        public Optional<Path> path() {
            return Optional.empty();
        }

        @Override
        public InputStream open() {
            return new InputStream() {
                private long at;

                @Override
                public int read() {
                    byte[] one = new byte[1];
                    return read(one, 0, 1) < 0 ? -1 : one[0];
                }

                @Override
                public int read(byte[] into, int from, int count) {
                    if (at == SIZE) {
                        return -1;
                    }
                    int all = (int) Math.min(count, SIZE - at);
                    Arrays.fill(into, from, from + all, (byte) 'x');
                    for (int i = 0; i < all && at + i < header.length; i++) {
                        into[from + i] = header[(int) at + i];
                    }
                    at += all;
                    given += all;
                    return all;
                }
            };
        }
    }

    /// The code and severity of each line of a CSV report.
    private static List<String> issuesOf(Ended ended) {
        return ended.out().lines().skip(1).map(line -> line.split(",", -1)).map(cells -> cells[5] + " " + cells[6])
                .toList();
    }

    private void write(String name, byte[] bytes) throws IOException {
        Path file = temporary.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.write(file, bytes);
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static byte[] picture() {
        return concat(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13}, noise());
    }

    private static byte[] noise() {
        byte[] noise = new byte[50_000];
        new Random(7).nextBytes(noise);
        noise[0] = 1;
        return noise;
    }

    /// A workbook with the cells of a CSV text that has no quotation marks.
    private static byte[] workbook(String csv) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> lines = csv.lines().toList();
        List<TableWriter.Column> columns = Arrays.stream(lines.getFirst().split(",", -1))
                .map(name -> new TableWriter.Column(name, TableWriter.Kind.TEXT))
                .toList();
        try (XlsxWriter writer = new XlsxWriter(out, "Sheet1", columns)) {
            for (String line : lines.subList(1, lines.size())) {
                Value[] values = Arrays.stream(line.split(",", -1)).map(Value::text).toArray(Value[]::new);
                writer.write(new Row(2, values));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, UTF_8)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// What looks like a workbook, with a sheet that inflates to a thousand times its size.
    private static byte[] bomb() {
        return zip(Map.of(
                "[Content_Types].xml", "<Types/>".getBytes(UTF_8),
                "xl/workbook.xml", "<workbook/>".getBytes(UTF_8),
                "xl/worksheets/sheet1.xml", new byte[100 << 20]));
    }
}
