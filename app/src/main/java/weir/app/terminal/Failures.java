package weir.app.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import weir.engine.dataset.FaultySpecification;
import weir.engine.dataset.MissingDatasets;
import weir.engine.protect.ProtectionFailed;
import weir.platform.access.SignOnMissing;
import weir.platform.access.key.KeyRefused;
import weir.platform.access.user.UserRefused;
import weir.platform.backup.BackupDamaged;
import weir.platform.backup.BackupTooNew;
import weir.platform.backup.NoBackup;
import weir.platform.backup.TargetNotEmpty;
import weir.platform.settings.FaultySettings;

/// Says what went wrong in one sentence with the mend, and ends with the right exit code. No stack trace, unless
/// `WEIR_DEBUG` is set.
public final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private final Terminal terminal;

    public Failures(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (System.getenv("WEIR_DEBUG") != null) {
            failure.printStackTrace(terminal.err());
        }
        return switch (failure) {
            case WrongUse use -> say(message(use), Exit.USAGE);
            case ProtectionFailed failed -> say(message(failed), Exit.USAGE);
            case FaultySpecification faulty -> say(message(faulty), Exit.USAGE);
            case FaultySettings faulty -> say(message(faulty), Exit.USAGE);
            case SignOnMissing missing -> say(message(missing), Exit.USAGE);
            case UserRefused refused -> say(message(refused), Exit.USAGE);
            case KeyRefused refused -> say(message(refused), Exit.USAGE);
            case NoBackup none -> say(message(none), Exit.USAGE);
            case BackupTooNew later -> say(message(later), Exit.USAGE);
            case TargetNotEmpty full -> say(message(full), Exit.USAGE);
            case BackupDamaged damaged -> say(message(damaged), Exit.ISSUES);
            case MissingDatasets missing -> say(message(missing), Exit.OUTSIDE);
            case FileAlreadyExistsException existing -> say(sentence(existing), Exit.USAGE);
            case UncheckedIOException io when io.getCause() != null && isReaderGone(io.getCause()) -> Exit.OUTSIDE;
            case UncheckedIOException io when io.getCause() != null -> say(sentence(io.getCause()), Exit.OUTSIDE);
            case IOException io when isReaderGone(io) -> Exit.OUTSIDE;
            case IOException io -> say(sentence(io), Exit.OUTSIDE);
            case RuntimeException ours when isOurs(ours) -> say(message(ours), Exit.OUTSIDE);
            default -> say(
                    "Weir itself failed (" + failure.getClass().getSimpleName()
                            + "). Nothing was published. Set WEIR_DEBUG=1, run it again and report what it prints.",
                    Exit.OUTSIDE);
        };
    }

    /// Whoever read our output has had enough, as `head` does: there is nobody to tell.
    private static boolean isReaderGone(IOException failure) {
        return "Broken pipe".equals(failure.getMessage());
    }

    /// Our own exceptions are sentences for whoever runs the program.
    private static boolean isOurs(RuntimeException failure) {
        return failure.getClass().getName().startsWith("weir.");
    }

    private static String message(Exception failure) {
        return Optional.ofNullable(failure.getMessage()).orElse(failure.getClass().getSimpleName());
    }

    private int say(String sentence, int exit) {
        terminal.say("weir: " + sentence);
        return exit;
    }

    private static String sentence(IOException failure) {
        String reason = Optional.ofNullable(failure.getMessage()).orElse("");
        if (reason.contains("No space left") || reason.contains("not enough space")) {
            return "The disk is full. Nothing was published: make room and run it again.";
        }
        return switch (failure) {
            case AccessDeniedException denied -> "No permission for " + denied.getFile()
                    + ": choose another folder or have its permissions changed.";
            case NoSuchFileException missing -> "There is no " + missing.getFile() + ": check the name.";
            case FileAlreadyExistsException existing -> "Cannot use " + existing.getFile() + ": "
                    + Optional.ofNullable(existing.getReason()).orElse("it is there already; choose another name") + ".";
            case FileSystemException system -> "Cannot use " + system.getFile() + " ("
                    + Optional.ofNullable(system.getReason()).orElse("unknown reason")
                    + "). Nothing was published: choose another place.";
            default -> reason.isEmpty() ? "Reading or writing failed. Nothing was published." : reason;
        };
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        terminal.say("weir: " + wrong.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(wrong, terminal.err())) {
            terminal.say("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        terminal.err().flush();
        return Exit.USAGE;
    }
}
