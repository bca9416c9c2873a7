package weir.app.clean;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import weir.app.Folders;
import weir.app.WeirProgram;
import weir.app.WeirProgram.Ended;
import weir.engine.generate.Request;
import weir.engine.generate.Ssda903Generator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/// Made-up returns, cleaned by the program; read back with tools that are not its own.
final class CleanedReturns {

    private static final Pattern ACCOUNT = Pattern.compile(
            "\"what\"\\s*:\\s*\"([^\"]+)\",\\s*\"in\"\\s*:\\s*(\\d+),\\s*\"kept\"\\s*:\\s*(\\d+),"
                    + "\\s*\"refused\"\\s*:\\s*(\\d+),\\s*\"merged\"\\s*:\\s*(\\d+)");

    private final Path folder;
    private final Ended ended;

    private CleanedReturns(Path folder, Ended ended) {
        this.folder = folder;
        this.ended = ended;
    }

    /// @param folder gets `returns-BAD`, `planted.csv` and `out`
    static CleanedReturns of(Path folder, Request request, String... options) throws IOException {
        Path returns = folder.resolve("returns-BAD");
        new Ssda903Generator(request).write(returns);
        if (Files.exists(returns.resolve("planted.csv"))) {
            Files.move(returns.resolve("planted.csv"), folder.resolve("planted.csv"));
        }
        Object[] words = Stream.concat(
                        Stream.of("clean", returns, folder.resolve("out"), "--no-parquet", "--no-rules"), Stream.of(options))
                .toArray();
        return new CleanedReturns(folder, WeirProgram.shipped().run(words));
    }

    Ended ended() {
        return ended;
    }

    Map<String, Path> input() throws IOException {
        return Folders.files(folder.resolve("returns-BAD"));
    }

    Map<String, Path> written() throws IOException {
        return Folders.files(folder.resolve("out"));
    }

    List<NamedCsvRecord> planted() {
        return read(folder.resolve("planted.csv"));
    }

    List<NamedCsvRecord> issues() {
        return read(folder.resolve("out/issues.csv"));
    }

    /// The rows of a file below `out`.
    List<NamedCsvRecord> rows(String name) {
        return read(folder.resolve("out").resolve(name));
    }

    static List<NamedCsvRecord> read(Path csv) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv, UTF_8)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Rows of a file below `out`, counted by its lines.
    long count(String name) throws IOException {
        return lines(folder.resolve("out").resolve(name));
    }

    /// Lines behind the header; made-up returns have no line ends within cells.
    static long lines(Path csv) throws IOException {
        try (Stream<String> lines = Files.lines(csv, UTF_8)) {
            return lines.count() - 1;
        }
    }

    /// The account of rows on their way to one place, as the manifest has it.
    record Account(String what, long in, long kept, long refused, long merged) {}

    List<Account> accounts() throws IOException {
        String manifest = Files.readString(folder.resolve("out/manifest.json"), UTF_8);
        Matcher matcher = ACCOUNT.matcher(manifest);
        List<Account> accounts = new ArrayList<>();
        while (matcher.find()) {
            accounts.add(new Account(
                    matcher.group(1),
                    Long.parseLong(matcher.group(2)),
                    Long.parseLong(matcher.group(3)),
                    Long.parseLong(matcher.group(4)),
                    Long.parseLong(matcher.group(5))));
        }
        assertThat(accounts).isNotEmpty();
        return accounts;
    }
}
