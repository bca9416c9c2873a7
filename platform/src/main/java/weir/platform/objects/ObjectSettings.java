package weir.platform.objects;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Where objects are kept.
///
/// @param url `file:` and a folder, or `s3://bucket` with an optional `/prefix`
/// @param s3  how S3 is reached; not looked at for a folder
public record ObjectSettings(URI url, S3Settings s3) {

    /// @throws IllegalArgumentException when the URL names neither a folder nor a bucket
    public ObjectSettings {
        String scheme = Optional.ofNullable(url.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        if (scheme.equals("s3")) {
            requireBucket(url);
        } else if (!scheme.equals("file") || url.getSchemeSpecificPart().isBlank()) {
            throw new IllegalArgumentException("The URL of objects must be file: and a folder, or s3://bucket/prefix.");
        }
    }

    private static void requireBucket(URI url) {
        String prefix = prefix(url);
        if (url.getAuthority() == null || !ObjectKey.isSegment(url.getAuthority())) {
            throw new IllegalArgumentException("The URL of objects must name a bucket, as in s3://bucket/prefix.");
        }
        if (!prefix.isEmpty() && (prefix.length() > 120 || !ObjectKey.isValid(prefix))) {
            throw new IllegalArgumentException(
                    "The prefix in the URL of objects must be segments of letters, digits, '.', '_', '=' and '-', none"
                            + " starting with a dot, 120 characters at most.");
        }
    }

    /// Objects in a folder of this machine.
    public static ObjectSettings inFolder(Path folder) {
        return new ObjectSettings(
                folder.toAbsolutePath().toUri(), S3Settings.amazon("eu-west-2", folder));
    }

    /// Whether they are in a bucket; otherwise in [#folder].
    public boolean isS3() {
        return "s3".equalsIgnoreCase(url.getScheme());
    }

    /// The folder of a `file:` URL. `file:weir-data/objects` is taken from where the program was started.
    public Path folder() {
        return url.isOpaque() ? Path.of(url.getSchemeSpecificPart()) : Path.of(url);
    }

    String bucket() {
        return url.getAuthority();
    }

    /// The prefix of an `s3:` URL, without slashes around it.
    String prefix() {
        return prefix(url);
    }

    private static String prefix(URI url) {
        String path = Optional.ofNullable(url.getPath()).orElse("");
        return path.replaceAll("^/+|/+$", "");
    }
}
