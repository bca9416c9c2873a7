package weir.app.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What holds for every page: its links lead somewhere, and it knows nothing of the machine it was written on.
final class PagesTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern MACHINE_PATH =
            Pattern.compile("(?<![\\w.])/(?:home|root|tmp|work|usr|opt|var|mnt|Users)/\\w|[A-Z]:\\\\\\w");
    private static final Pattern NAMED_TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

    @Test
    void everyLinkLeadsSomewhere() {
        List<String> dead = new ArrayList<>();
        for (Path page : Repository.pages()) {
            LINK.matcher(Repository.read(page)).results()
                    .map(link -> link.group(1))
                    .filter(link -> !link.contains("://") && !link.startsWith("mailto:"))
                    .filter(link -> !leadsSomewhere(page, link))
                    .forEach(link -> dead.add(page + ": " + link));
        }
        assertThat(dead).isEmpty();
    }

    private static boolean leadsSomewhere(Path page, String link) {
        int hash = link.indexOf('#');
        String file = hash < 0 ? link : link.substring(0, hash);
        Path target = file.isEmpty()
                ? page
                : Objects.requireNonNullElse(page.getParent(), Path.of("")).resolve(file).normalize();
        return Files.exists(Repository.root().resolve(target))
                && (hash < 0 || hasHeading(target, link.substring(hash + 1)));
    }

    private static boolean hasHeading(Path page, String anchor) {
        return HEADING.matcher(Repository.read(page)).results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
                .anyMatch(anchor::equals);
    }

    @Test
    void noPageNamesAPathOfAMachine() {
        List<String> named = new ArrayList<>();
        for (Path page : Repository.pages()) {
            MACHINE_PATH.matcher(Repository.read(page)).results()
                    .map(MatchResult::group)
                    .forEach(path -> named.add(page + ": " + path));
        }
        assertThat(named).isEmpty();
    }

    @Test
    void everyTestThatAPageNamesExists() throws Exception {
        List<Path> tests;
        try (Stream<Path> walk = Files.walk(Repository.root())) {
            tests = walk.filter(path -> path.toString().endsWith("Test.java")).toList();
        }
        List<String> missing = new ArrayList<>();
        for (Path page : Repository.pages()) {
            NAMED_TEST.matcher(Repository.read(page)).results()
                    .filter(test -> !hasTest(tests, test.group(1), test.group(2)))
                    .forEach(test -> missing.add(page + ": " + test.group(1) + "." + test.group(2)));
        }
        assertThat(missing).isEmpty();
    }

    private static boolean hasTest(List<Path> tests, String type, String method) {
        return tests.stream()
                .filter(path -> path.endsWith(type + ".java"))
                .anyMatch(path -> Repository.read(path).contains("void " + method + "("));
    }
}
