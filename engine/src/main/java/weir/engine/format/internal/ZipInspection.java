package weir.engine.format.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import weir.engine.format.FileRefused;
import weir.engine.format.Limits;
import weir.engine.issue.IssueCode;

/// Unpacks a workbook once into nothing, to know that reading it will fit the memory, before it is read.
public final class ZipInspection {

    /// What a file must be that is not one.
    public static final String WANTED = "an Excel workbook (.xlsx) that is whole and has no password";

    private static final int MOST_ENTRIES = 10_000;
    private static final long RATIO_LOOKED_AT_ABOVE = 16L << 20;
    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String TEXTS = "xl/sharedStrings.xml";

    private final Limits limits;
    private final long fileBytes;
    private final byte[] buffer = new byte[1 << 16];
    private long inflated;

    private ZipInspection(Limits limits, long fileBytes) {
        this.limits = limits;
        this.fileBytes = fileBytes;
    }

    /// @throws FileRefused when the file is no workbook or unpacks to more than the limits allow
    public static void inspect(Path file, Limits limits) throws IOException, FileRefused {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry(WORKBOOK) == null) {
                throw new FileRefused(IssueCode.FILE_NOT_TABULAR, 0, WANTED);
            }
            new ZipInspection(limits, Files.size(file)).inspect(zip);
        } catch (ZipException e) {
            throw new FileRefused(IssueCode.FILE_NOT_TABULAR, 0, WANTED);
        }
    }

    private void inspect(ZipFile zip) throws IOException, FileRefused {
        if (zip.size() > MOST_ENTRIES) {
            throw new FileRefused(IssueCode.FILE_INFLATES_TOO_MUCH, 0, MOST_ENTRIES + " files inside it");
        }
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            try (InputStream in = zip.getInputStream(entry)) {
                inspect(in, new CellReferences(!entry.getName().equals(TEXTS)));
            }
        }
    }

    private void inspect(InputStream in, CellReferences references) throws IOException, FileRefused {
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            inflated += count;
            boolean steep = inflated > RATIO_LOOKED_AT_ABOVE && inflated / limits.inflatedRatio() > fileBytes;
            if (inflated > limits.inflatedBytes() || steep) {
                throw new FileRefused(
                        IssueCode.FILE_INFLATES_TOO_MUCH,
                        0,
                        limits.inflatedBytes() + " bytes and " + limits.inflatedRatio() + " times its own size");
            }
            if (references.meetWide(buffer, count)) {
                throw new FileRefused(IssueCode.TOO_MANY_COLUMNS, 0, limits.columns() + " columns");
            }
        }
    }
}
