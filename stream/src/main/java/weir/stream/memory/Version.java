package weir.stream.memory;

/// How new what a message says is. Of two messages about one object the newer counts, in whatever order they are taken in.
///
/// The objects of a document carry the time at which it was posted, and stand in its order in one partition of
/// `sifxml.processed`.
///
/// @param at when the message, or the document it comes of, was posted: milliseconds since 1970
/// @param place where the object stands in `sifxml.processed`, for messages of one moment
public record Version(long at, long place) implements Comparable<Version> {

    private static final int BITS_OF_PARTITION = 10;

    /// @param offset where the message stands in its partition
    public static Version of(long at, int partition, long offset) {
        return new Version(at, offset << BITS_OF_PARTITION | partition);
    }

    @Override
    public int compareTo(Version other) {
        int byTime = Long.compare(at, other.at);
        return byTime == 0 ? Long.compare(place, other.place) : byTime;
    }

    /// Whether this is newer than another.
    public boolean isAfter(Version other) {
        return compareTo(other) > 0;
    }
}
