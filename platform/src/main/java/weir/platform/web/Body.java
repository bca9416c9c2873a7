package weir.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

import io.javalin.http.Context;
import weir.platform.unit.DataSize;
import weir.platform.web.internal.LimitedInput;
import weir.platform.web.internal.PacedInput;

/// The body of a request as a stream that ends with a problem when it grows past its limit.
public final class Body {

    private Body() {}

    /// @throws RequestRefused at once when the sender says that the body is longer than `limit`, or while reading when
    ///     it turns out to be (status 413), or when the sender breaks off (status 400)
    public static InputStream of(Context request, DataSize limit) {
        long announced = request.req().getContentLengthLong();
        if (announced > limit.bytes()) {
            throw tooLarge(limit);
        }
        return new LimitedInput(request.req()::getInputStream, limit.bytes(), () -> tooLarge(limit), Body::brokenOff);
    }

    /// The same for a body that has to come at some pace.
    /// @throws RequestRefused while reading, too, when it comes slower (status 408)
    public static InputStream of(Context request, DataSize limit, Pace pace) {
        return new PacedInput(of(request, limit), pace, () -> tooSlow(pace));
    }

    /// A small body whole.
    public static byte[] bytes(Context request, DataSize limit) {
        return whole(of(request, limit));
    }

    /// The same for a body that has to come at some pace.
    public static byte[] bytes(Context request, DataSize limit, Pace pace) {
        return whole(of(request, limit, pace));
    }

    private static byte[] whole(InputStream opened) {
        try (InputStream body = opened) {
            return body.readAllBytes();
        } catch (IOException e) {
            throw brokenOff();
        }
    }

    private static RequestRefused tooSlow(Pace pace) {
        return new Problem(408, "too-slow", "The body comes too slowly",
                        "At least " + pace.perSecond() + " a second are waited for. Nothing was kept: send it again, in smaller parts.")
                .refused(Map.of("Connection", "close"));
    }

    private static RequestRefused brokenOff() {
        return Problem.badRequest("body-broken-off", "The body broke off", "Nothing was kept: send the request again.")
                .refused(Map.of("Connection", "close"));
    }

    private static RequestRefused tooLarge(DataSize limit) {
        return new Problem(413, "body-too-large", "The body is too large",
                        "The most that is taken here is " + limit + ": send it in parts.")
                .refused(Map.of("Connection", "close"));
    }
}
