package weir.stream.csv;

import weir.stream.message.MessageSize;

/// What a file of CSV may be.
///
/// @param rowCharacters of one row as it was sent, quotes and line breaks within them counted
/// @param headerCharacters of the header, which each message repeats
/// @param messageBytes of the message a row becomes
/// @param columns of one row
/// @param faultsKept how many faults of a file are told one by one; the others are counted
public record CsvLimits(int rowCharacters, int headerCharacters, int messageBytes, int columns, int faultsKept) {

    /// A row that fits a message of the broker, and a list of faults that a person can read.
    public static final CsvLimits DEFAULT = new CsvLimits(900_000, 32_000, MessageSize.MESSAGE - 4_096, 1_000, 1_000);

    public CsvLimits {
        if (rowCharacters < 1 || headerCharacters < 1 || messageBytes < 1 || columns < 1 || faultsKept < 1) {
            throw new IllegalArgumentException("A limit of CSV must be at least 1.");
        }
    }
}
