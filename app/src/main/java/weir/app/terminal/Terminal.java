package weir.app.terminal;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Where a command prints: data on `out`, talk on `err`.
///
/// @param out       standard output as bytes; a failed write throws, so that a full disk is not taken for success
/// @param err       standard error as text
/// @param isWatched whether a person sees both
/// @param columns   the width of the screen in characters
public record Terminal(OutputStream out, PrintWriter err, boolean isWatched, int columns) {

    private static final int USUAL_COLUMNS = 80;

    /// The terminal or the pipes this program was started with.
    @SuppressWarnings("SystemConsoleNull") // Its type still says that it may be null.
    public static Terminal ofThisProcess() {
        Console console = System.console();
        boolean isWatched = console != null && console.isTerminal();
        return new Terminal(
                new FileOutputStream(FileDescriptor.out),
                new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                isWatched,
                Optional.ofNullable(System.getenv("COLUMNS")).map(Terminal::number).orElse(USUAL_COLUMNS));
    }

    private static int number(String text) {
        try {
            return Math.clamp(Long.parseLong(text), 40, 200);
        } catch (NumberFormatException e) {
            return USUAL_COLUMNS;
        }
    }

    /// Tells the person something that is not data.
    public void say(String sentence) {
        err.println(sentence);
        err.flush();
    }
}
