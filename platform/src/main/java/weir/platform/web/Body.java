package weir.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

import io.javalin.http.Context;
import weir.platform.unit.DataSize;
import weir.platform.web.internal.LimitedInput;

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

    /// A small body whole.
    public static byte[] bytes(Context request, DataSize limit) {
        try (InputStream body = of(request, limit)) {
            return body.readAllBytes();
        } catch (IOException e) {
            throw brokenOff();
        }
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
