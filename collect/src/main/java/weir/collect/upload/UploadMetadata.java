package weir.collect.upload;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import weir.platform.web.Problem;

/// What a sender says of an upload: names, each with a value in Base64, with commas between them.
///
/// @param values by their names
record UploadMetadata(Map<String, String> values) {

    private static final int LIMIT = 4_000;

    UploadMetadata {
        values = Map.copyOf(values);
    }

    /// @throws weir.platform.web.RequestRefused when it is not of that form
    static UploadMetadata parse(String header) {
        if (header.length() > LIMIT) {
            throw faulty();
        }
        Map<String, String> values = new HashMap<>();
        for (String pair : header.split(",", -1)) {
            if (!pair.isBlank()) {
                String[] parts = pair.strip().split(" +", -1);
                values.put(parts[0], parts.length > 1 ? decoded(parts[1]) : "");
            }
        }
        return new UploadMetadata(values);
    }

    private static String decoded(String value) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Base64.getDecoder().decode(value))).toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw faulty();
        }
    }

    private static RuntimeException faulty() {
        return Problem.badRequest("bad-metadata", "Upload-Metadata cannot be read",
                        "Send 'name value' pairs with commas between them, each value UTF-8 in Base64, at most " + LIMIT + " characters.")
                .refused();
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }
}
