package weir.platform.objects;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// A bucket, or a prefix of one: calls it and names its failures. Safe for any number of threads.
///
/// Each call is tried three times at most, two seconds to connect and thirty to be answered each.
final class S3Bucket implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(30);

    private final S3Client client;
    private final String name;
    private final String prefix;

    private S3Bucket(S3Client client, String name, String prefix) {
        this.client = client;
        this.name = name;
        this.prefix = prefix;
    }

    static S3Bucket open(ObjectSettings settings) {
        S3Settings s3 = settings.s3();
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(s3.region()))
                .forcePathStyle(s3.isPathStyle())
                .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(READ))
                // We check what we read against our own SHA-256, and name the failure ourselves.
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(override -> override.retryStrategy(RetryMode.STANDARD));
        s3.endpoint().ifPresent(builder::endpointOverride);
        s3.credentials().ifPresent(credentials -> builder.credentialsProvider(StaticCredentialsProvider.create(
                AwsBasicCredentials.create(credentials.accessKey(), credentials.secretKey().reveal()))));
        String prefix = settings.prefix().isEmpty() ? "" : settings.prefix() + "/";
        return new S3Bucket(builder.build(), settings.bucket(), prefix);
    }

    String name() {
        return name;
    }

    /// What all our names in the bucket start with: nothing, or a path with a `/` at its end.
    String prefix() {
        return prefix;
    }

    String path(ObjectKey key) {
        return prefix + key;
    }

    /// @throws ObjectStoreUnavailable or another named failure when it cannot be done
    <T> T call(Function<S3Client, T> request) throws IOException {
        try {
            return request.apply(client);
        } catch (SdkException e) {
            throw translate(e);
        }
    }

    /// As [#call], but empty when there is no such object.
    <T> Optional<T> callFor(Function<S3Client, T> request) throws IOException {
        try {
            return Optional.of(request.apply(client));
        } catch (S3Exception e) {
            if (e.statusCode() == 404 && !code(e).equals("NoSuchBucket")) {
                return Optional.empty();
            }
            throw translate(e);
        } catch (SdkException e) {
            throw translate(e);
        }
    }

    IOException translate(SdkException failure) {
        return switch (failure) {
            case AbortedException _ -> new InterruptedIOException("It was interrupted. Nothing was changed: try again.");
            case S3Exception answer -> translateAnswer(answer);
            default -> new ObjectStoreUnavailable(
                    "The bucket " + name + " cannot be reached (" + failure.getClass().getSimpleName()
                            + "). Nothing was changed: check the endpoint, the network and the credentials, then try again.",
                    failure);
        };
    }

    private IOException translateAnswer(S3Exception answer) {
        String code = code(answer);
        if (answer.statusCode() == 507 || code.contains("StorageFull") || code.contains("QuotaExceeded")) {
            return new ObjectStoreFull("The bucket " + name, answer);
        }
        String mend = switch (answer.statusCode()) {
            case 401, 403 -> "check the access key and what it is allowed to do";
            case 404 -> "check the name of the bucket, or create it";
            default -> "try again, and look at its own log if it stays so";
        };
        return new ObjectStoreUnavailable(
                "The bucket " + name + " answered HTTP " + answer.statusCode() + (code.isEmpty() ? "" : " " + code)
                        + ". Nothing was changed: " + mend + ".",
                answer);
    }

    private static String code(S3Exception answer) {
        return answer.awsErrorDetails() == null
                ? ""
                : Optional.ofNullable(answer.awsErrorDetails().errorCode()).orElse("");
    }

    @Override
    public void close() {
        client.close();
    }
}
