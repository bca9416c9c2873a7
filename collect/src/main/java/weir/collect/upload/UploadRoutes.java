package weir.collect.upload;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import weir.collect.delivery.HandInQuestions;
import weir.engine.organisation.OrganisationCode;
import weir.platform.access.Caller;
import weir.platform.access.Permission;
import weir.platform.unit.DataSize;
import weir.platform.web.Body;
import weir.platform.web.Problem;
import weir.platform.web.RequestRefused;
import weir.platform.web.Routes;

/// `/v1/uploads` by the protocol tus 1.0.0 with creation, termination and expiration.
///
/// `Upload-Metadata` says `filename` and `organisation`, and may say `delivery`. The answer to the last bytes has the
/// delivery in `Weir-Delivery` and in `Location`; so has the answer to HEAD from then on.
/// Source: https://tus.io/protocols/resumable-upload, version 1.0.0.
public final class UploadRoutes implements Routes {

    private static final String VERSION = "1.0.0";
    private static final String CONTENT_TYPE = "application/offset+octet-stream";

    /// A date of HTTP, RFC 9110 section 5.6.7.
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Uploads uploads;
    private final HandInQuestions questions;
    private final DataSize limit;

    /// @param limit the largest file that is taken
    public UploadRoutes(Uploads uploads, HandInQuestions questions, DataSize limit) {
        this.uploads = uploads;
        this.questions = questions;
        this.limit = limit;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.options("/v1/uploads", this::options, Permission.ANYONE);
        routes.post("/v1/uploads", this::create, Permission.HAND_IN);
        routes.head("/v1/uploads/{id}", this::head, Permission.HAND_IN);
        routes.patch("/v1/uploads/{id}", this::patch, Permission.HAND_IN);
        routes.delete("/v1/uploads/{id}", this::delete, Permission.HAND_IN);
        routes.post("/v1/uploads/{id}", this::overridden, Permission.HAND_IN);
    }

    private void options(Context request) {
        request.header("Tus-Resumable", VERSION);
        request.header("Tus-Version", VERSION);
        request.header("Tus-Max-Size", Long.toString(limit.bytes()));
        request.header("Tus-Extension", "creation,termination,expiration");
        request.status(204);
    }

    private static void speak(Context request) {
        request.header("Tus-Resumable", VERSION);
        if (!VERSION.equals(request.header("Tus-Resumable"))) {
            throw new Problem(412, "tus-version", "Another version of tus", "Send Tus-Resumable: " + VERSION + ".")
                    .refused(Map.of("Tus-Version", VERSION));
        }
    }

    private void create(Context request) throws IOException {
        speak(request);
        String said = Optional.ofNullable(request.header("Upload-Metadata")).orElse("");
        UploadMetadata metadata = UploadMetadata.parse(said);
        OrganisationCode organisation = questions.organisation(
                metadata.find("organisation").or(() -> Optional.ofNullable(request.queryParam("organisation"))));
        Caller caller = Caller.of(request);
        caller.require(Permission.HAND_IN, organisation, "organisation");
        String file = HandInQuestions.file(metadata.find("filename").or(() -> metadata.find("name")));
        long bytes = number(request, "Upload-Length");
        if (bytes > limit.bytes()) {
            throw new Problem(413, "body-too-large", "The file is too large", "The most that is taken is " + limit + ".").refused();
        }
        Upload upload = uploads.begin(
                organisation, questions.delivery(metadata.find("delivery"), organisation), file, said, bytes);
        request.status(201).header("Location", "/v1/uploads/" + upload.id());
        tellDelivery(request, expiring(request, uploads.finish(upload, caller.actor())));
    }

    private static long number(Context request, String header) {
        String text = Optional.ofNullable(request.header(header)).orElse("");
        if (!text.matches("[0-9]{1,18}")) {
            throw Problem.badRequest("bad-" + header.toLowerCase(Locale.ROOT), header + " is missing",
                    "Send " + header + " with a whole number of bytes.").refused();
        }
        return Long.parseLong(text);
    }

