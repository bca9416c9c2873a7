package weir.platform.web.internal;

import java.lang.reflect.Type;

import io.javalin.json.JsonMapper;
import org.jspecify.annotations.NonNull;
import weir.platform.json.Json;

/// Lets the web framework write and read JSON as the rest of the program does.
public final class JacksonMapper implements JsonMapper {

    @Override
    public @NonNull String toJsonString(@NonNull Object object, @NonNull Type type) {
        return Json.write(object);
    }

}
