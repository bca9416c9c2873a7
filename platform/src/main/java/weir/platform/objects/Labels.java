package weir.platform.objects;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// A few words about an object, kept with it: names of `a-z 0-9 -` with a text each.
///
/// Twenty at most, and 1,500 bytes in all as percent-encoded UTF-8, which is what S3 has room for. Never put a value of a
/// record here. `toString` shows the names only.
///
/// @param texts in the order of their names
public record Labels(Map<String, String> texts) {

    private static final int MOST = 20;
    private static final int MOST_BYTES = 1_500;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,49}");

    /// @throws IllegalArgumentException when there are too many or a name has another form
    public Labels {
        texts = Collections.unmodifiableMap(new TreeMap<>(texts));
        if (texts.size() > MOST || encodedSize(texts) > MOST_BYTES) {
            throw new IllegalArgumentException("An object has at most 20 labels and 1500 bytes of them.");
        }
        for (String name : texts.keySet()) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "The name of a label must be 1 to 50 characters out of a-z, 0-9 and '-', and not start with '-'.");
            }
        }
    }

    public static Labels none() {
        return new Labels(Map.of());
    }

    private static int encodedSize(Map<String, String> texts) {
        return texts.entrySet().stream()
                .mapToInt(label -> label.getKey().length() + encode(label.getValue()).length())
                .sum();
    }

    /// The text in ASCII, for a header or a line.
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String decode(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Labels" + texts.keySet();
    }
}
