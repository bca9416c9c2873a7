package weir.stream.sif;

import weir.stream.message.MessageSize;

/// What a document may be at most.
///
/// @param depth elements within each other
/// @param attributes of one element
/// @param attributeCharacters of one attribute's value
/// @param objectBytes of one object in UTF-8, with the namespaces it is given
/// @param faults how many are told; reading stops there
public record SifLimits(int depth, int attributes, int attributeCharacters, int objectBytes, int faults) {

    /// Deeper and larger than any object of SIF, and small enough for any heap and for the broker.
    public static final SifLimits DEFAULT = new SifLimits(64, 64, 65_536, MessageSize.OBJECT, 1_000);
}
