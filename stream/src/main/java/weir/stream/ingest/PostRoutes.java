package weir.stream.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;
import weir.platform.access.Caller;
import weir.platform.access.Permission;
import weir.platform.broker.BrokerUnavailable;
import weir.platform.unit.DataSize;
import weir.platform.web.Body;
import weir.platform.web.Multipart;
import weir.platform.web.Pace;
import weir.platform.web.Problem;
import weir.platform.web.RequestRefused;
import weir.platform.web.Routes;
import weir.stream.message.DocumentId;
import weir.stream.message.InvalidTopicName;
import weir.stream.message.MessageTooLarge;
import weir.stream.message.TopicName;
import weir.stream.topology.StreamTopics;
import weir.stream.topology.TooManyStreams;

/// `POST /{topic}/{stream}`, `POST /{topic}/{stream}/bulk` and `POST /fileupload`, with the answers that clients of NIAS know.
///
/// The answer comes once the broker has the document; its header `Weir-Document` holds the id that every object of it bears.
/// Source: facts of stream, section 1.1.
public final class PostRoutes implements Routes {

    private static final DataSize SMALL = new DataSize(1_000_000);
    private static final int KILOBYTES_OF_SMALL = (int) (SMALL.bytes() >> 10) + 1;
    private static final int PARTS = 16;
    private static final Duration GRACE = Duration.ofSeconds(10);
    /// What a document takes while it is sent, however small it is: a connection with its buffers and its thread.
    private static final int LEAST_KILOBYTES = 32;
    private static final String TEXT = "text/plain; charset=utf-8";

    private final Intake intake;
    private final Consumer<Caller> flush;
    private final Path spool;
    private final DataSize large;
    private final Admission small;
    private final Admission bulk;
    private final Pace pace;

    /// Where documents wait and how large they may be.
    ///
    /// @param spool   a folder of this process alone: documents are kept there until they are all there
    /// @param large   the largest document by bulk
    /// @param atOnce  bytes of small documents that may be on their way at once
    /// @param bulks   large documents that may be on their way at once
    /// @param slowest how much of a document has to come each second once ten seconds are over
    public record Limits(Path spool, DataSize large, DataSize atOnce, int bulks, DataSize slowest) {}

    /// @param flush empties the memory for a caller who may have that done
    /// @param nanos a clock for time spans, as `System::nanoTime` is
    public PostRoutes(Intake intake, Limits limits, Consumer<Caller> flush, LongSupplier nanos) {
        this.intake = intake;
        this.flush = flush;
        this.spool = limits.spool();
        this.large = limits.large();
        this.small = new Admission((int) Math.max(KILOBYTES_OF_SMALL, limits.atOnce().bytes() >> 10));
        this.bulk = new Admission(limits.bulks());
        this.pace = new Pace(limits.slowest(), GRACE, nanos);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/fileupload", this::upload, Permission.POST_STREAMS);
        routes.post("/{topic}/{stream}/bulk", this::bulk, Permission.POST_STREAMS);
        routes.post("/{topic}/{stream}", this::post, Permission.POST_STREAMS);
    }

    private void post(Context request) throws IOException {
        answer(request, () -> {
            TopicName stream = stream(request.pathParam("topic"), request.pathParam("stream"));
            Form form = form(request);
            String tooLarge = "SSF does not accept messages over 1 MB in size. Try the bulk uploader: " + stream.topic() + "/"
                    + stream.stream() + "/bulk (limit: " + shown(large) + ")";
            byte[] body = small(request, tooLarge);
            return switch (form) {
                case XML -> intake.xml(stream, body);
                case JSON -> intake.json(stream, Intake.of(body), true);
                case CSV -> intake.csv(stream, Intake.of(body), true);
            };
        });
    }

    private byte[] small(Context request, String tooLarge) throws Exception {
        long announced = request.req().getContentLengthLong();
        if (announced > SMALL.bytes()) {
            throw new Refusal(400, tooLarge);
        }
        int kilobytes = announced < 0 ? KILOBYTES_OF_SMALL : Math.max(LEAST_KILOBYTES, (int) (announced >> 10) + 1);
        try (Admission.Taken _ = small.take(kilobytes)) {
            return Body.bytes(request, SMALL, pace);
        } catch (RequestRefused refused) {
            throw tooLarge(refused, tooLarge);
        }
    }

