package weir.platform.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// A password, a key or a token. It prints as stars; only [#reveal] gives it away.
public final class Secret {

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /// @throws IllegalArgumentException when it is blank
    public static Secret of(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A secret must not be blank.");
        }
        return new Secret(value);
    }

    /// The secret itself: for the one place that uses it, never for a message.
    public String reveal() {
        return value;
    }

    /// Whether both are the same, in a time that does not tell how much of them is.
    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(bytes(), secret.bytes());
    }

    @Override
    public int hashCode() {
        return Secret.class.hashCode();
    }

    private byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "****";
    }
}
