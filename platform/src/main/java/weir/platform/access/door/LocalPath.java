package weir.platform.access.door;

import java.net.URI;
import java.net.URISyntaxException;

/// Where to go after signing in: a path of this service, never another address.
final class LocalPath {

    static final String START = "/";
    private static final int LONGEST = 1_000;

    private LocalPath() {}

    /// The path when it is one of ours; the start page when it is anything else.
    static String of(String asked) {
        boolean isPath = asked.startsWith("/")
                && !asked.startsWith("//")
                && asked.length() <= LONGEST
                && asked.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\');
        if (!isPath || asked.startsWith("/sign-")) {
            return START;
        }
        try {
            URI address = new URI(asked);
            return address.getScheme() == null && address.getRawAuthority() == null ? asked : START;
        } catch (URISyntaxException e) {
            return START;
        }
    }
}
