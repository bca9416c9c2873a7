package weir.platform.objects;

import weir.platform.secret.Secret;

/// Who we are to S3.
///
/// @param accessKey its public half
/// @param secretKey its secret half
public record S3Credentials(String accessKey, Secret secretKey) {}
