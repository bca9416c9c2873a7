package weir.platform.web;

import java.util.Map;

/// What went wrong with a request, as RFC 9457 writes it, with a stable code.
///
/// @param status HTTP status
/// @param code   stable, kebab-case: `unknown-dataset`
/// @param title  what is wrong in a few words
/// @param detail one sentence that says the mend; never a value of a record
public record Problem(int status, String code, String title, String detail) {

    /// The media type of the answer.
    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem badRequest(String code, String title, String detail) {
        return new Problem(400, code, title, detail);
    }

    public static Problem notFound(String what) {
        return new Problem(404, "not-found", "Not found", "There is no such " + what + ", or it is not yours to see.");
    }

    public static Problem unavailable(String detail) {
        return new Problem(503, "unavailable", "Not available now", detail);
    }

    /// Wraps it, to be thrown.
    public RequestRefused refused() {
        return new RequestRefused(this, Map.of());
    }

    /// The same with headers of the answer.
    public RequestRefused refused(Map<String, String> headers) {
        return new RequestRefused(this, headers);
    }
}
