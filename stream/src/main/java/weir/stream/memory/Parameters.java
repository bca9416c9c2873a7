package weir.stream.memory;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.javalin.http.Context;
import weir.platform.web.Problem;

/// The parameters of requests to the memory, of the query or of a form.
final class Parameters {

    private static final String PLAIN_NAME = "[A-Za-z][A-Za-z0-9_]{0,63}";

    private Parameters() {}

    /// A parameter, one that is missing as empty. What no id can be is refused.
    static String text(Context request, String name) {
        String value = Optional.ofNullable(request.queryParam(name)).or(() -> form(request, name)).orElse("");
        if (!value.isBlank() && !Ids.isFit(value)) {
            throw unfit(name);
        }
        return value.strip();
    }

    /// Ids with commas between them.
    static List<String> ids(Context request, String name) {
        String value = Optional.ofNullable(request.queryParam(name)).or(() -> form(request, name)).orElse("");
        List<String> ids = Arrays.stream(value.split(",", -1)).map(String::strip).filter(id -> !id.isEmpty()).distinct().toList();
        if (!ids.stream().allMatch(Ids::isFit)) {
            throw unfit(name);
        }
        return ids;
    }

    private static Optional<String> form(Context request, String name) {
        return request.isFormUrlencoded() ? Optional.ofNullable(request.formParam(name)) : Optional.empty();
    }

    private static weir.platform.web.RequestRefused unfit(String name) {
        return Problem.badRequest("bad-id", "No such id",
                "In '" + name + "', an id has 1 to " + Ids.LONGEST + " characters and no control characters.").refused();
    }

    /// A whole number from 0.
    static long count(Context request, String name, long otherwise) {
        String value = Optional.ofNullable(request.queryParam(name)).orElse("");
        if (value.isEmpty()) {
            return otherwise;
        }
        if (!value.matches("\\d{1,12}")) {
            throw Problem.badRequest("bad-number", "Not a number", "'" + name + "' must be a whole number from 0.").refused();
        }
        return Long.parseLong(value);
    }

    /// What the journal says was read: the collection by name, an id never.
    static String audited(String what, String id, String collection) {
        return "sms " + what
                + (collection.matches(PLAIN_NAME) ? " " + collection : collection.isEmpty() ? "" : " of a collection")
                + (id.isEmpty() ? "" : " by id");
    }
}