    private void bulk(Context request) throws IOException {
        answer(request, () -> {
            TopicName stream = stream(request.pathParam("topic"), request.pathParam("stream"));
            Form form = form(request);
            try (Admission.Taken _ = bulk.take(1);
                    Spooled body = Spooled.of(Body.of(request, large, pace), spool)) {
                return take(stream, form, body, false);
            } catch (RequestRefused refused) {
                throw tooLarge(refused, tooLargeForBulk());
            }
        });
    }

    private String tooLargeForBulk() {
        return "SSF does not accept messages over " + shown(large) + " in size.";
    }

    /// In megabytes of a million bytes, as NIAS counts them, where it is so many.
    private static String shown(DataSize size) {
        return size.bytes() % 1_000_000 == 0 ? size.bytes() / 1_000_000 + " MB" : size.toString();
    }

    private DocumentId take(TopicName stream, Form form, Spooled body, boolean storage) throws IOException, NotJson {
        return switch (form) {
            case XML -> intake.largeXml(stream, body);
            case JSON -> intake.json(stream, body, storage);
            case CSV -> intake.csv(stream, body, storage);
        };
    }

    /// The form of a page: `file`, `mimetype`, and `topic_menu` or `topic` and `stream`, in any order. With `flush` the memory is emptied
    /// once the file is all there, before it is taken.
    private void upload(Context request) throws IOException {
        answer(request, () -> {
            try (Admission.Taken _ = bulk.take(1);
                    UploadForm form = UploadForm.read(Multipart.of(request, Body.of(request, large, pace), PARTS), spool)) {
                if (form.isFlushed()) {
                    flush(Caller.of(request));
                }
                return take(form.stream(), form.form(), form.file(), true);
            } catch (RequestRefused refused) {
                throw tooLarge(refused, tooLargeForBulk());
            }
        });
        if (request.statusCode() == 202) {
            request.contentType("text/plain; charset=utf-8").result("File read successfully");
        }
    }

    private void flush(Caller caller) throws Refusal {
        if (!caller.may(Permission.ADMINISTER)) {
            throw new Refusal(403, "Flushing needs the permission " + Permission.ADMINISTER.code()
                    + ", and nothing was taken: send the file without it.");
        }
        flush.accept(caller);
    }

    private static Form form(Context request) throws Refusal {
        String encoding = request.header("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new Refusal(415, "Sorry content encoding " + shown(encoding) + " is not supported: send the document as it is.");
        }
        String type = request.contentType();
        return Form.of(type).orElseThrow(() -> new Refusal(415, "Sorry content type " + shown(type)
                + " is not supported, must be one of: application/json - application/xml - text/csv"));
    }

    /// What a client has said is shown to it again, as far as it can do no harm.
    static String shown(@Nullable String type) {
        return type == null ? "" : type.substring(0, Math.min(80, type.length())).replaceAll("[^A-Za-z0-9/+.; =_-]", "?");
    }

    /// A stream that clients may post to.
    static TopicName stream(String topic, String stream) throws Refusal {
        TopicName name = new TopicName(topic, stream);
        if (name.stream().indexOf('.') >= 0) {
            throw new Refusal(400, "A level is written by the privacy filter alone: post to the stream itself.");
        }
        if (StreamTopics.isInternal(name.name())) {
            throw new Refusal(400, "The stream " + name.name() + " is written by the service itself: post to another.");
        }
        return name;
    }

    private static Exception tooLarge(RequestRefused refused, String text) {
        return refused.problem().status() == 413 ? new Refusal(400, text) : refused;
    }

    /// Takes one document.
    @FunctionalInterface
    private interface Taking {

        DocumentId take() throws Exception;
    }

    private static void answer(Context request, Taking taking) throws IOException {
        try {
            DocumentId id = taking.take();
            request.status(202).contentType("application/json").header("Weir-Document", id.value());
        } catch (Refusal refusal) {
            if (refusal.status() == 400) {
                request.header("Connection", "close");
            }
            request.status(refusal.status()).contentType(TEXT).result(refusal.text());
        } catch (InvalidTopicName | TooManyStreams | NotJson | MessageTooLarge e) {
            request.status(400).contentType(TEXT).result(Optional.ofNullable(e.getMessage()).orElse(""));
        } catch (BrokerRefused | BrokerUnavailable e) {
            throw Problem.unavailable("The broker does not take messages now. Nothing was kept: send it again.")
                    .refused(Map.of("Retry-After", "2"));
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("The document could not be taken in. Nothing was kept.", e);
        }
    }

}
