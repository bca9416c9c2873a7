package weir.collect.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

import weir.platform.objects.SharedBucket;

/// An inbox in a bucket. An object is there whole or not at all. Reports are not put into it.
record BucketInbox(SharedBucket bucket) implements Inbox {

    @Override
    public List<InboxFile> files() throws IOException {
        return bucket.list().stream()
                .filter(object -> !object.path().endsWith("/"))
                .map(object -> new InboxFile(object.path(), object.size() + " " + object.etag(), true))
                .toList();
    }

    @Override
    public Optional<InputStream> read(InboxFile file) throws IOException {
        return bucket.read(file.path());
    }

    @Override
    public void report(String organisationFolder, String name, InputStream content) {}

    @Override
    public void close() {
        bucket.close();
    }
}
