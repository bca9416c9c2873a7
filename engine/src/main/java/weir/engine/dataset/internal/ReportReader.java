package weir.engine.dataset.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import weir.engine.dataset.DatasetId;
import weir.engine.dataset.FaultySpecification;
import weir.engine.dataset.Problem;
import weir.engine.dataset.Report;
import weir.engine.dataset.Report.Needed;
import weir.engine.dataset.TableName;
import weir.engine.dataset.UseCaseName;

/// Reads the SQL files of a dataset's folder `reports`. Each begins with comments of the form `-- key: words`: `title`,
/// `use-case`, `needs`, `may`, `outputs`, `files-by` and `rule`; a comment line without a key goes on with the one before.
public final class ReportReader {

    private static final List<String> KEYS = List.of("title", "use-case", "needs", "may", "outputs", "files-by", "rule");

    private final Path file;
    private final List<Problem> problems;

    private ReportReader(Path file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /// The reports of a dataset, in the order of their names.
    /// @param folder the dataset's
    /// @throws FaultySpecification with every problem of every file
    public static List<Report> read(Path folder) {
        Path reports = folder.resolve("reports");
        if (!Files.isDirectory(reports)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(reports, "*.sql")) {
            found.forEach(files::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.sort(null);
        List<Problem> problems = new ArrayList<>();
        List<Report> read = new ArrayList<>();
        for (Path file : files) {
            read.add(new ReportReader(file, problems).read());
        }
        if (!problems.isEmpty()) {
            throw new FaultySpecification(problems);
        }
        return read;
    }

    private Report read() {
        String sql = text();
        Map<String, String> head = head(sql);
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.sql$", "");
        return new Report(
                name,
                wanted(head, "title"),
                wanted(head, "rule"),
                useCase(wanted(head, "use-case")),
                tables(wanted(head, "needs")),
                tables(head.getOrDefault("may", "")),
                words(head.getOrDefault("outputs", name)),
                Optional.ofNullable(head.get("files-by")),
                sql);
    }

    private String text() {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> head(String sql) {
        Map<String, String> head = new HashMap<>();
        String key = "";
        for (String line : sql.lines().takeWhile(one -> one.startsWith("--")).toList()) {
            String words = line.substring(2).strip();
            int colon = words.indexOf(':');
            String start = colon < 0 ? "" : words.substring(0, colon);
            if (KEYS.contains(start)) {
                key = start;
                head.put(key, words.substring(colon + 1).strip());
            } else if (!key.isEmpty()) {
                head.merge(key, words, (a, b) -> a + " " + b);
            }
        }
        return head;
    }

    private String wanted(Map<String, String> head, String key) {
        String words = head.getOrDefault(key, "");
        if (words.isEmpty()) {
            fault("The report must begin with a comment '-- " + key + ": ...': add it.");
        }
        return words;
    }

    private UseCaseName useCase(String name) {
        try {
            return new UseCaseName(name);
        } catch (IllegalArgumentException e) {
            fault("'use-case' names no use case: " + e.getMessage());
            return new UseCaseName("NONE");
        }
    }

    private List<Needed> tables(String names) {
        List<Needed> tables = new ArrayList<>();
        for (String name : words(names)) {
            int dot = name.lastIndexOf('.');
            try {
                tables.add(new Needed(new DatasetId(name.substring(0, Math.max(0, dot))), new TableName(name.substring(dot + 1))));
            } catch (IllegalArgumentException e) {
                fault("'" + name + "' must be a dataset and a table with a dot between: " + e.getMessage());
            }
        }
        return tables;
    }

    private static List<String> words(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).filter(word -> !word.isEmpty()).toList();
    }

    private void fault(String sentence) {
        Path folder = file.getParent();
        String dataset = folder == null || folder.getParent() == null ? "" : String.valueOf(folder.getParent().getFileName());
        problems.add(new Problem(dataset + "/reports/" + file.getFileName(), 1, sentence));
    }
}
