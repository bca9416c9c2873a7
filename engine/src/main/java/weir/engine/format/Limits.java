package weir.engine.format;

/// How much of a file is read before it is refused. All bounds are inclusive.
///
/// @param fileBytes        size of the file
/// @param inflatedBytes    size of all that a compressed file holds
/// @param inflatedRatio    inflated bytes per compressed byte, looked at above 16 MiB
/// @param rows             rows of one table
/// @param columns          columns of one table
/// @param cellCharacters   characters of one cell
/// @param recordBytes      bytes of one record
/// @param xml              what more holds for XML
public record Limits(
        long fileBytes,
        long inflatedBytes,
        int inflatedRatio,
        long rows,
        int columns,
        int cellCharacters,
        int recordBytes,
        Xml xml) {

    private static final long MEBIBYTE = 1L << 20;

    /// How much of an XML file is read before it is refused.
    ///
    /// @param depth      elements within each other, the root counted
    /// @param attributes attributes of one element
    /// @param elements   elements of the file
    public record Xml(int depth, int attributes, long elements) {

        /// The deepest return has seven.
        static Xml usual() {
            return new Xml(64, 64, 4_000_000_000L);
        }
    }

    /// Limits with the usual ones for XML.
    public Limits(
            long fileBytes,
            long inflatedBytes,
            int inflatedRatio,
            long rows,
            int columns,
            int cellCharacters,
            int recordBytes) {
        this(fileBytes, inflatedBytes, inflatedRatio, rows, columns, cellCharacters, recordBytes, Xml.usual());
    }

    /// Wide enough for any real return, narrow enough for a laptop.
    public static Limits usual() {
        return new Limits(
                64 * 1024 * MEBIBYTE, 1024 * MEBIBYTE, 200, 1_000_000_000, 1_000, 32_767, (int) (4 * MEBIBYTE));
    }
}
