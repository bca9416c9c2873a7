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
public record Limits(
        long fileBytes,
        long inflatedBytes,
        int inflatedRatio,
        long rows,
        int columns,
        int cellCharacters,
        int recordBytes) {

    private static final long MEBIBYTE = 1L << 20;

    /// Wide enough for any real return, narrow enough for a laptop.
    public static Limits usual() {
        return new Limits(
                64 * 1024 * MEBIBYTE, 1024 * MEBIBYTE, 200, 1_000_000_000, 1_000, 32_767, (int) (4 * MEBIBYTE));
    }
}
