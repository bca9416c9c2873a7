package weir.stream.registration.review;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import weir.platform.access.Caller;
import weir.platform.access.Permission;
import weir.platform.json.Json;
import weir.platform.unit.DataSize;
import weir.platform.web.Body;
import weir.platform.web.Multipart;
import weir.platform.web.Problem;
import weir.platform.web.Routes;
import weir.stream.csv.CsvCheck;
import weir.stream.csv.CsvLimits;
import weir.stream.csv.CsvNotWellFormed;
import weir.stream.csv.CsvRow;
import weir.stream.csv.CsvRows;
import weir.stream.message.DocumentId;
import weir.stream.registration.CsvToSif;
import weir.stream.registration.RegistrationForm;
import weir.stream.registration.TooManyStudents;

/// The doors of NIAS2 for files that are to be registered: `/naplan/reg/…`.
///
/// A file is reviewed while it arrives; the answer comes when that is done, so that what was found can be asked for at once.
/// Only its sender may. Where NIAS2 has a web socket, `stream` gives server-sent events of the same content. Add it before
/// the routes that take two words of a path for a topic and a stream.
///
/// Source: facts of stream, section 1.6.
public final class ReviewRoutes implements Routes {

    private static final String FIELD = "validationFile";
    private static final DataSize FILE = DataSize.ofMegabytes(500);
    private static final DataSize CONVERTED = DataSize.ofMegabytes(32);
    private static final int PARTS = 16;
    private static final int AT_ONCE = 2;

    private final Supplier<ReviewSettings> settings;
    private final RandomGenerator random;
    private final InstantSource clock;
    private final KeptReviews kept;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    /// @param settings asked for each file, so that the school list is read when it is first needed
    public ReviewRoutes(Supplier<ReviewSettings> settings, RandomGenerator random, InstantSource clock) {
        this.settings = settings;
        this.random = random;
        this.clock = clock;
        this.kept = new KeptReviews(clock);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.exception(ReviewRefused.class, (refused, request) -> request.status(400)
                .header("Connection", "close")
                .contentType("text/plain; charset=utf-8")
                .result(String.valueOf(refused.getMessage())));
        routes.post("/naplan/reg/validate", this::validate, Permission.POST_STREAMS);
        routes.post("/naplan/reg/convert", this::convert, Permission.POST_STREAMS);
        routes.get("/naplan/reg/stream/{txid}", this::events, Permission.POST_STREAMS);
        routes.get("/naplan/reg/results/{txid}", this::results, Permission.POST_STREAMS);
        routes.get("/naplan/reg/manifest/{txid}", this::manifest, Permission.POST_STREAMS);
        routes.get("/naplan/reg/report/{txid}/{fname}", this::report, Permission.POST_STREAMS);
    }

    private interface Work {

        void on(String name, InputStream content) throws IOException;
    }

    /// The file of the form, while few others are worked on.
    private void withFile(Context request, DataSize limit, Work work) throws IOException {
        if (!turns.tryAcquire()) {
            throw Problem.unavailable("As many files are being reviewed as this process can. Nothing was kept: send it again in 5 seconds.")
                    .refused(Map.of("Retry-After", "5", "Connection", "close"));
        }
        try {
            Multipart form = Multipart.of(request, Body.of(request, limit), PARTS);
            for (Optional<Multipart.Part> part = form.next(); part.isPresent(); part = form.next()) {
                if (part.get().name().equals(FIELD) && part.get().fileName().isPresent()) {
                    work.on(part.get().fileName().get().toLowerCase(Locale.ROOT), part.get().content());
                    return;
                }
            }
            throw ReviewRefused.notAFile();
        } catch (TooManyStudents e) {
            throw new Problem(413, "too-many-students", "Too many students", "Send the file in parts. Nothing was kept.")
                    .refused(Map.of("Connection", "close"));
        } finally {
            turns.release();
        }
    }

    private void validate(Context request) throws IOException {
        withFile(request, FILE, (name, content) -> {
            DocumentId id = DocumentId.next(random);
            FileReview review = new FileReview(settings.get(), id);
            if (name.contains(".csv")) {
                review.csv(content);
            } else if (name.contains(".xml")) {
                review.xml(content);
            } else {
                throw ReviewRefused.notAFile();
            }
            Review done = review.end(Caller.of(request).name(), clock.instant());
            kept.add(done);
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("TxID", id.value());
            answer.put("Records", done.records());
            request.status(202).contentType("application/json").result(Json.write(answer));
        });
    }

