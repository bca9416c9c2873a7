package weir.engine.format;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.engine.issue.IssueCode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

final class XmlReaderTest {

    private static final Limits SMALL =
            new Limits(1 << 20, 1 << 20, 200, 100, 10, 50, 2_000, new Limits.Xml(6, 3, 500));

    @TempDir
    Path folder;

    private Content content(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("return.xml"), bytes);
        return Content.of(file, "return.xml");
    }

    private List<XmlRecord> read(byte[] bytes, Limits limits, String... containers) throws IOException, FileRefused {
        List<XmlRecord> records = new ArrayList<>();
        try (XmlReader reader = XmlReader.open(content(bytes), limits)) {
            reader.lookInto(Set.of(containers));
            List<XmlRecord> block = reader.nextBlock();
            while (!block.isEmpty()) {
                records.addAll(block);
                block = reader.nextBlock();
            }
        }
        return records;
    }

    private FileRefused refusal(String xml, Limits limits) {
        return refusal(xml.getBytes(UTF_8), limits);
    }

    private FileRefused refusal(byte[] bytes, Limits limits) {
        return catchThrowableOfType(FileRefused.class, () -> read(bytes, limits, "b"));
    }

    @Test
    void givesTheElementsBelowTheRootAndItsContainersFlatWithTheirLines() throws Exception {
        List<XmlRecord> records = read(
                """
                <?xml version="1.0"?>
                <!-- a return -->
                <Message>
                  <Header><Year> 2022 </Year></Header>
                  <Children>
                    <Child id="1">
                      <Id>7</Id><Many><One>a</One><One><![CDATA[<b>]]></One></Many>
                    </Child>
                    <Child/>
                  </Children>
                </Message>
                """.getBytes(UTF_8),
                Limits.usual(),
                "Children");

        assertThat(records).extracting(XmlRecord::path).containsExactly("Header", "Children/Child", "Children/Child");
        XmlRecord child = records.get(1);
        assertThat(child.size()).isEqualTo(5);
        assertThat(List.of(child.name(0), child.name(1), child.name(2), child.name(3), child.name(4)))
                .containsExactly("Child", "Id", "Many", "One", "One");
        assertThat(List.of(child.depth(0), child.depth(1), child.depth(2), child.depth(3), child.depth(4)))
                .containsExactly(0, 1, 1, 2, 2);
        assertThat(List.of(child.line(0), child.line(1), child.line(4))).containsExactly(6, 7, 7);
        assertThat(child.text(4)).isEqualTo("<b>");
        assertThat(child.end(2)).isEqualTo(5);
        assertThat(records.getFirst().textOf("Year")).contains(" 2022 ");
        assertThat(records.get(2).size()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-1"})
    void readsTheEncodingTheFirstLineNames(String encoding) throws Exception {
        String mark = encoding.startsWith("UTF-16") ? "\uFEFF" : "";
        String named = encoding.startsWith("UTF-16") ? "UTF-16" : encoding;
        String xml = mark + "<?xml version=\"1.0\" encoding=\"" + named + "\"?><a><b>Zoë</b></a>";
        byte[] bytes = xml.getBytes(Charset.forName(encoding));

        assertThat(XmlReader.isXml(content(bytes))).isTrue();
        assertThat(read(bytes, Limits.usual()).getFirst().text(0)).isEqualTo("Zoë");
    }

    @Test
    void knowsXmlByItsFirstBytesOnly() throws Exception {
        assertThat(XmlReader.isXml(content("<a/>".getBytes(UTF_8)))).isTrue();
        assertThat(XmlReader.isXml(content("\uFEFF<a/>".getBytes(UTF_8)))).isTrue();
        assertThat(XmlReader.isXml(content("<a/>".getBytes(StandardCharsets.UTF_16LE)))).isTrue();
        assertThat(XmlReader.isXml(content("<a/>".getBytes(StandardCharsets.UTF_16BE)))).isTrue();
        assertThat(XmlReader.isXml(content("CHILD,<a/>".getBytes(UTF_8)))).isFalse();
        assertThat(XmlReader.isXml(content(new byte[0]))).isFalse();
    }

    @Test
    @Timeout(10)
    void refusesABillionLaughsBeforeTheFirst() {
        String xml = "<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;&x;&x;&x;&x;&x;&x;&x;&x;\">"
                + "<!ENTITY z \"&y;&y;&y;&y;&y;&y;&y;&y;&y;&y;\">]>\n<a><b>&z;</b></a>";
        FileRefused refused = refusal(xml, Limits.usual());
        assertThat(refused.code()).isEqualTo(IssueCode.XML_DOCTYPE);
        assertThat(refused.row()).isEqualTo(1);
    }

    @Test
    void opensNoFileThatAnEntityNames() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "CANARY7", UTF_8);
        String xml = "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><a><b>&x;</b></a>";
        assertThat(refusal(xml, Limits.usual()).code()).isEqualTo(IssueCode.XML_DOCTYPE);
        assertThat(refusal("<!DOCTYPE a SYSTEM \"" + secret.toUri() + "\"><a/>", Limits.usual()).code())
                .isEqualTo(IssueCode.XML_DOCTYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<a><b>CANARY7</a>", "<a><b>CANARY7 & more</b></a>", "<a><b x=CANARY7></b></a>", "<a><b>&CANARY7;</b></a>",
        "<a><b></b></a><CANARY7/>", "<a><1CANARY7/></a>", "<a/>CANARY7"})
    void refusesWhatIsNotWellFormedWithoutItsContent(String xml) {
        FileRefused refused = refusal("\n" + xml, Limits.usual());
        assertThat(refused.code()).isEqualTo(IssueCode.XML_MALFORMED);
        assertThat(refused.row()).isEqualTo(2);
        assertThat(refused.expected() + refused.getMessage()).doesNotContain("CANARY7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a>\n<b>1</b>", "<a>\n<b", "<a>\n<b><![CDATA[", "<a>\n<!-- "})
    void saysThatAFileEndsInTheMiddle(String xml) {
        FileRefused refused = refusal(xml, Limits.usual());
        assertThat(refused.code()).isEqualTo(IssueCode.XML_MALFORMED);
        assertThat(refused.expected()).contains("ends before");
        assertThat(refused.row()).isEqualTo(2);
    }

    @Test
    void refusesBytesThatAreNotOfTheEncoding() {
        byte[] bytes = "<a>\n<b>Zo\u00eb</b></a>".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refusal(bytes, Limits.usual()).code()).isEqualTo(IssueCode.ENCODING_BROKEN);
    }

    @Test
    @Timeout(10)
    void refusesElementsNestedTooDeep() {
        String xml = "<a>\n" + "<b>".repeat(10_000) + "</b>".repeat(10_000) + "</a>";
        FileRefused refused = refusal(xml, Limits.usual());
        assertThat(refused.code()).isEqualTo(IssueCode.XML_TOO_DEEP);
        assertThat(refused.row()).isEqualTo(2);
        assertThat(refusal("<a><b><c><d><e><f/></e></d></c></b></a>", SMALL)).isNull();
        assertThat(refusal("<a><b><c><d><e><f><g/></f></e></d></c></b></a>", SMALL).code())
                .isEqualTo(IssueCode.XML_TOO_DEEP);
    }

    @Test
    void refusesWhatBreaksALimit() {
        assertThat(refusal("<a><b p='1' q='2' r='3'/></a>", SMALL)).isNull();
        assertThat(refusal("<a><b p='1' q='2' r='3' s='4'/></a>", SMALL).code()).isEqualTo(IssueCode.XML_TOO_LARGE);
        assertThat(refusal("<a><b p='1' q='2' r='3' s='4' t='5' u='6'/></a>", SMALL).code())
                .isEqualTo(IssueCode.XML_TOO_LARGE);
        assertThat(refusal("<a><b p='" + "1".repeat(60) + "'/></a>", SMALL).code()).isEqualTo(IssueCode.XML_TOO_LARGE);
        assertThat(refusal("<a><b><c>" + "x".repeat(50) + "</c></b></a>", SMALL)).isNull();
        assertThat(refusal("<a><b><c>" + "x".repeat(51) + "</c></b></a>", SMALL).code())
                .isEqualTo(IssueCode.CELL_TOO_LONG);
        assertThat(refusal("<a><c>" + "<d>x</d>".repeat(130) + "</c></a>", SMALL).code())
                .isEqualTo(IssueCode.RECORD_TOO_LONG);
        assertThat(refusal("<a>" + "<c/>".repeat(499) + "</a>", SMALL)).isNull();
        assertThat(refusal("<a>" + "<c/>".repeat(501) + "</a>", SMALL).code()).isEqualTo(IssueCode.XML_TOO_LARGE);
        assertThat(refusal("<a>" + "x".repeat(1 << 20) + "</a>", SMALL).code()).isEqualTo(IssueCode.FILE_TOO_LARGE);
    }

    @Test
    void tellsTextBetweenRecordsFromRecords() throws Exception {
        List<XmlRecord> records = read("<a>one<c>two</c><b>three<c/></b></a>".getBytes(UTF_8), Limits.usual(), "b");
        assertThat(records).extracting(XmlRecord::isStray).containsExactly(true, false, true, false);
        assertThat(records).extracting(XmlRecord::path).containsExactly("", "c", "b", "b/c");
        assertThat(records.toString()).doesNotContain("one", "two", "three");
    }
}
