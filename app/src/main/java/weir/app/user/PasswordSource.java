package weir.app.user;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import weir.app.terminal.Terminal;
import weir.app.terminal.WrongUse;
import weir.platform.secret.Secret;

/// Where a password comes from: a file, the keyboard without echo, or standard input. Never the command line, which
/// other users of the machine can see.
final class PasswordSource {

    private static final int LONGEST = 4_096;

    private final Terminal terminal;
    private final InputStream input;

    PasswordSource(Terminal terminal, InputStream input) {
        this.terminal = terminal;
        this.input = input;
    }

    /// @param file empty to ask
    /// @throws WrongUse when there is none, or the two that were typed differ
    Secret read(Optional<Path> file) throws IOException {
        if (file.isPresent()) {
            return secret(Files.readAllBytes(file.get()));
        }
        return terminal.isWatched() ? typed() : secret(input.readNBytes(LONGEST));
    }

    @SuppressWarnings("SystemConsoleNull") // Its type still says that it may be null.
    private Secret typed() {
        Console console = System.console();
        if (console == null) {
            throw new WrongUse("There is no keyboard to ask: give the password with --password-file or on standard input.");
        }
        char[] first = console.readPassword("Password: ");
        char[] second = console.readPassword("The same again: ");
        if (first == null || second == null || !Arrays.equals(first, second)) {
            throw new WrongUse("The two passwords differ. Nothing was changed: try again.");
        }
        return of(new String(first));
    }

    private static Secret secret(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return of(text.replaceAll("[\\r\\n]+$", ""));
    }

    private static Secret of(String text) {
        if (text.isBlank()) {
            throw new WrongUse("A password is needed: type it, or give it with --password-file or on standard input.");
        }
        return Secret.of(text);
    }
}
