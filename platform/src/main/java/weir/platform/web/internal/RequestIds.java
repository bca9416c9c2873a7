package weir.platform.web.internal;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;

/// Gives each request an id, which its answer and the log carry: the sender's when it has a safe form, else a new one.
public final class RequestIds {

    private static final String HEADER = "X-Request-Id";
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9-]{8,64}");

    private final RandomGenerator random;

    public RequestIds(RandomGenerator random) {
        this.random = random;
    }

    public void give(Context request) {
        String sent = request.header(HEADER);
        String id = sent != null && SAFE.matcher(sent).matches() ? sent : HexFormat.of().toHexDigits(random.nextLong());
        request.attribute(HEADER, id);
        request.header(HEADER, id);
    }

    /// The id that an answer carries; `-` for one that was refused before it got one.
    static String of(HttpServletResponse answer) {
        String id = answer.getHeader(HEADER);
        return id == null ? "-" : id;
    }

    /// The id of a request; `-` for one that was refused before it got one.
    public static String of(Context request) {
        String id = request.attribute(HEADER);
        return id == null ? "-" : id;
    }
}
