package weir.platform.web.internal;

import java.util.LinkedHashMap;
import java.util.Map;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.router.Endpoint;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.platform.json.Json;
import weir.platform.outage.NoRoom;
import weir.platform.outage.Outage;
import weir.platform.web.Problem;
import weir.platform.web.RequestRefused;

/// Turns what was thrown into an answer that names a code and a mend, and nothing of a record.
public final class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final String RETRY_SECONDS = "5";

    private Answers() {}

    public static void addTo(RoutesConfig routes) {
        routes.exception(RequestRefused.class, (refused, request) -> {
            refused.headers().forEach(request::header);
            answer(request, refused.problem());
        });
        routes.exception(HttpResponseException.class, (refused, request) -> answer(request, ofStatus(refused.getStatus())));
        routes.exception(Exception.class, (failure, request) -> Outage.behind(failure).ifPresentOrElse(
                outage -> passing(request, outage), () -> failed(request, failure)));
        routes.error(500, request -> {
            if (request.resultInputStream() == null) {
                answer(request, internal());
            }
        });
    }

    /// What the virtual machine could not do. What to answer is decided afterwards, by the status.
    public static void broken(HttpServletResponse answer, Error error) {
        LOG.error("The virtual machine failed in a request. request={} failure={}",
                RequestIds.of(answer), error.getClass().getName(), withoutMessage(error));
    }

    private static void failed(Context request, Exception failure) {
        LOG.error("A request failed. route={} request={} failure={}",
                route(request), RequestIds.of(request), failure.getClass().getName(), withoutMessage(failure));
        answer(request, internal());
    }

    private static Problem internal() {
        return new Problem(500, "internal", "Something went wrong here",
                "Nothing of your request was kept unless an earlier answer said so. Tell whoever runs this service the request's id.");
    }

    private static void passing(Context request, Outage outage) {
        String sentence = outage instanceof Throwable failure ? String.valueOf(failure.getMessage()) : "";
        switch (outage) {
            case NoRoom _ -> full(request, sentence);
            default -> unavailable(request, sentence);
        }
    }

    private static void full(Context request, String sentence) {
        LOG.error("A request was refused for want of room: make some. route={} request={} failure={}",
                route(request), RequestIds.of(request), sentence);
        answer(request, new Problem(507, "no-room", "The disk is full",
                "Nothing was kept. Tell whoever runs this service, and send the request again when there is room."));
    }

    private static void unavailable(Context request, String sentence) {
        LOG.warn("A request has to wait. route={} request={} failure={}", route(request), RequestIds.of(request), sentence);
        request.header("Retry-After", RETRY_SECONDS);
        answer(request, Problem.unavailable("A part of the service is away. Nothing was changed: send the request again in "
                + RETRY_SECONDS + " seconds."));
    }

    /// Messages of libraries may hold values; where they came from does not.
    private static Throwable withoutMessage(Throwable failure) {
        Throwable plain = new Throwable(failure.getClass().getName());
        plain.setStackTrace(failure.getStackTrace());
        return plain;
    }

    private static Problem ofStatus(int status) {
        return switch (status) {
            case 404 -> new Problem(404, "not-found", "Not found", "There is nothing at this address.");
            case 405 -> new Problem(405, "method-not-allowed", "Not in this way", "This address does not take that method.");
            case 413 -> new Problem(413, "body-too-large", "The body is too large", "Send it in parts.");
            default -> new Problem(status, "refused", "Refused", "The request is not one this service answers.");
        };
    }

    private static void answer(Context request, Problem problem) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("status", problem.status());
        body.put("code", problem.code());
        body.put("title", problem.title());
        body.put("detail", problem.detail());
        body.put("request_id", RequestIds.of(request));
        request.status(problem.status());
        request.result(Json.write(body));
        request.contentType(Problem.MEDIA_TYPE);
    }

    /// The pattern of the route that answered; `none` when nothing matched.
    public static String route(Context request) {
        Endpoint endpoint = request.endpoints().matchedHttpEndpoint();
        return endpoint == null ? "none" : endpoint.path;
    }
}
