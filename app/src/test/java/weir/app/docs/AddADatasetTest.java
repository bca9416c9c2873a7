package weir.app.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.app.Folders;
import weir.app.WeirProgram;
import weir.app.WeirProgram.Ended;

import static org.assertj.core.api.Assertions.assertThat;

/// Follows docs/how-to/add-a-dataset.md to the letter: writes the files it shows, types its commands, gets what it says.
final class AddADatasetTest {

    /// A file's name in a line that ends in a colon, and the block that follows.
    private static final Pattern FILE =
            Pattern.compile("(?ms)^[^\\n`]*(?:`[^`\\n]*`[^\\n`]*)*?`([^`\\n]+\\.(?:yaml|csv))`[^\\n]*:\\n\\n```(?:yaml|csv)\\n(.*?)^```$");

    @TempDir
    private Path temporary;

    @Test
    void whoFollowsThePageHasADataset() throws IOException {
        Path datasets = temporary.resolve("my-datasets");
        Folders.copy(WeirProgram.root().resolve("datasets"), datasets);
        Map<String, String> files = files(Repository.read(Path.of("docs/how-to/add-a-dataset.md")));
        assertThat(files.keySet()).containsExactly(
                "youth_clubs/dataset.yaml",
                "youth_clubs/tables/members.yaml",
                "youth_clubs/tables/visits.yaml",
                "youth_clubs/codes.yaml",
                "youth_clubs/use-cases/PLANNING.yaml",
                "organisations.yaml",
                "returns-BAR/2024/members.csv",
                "weir-data/out/outputs/PLANNING/PLANNING_youth_clubs_members.csv");
        for (String name : files.keySet().stream().limit(5).toList()) {
            write(datasets.resolve(name), files.getOrDefault(name, ""));
        }
        Path organisations = datasets.resolve("organisations.yaml");
        write(organisations, Files.readString(organisations).replace("signed:\n", "signed:\n" + files.get("organisations.yaml")));
        write(temporary.resolve("returns-BAR/2024/members.csv"), files.getOrDefault("returns-BAR/2024/members.csv", ""));

        WeirProgram weir = WeirProgram.withDatasets(datasets);
        assertThat(weir.run("schema", "show", "youth_clubs", "members").out()).contains("MEMBER", "Membership number");
        assertThat(weir.run("audit", "youth_clubs").out()).contains("PLANNING", "POSTCODE");
        Ended checked = weir.run("check", temporary.resolve("returns-BAR"));
        assertThat(checked.exit()).isEqualTo(1);
        assertThat(checked.out()).contains("BORN", "CLUB", "2 errors");
        Ended cleaned = weir.run("clean", temporary.resolve("returns-BAR"), temporary.resolve("out"));
        assertThat(cleaned.exit()).as(cleaned.toString()).isEqualTo(1);
        assertThat(temporary.resolve("out/outputs/PLANNING/PLANNING_youth_clubs_members.csv"))
                .content(StandardCharsets.UTF_8)
                .isEqualToNormalizingNewlines(files.getOrDefault("weir-data/out/outputs/PLANNING/PLANNING_youth_clubs_members.csv", ""));
    }

    private static Map<String, String> files(String page) {
        Map<String, String> files = new LinkedHashMap<>();
        List<MatchResult> found = FILE.matcher(page).results().toList();
        found.forEach(file -> files.put(file.group(1), file.group(2)));
        return files;
    }

    private static void write(Path file, String content) throws IOException {
        Path folder = file.getParent();
        Files.createDirectories(folder == null ? file : folder);
        Files.writeString(file, content, StandardCharsets.UTF_8);
    }
}
