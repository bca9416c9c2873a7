package weir.platform.objects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Lists a bucket page by page, a thousand objects each. What has no name of ours is passed over.
final class S3Listing implements Iterator<ListedObject> {

    private final S3Bucket bucket;
    private final String prefix;
    private Iterator<ListedObject> page;
    private String nextPage = "";

    /// Reads the first page.
    S3Listing(S3Bucket bucket, String prefix) throws IOException {
        this.bucket = bucket;
        this.prefix = prefix;
        this.page = readPage();
    }

    @Override
    public boolean hasNext() {
        try {
            while (!page.hasNext() && !nextPage.isEmpty()) {
                page = readPage();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page.hasNext();
    }

    @Override
    public ListedObject next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.next();
    }

    private Iterator<ListedObject> readPage() throws IOException {
        ListObjectsV2Response response = bucket.call(client -> client.listObjectsV2(list -> {
            list.bucket(bucket.name()).prefix(bucket.prefix() + prefix);
            if (!nextPage.isEmpty()) {
                list.continuationToken(nextPage);
            }
        }));
        nextPage = Boolean.TRUE.equals(response.isTruncated()) ? response.nextContinuationToken() : "";
        return listed(response.contents()).iterator();
    }

    private List<ListedObject> listed(List<S3Object> objects) {
        int ours = bucket.prefix().length();
        return objects.stream()
                .filter(object -> ObjectKey.isValid(object.key().substring(ours)))
                .map(object -> new ListedObject(new ObjectKey(object.key().substring(ours)), object.size()))
                .toList();
    }
}
