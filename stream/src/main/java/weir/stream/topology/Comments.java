package weir.stream.topology;

/// Tells what stands behind the header of a message.
final class Comments {

    private Comments() {}

    /// Whether it is a comment that stood between objects: nobody filters, indexes or keeps it.
    static boolean isComment(byte[] message, int from) {
        return message.length > from + 3 && message[from] == '<' && message[from + 1] == '!' && message[from + 2] == '-';
    }
}