    private Upload found(Context request, Caller caller) {
        Upload upload = UploadId.parse(request.pathParam("id"))
                .flatMap(uploads::find)
                .orElseThrow(() -> Problem.notFound("upload").refused());
        caller.require(Permission.HAND_IN, upload.organisation(), "upload");
        return upload;
    }

    private void head(Context request) throws IOException {
        speak(request);
        Caller caller = Caller.of(request);
        Upload upload = uploads.finish(found(request, caller), caller.actor());
        request.header("Cache-Control", "no-store");
        request.header("Upload-Offset", Long.toString(upload.received()));
        request.header("Upload-Length", Long.toString(upload.bytes()));
        if (!upload.metadata().isEmpty()) {
            request.header("Upload-Metadata", upload.metadata());
        }
        tellDelivery(request, expiring(request, upload));
        request.status(200);
    }

    private void patch(Context request) throws IOException {
        speak(request);
        Caller caller = Caller.of(request);
        Upload upload = found(request, caller);
        if (!CONTENT_TYPE.equals(request.contentType())) {
            throw new Problem(415, "unknown-content", "What are these bytes?", "Send Content-Type: " + CONTENT_TYPE + ".").refused();
        }
        long offset = number(request, "Upload-Offset");
        if (offset != upload.received()) {
            throw wrongOffset();
        }
        try (Interruptible body = new Interruptible(Body.of(request, new DataSize(upload.bytes() - offset)))) {
            uploads.append(upload, offset, body);
            body.requireEnd();
        } catch (WrongOffset e) {
            throw wrongOffset();
        }
        Upload now = uploads.finish(uploads.find(upload.id()).orElseThrow(() -> Problem.notFound("upload").refused()), caller.actor());
        request.status(204).header("Upload-Offset", Long.toString(now.received()));
        tellDelivery(request, expiring(request, now));
    }

    private static RequestRefused wrongOffset() {
        return new Problem(409, "wrong-offset", "Not the next bytes",
                        "What is kept ends elsewhere: ask for the offset with HEAD and go on from there.")
                .refused(Map.of("Connection", "close"));
    }

    private static Upload expiring(Context request, Upload upload) {
        if (!upload.isDelivered()) {
            request.header("Upload-Expires", HTTP_DATE.format(upload.touchedAt().plus(Uploads.PATIENCE)));
        }
        return upload;
    }

    private static void tellDelivery(Context request, Upload upload) {
        if (upload.isDelivered()) {
            request.header("Weir-Delivery", upload.delivery().toString());
            if (request.res().getHeader("Location") == null) {
                request.header("Location", "/v1/deliveries/" + upload.delivery());
            }
        }
    }

    private void delete(Context request) {
        speak(request);
        uploads.discard(found(request, Caller.of(request)).id());
        request.status(204);
    }

    /// For senders that may not send PATCH or DELETE.
    private void overridden(Context request) throws IOException {
        switch (Optional.ofNullable(request.header("X-HTTP-Method-Override")).orElse("")) {
            case "PATCH" -> patch(request);
            case "DELETE" -> delete(request);
            default -> throw new Problem(405, "method-not-allowed", "Not this way",
                    "Send PATCH, or POST with X-HTTP-Method-Override: PATCH.").refused();
        }
    }

    /// A body whose break is its end for whoever keeps it, so that what came is kept, and is told afterwards.
    private static final class Interruptible extends InputStream {

        private final InputStream body;
        private Optional<RequestRefused> failure = Optional.empty();

        Interruptible(InputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (failure.isPresent()) {
                return -1;
            }
            try {
                return body.read(into, from, length);
            } catch (RequestRefused e) {
                failure = Optional.of(e);
                return -1;
            }
        }

        /// @throws RequestRefused when the sender broke off, or sent more than the file was said to have
        void requireEnd() throws IOException {
            var unused = read();
            if (failure.isPresent()) {
                throw failure.get();
            }
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
