package weir.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/// `weir` itself: says what there is.
@Command(
        name = "weir",
        description = "Takes in statutory data, checks it, protects the people in it and accounts for every record.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = picocli.CommandLine.ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = HelpCommand.class,
        footer = {"", "Start with: weir demo, or weir check FILE"})
final class WeirCommand {}
