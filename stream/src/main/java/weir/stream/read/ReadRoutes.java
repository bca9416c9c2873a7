package weir.stream.read;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import weir.platform.access.AccessEvents;
import weir.platform.access.Caller;
import weir.platform.access.Permission;
import weir.platform.broker.BrokerAddress;
import weir.platform.web.Problem;
import weir.platform.web.Routes;
import weir.stream.message.InvalidTopicName;
import weir.stream.message.Level;
import weir.stream.message.TopicName;
import weir.stream.topology.StreamTopics;

/// The doors for readers: `GET /{topic}/{stream}`, the same with a level, `GET /filtered/…` and `GET /csverrors`.
///
/// Add it after every route with a fixed path: two words of a path are taken for a topic and a stream. Close it before its
/// listener: readings without an end stop then, and the listener has nothing to wait for. What is wrong with a request is told
/// as text, as clients of NIAS know it.
///
/// Source: facts of stream, section 1.1.
public final class ReadRoutes implements Routes, AutoCloseable {

    /// The topics of errors, in the order NIAS names them.
    public static final List<String> ERROR_TOPICS = List.of(
            StreamTopics.CSV_ERRORS, StreamTopics.SRM_ERRORS, StreamTopics.SIF_ERRORS, StreamTopics.FILE_REPORT);

    /// What NIAS calls the topic of students as CSV.
    private static final TopicName OLD_STUDENT_CSV = new TopicName("naplan", "csvstudents");

    private final StreamReader reader;
    private final AccessEvents events;
    private final ReadLimits limits;
    private final Readings readings;

    /// @param events told of every reading of personal data, before it begins
    public ReadRoutes(BrokerAddress broker, AccessEvents events, ReadLimits limits) {
        this.reader = new StreamReader(broker);
        this.events = events;
        this.limits = limits;
        this.readings = new Readings(limits);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.exception(UnknownStream.class, (unknown, request) -> refuse(request, unknown));
        routes.exception(InvalidTopicName.class, (invalid, request) -> refuse(request, invalid));
        routes.exception(InvalidReading.class, (invalid, request) -> refuse(request, invalid));
        routes.exception(InvalidStart.class, (invalid, request) -> refuse(request, invalid));
        // Who posts is told less than who reads, so both come in.
        routes.get("/csverrors", this::errors, Permission.SIGNED_IN);
        routes.get("/filtered/{topic}/{stream}/{profile}", this::filtered, Permission.READ_STREAMS);
        routes.get("/{topic}/{stream}", this::stream, Permission.READ_STREAMS);
        routes.get("/{topic}/{stream}/{profile}", this::level, Permission.READ_STREAMS);
    }

    private static void refuse(Context request, RuntimeException why) {
        request.status(400).contentType("text/plain; charset=utf-8").result(String.valueOf(why.getMessage()));
    }

    private void stream(Context request) throws IOException {
        TopicName name = new TopicName(request.pathParam("topic"), request.pathParam("stream"));
        read(request, name.equals(OLD_STUDENT_CSV) ? TopicName.parse(StreamTopics.STUDENT_CSV_OUT) : name);
    }

    private void level(Context request) throws IOException {
        read(request, atLevel(request, request.pathParam("stream")));
    }

    private static TopicName atLevel(Context request, String stream) {
        Level level = Level.of(request.pathParam("profile")).orElseThrow(InvalidReading::level);
        TopicName name = new TopicName(request.pathParam("topic"), stream);
        if (name.level().isPresent()) {
            throw InvalidReading.level();
        }
        return name.at(level);
    }

    private void read(Context request, TopicName name) throws IOException {
        String accepted = Optional.ofNullable(request.header("Accept")).orElse("");
        boolean isFollowed = accepted.contains("text/event-stream") || isAsked(request, "follow");
        ReadRequest wanted = new ReadRequest(List.of(name.name()), start(request), limit(request), isFollowed);
        boolean isPersonal = name.level().filter(Level.EXTREME::equals).isEmpty();
        if (isFollowed) {
            write(request, wanted, isPersonal, MessageForm.EVENTS, "text/event-stream");
        } else if (accepted.contains("application/x-ndjson")) {
            write(request, wanted, isPersonal, MessageForm.LINES, "application/x-ndjson");
        } else {
            write(request, wanted, isPersonal, MessageForm.JSON, "application/json");
        }
    }

