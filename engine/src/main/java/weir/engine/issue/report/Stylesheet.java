package weir.engine.issue.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// The look of the page, and the policy that lets the page have that look and nothing else: no script, no picture, no
/// request.
///
/// @param css what stands between the `style` tags, byte for byte, as the policy names it by its hash
record Stylesheet(String css) {

    private static final String FILE = "report.css";

    static Stylesheet builtIn() {
        try (InputStream in = Stylesheet.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: " + FILE + " is missing. Install it again.");
            }
            return new Stylesheet("\n" + new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The look of the report could not be read. Install the program again.", e);
        }
    }

    String policy() {
        return "default-src 'none'; style-src 'sha256-" + hash() + "'; base-uri 'none'; form-action 'none'";
    }

    private String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256. Use another.", e);
        }
    }
}
