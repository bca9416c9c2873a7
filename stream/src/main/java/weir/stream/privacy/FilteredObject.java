package weir.stream.privacy;

import weir.stream.message.Level;

/// One object at every level: whole XML documents in UTF-8, each beginning with `<?xml version="1.0"?>` and a line feed. Levels
/// that do not differ share their bytes, which are not to be written to.
public final class FilteredObject {

    private final byte[][] levels;

    FilteredObject(byte[][] levels) {
        this.levels = levels;
    }

    public byte[] at(Level level) {
        return levels[level.ordinal()];
    }
}
