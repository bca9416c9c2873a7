package weir.app.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/// Every command that a page tells the reader to type is one the program understands.
final class DocumentedCommandsTest {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```[a-z]*\\n(.*?)^```$");
    private static final Pattern COMMAND = Pattern.compile("^(?:\\$ )?(?:[A-Z_]+=\\S+ )*(?:\\S*/)?weir (.*)$");
    private static final Pattern END = Pattern.compile("\\s(?:[|>&;#]|2>).*");

    @Test
    void everyCommandInAPageIsUnderstood() {
        List<String> wrong = new ArrayList<>();
        for (Path page : Repository.pages()) {
            for (String command : commands(Repository.read(page))) {
                String problem = problem(command);
                if (!problem.isEmpty()) {
                    wrong.add(page + ": weir " + command + ": " + problem);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void findsTheCommandsOfAPage() {
        assertThat(commands(Repository.read(Path.of("README.md")))).hasSizeGreaterThan(5).contains("demo");
        assertThat(problem("check --no-such-option x.csv")).isNotEmpty();
        assertThat(problem("nosuch")).isNotEmpty();
    }

    private static List<String> commands(String page) {
        List<String> commands = new ArrayList<>();
        BLOCK.matcher(page).results()
                .filter(block -> !block.group().startsWith("```text"))
                .flatMap(block -> block.group(1).replace("\\\n", " ").lines())
                .map(COMMAND::matcher)
                .filter(Matcher::matches)
                .forEach(command -> commands.add(END.matcher(command.group(1)).replaceFirst("").strip()));
        return commands;
    }

    /// What the program says is wrong with the words of a command; empty when it understands them.
    private static String problem(String command) {
        try {
            Program.shipped().commands().parseArgs(command.replace("\"", "").split("\\s+"));
            return "";
        } catch (CommandLine.ParameterException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