    private void filtered(Context request) throws IOException {
        String stream = request.pathParam("stream");
        int semicolon = stream.indexOf(';');
        TopicName name = atLevel(request, semicolon < 0 ? stream : stream.substring(0, semicolon));
        ReadRequest wanted = new ReadRequest(List.of(name.name()), filteredStart(request), limit(request), false);
        write(request, wanted, !name.level().equals(Optional.of(Level.EXTREME)), MessageForm.HTML, "text/html; charset=utf-8");
    }

    /// An offset that is none means the end, as it does in NIAS.
    private static Start filteredStart(Context request) {
        try {
            return start(request);
        } catch (InvalidStart _) {
            return new Start.Latest();
        }
    }

    /// Errors tell values: whoever may only post is told where they are and of which class.
    private void errors(Context request) throws IOException {
        boolean mayRead = Caller.of(request).may(Permission.READ_STREAMS);
        if (!mayRead && !Caller.of(request).may(Permission.POST_STREAMS)) {
            throw new Problem(403, "not-allowed", "Not allowed",
                    "This needs the permission read-streams or post-streams: ask the administrator for a role that has it.").refused();
        }
        boolean isJson = "json".equals(request.queryParam("form"));
        Start start = Optional.ofNullable(request.header("Last-Event-ID"))
                .or(() -> Optional.ofNullable(request.queryParam("offset")))
                .map(Start::parse)
                .orElse(new Start.Latest());
        ReadRequest wanted = new ReadRequest(ERROR_TOPICS, start, Long.MAX_VALUE, true);
        MessageForm form = !mayRead ? MessageForm.ERROR_OUTLINE_EVENTS
                : isJson ? MessageForm.ERROR_JSON_EVENTS : MessageForm.ERROR_EVENTS;
        write(request, wanted, mayRead, form, "text/event-stream");
    }

    private static Start start(Context request) {
        return Optional.ofNullable(request.header("Last-Event-ID"))
                .filter(id -> !id.isEmpty())
                .or(() -> Optional.ofNullable(request.queryParam("offset")))
                .map(Start::parse)
                .orElse(new Start.Earliest());
    }

    private static boolean isAsked(Context request, String parameter) {
        String value = request.queryParam(parameter);
        return value != null && !value.equals("false") && !value.equals("0");
    }

    private static long limit(Context request) {
        String limit = request.queryParam("limit");
        if (limit == null) {
            return Long.MAX_VALUE;
        }
        if (!limit.matches("[0-9]{1,18}") || Long.parseLong(limit) == 0) {
            throw InvalidReading.limit();
        }
        return Long.parseLong(limit);
    }

    /// Nothing is sent before the journal has it.
    private void write(Context request, ReadRequest wanted, boolean isPersonal, MessageForm form, String mediaType)
            throws IOException {
        try (Readings.Turn turn = readings.enter(wanted.isFollowed());
                OpenStream stream = turn.of(reader.open(wanted))) {
            request.contentType(mediaType);
            request.header("Cache-Control", "no-store");
            if (request.method().name().equals("HEAD")) {
                return;
            }
            if (isPersonal) {
                events.personalDataRead(Caller.of(request), Optional.empty(), wanted.topics().stream()
                        .collect(Collectors.joining(" ", "stream ", "")));
            }
            stream.writeTo(out(request, wanted), form, limits.heartbeat());
        }
    }

    /// What is followed is not compressed: each message has to go out when it comes.
    private static OutputStream out(Context request, ReadRequest wanted) throws IOException {
        if (wanted.isFollowed()) {
            request.header("X-Accel-Buffering", "no");
            return request.res().getOutputStream();
        }
        return request.outputStream();
    }

    /// Ends readings without an end.
    @Override
    public void close() {
        readings.close();
    }
}
