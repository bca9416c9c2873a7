package weir.engine.format;

import java.io.IOException;
import java.io.InputStream;

import weir.engine.issue.IssueCode;
import weir.engine.issue.IssueSink;

/// Opens a file as tables by what its first bytes say, not by the ending of its name.
public final class TableReaders {

    private static final int[] ZIP = {'P', 'K', 3, 4};
    private static final int[] PARQUET = {'P', 'A', 'R', '1'};
    private static final int[] OLD_OFFICE = {0xD0, 0xCF, 0x11, 0xE0};
    private static final int[] PDF = {'%', 'P', 'D', 'F'};

    private TableReaders() {}

    /// @param stated what the sender said of a delimited text
    /// @param issues told what had to be guessed
    /// @throws FileRefused when the file is empty, too large, or of no format that holds tables
    public static TableReader open(Content content, DelimitedReader.Stated stated, Limits limits, IssueSink issues)
            throws IOException, FileRefused {
        byte[] start = start(content);
        if (start.length == 0) {
            throw new FileRefused(IssueCode.FILE_EMPTY, 0, "");
        }
        if (begins(start, ZIP)) {
            return XlsxReader.open(content, limits);
        }
        if (begins(start, PARQUET)) {
            return ParquetReader.open(content, limits);
        }
        if (begins(start, OLD_OFFICE) || begins(start, PDF) || start[0] == '<') {
            throw new FileRefused(IssueCode.FILE_NOT_TABULAR, 0, "CSV, an Excel workbook (.xlsx), Parquet or JSON lines");
        }
        return start[0] == '{' && stated.delimiter().isEmpty()
                ? JsonLinesReader.open(content, limits)
                : DelimitedReader.open(content, stated, limits, issues);
    }

    private static boolean begins(byte[] start, int[] mark) {
        if (start.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((start[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] start(Content content) throws IOException {
        try (InputStream in = content.open()) {
            return in.readNBytes(8);
        }
    }
}
