package weir.stream.privacy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Reads the lists that NIAS publishes: a folder with `extreme.xpath`, `high.xpath`, `medium.xpath` and `low.xpath`. A line is
/// `//A/B/@c`, or `//A/B:text` where another text than `ZZREDACTED` is to stand; `#` begins a comment. The text is all that
/// follows the first colon, so a time keeps its own.
public final class PublishedLists {

    private static final String REDACTED = "ZZREDACTED";

    private PublishedLists() {}

    /// @throws FaultySensitivities when a file has a line of another form
    public static Sensitivities read(Path folder) throws IOException {
        List<String> faults = new ArrayList<>();
        Map<Rating, List<SensitivityRule>> lists = new EnumMap<>(Rating.class);
        for (Rating rating : Rating.values()) {
            lists.put(rating, rules(folder.resolve(rating.word() + ".xpath"), faults));
        }
        if (!faults.isEmpty()) {
            throw new FaultySensitivities(faults);
        }
        return new Sensitivities("published", "", lists);
    }

    private static List<SensitivityRule> rules(Path file, List<String> faults) throws IOException {
        List<SensitivityRule> rules = new ArrayList<>();
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int colon = line.indexOf(':');
            String path = colon < 0 ? line : line.substring(0, colon);
            if (!path.startsWith("//") || !SensitivityRule.isPath(path.substring(2))) {
                faults.add(file + ":" + (i + 1) + ": A line must be '//', names of elements divided by '/', and a text after a "
                        + "colon where it is another than " + REDACTED + ".");
            } else {
                rules.add(new SensitivityRule(path.substring(2), colon < 0 ? REDACTED : line.substring(colon + 1)));
            }
        }
        return rules;
    }
}
