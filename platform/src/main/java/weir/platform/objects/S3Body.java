package weir.platform.objects;

import java.io.FilterInputStream;
import java.io.IOException;

import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/// The bytes that S3 sends. A connection that breaks is a named failure; closing early does not fetch the rest.
final class S3Body extends FilterInputStream {

    private final S3Bucket bucket;
    private final ResponseInputStream<GetObjectResponse> response;
    private boolean isAtEnd;

    S3Body(S3Bucket bucket, ResponseInputStream<GetObjectResponse> response) {
        super(response);
        this.bucket = bucket;
        this.response = response;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            int count = super.read(bytes, offset, length);
            isAtEnd = count < 0;
            return count;
        } catch (SdkException e) {
            throw bucket.translate(e);
        } catch (IOException e) {
            throw new ObjectStoreUnavailable(
                    "The bucket " + bucket.name() + " stopped sending. Do not use what was read: read it again.", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (isAtEnd) {
            super.close();
        } else {
            response.abort();
        }
    }
}
