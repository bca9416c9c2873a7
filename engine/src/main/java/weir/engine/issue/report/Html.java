package weir.engine.issue.report;

import java.nio.charset.StandardCharsets;

/// Writes HTML in which nothing but tags written here is a tag: every text and every attribute is escaped.
final class Html {

    private static final int ENOUGH = 1 << 16;

    private final BorrowedStream out;
    private final StringBuilder buffer = new StringBuilder();

    Html(BorrowedStream out) {
        this.out = out;
    }

    /// Writes what stands in the source of the program, never what came from outside.
    Html constant(String markup) {
        buffer.append(markup);
        return this;
    }

    /// @param attributes names and values in turn; one without a value is left out
    Html open(String tag, String... attributes) {
        buffer.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                buffer.append(' ').append(attributes[i]).append("=\"")
                        .append(Harmless.inPage(attributes[i + 1])).append('"');
            }
        }
        buffer.append('>');
        return this;
    }

    Html text(String text) {
        buffer.append(Harmless.inPage(text));
        return this;
    }

    Html close(String tag) {
        buffer.append("</").append(tag).append('>');
        if (buffer.length() > ENOUGH) {
            flush();
        }
        return this;
    }

    /// An element that holds text only.
    Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close(tag);
    }

    /// A cell with a number, faint when it is 0.
    Html number(long number) {
        return element("td", Counted.number(number), "class", number == 0 ? "n zero" : "n");
    }

    Html line() {
        buffer.append('\n');
        return this;
    }

    void flush() {
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
        buffer.setLength(0);
    }
}
