package weir.stream.topology;

/// The headers that messages carry from service to service.
public final class StreamHeaders {

    /// The id of a document.
    public static final String DOCUMENT = "weir-document";
    /// There when a document was a row of CSV.
    public static final String FROM_CSV = "weir-from-csv";
    /// On the last piece of an upload: the offset of the first.
    public static final String FIRST_PIECE = "weir-first";
    /// On an error: its structured form.
    public static final String ERROR = "weir-error";
    /// On a tuple: where its object lies, as `sifxml.processed-2-41`.
    public static final String FROM = "weir-from";
    /// On a tuple that takes back what it would have added: `deleted` or `withdrawn`.
    public static final String CHANGE = "weir-change";

    /// On a dead letter that was sent back: the one service it is for. The others that read the topic have had it.
    public static final String ONLY = "weir-only";

    private StreamHeaders() {}
}
