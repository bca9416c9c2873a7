package weir.platform.journal;

/// An entry in its place in the chain.
///
/// @param sequence its number: 1, 2, 3 … without gaps
/// @param hash     over the hash before and this entry
/// @param encoding the format of the bytes that were hashed
public record SealedEntry(long sequence, ChainHash hash, int encoding, WrittenEntry written) {

    public Entry entry() {
        return written.entry();
    }
}
