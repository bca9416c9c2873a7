package weir.stream.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;

import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import weir.stream.csv.CsvCheck;
import weir.stream.csv.CsvLimits;
import weir.stream.csv.CsvNotWellFormed;
import weir.stream.csv.CsvRow;
import weir.stream.csv.CsvRowJson;
import weir.stream.csv.CsvRows;
import weir.stream.error.StreamError;
import weir.stream.message.DocumentId;
import weir.stream.message.IngestHeader;
import weir.stream.message.Piece;
import weir.stream.message.PieceCutter;
import weir.stream.message.PieceMark;
import weir.stream.message.TopicName;
import weir.stream.topology.KnownStreams;
import weir.stream.topology.StreamErrors;
import weir.stream.topology.StreamHeaders;
import weir.stream.topology.StreamTopics;

/// Takes documents in: makes them messages and gives those to the broker. Safe for many threads.
///
/// Source: facts of stream, sections 1.1, 2.1 and 2.2.
public final class Intake {

    private static final String ONE_ROSTER = "oneroster";

    private final StreamProducers producers;
    private final KnownStreams streams;
    private final RandomGenerator random;
    private final boolean pairs;
    private final CsvRowJson rowJson = new CsvRowJson();

    /// @param random safe for many threads
    /// @param pairs  whether a JSON object becomes a message for each of its pairs, as NIAS did it
    public Intake(StreamProducers producers, KnownStreams streams, RandomGenerator random, boolean pairs) {
        this.producers = producers;
        this.streams = streams;
        this.random = random;
        this.pairs = pairs;
    }

    /// Takes a small document of XML: one message.
    public DocumentId xml(TopicName stream, byte[] body) {
        streams.ensure(stream);
        DocumentId id = DocumentId.next(random);
        producers.send(StreamTopics.INGEST, stream.name(), new IngestHeader(stream).before(body), List.of(document(id)));
        return id;
    }

    /// Takes a large document of XML: pieces.
    public DocumentId largeXml(TopicName stream, Source body) throws IOException {
        streams.ensure(stream);
        DocumentId id = DocumentId.next(random);
        producers.send(batch -> {
            try (InputStream in = body.open()) {
                cut(batch, id, stream, new PieceCutter(new IngestHeader(stream), id, in));
            }
        });
        return id;
    }

    private static void cut(Batch batch, DocumentId id, TopicName stream, PieceCutter pieces) throws IOException {
        Optional<Future<RecordMetadata>> first = Optional.empty();
        for (Optional<Piece> piece = pieces.next(); piece.isPresent(); piece = pieces.next()) {
            PieceMark mark = piece.get().mark();
            List<Header> headers = first.isPresent() && mark.isLast()
                    ? List.of(header(PieceMark.HEADER, mark.text()), header(StreamHeaders.FIRST_PIECE, Long.toString(offset(first.get()))))
                    : List.of(header(PieceMark.HEADER, mark.text()));
            Future<RecordMetadata> sent =
                    batch.addAndTell(StreamTopics.BULK_INGEST, id, stream.name(), piece.get().value(), headers);
            first = first.or(() -> Optional.of(sent));
        }
    }

    private static long offset(Future<RecordMetadata> sent) {
        try {
            return sent.get().offset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerRefused(e);
        } catch (ExecutionException e) {
            throw new BrokerRefused(e);
        }
    }

    /// Takes JSON: a message for each element of an array, one for anything else.
    ///
    /// @param storage whether it goes to the storage too
    /// @throws NotJson when it is none; nothing was taken then
    public DocumentId json(TopicName stream, Source body, boolean storage) throws IOException, NotJson {
        streams.ensure(stream);
        DocumentId id = DocumentId.next(random);
        JsonMessages messages = new JsonMessages(pairs);
        try (InputStream in = body.open()) {
            messages.check(in);
        }
        producers.send(batch -> {
            try (InputStream in = body.open()) {
                messages.read(in, text -> add(batch, stream, id, text, storage));
            }
        });
        return id;
    }

    /// Takes CSV: a message for each row, or a word on what is wrong with it.
    ///
    /// @param storage whether it goes to the storage too
    public DocumentId csv(TopicName stream, Source body, boolean storage) throws IOException {
        streams.ensure(stream);
        DocumentId id = DocumentId.next(random);
        CsvCheck check = CsvCheck.of(body.open(), CsvLimits.DEFAULT);
        producers.send(batch -> {
            for (StreamError error : check.errors()) {
                batch.add(StreamTopics.CSV_ERRORS, id,
                        stream.stream(), StreamErrors.text(error), StreamErrors.headers(id, error));
            }
            if (check.isWellFormed()) {
                rows(batch, stream, id, body, check.rows(), storage);
            }
        });
        return id;
    }

    private void rows(Batch batch, TopicName stream, DocumentId id, Source body, long total, boolean storage)
            throws IOException {
        try (CsvRows rows = CsvRows.open(body.open(), CsvLimits.DEFAULT, id, total)) {
            for (Optional<CsvRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                add(batch, stream, id, rowJson.write(row.get()), storage);
            }
        } catch (CsvNotWellFormed e) {
            throw new IOException("The document was changed while it was read. Nothing of it was kept.", e);
        }
    }

    private static void add(Batch batch, TopicName stream, DocumentId id, String text, boolean storage) {
        byte[] value = text.getBytes(StandardCharsets.UTF_8);
        String topic = stream.name();
        batch.add(topic, id, stream.stream(), value, List.of());
        if (storage) {
            batch.add(StreamTopics.JSON_STORAGE, id,
                    stream.stream(), new IngestHeader(stream).before(value), List.of());
        }
        if (stream.topic().equals(ONE_ROSTER)) {
            batch.add(StreamTopics.ONE_ROSTER, id,
                    stream.stream(), value, List.of());
        }
    }

    public static Source of(byte[] body) {
        return () -> new ByteArrayInputStream(body);
    }

    private static Header document(DocumentId id) {
        return header(StreamHeaders.DOCUMENT, id.value());
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