    private Review review(Context request) {
        return kept.find(request.pathParam("txid"), Caller.of(request).name())
                .orElseThrow(() -> Problem.notFound("review").refused());
    }

    private void events(Context request) throws IOException {
        Review review = review(request);
        request.contentType("text/event-stream");
        try (OutputStream out = new BufferedOutputStream(request.outputStream(), 1 << 16)) {
            for (ReviewFinding finding : review.findings()) {
                write(out, "data: {\"Type\":\"result\",\"Payload\":" + finding.json() + "}\n\n");
            }
            Map<String, Object> progress = new LinkedHashMap<>();
            progress.put("TxID", review.id().value());
            progress.put("Progress", review.records());
            progress.put("Size", review.records());
            progress.put("TxComplete", true);
            write(out, "data: {\"Type\":\"progress\",\"Payload\":" + Json.write(progress) + "}\n\n");
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private void results(Context request) throws IOException {
        Review review = review(request);
        request.contentType("application/x-ndjson");
        request.header("Weir-Findings", Long.toString(review.found()));
        try (OutputStream out = new BufferedOutputStream(request.outputStream(), 1 << 16)) {
            for (ReviewFinding finding : review.findings()) {
                write(out, finding.json() + "\n");
            }
        }
    }

    private void manifest(Context request) {
        request.contentType("application/json").result(Json.write(new TreeMap<>(review(request).manifest())));
    }

    private void report(Context request) throws IOException {
        Review review = review(request);
        attach(request, "text/csv; charset=utf-8", request.pathParam("fname"));
        request.header("Weir-Findings", Long.toString(review.found()));
        try (OutputStream out = new BufferedOutputStream(request.outputStream(), 1 << 16)) {
            write(out, ReviewFinding.csvHeader());
            for (ReviewFinding finding : review.findings()) {
                write(out, finding.csv());
            }
        }
    }

    private static void attach(Context request, String type, String name) {
        request.contentType(type);
        request.header("Content-Disposition", "attachment; filename=\"" + name.replaceAll("[^A-Za-z0-9._-]", "_") + "\"");
    }

    /// The file is read whole before anything is answered: whoever sends it may not be able to read meanwhile.
    private void convert(Context request) throws IOException {
        withFile(request, CONVERTED, (name, content) -> {
            if (!name.contains(".csv")) {
                throw ReviewRefused.notCsv();
            }
            byte[] csv = content.readAllBytes();
            CsvCheck check = CsvCheck.of(new ByteArrayInputStream(csv), CsvLimits.DEFAULT);
            if (!check.isWellFormed()) {
                throw ReviewRefused.csv(Math.max(1, check.faults().getFirst().row() - 1));
            }
            attach(request, "application/xml", name.replaceAll("\\.csv.*", ".xml"));
            try (OutputStream out = new BufferedOutputStream(request.outputStream(), 1 << 16)) {
                students(new ByteArrayInputStream(csv), check.rows(), out);
            }
        });
    }

    private void students(InputStream csv, long total, OutputStream out) throws IOException {
        CsvToSif toSif = new CsvToSif(RegistrationForm.STUDENT);
        write(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<StudentPersonals xmlns=\"" + CsvToSif.NAMESPACE + "\">\n");
        try (CsvRows rows = CsvRows.open(csv, CsvLimits.DEFAULT, new DocumentId("convert"), total)) {
            for (Optional<CsvRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                CsvRow bare = new CsvRow(row.get().header(), List.copyOf(row.get().cells()), Optional.empty());
                String document = toSif.document(bare, new UUID(random.nextLong() & ~0xf000L | 0x4000L, random.nextLong() >>> 2 | 1L << 63));
                write(out, document.substring(document.indexOf('\n') + 1, document.lastIndexOf("</")));
            }
        } catch (CsvNotWellFormed e) {
            throw new IOException("The same bytes read differently.", e);
        }
        write(out, "</StudentPersonals>\n");
    }
}
