package weir.stream.sif;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import weir.stream.sif.internal.SifParser;

/// Splits documents into objects while it validates them, in one pass and with no more memory than its largest object takes.
/// Safe for many threads; each document is read by the thread that brings it.
///
/// Each child of the root is an object, and each comment between them. A root that has a `RefId` is itself the one object. A
/// document without a namespace is taken to be in that of the schema.
public final class SifSplitter {

    private final Optional<SifSchema> schema;
    private final SifLimits limits;
    private final SifParser parser;

    public SifSplitter(SifSchema schema, SifLimits limits) {
        this(Optional.of(schema), limits);
    }

    private SifSplitter(Optional<SifSchema> schema, SifLimits limits) {
        this.schema = schema;
        this.limits = limits;
        this.parser = new SifParser(limits.depth(), limits.attributes(), limits.attributeCharacters());
    }

    /// One that asks no schema: for documents that are reviewed and not taken in. They need only be well-formed.
    public static SifSplitter withoutSchema(SifLimits limits) {
        return new SifSplitter(Optional.empty(), limits);
    }

    /// Reads a document to its end, or to where it is known to be of no use. The stream is not closed.
    ///
    /// @return what it found; a document that is no XML, too deep or too large has a fault, not an exception
    /// @throws IOException when the stream or the sink fails
    public SplitDocument split(InputStream document, SifSink sink) throws IOException {
        return new Splitting(schema, limits, parser, sink).read(document);
    }
}
