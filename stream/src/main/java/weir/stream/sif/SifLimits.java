package weir.stream.sif;

/// What a document may be at most.
///
/// @param depth elements within each other
/// @param attributes of one element
/// @param attributeCharacters of one attribute's value
/// @param objectCharacters of one object
/// @param faults how many are told; reading stops there
public record SifLimits(int depth, int attributes, int attributeCharacters, int objectCharacters, int faults) {

    /// Deeper and larger than any object of SIF, and small enough for any heap.
    public static final SifLimits DEFAULT = new SifLimits(64, 64, 65_536, 8 << 20, 1_000);
}
