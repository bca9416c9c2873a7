package weir.stream.message;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Large documents in pieces. Fact 7.
class PiecesTest {

    private static final IngestHeader HEADER = new IngestHeader(TopicName.parse("rspec.test"));
    private static final DocumentId UPLOAD = new DocumentId("u1");

    @Test
    void fact07ADocumentOf2140096BytesIsThreePieces() throws IOException {
        byte[] body = random(2_140_096 - HEADER.line().length());

        List<Piece> pieces = cut(UPLOAD, body);

        assertThat(pieces).hasSize(3);
        assertThat(text(pieces.get(0).value())).startsWith("TOPIC: rspec.test\n").endsWith("\n===snip 0===\n");
        assertThat(text(pieces.get(1).value())).endsWith("\n===snip 1===\n");
        assertThat(pieces.get(2).value()).hasSize(2_140_096 - 2 * Piece.BYTES);
        assertThat(join(UPLOAD, pieces)).isEqualTo(HEADER.before(body));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 972_781, 972_782, 972_783, 1_945_582, 1_945_583, 3_000_000})
    void everyLengthComesBackWhole(int length) throws IOException {
        byte[] body = random(length);

        List<Piece> pieces = cut(UPLOAD, body);

        assertThat(pieces).hasSize((length + HEADER.line().length() + Piece.BYTES - 1) / Piece.BYTES);
        assertThat(join(UPLOAD, pieces)).isEqualTo(HEADER.before(body));
    }

    @Test
    void aDocumentThatHoldsTheLineItselfComesBackWhole() throws IOException {
        byte[] body = "===snip 0===\n\n===snip 1===\n<A/>\n===snip 0===\n".repeat(60_000).getBytes(StandardCharsets.UTF_8);

        assertThat(join(UPLOAD, cut(UPLOAD, body))).isEqualTo(HEADER.before(body));
    }

    @Test
    void piecesOfTwoUploadsNeverMix() throws IOException {
        List<Piece> mixed = new ArrayList<>();
        mixed.add(cut(UPLOAD, random(1_500_000)).getFirst());
        mixed.add(cut(new DocumentId("u2"), random(1_500_000)).getLast());

        assertThatThrownBy(() -> join(UPLOAD, mixed))
                .isInstanceOf(MalformedMessage.class)
                .hasMessageContaining("Piece 1 of upload u1 is missing");
    }

    @Test
    void halfADocumentIsNeverTakenForAWholeOne() throws IOException {
        List<Piece> pieces = cut(UPLOAD, random(3_000_000));

        assertThatThrownBy(() -> join(UPLOAD, pieces.subList(0, 2))).hasMessageContaining("Piece 2 of upload u1 is missing");
        assertThatThrownBy(() -> join(UPLOAD, pieces.subList(1, 3))).hasMessageContaining("Piece 0 of upload u1 is missing");
        assertThatThrownBy(() -> join(UPLOAD, Collections.nCopies(2, pieces.getFirst())))
                .hasMessageContaining("Piece 1 of upload u1 is missing");
    }

    @Test
    void aPieceWhoseLineWasLostIsRefused() {
        Piece piece = new Piece(new PieceMark(UPLOAD, 4, false), new byte[100]);

        assertThatThrownBy(piece::bodyLength)
                .isInstanceOf(MalformedMessage.class)
                .hasMessageContaining("===snip 4===");
    }

    @Test
    void theMarkGoesThroughAHeaderOfTheBroker() {
        PieceMark mark = new PieceMark(UPLOAD, 7, true);

        assertThat(mark.text()).isEqualTo("u1:7:last");
        assertThat(PieceMark.parse(mark.text())).isEqualTo(mark);
        assertThat(PieceMark.parse("u1:0:more")).isEqualTo(new PieceMark(UPLOAD, 0, false));
        assertThatThrownBy(() -> PieceMark.parse("u1:-1:more")).isInstanceOf(MalformedMessage.class);
    }

    private static List<Piece> cut(DocumentId upload, byte[] body) throws IOException {
        PieceCutter cutter = new PieceCutter(HEADER, upload, new ByteArrayInputStream(body));
        List<Piece> pieces = new ArrayList<>();
        for (Optional<Piece> piece = cutter.next(); piece.isPresent(); piece = cutter.next()) {
            pieces.add(piece.get());
        }
        return pieces;
    }

    private static byte[] join(DocumentId upload, List<Piece> pieces) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        new PieceJoin(upload, pieces.iterator()).transferTo(whole);
        return whole.toByteArray();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
