package weir.engine.format;

import java.io.IOException;
import java.io.InputStream;

import weir.engine.issue.IssueCode;
import weir.engine.issue.IssueSink;

/// Opens a file as tables by what its first bytes say, not by the ending of its name.
public final class TableReaders {

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
        return DelimitedReader.open(content, stated, limits, issues);
    }

    private static byte[] start(Content content) throws IOException {
        try (InputStream in = content.open()) {
            return in.readNBytes(8);
        }
    }
}
