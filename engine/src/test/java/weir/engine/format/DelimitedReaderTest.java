package weir.engine.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weir.engine.issue.Issue;
import weir.engine.issue.IssueCode;
import weir.engine.record.Cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// How delimited text is read, whatever its encoding, delimiter and line ends.
final class DelimitedReaderTest {

    private static final Limits SMALL = new Limits(1L << 40, 1 << 20, 100, 1_000_000, 50, 100, 1 << 18);

    @SuppressWarnings("ArrayRecordComponent") // Made for one test and read once.
    private record Bytes(byte[] bytes) implements Content {
        @Override
        public String name() {
            return "test.csv";
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public Optional<Path> path() {
            return Optional.empty();
        }
    }

    private final List<Issue> issues = new ArrayList<>();

    private List<List<String>> read(byte[] bytes) throws IOException, FileRefused {
        return read(new Bytes(bytes));
    }

    /// The header and the rows; each row must have the number its place gives it.
    private List<List<String>> read(Content content) throws IOException, FileRefused {
        List<List<String>> rows = new ArrayList<>();
        try (DelimitedReader reader =
                DelimitedReader.open(content, DelimitedReader.Stated.NOTHING, SMALL, issues::add)) {
            assertThat(reader.nextTable()).isTrue();
            rows.add(reader.header());
            for (Optional<RowBlock> block = reader.nextBlock(); block.isPresent(); block = reader.nextBlock()) {
                assertThat(block.get().firstRow()).isEqualTo(rows.size() + 1);
                for (Cells cells : block.get().rows()) {
                    rows.add(texts(cells));
                }
            }
            assertThat(reader.nextTable()).isFalse();
        }
        return rows;
    }

