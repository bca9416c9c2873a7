package weir.stream.topology;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import weir.stream.message.IngestHeader;
import weir.stream.message.MalformedMessage;
import weir.stream.message.PieceJoin;
import weir.stream.message.PieceMark;
import weir.stream.sif.SifSplitter;
import weir.stream.sif.SplitDocument;

/// `sif-bulk-ingest-validate`: the same for a large document, which it reads once its last piece is there.
///
/// The pieces are read again from the broker, one at a time, and the objects wait in a file until the whole document is known
/// to be valid: memory does not grow with the document.
final class BulkIngestValidate implements StreamService {

    private final SifSplitter splitter;
    private final PieceReader pieces;
    private final ObjectSpool.Place spools;

    BulkIngestValidate(SifSplitter splitter, PieceReader pieces, ObjectSpool.Place spools) {
        this.splitter = splitter;
        this.pieces = pieces;
        this.spools = spools;
    }

    @Override
    public void serve(Message message, Output output) throws IOException {
        PieceMark mark = PieceMark.parse(
                message.header(PieceMark.HEADER).orElseThrow(() -> new MalformedMessage("A piece must have the header '"
                        + PieceMark.HEADER + "'.")));
        if (!mark.isLast()) {
            return;
        }
        long first = first(message);
        try (ObjectSpool spool = spools.open();
                InputStream in = new PieceJoin(mark.upload(), pieces.of(mark, message.partition(), first, message.offset()))) {
            IngestHeader header = IngestHeader.read(in);
            SplitDocument found = splitter.split(in, spool::add);
            ValidatedDocument document = new ValidatedDocument(header.topic(), mark.upload(), message.offset());
            document.tell(found, Optional.empty(), output);
            if (found.isValid()) {
                spool.read(xml -> document.send(xml, Optional.empty(), found.objects(), output));
            }
        }
    }

    private static long first(Message message) {
        try {
            return message.header(StreamHeaders.FIRST_PIECE).map(Long::parseLong).orElse(message.offset());
        } catch (NumberFormatException e) {
            throw new MalformedMessage("The header '" + StreamHeaders.FIRST_PIECE + "' of a last piece must be the offset of the first.", e);
        }
    }

    @Override
    public void close() {
        pieces.close();
    }
}
