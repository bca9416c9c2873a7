package weir.stream.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Messages for a page: escaped, lines broken, what was taken out marked. Each is written as the Ruby hash that clients of NIAS
/// know; a page can only show it.
///
/// Source: facts of stream, section 1.1, `GET /filtered`.
record HtmlForm() implements MessageForm {

    private static final Pattern REDACTED =
            Pattern.compile("ZZREDACTED|REDACTED|1582-10-15|00000000-0000-0000-0000-000000000000");
    private static final String MARK = "<span class='redacted'>REDACTED</span>";

    @Override
    public void message(ByteOutput out, ConsumerRecord<byte[], byte[]> message, long highWatermark, Places after)
            throws IOException {
        out.text("{:data=>\"<div class='record'>");
        out.text(shown(message.value()));
        out.text("</div>\", :key=>\"");
        out.text(escaped(text(message.key())));
        out.text("\", :consumer_offset=>");
        out.number(message.offset());
        out.text(", :hwm=>");
        out.number(highWatermark);
        out.text(", :restart_from=>");
        after.json(out);
        out.text("}\n\n");
    }

    private static String shown(byte[] value) {
        String text = escaped(text(value)).replace("\r\n", "<br/>").replace("\n", "<br/>");
        return REDACTED.matcher(text).replaceAll(MARK);
    }

    @SuppressWarnings("ConstantValue") // The library does not say that a key or a value may be missing.
    private static String text(byte[] utf8) {
        return utf8 == null ? "" : new String(utf8, StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 256);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '\\' -> escaped.append("\\\\");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    @Override
    public void footer(ByteOutput out, Places after) throws IOException {
        out.text("{:advice=>\"Start consuming from ");
        after.plain(out);
        out.text("\"}\n\n");
    }

    @Override
    public void brokenOff(ByteOutput out, String sentence) throws IOException {
        out.text("Error streaming messages \n\n" + escaped(sentence));
    }

    @Override
    public void heartbeat(ByteOutput out) {}
}
