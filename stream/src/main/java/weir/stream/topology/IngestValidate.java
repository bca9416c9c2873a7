package weir.stream.topology;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import weir.stream.message.CsvOrigin;
import weir.stream.message.DocumentId;
import weir.stream.message.IngestHeader;
import weir.stream.registration.FileReports;
import weir.stream.sif.SifObject;
import weir.stream.sif.SifSplitter;
import weir.stream.sif.SplitDocument;

/// `sif-ingest-validate`: holds a small document against the schema and splits it. Source: facts of stream, section 2.3.
final class IngestValidate implements StreamService {

    private final SifSplitter splitter;
    private final Optional<FileReports> reports;

    /// @param reports told of rows of CSV that are not valid; empty when nobody counts
    IngestValidate(SifSplitter splitter, Optional<FileReports> reports) {
        this.splitter = splitter;
        this.reports = reports;
    }

    @Override
    public void serve(Message message, Output output) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(message.value());
        IngestHeader header = IngestHeader.read(in);
        List<SifObject> objects = new ArrayList<>();
        SplitDocument found = splitter.split(in, objects::add);
        Optional<CsvOrigin> origin = origin(message);
        ValidatedDocument document = new ValidatedDocument(header.topic(), documentId(message), message.offset());
        document.tell(found, origin, output);
        if (found.isValid()) {
            for (SifObject object : objects) {
                document.send(object.xml().getBytes(StandardCharsets.UTF_8), CsvOrigin.of(object.xml()), found.objects(), output);
            }
        } else if (origin.isPresent() && reports.isPresent()) {
            CsvOrigin row = origin.get();
            reports.get().fail(row.document(), row.total(), row.line())
                    .ifPresent(report -> output.error(StreamTopics.FILE_REPORT, "report", row.document(), report));
        }
    }

    /// A document that was a row of CSV is small, and says so near its beginning.
    private static Optional<CsvOrigin> origin(Message message) {
        return message.header(StreamHeaders.FROM_CSV).isPresent() ? CsvOrigin.of(message.text(0)) : Optional.empty();
    }

    static DocumentId documentId(Message message) {
        return message.header(StreamHeaders.DOCUMENT)
                .map(DocumentId::new)
                .orElseGet(() -> new DocumentId("p" + message.partition() + "o" + message.offset()));
    }
}
