package weir.stream.sif;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.stream.sif.Documents.Read;
import weir.stream.sif.SifFault.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static weir.stream.sif.Documents.NAMESPACE;
import static weir.stream.sif.Documents.pupil;
import static weir.stream.sif.Documents.pupils;

/// Documents that mean harm, or that are only broken.
class HostileXmlTest {

    private final Documents documents;

    HostileXmlTest() throws IOException {
        documents = new Documents(SifLimits.DEFAULT);
    }

    @Test
    void anExternalEntityIsNotOpened(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "canary");
        Read read = documents.read("<!DOCTYPE Pupils [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>"
                + pupils(pupil("<Note>&x;</Note>")));

        refused(read, "A document type or an entity of its own is not taken in");
        assertThat(read.document().faults().toString() + read.texts()).doesNotContain("canary");
    }

    @Test
    void entitiesThatMultiplyAreNotReplaced() throws IOException {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE Pupils [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 60; i++) {
            bomb.append("<!ENTITY a").append(i).append(" \"&a").append(i - 1).append(";&a").append(i - 1).append(";\">");
        }

        refused(documents.read(bomb + "]>" + pupils(pupil("<Note>&a59;</Note>"))), "A document type");
    }

    @Test
    void anEntityNobodyDeclaredIsNoText() throws IOException {
        Read read = documents.read(pupils(pupil("<Note>&x;</Note>")));

        assertThat(read.objects()).isEmpty();
        assertThat(read.fault().kind()).isEqualTo(Kind.WELL_FORMEDNESS);
    }

    @Test
    void elementsDeeperThanTheLimitAreRefused() throws IOException {
        refused(documents.read(pupils("<Pupil>".repeat(100_000))), "deeper or larger in one place");
    }

    @Test
    void moreAttributesThanTheLimitAreRefused() throws IOException {
        StringBuilder pupil = new StringBuilder("<Pupil");
        IntStream.range(0, 100_000).forEach(i -> pupil.append(" a").append(i).append("=\"\""));

        refused(documents.read(pupils(pupil + "/>")), "deeper or larger in one place");
    }

    @Test
    void anAttributeOfAGigabyteIsRefusedLongBeforeItsEnd() throws IOException {
        Endless endless = new Endless("<Pupils xmlns=\"" + NAMESPACE + "\"><Pupil RefId=\"", 1L << 30);

        refused(documents.read(endless), "deeper or larger in one place");
        assertThat(endless.given).isLessThan(1 << 20);
    }

    @Test
    void anObjectOfAGigabyteIsRefusedAtTheLimit() throws IOException {
        Endless endless = new Endless("<Pupils xmlns=\"" + NAMESPACE + "\"><Pupil RefId=\"r\"><LocalId>", 1L << 30);

        refused(documents.read(endless), "larger than what is taken in");
        assertThat(endless.given).isLessThan(40 << 20);
    }

    @Test
    void aCommentOfAGigabyteIsRefused() throws IOException {
        Endless endless = new Endless("<Pupils xmlns=\"" + NAMESPACE + "\"><!--", 1L << 30);

        assertThat(documents.read(endless).fault().kind()).isEqualTo(Kind.WELL_FORMEDNESS);
        assertThat(endless.given).isLessThan(200 << 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-7", "EBCDIC-CP-US", "x-unknown", "UTF-32"})
    void anEncodingThatIsNotReadIsRefused(String encoding) throws IOException {
        refused(documents.read("<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>" + pupils("")), "use UTF-8");
    }

    @Test
    void anEncodingThatIsNotThatOfTheBytesIsRefused() throws IOException {
        refused(documents.read("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + pupils("")), "use UTF-8");
        refused(documents.read("\ufeff<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + pupils("")), "use UTF-8");
        refused(documents.read(("<?xml version=\"1.0\" encoding=\"US-ASCII\"?>" + pupils(pupil("<Note>é</Note>")))
                .getBytes(StandardCharsets.UTF_8)), "bytes that are no character");
    }

    @Test
    void bytesThatAreNoUtf8AreRefusedWithTheirLine() throws IOException {
        byte[] document = pupils("\n\n" + pupil("<Note>a?</Note>")).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < document.length; i++) {
            if (document[i] == '?') {
                document[i] = (byte) 0xc3;
            }
        }

        refused(documents.read(document), "bytes that are no character");
    }

    @Test
    void aDocumentCutOffAnywhereCountsForNothing() throws IOException {
        byte[] whole = pupils(pupil("<Name><FamilyName>\u00e9</FamilyName></Name>").repeat(2)).getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            Read read = documents.read(Arrays.copyOf(whole, length));

            assertThat(read.document().isValid()).as("cut at %d of %d", length, whole.length).isFalse();
            assertThat(read.fault().kind()).isEqualTo(Kind.WELL_FORMEDNESS);
        }
        assertThat(documents.read(whole).document().isValid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "text", "<", "<?xml version=\"1.0\"?>", "<A/><B/>", "<A/>x", "<A b='1' b='2'/>", "<a:A/>", "<A>&#0;</A>", "<A>&#xFFFF;</A>",
        "<A>\u0001</A>", "<A><!-- a -- b --></A>", "<A>]]></A>", "<A b=\"<\"/>", "<A><![CDATA[x</A>", "<1/>", "<A b=1/>", "<A></A >x",
        "<?xml version=\"1.1\"?><A/>", "<?xml version=\"1.0\"?><?xml version=\"1.0\"?><A/>"
    })
    void whatIsNoXmlIsAWellFormednessError(String broken) throws IOException {
        assertThat(documents.read(broken).fault().kind()).isEqualTo(Kind.WELL_FORMEDNESS);
    }

    @Test
    void dashesInACommentMayNotPassForItsEnd() throws IOException {
        Read read = documents.read(pupils("<!-- a - b --->"));

        assertThat(read.fault().kind()).isEqualTo(Kind.WELL_FORMEDNESS);
    }

    @Test
    void aStreamThatBreaksOffIsNotTheDocumentsFault() {
        InputStream broken = new SequenceInputStream(
                new ByteArrayInputStream(("<Pupils xmlns=\"" + NAMESPACE + "\">").getBytes(StandardCharsets.UTF_8)), new Broken());

        assertThatThrownBy(() -> documents.read(broken)).isInstanceOf(IOException.class);
    }

    @Test
    void memoryDoesNotGrowWithTheDocument() throws IOException {
        byte[] head = ("<Pupils xmlns=\"" + NAMESPACE + "\">").getBytes(StandardCharsets.UTF_8);
        byte[] part = pupil("<Note>" + "x".repeat(900) + "</Note>").repeat(100).getBytes(StandardCharsets.UTF_8);
        List<InputStream> parts = new ArrayList<>(List.of(new ByteArrayInputStream(head)));
        IntStream.range(0, 200).forEach(_ -> parts.add(new ByteArrayInputStream(part)));
        parts.add(new ByteArrayInputStream("</Pupils>".getBytes(StandardCharsets.UTF_8)));
        long[] seen = {0};

        SplitDocument document = new SifSplitter(Documents.schema(), new SifLimits(64, 64, 1_000, 4_000, 10))
                .split(new SequenceInputStream(Collections.enumeration(parts)), object -> seen[0] += object.xml().length());

        assertThat(document).isEqualTo(new SplitDocument(20_000, List.of()));
        assertThat(seen[0]).isGreaterThan(18_000_000);
    }

    private static void refused(Read read, String words) {
        assertThat(read.fault().kind()).isEqualTo(Kind.WELL_FORMEDNESS);
        assertThat(read.fault().text()).contains(words);
        assertThat(read.fault().line()).isPositive();
    }

    /// Fails at once.
    private static final class Broken extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("reset");
        }

        @Override
        public int read(byte[] into, int offset, int count) throws IOException {
            throw new IOException("reset");
        }
    }

    /// A beginning, and then so many letters.
    private static final class Endless extends InputStream {

        private final byte[] head;
        private final long length;
        private long given;

        Endless(String head, long length) {
            this.head = head.getBytes(StandardCharsets.UTF_8);
            this.length = length;
        }

        @Override
        public int read() {
            if (given >= length) {
                return -1;
            }
            return given < head.length ? head[(int) given++] : next();
        }

        private int next() {
            given++;
            return 'x';
        }

        @Override
        public int read(byte[] into, int offset, int count) {
            if (given < head.length || given + count > length) {
                return one(into, offset);
            }
            Arrays.fill(into, offset, offset + count, (byte) 'x');
            given += count;
            return count;
        }

        private int one(byte[] into, int offset) {
            int next = read();
            if (next < 0) {
                return -1;
            }
            into[offset] = (byte) next;
            return 1;
        }
    }
}
