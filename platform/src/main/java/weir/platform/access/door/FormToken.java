package weir.platform.access.door;

import java.util.Optional;

import io.javalin.http.Context;

/// The token that forms of a page carry, as the hidden field `_csrf`, and scripts send as `X-CSRF-Token`.
public final class FormToken {

    /// The hidden field's name. A form of files, whose body is read as it comes, carries it in its action's query.
    public static final String FIELD = "_csrf";

    static final String HEADER = "X-CSRF-Token";

    private FormToken() {}

    /// The token for the page that answers this request; empty when its caller has no session.
    public static String of(Context request) {
        String token = request.attribute(FormToken.class.getName());
        return token == null ? "" : token;
    }

    static void keep(Context request, String token) {
        request.attribute(FormToken.class.getName(), token);
    }

    /// What the browser sent. The body is looked at only when it is a plain form: other bodies are streamed.
    static String sent(Context request) {
        String header = request.header(HEADER);
        if (header != null) {
            return header;
        }
        String type = Optional.ofNullable(request.contentType()).orElse("");
        if (type.startsWith("application/x-www-form-urlencoded")) {
            return Optional.ofNullable(request.formParam(FIELD)).orElse("");
        }
        return type.startsWith("multipart/form-data") ? Optional.ofNullable(request.queryParam(FIELD)).orElse("") : "";
    }
}
