package weir.platform.access.door;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a browser keeps of one site's cookies.
final class Cookies {

    private final Map<String, String> values = new TreeMap<>();
    private final Map<String, String> lines = new TreeMap<>();

    void take(HttpResponse<?> answer) {
        for (String line : answer.headers().allValues("Set-Cookie")) {
            String name = line.substring(0, line.indexOf('='));
            String value = line.substring(line.indexOf('=') + 1).split(";", -1)[0];
            lines.put(name, line);
            if (value.isEmpty() || line.contains("Max-Age=0")) {
                values.remove(name);
            } else {
                values.put(name, value);
            }
        }
    }

    String header() {
        return values.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()).collect(Collectors.joining("; "));
    }

    /// The whole header a cookie was set with.
    String line(String name) {
        return lines.getOrDefault(name, "");
    }

    String value(String name) {
        return values.getOrDefault(name, "");
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    void put(String name, String value) {
        values.put(name, value);
    }
}
