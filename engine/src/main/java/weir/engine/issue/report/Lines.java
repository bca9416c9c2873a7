package weir.engine.issue.report;

import java.io.PrintWriter;
import java.util.Locale;

import weir.engine.issue.Severity;

/// Lines of text on a terminal: broken at its width, indented and, where it may be, coloured. Text is made harmless
/// here and nowhere else.
final class Lines {

    /// What a stretch of text means; a terminal with colours shows it.
    enum Tone {
        PLAIN(""),
        STRONG("1"),
        FAINT("2"),
        GOOD("32"),
        ERROR("1;31"),
        WARNING("33"),
        NOTICE("36");

        private final String ansi;

        Tone(String ansi) {
            this.ansi = ansi;
        }

        static Tone of(Severity severity) {
            return switch (severity) {
                case ERROR -> ERROR;
                case WARNING -> WARNING;
                case NOTICE -> NOTICE;
            };
        }
    }

    private static final int NARROW = 60;

    private final PrintWriter out;
    private final Screen screen;
    private final int indent;
    private boolean started;

    Lines(PrintWriter out, Screen screen) {
        this.out = out;
        this.screen = screen;
        this.indent = screen.columns() < NARROW ? 2 : 11;
    }

    void blank() {
        out.print('\n');
    }

    /// A blank line between two blocks; none before the first.
    void gap() {
        if (started) {
            blank();
        }
        started = true;
    }

    void flush() {
        out.flush();
    }

    void heading(String name, String knownAs) {
        out.print(toned(Tone.STRONG, Harmless.onTerminal(name)));
        out.print("  ");
        out.print(toned(Tone.FAINT, Harmless.onTerminal(knownAs)));
        out.print('\n');
    }

    void rule(Severity severity, String title, String code) {
        String word = String.format(Locale.ROOT, "%-7s", severity.word());
        out.print("  " + toned(Tone.of(severity), word) + "  " + toned(Tone.STRONG, title) + " "
                + toned(Tone.FAINT, "[" + code + "]"));
        out.print('\n');
    }

    void write(Tone tone, String text) {
        wrapped(tone, 0, text);
    }

    void inset(String text) {
        wrapped(Tone.PLAIN, indent, text);
    }

    void value(String lead, String value) {
        out.print(" ".repeat(indent + 2) + lead + toned(Tone.STRONG, Harmless.onTerminal(value)));
        out.print('\n');
    }

    private void wrapped(Tone tone, int margin, String text) {
        String rest = Harmless.onTerminal(text);
        int width = screen.columns() - margin;
        while (!rest.isEmpty()) {
            int end = endOfLine(rest, width);
            out.print(" ".repeat(margin) + toned(tone, rest.substring(0, end)));
            out.print('\n');
            rest = rest.substring(end).stripLeading();
        }
    }

    private static int endOfLine(String text, int width) {
        if (text.length() <= width) {
            return text.length();
        }
        int space = text.lastIndexOf(' ', width);
        if (space > 0) {
            return space;
        }
        int next = text.indexOf(' ', width);
        return next < 0 ? text.length() : next;
    }

    private String toned(Tone tone, String text) {
        return screen.colour() == Screen.Colour.PLAIN || tone.ansi.isEmpty()
                ? text
                : "\u001b[" + tone.ansi + "m" + text + "\u001b[0m";
    }
}
