package weir.platform.objects;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// How an S3 service is reached.
///
/// @param endpoint    its address; empty for Amazon's own in the region
/// @param region      as `eu-west-2`; services other than Amazon's take any
/// @param isPathStyle whether the bucket stands in the path and not in the host name: most services other than Amazon's
/// @param credentials empty for what the surroundings give: environment, profile or the machine's role
/// @param spoolFolder where streams of more than a megabyte wait while they are hashed, unreadable to others
public record S3Settings(
        Optional<URI> endpoint, String region, boolean isPathStyle, Optional<S3Credentials> credentials, Path spoolFolder) {

    /// Amazon S3 in a region, with the credentials of the surroundings.
    public static S3Settings amazon(String region, Path spoolFolder) {
        return new S3Settings(Optional.empty(), region, false, Optional.empty(), spoolFolder);
    }
}
