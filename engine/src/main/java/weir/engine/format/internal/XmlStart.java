package weir.engine.format.internal;

/// Tells XML by its first bytes: `<`, in UTF-8 or UTF-16, with or without a byte order mark.
/// Source: Extensible Markup Language (XML) 1.0, fifth edition, appendix F.1.
public final class XmlStart {

    /// How many bytes [#isXml] looks at.
    public static final int BYTES = 4;

    private static final int[][] STARTS = {
        {'<'},
        {0xEF, 0xBB, 0xBF, '<'},
        {0xFE, 0xFF, 0, '<'},
        {0xFF, 0xFE, '<', 0},
        {0, '<', 0},
    };

    private XmlStart() {}

    public static boolean isXml(byte[] bytes) {
        for (int[] start : STARTS) {
            if (begins(bytes, start)) {
                return true;
            }
        }
        return false;
    }

    private static boolean begins(byte[] bytes, int[] start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
