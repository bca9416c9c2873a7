package weir.collect.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// An inbox in a folder. Links are not followed, so that nobody has a file of elsewhere taken in.
record FolderInbox(Path folder) implements Inbox {

    @Override
    public List<InboxFile> files() throws IOException {
        List<InboxFile> files = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    files.add(new InboxFile(path(file), attributes.size() + " " + attributes.lastModifiedTime().toMillis(), false));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException && !file.equals(folder)) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        files.sort(Comparator.comparing(InboxFile::path));
        return files;
    }

    private String path(Path file) {
        List<String> names = new ArrayList<>();
        folder.relativize(file).forEach(name -> names.add(name.toString()));
        return String.join("/", names);
    }

    @Override
    public Optional<InputStream> read(InboxFile file) throws IOException {
        try {
            return Optional.of(Files.newInputStream(folder.resolve(file.path())));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    @Override
    public void report(String organisationFolder, String name, InputStream content) throws IOException {
        Path logs = Files.createDirectories(folder.resolve(organisationFolder).resolve("logs"));
        Path staged = Files.createTempFile(logs, ".report-", ".partial");
        try {
            Files.copy(content, staged, StandardCopyOption.REPLACE_EXISTING);
            Files.move(staged, logs.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(staged);
        }
    }

    @Override
    public void close() {}
}
