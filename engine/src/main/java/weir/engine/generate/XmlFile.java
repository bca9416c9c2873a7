package weir.engine.generate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;

/// An XML file in UTF-8, written element by element: one line for each, indented by two spaces. For one thread.
final class XmlFile implements AutoCloseable {

    private static final int BUFFER_CHARACTERS = 32 * 1024;

    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();

    private XmlFile(Writer out) {
        this.out = out;
    }

    /// Writes the declaration.
    static XmlFile open(Path path) throws IOException {
        Writer out = new OutputStreamWriter(Files.newOutputStream(path), StandardCharsets.UTF_8);
        XmlFile file = new XmlFile(new BufferedWriter(out, BUFFER_CHARACTERS));
        file.out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        return file;
    }

    XmlFile begin(String name) throws IOException {
        indent();
        tag("<", name);
        out.write('\n');
        open.push(name);
        return this;
    }

    XmlFile end() throws IOException {
        String name = open.pop();
        indent();
        tag("</", name);
        out.write('\n');
        return this;
    }

    /// Writes an element that holds text; none when the text is empty.
    XmlFile leaf(String name, String text) throws IOException {
        if (text.isEmpty()) {
            return this;
        }
        indent();
        tag("<", name);
        escaped(text);
        tag("</", name);
        out.write('\n');
        return this;
    }

    /// Writes an element that holds a date. @param epochDay days since 1 January 1970
    XmlFile day(String name, int epochDay) throws IOException {
        return leaf(name, LocalDate.ofEpochDay(epochDay).toString());
    }

    private void indent() throws IOException {
        for (int i = 0; i < open.size(); i++) {
            out.write("  ");
        }
    }

    private void tag(String start, String name) throws IOException {
        out.write(start);
        out.write(name);
        out.write('>');
    }

    private void escaped(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '&' -> out.write("&amp;");
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                default -> out.write(letter);
            }
        }
    }

    /// Ends what is open.
    @Override
    public void close() throws IOException {
        try (out) {
            while (!open.isEmpty()) {
                end();
            }
        }
    }
}
