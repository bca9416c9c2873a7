package weir.collect.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import weir.collect.share.Share;
import weir.collect.share.Share.Format;
import weir.collect.workspace.Workspace;
import weir.platform.objects.ObjectKey;
import weir.platform.objects.ObjectReader;
import weir.platform.objects.ObjectStore;

/// One table of a use case: the fragments of all organisations, in the order of organisation.
///
/// @param name   of its files, without their endings: `PAN_ssda903_episodes`
/// @param shares the table as each organisation gives it
record Fragments(String name, String table, List<Share.Table> shares) {

    Fragments {
        shares = List.copyOf(shares);
    }

    long rows() {
        return shares.stream().mapToLong(Share.Table::rowsKept).sum();
    }

    List<Share.File> files(Format format) {
        return shares.stream().flatMap(share -> share.files(format).stream()).toList();
    }

    long bytes(Format format) {
        return files(format).stream().mapToLong(Share.File::bytes).sum();
    }

    /// Copies the Parquet fragments into a job's folder.
    List<Path> fetchParquet(ObjectStore objects, Workspace.Folder folder) throws IOException {
        List<Path> fetched = new ArrayList<>();
        for (Share.File file : files(Format.PARQUET)) {
            fetched.add(folder.fetch(objects, ObjectKey.of(file.object()), "fragments/" + name + "-" + fetched.size() + ".parquet"));
        }
        return fetched;
    }

    /// Writes the CSV fragments as one file with one header.
    void writeCsv(ObjectStore objects, Path target) throws IOException {
        boolean isFirst = true;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16)) {
            for (Share.File file : files(Format.CSV)) {
                try (ObjectReader reader = objects.read(ObjectKey.of(file.object()))) {
                    if (!isFirst) {
                        skipHeader(reader);
                    }
                    reader.transferTo(out);
                }
                isFirst = false;
            }
        }
    }

    /// The header of an output is one line: names of fields hold no line breaks.
    private static void skipHeader(InputStream in) throws IOException {
        int next = in.read();
        while (next != '\n' && next >= 0) {
            next = in.read();
        }
    }
}