    private static List<String> texts(Cells cells) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            texts.add(cells.text(i));
        }
        return texts;
    }

    private List<List<String>> read(String text) throws IOException, FileRefused {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void readsEveryKindOfLineEnd(String end) throws IOException, FileRefused {
        assertThat(read("A,B" + end + "1,2" + end + end + "3,4"))
                .containsExactly(List.of("A", "B"), List.of("1", "2"), List.of(""), List.of("3", "4"));
    }

    @ParameterizedTest
    @CsvSource({"';'", "'\t'", "'|'", "','"})
    void findsTheDelimiterInTheFirstRow(String delimiter) throws IOException, FileRefused {
        assertThat(read("A" + delimiter + "B" + delimiter + "C\n1" + delimiter + "2" + delimiter + "3\n"))
                .containsExactly(List.of("A", "B", "C"), List.of("1", "2", "3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void readsUtf16WithAndWithoutAMark(String charset) throws IOException, FileRefused {
        String text = "CHILD,NAME\n1,Zoë\n";
        byte[] plain = text.getBytes(Charset.forName(charset));
        byte[] marked = ("\uFEFF" + text).getBytes(Charset.forName(charset));
        assertThat(read(plain)).containsExactly(List.of("CHILD", "NAME"), List.of("1", "Zoë"));
        assertThat(read(marked)).containsExactly(List.of("CHILD", "NAME"), List.of("1", "Zoë"));
        assertThat(issues).isEmpty();
    }

    @Test
    void readsUtf8WithAndWithoutAMark() throws IOException, FileRefused {
        assertThat(read("\uFEFFA,B\n1,Zoë\n")).containsExactly(List.of("A", "B"), List.of("1", "Zoë"));
        assertThat(read("A,B\n1,Zoë\n")).containsExactly(List.of("A", "B"), List.of("1", "Zoë"));
        assertThat(issues).isEmpty();
    }

    @Test
    void takesWhatIsNotUtf8ForWindows1252AndSaysSo() throws IOException, FileRefused {
        byte[] bytes = "A,B\n1,Zoë\n2,€5\n".getBytes(Charset.forName("windows-1252"));
        assertThat(read(bytes)).containsExactly(List.of("A", "B"), List.of("1", "Zoë"), List.of("2", "€5"));
        assertThat(issues).extracting(Issue::code).containsExactly(IssueCode.ENCODING_GUESSED);
    }

    @Test
    void decidesTheEncodingByTheFirstByteAbove127WhereverItStands() throws IOException, FileRefused {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write("A,B\n".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 100_000; i++) {
            out.write("1,plain\n".getBytes(StandardCharsets.UTF_8));
        }
        out.write("2,Zo\u00EB\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(read(out.toByteArray()).getLast()).containsExactly("2", "Zoë");
    }

    @Test
    void keepsQuotedDelimitersQuotesAndLines() throws IOException, FileRefused {
        assertThat(read("A,B\n\"1,5\",\"say \"\"no\"\"\"\n\"two\nlines\",x\n3,5\" pipe\n"))
                .containsExactly(
                        List.of("A", "B"),
                        List.of("1,5", "say \"no\""),
                        List.of("two\nlines", "x"),
                        List.of("3", "5\" pipe"));
    }

    @Test
    void refusesAnUnclosedQuoteAndSaysWhereItOpens() {
        assertThatThrownBy(() -> read("A,B\n1,2\n3,\"4\n5,6\n7,8\n"))
                .isInstanceOfSatisfying(FileRefused.class, refused -> {
                    assertThat(refused.code()).isEqualTo(IssueCode.QUOTE_UNCLOSED);
                    assertThat(refused.row()).isEqualTo(3);
                });
    }

    @Test
    void refusesTextBehindAClosingQuoteAndSaysWhere() {
        assertThatThrownBy(() -> read("A,B\n1,2\n\"3\"x,4\n"))
                .isInstanceOfSatisfying(FileRefused.class, refused -> {
                    assertThat(refused.code()).isEqualTo(IssueCode.QUOTE_MISPLACED);
                    assertThat(refused.row()).isEqualTo(3);
                });
    }

    @Test
    void refusesALineThatNeverEndsInConstantMemory() {
        Content endless = new Content() {
            @Override
            public String name() {
                return "endless.csv";
            }

            @Override
            public long size() {
                return 2L << 30;
            }

            @Override
            public InputStream open() {
                return new InputStream() {
                    private long given;

                    @Override
                    public int read() {
                        given++;
                        return given < 5 ? "A,B\n".charAt((int) given - 1) : 'x';
                    }

                    @Override
                    public int read(byte[] bytes, int offset, int length) {
                        for (int i = 0; i < length; i++) {
                            bytes[offset + i] = (byte) read();
                        }
                        return length;
                    }
                };
            }

            @Override
            public Optional<Path> path() {
                return Optional.empty();
            }
        };
        assertThatThrownBy(() -> read(endless))
                .isInstanceOfSatisfying(FileRefused.class, refused -> {
                    assertThat(refused.code()).isEqualTo(IssueCode.RECORD_TOO_LONG);
                    assertThat(refused.row()).isEqualTo(2);
                });
    }

    @Test
    void refusesACellThatIsTooLongATableThatIsTooWideAndBytesThatAreNoText() {
        assertThatThrownBy(() -> read("A,B\n1," + "x".repeat(101) + "\n"))
                .isInstanceOfSatisfying(
                        FileRefused.class, refused -> assertThat(refused.code()).isEqualTo(IssueCode.CELL_TOO_LONG));
        assertThatThrownBy(() -> read("A,".repeat(51) + "\n"))
                .isInstanceOfSatisfying(
                        FileRefused.class, refused -> assertThat(refused.code()).isEqualTo(IssueCode.TOO_MANY_COLUMNS));
        assertThatThrownBy(() -> read(new byte[] {'A', ',', 'B', '\n', 0, 1, 2}))
                .isInstanceOfSatisfying(
                        FileRefused.class, refused -> assertThat(refused.code()).isEqualTo(IssueCode.FILE_NOT_TABULAR));
    }

    /// The oracle is the same parser over the whole text at once: cutting it into blocks must change nothing.
    @Test
    void cutsTextsIntoBlocksWithoutChangingThem() throws IOException, FileRefused {
        for (int seed = 0; seed < 30; seed++) {
            String text = "A,B,C\n" + madeUp(new Random(seed));
            List<List<String>> expected = new ArrayList<>();
            try (CsvReader<CsvRecord> whole = CsvReader.builder()
                    .skipEmptyLines(false)
                    .extraFieldStrategy(de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(text)) {
                whole.forEach(record -> expected.add(record.getFields()));
            }
            assertThat(read(text)).as("seed " + seed).isEqualTo(expected);
        }
    }

    private static String madeUp(Random random) {
        String[] cells = {"1", "", "x y", "\"\"", "\"a,b\"", "\"l1\nl2\"", "\"l1\r\nl2\"", "\"q\"\"q\"", "5\" pipe", "é", "\"\"\"\""};
        String[] ends = {"\n", "\r\n", "\r"};
        StringBuilder text = new StringBuilder();
        int rows = 20_000 + random.nextInt(20_000);
        for (int i = 0; i < rows; i++) {
            int width = 1 + random.nextInt(4);
            for (int c = 0; c < width; c++) {
                text.append(c == 0 ? "" : ",").append(cells[random.nextInt(cells.length)]);
            }
            text.append(ends[random.nextInt(ends.length)]);
        }
        return text.toString();
    }
}
