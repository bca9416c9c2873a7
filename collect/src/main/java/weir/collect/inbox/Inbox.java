package weir.collect.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

import weir.platform.objects.ObjectSettings;
import weir.platform.objects.SharedBucket;

/// Where organisations put their files. Safe for many threads.
public sealed interface Inbox extends AutoCloseable permits FolderInbox, BucketInbox {

    /// The folder or bucket that the settings name.
    static Inbox open(ObjectSettings settings) {
        return settings.isS3() ? new BucketInbox(SharedBucket.open(settings)) : new FolderInbox(settings.folder());
    }

    /// All files, in the order of their paths.
    /// @throws IOException when it cannot be read
    List<InboxFile> files() throws IOException;

    /// The bytes of one; empty when it is gone.
    Optional<InputStream> read(InboxFile file) throws IOException;

    /// Puts a report into the folder `logs` of an organisation's folder, where reports can be put.
    void report(String organisationFolder, String name, InputStream content) throws IOException;

    @Override
    void close();
}
