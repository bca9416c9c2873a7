package weir.stream.topology;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.apache.kafka.common.header.internals.RecordHeader;
import weir.stream.csv.CsvRow;
import weir.stream.csv.CsvRowJson;
import weir.stream.csv.NotARow;
import weir.stream.error.StreamError;
import weir.stream.message.CsvOrigin;
import weir.stream.message.DocumentId;
import weir.stream.message.IngestHeader;
import weir.stream.message.MessageKeys;
import weir.stream.message.MessageSize;
import weir.stream.message.TopicName;
import weir.stream.registration.CsvToSif;
import weir.stream.registration.FileReports;
import weir.stream.registration.MandatoryElements;
import weir.stream.registration.RegistrationForm;

/// `csv2sif-…-naplanreg-parser`: makes a row of the registration a document. Source: facts of stream, sections 2.6 and 5.3.
final class CsvToSifService implements StreamService {

    /// The class of the error about a row that becomes too large.
    private static final String ROW_SIZE = "CSV Row Size Error";

    private final CsvRowJson json = new CsvRowJson();
    private final MandatoryElements mandatory;
    private final CsvToSif documents;
    private final TopicName to;
    private final Optional<FileReports> reports;

    /// @param to      the stream the documents are of
    /// @param reports told of rows that become no document; empty for a form that has no report
    CsvToSifService(RegistrationForm form, TopicName to, Optional<FileReports> reports) {
        this.mandatory = new MandatoryElements(form);
        this.documents = new CsvToSif(form);
        this.to = to;
        this.reports = reports;
    }

    @Override
    public void serve(Message message, Output output) throws NotARow {
        CsvRow row = json.read(message.text(0));
        List<StreamError> errors = mandatory.check(row);
        if (errors.isEmpty()) {
            byte[] document = documents.document(row, refId(message, row)).getBytes(StandardCharsets.UTF_8);
            if (document.length <= MessageSize.OBJECT) {
                String spread = row.origin().map(origin -> origin.document().value()).orElse(message.key());
                output.send(StreamTopics.INGEST, to.name(), spread, new IngestHeader(to).before(document), List.of(
                        new RecordHeader(StreamHeaders.FROM_CSV, new byte[] {'1'})));
                return;
            }
            errors = List.of(tooLarge(row));
        }
        tell(message, row, errors, output);
    }

    private static StreamError tooLarge(CsvRow row) {
        String text = "The row becomes an object that is larger than " + MessageSize.OBJECT + " bytes.";
        return row.origin()
                .map(origin -> new StreamError(
                        0, 1, origin.document().value(), ROW_SIZE, text + "\n" + origin.content(), origin.line(), origin.content()))
                .orElseGet(() -> new StreamError(0, 1, "0", ROW_SIZE, text));
    }

    private void tell(Message message, CsvRow row, List<StreamError> errors, Output output) {
        if (!mandatory.isOfTheOtherForm(row) || row.origin().map(CsvOrigin::line).orElse(1L) == 1) {
            DocumentId document = row.origin().map(CsvOrigin::document).orElseGet(() -> IngestValidate.documentId(message));
            long number = 0;
            for (StreamError error : errors) {
                output.error(StreamTopics.CSV_ERRORS, MessageKeys.received(message.offset(), number++), document, error);
            }
        }
        if (reports.isPresent() && row.origin().isPresent()) {
            CsvOrigin origin = row.origin().get();
            reports.get().fail(origin.document(), origin.total(), origin.line())
                    .ifPresent(report -> output.error(StreamTopics.FILE_REPORT, "report", origin.document(), report));
        }
    }

    /// The same row has the same id however often it is processed.
    private static UUID refId(Message message, CsvRow row) {
        String place = row.origin()
                .map(origin -> origin.document() + ":" + origin.line())
                .orElseGet(message::toString);
        return UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8));
    }
}
