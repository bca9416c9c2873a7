package weir.app.docs;

import java.util.HashSet;
import java.util.Set;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/// Writes the page of all commands from what each says of itself.
final class CommandReference {

    private final CommandLine weir;
    private final StringBuilder page = new StringBuilder();
    private final Set<CommandSpec> written = new HashSet<>();

    CommandReference(CommandLine weir) {
        this.weir = weir;
    }

    String page() {
        page.append("""
                # Commands

                <!-- Made from the commands themselves. Change them, then run
                     mvn -pl app -am test -Dtest=ReferenceTest -Dsurefire.failIfNoSpecifiedTests=false -Dweir.update=true -->

                This is what `weir COMMAND --help` prints. Data goes to standard output, talk to standard error.

                | exit code | meaning |
                |---|---|
                | 0 | fine |
                | 1 | the data has issues of severity error |
                | 2 | the command was used wrongly |
                | 3 | something outside failed: a disk, a folder, a file that cannot be read |

                | variable | meaning |
                |---|---|
                | `WEIR_JAVA_HOME` | the JDK to run with, before `JAVA_HOME` and the path |
                | `WEIR_DATASETS` | the folder of datasets, instead of the one that comes with the program |
                | `WEIR_HEAP` | how much memory the program may use, as in `1g`; 256m when it is not set |
                | `WEIR_DEBUG` | when set, failures print where in the program they arose |
                | `COLUMNS` | how wide reports on the terminal are, 40 to 200; 80 when it is not set |

                """);
        write(weir);
        return page.toString().stripTrailing() + "\n";
    }

    private void write(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        if (spec.usageMessage().hidden() || !written.add(spec)) {
            return;
        }
        page.append("## ").append(spec.qualifiedName()).append("\n\n```text\n");
        command.getUsageMessage(Ansi.OFF).lines().map(String::stripTrailing).forEach(line -> page.append(line).append('\n'));
        page.append("```\n\n");
        command.getSubcommands().values().forEach(this::write);
    }
}
