package weir.stream.ingest;

import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// The forms of documents.
enum Form {
    XML("application/xml"),
    JSON("application/json"),
    CSV("text/csv");

    private final String mediaType;

    Form(String mediaType) {
        this.mediaType = mediaType;
    }

    /// The form of a media type, whatever parameters it has; empty for any other.
    static Optional<Form> of(@Nullable String contentType) {
        if (contentType == null) {
            return Optional.empty();
        }
        int end = contentType.indexOf(';');
        String plain = (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        for (Form form : values()) {
            if (form.mediaType.equals(plain)) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }
}
