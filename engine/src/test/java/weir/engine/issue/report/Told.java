package weir.engine.issue.report;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/// What a report wrote of a story.
final class Told {

    private Told() {}

    static String by(Story story, Function<OutputStream, ReportSink> report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ReportSink sink = report.apply(out)) {
            story.tell(sink);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
