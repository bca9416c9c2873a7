package weir.stream.privacy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import weir.stream.message.Level;
import weir.stream.message.RecordHeader;
import weir.stream.sif.UnreadableObject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What the filter does with any object.
class PrivacyFilterTest {

    private final Sensitivities lists;
    private final PrivacyFilter filter;

    PrivacyFilterTest() throws IOException {
        lists = SensitivityFile.shipped();
        filter = new PrivacyFilter(lists);
    }

    @Test
    void agreesWithTheRulesAppliedOneByOneToATree() throws Exception {
        Random random = new Random(20_260_101);
        for (int i = 0; i < 400; i++) {
            String object = RandomObject.of(lists, random);
            for (Level level : Level.values()) {
                assertThat(normal(at(object, level))).as("object %d at %s", i, level).isEqualTo(oneByOne(lists, object, level));
            }
        }
    }

    @Test
    void agreesAlsoWhereRulesEndInEachOther() throws Exception {
        Random random = new Random(20_260_102);
        for (int i = 0; i < 60; i++) {
            Sensitivities few = RandomObject.lists(random);
            PrivacyFilter itsFilter = new PrivacyFilter(few);
            for (int j = 0; j < 10; j++) {
                String object = RandomObject.of(few, random);
                for (Level level : Level.values()) {
                    assertThat(normal(text(itsFilter.filter(object.getBytes(StandardCharsets.UTF_8), 0).at(level))))
                            .as("%s with %s at %s", object, few.lists(), level)
                            .isEqualTo(oneByOne(few, object, level));
                }
            }
        }
    }

    @Test
    void anEmptyElementStaysEmptyAndSpaceBetweenTagsStays() {
        assertThat(at("<StudentPersonal>\n  <LocalId/><LocalId></LocalId><LocalId> </LocalId>\n</StudentPersonal>", Level.EXTREME))
                .endsWith("<StudentPersonal>\n  <LocalId/><LocalId></LocalId><LocalId> </LocalId>\n</StudentPersonal>");
    }

    @Test
    void charactersInAnyFormAreTakenOutOnce() {
        assertThat(at("<StudentPersonal><LocalId>a&amp;b<![CDATA[c<d]]><!-- e -->f</LocalId></StudentPersonal>", Level.HIGH))
                .endsWith("<StudentPersonal><LocalId>ZZREDACTED</LocalId></StudentPersonal>");
    }

    @Test
    void commentsStayWhereNothingIsTakenOutAndNowhereElse() {
        String object = "<StudentPersonal><!-- CSV content canary --><?canary?><LBOTE>N</LBOTE></StudentPersonal>";

        assertThat(at(object, Level.NONE)).contains("<!-- CSV content canary -->");
        for (Level level : List.of(Level.LOW, Level.MEDIUM, Level.HIGH, Level.EXTREME)) {
            assertThat(at(object, level)).endsWith("<StudentPersonal><LBOTE>N</LBOTE></StudentPersonal>");
        }
    }

    @Test
    void aPrefixOrAnotherNamespaceGetsNoFieldPastARule() {
        assertThat(at("<s:StudentPersonal xmlns:s=\"urn:x\"><s:LocalId>canary</s:LocalId></s:StudentPersonal>", Level.HIGH))
                .doesNotContain("canary");
    }

    @Test
    void theHeaderOfAMessageIsNoPartOfTheObject() {
        byte[] message = "TOPIC: a.b 1:1:d\n<A>x</A>".getBytes(StandardCharsets.UTF_8);

        assertThat(text(filter.filter(message, RecordHeader.length(message)).at(Level.EXTREME)))
                .isEqualTo("<?xml version=\"1.0\"?>\n<A>x</A>");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", " ", "text", "<A>", "<A></B>", "<A/><B/>", "<A/>text", "</A>", "<A", "<A b=\"", "<A b=c/>x", "<A><!-- </A>",
        "<!DOCTYPE A><A/>", "<A><![CDATA[ </A>", "<A b=\"<\"/>", "<>", "<A></A x>"
    })
    void anObjectItCannotReadPassesAtNoLevel(String broken) {
        assertThatThrownBy(() -> filter.filter(broken.getBytes(StandardCharsets.UTF_8), 0)).isInstanceOf(UnreadableObject.class);
    }

    @Test
    void manyThreadsGetTheSame() throws Exception {
        Random random = new Random(7);
        List<String> objects = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            objects.add(RandomObject.of(lists, random));
        }
        List<String> alone = objects.stream().map(object -> at(object, Level.EXTREME)).toList();
        PrivacyFilter fresh = new PrivacyFilter(lists);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<List<String>>> together = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                together.add(threads.submit(() -> objects.stream()
                        .map(object -> text(fresh.filter(object.getBytes(StandardCharsets.UTF_8), 0).at(Level.EXTREME)))
                        .toList()));
            }
            for (Future<List<String>> each : together) {
                assertThat(each.get()).isEqualTo(alone);
            }
        }
    }

    private String at(String object, Level level) {
        return text(filter.filter(object.getBytes(StandardCharsets.UTF_8), 0).at(level));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// The plain way: each rule of each rating the level takes out, in turn, on the whole tree.
    private static String oneByOne(Sensitivities lists, String object, Level level) throws Exception {
        Document tree = tree(object);
        for (Rating rating : List.of(Rating.values()).subList(0, level.ordinal())) {
            for (SensitivityRule rule : lists.rated(rating)) {
                apply(rule, tree.getDocumentElement());
            }
        }
        return serialised(tree);
    }

    private static void apply(SensitivityRule rule, Element element) {
        if (endsWith(element, rule.elements())) {
            if (rule.attribute().isEmpty()) {
                replace(element, rule.replacement());
            } else if (element.hasAttribute(rule.attribute())) {
                element.setAttribute(rule.attribute(), rule.replacement());
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element below) {
                apply(rule, below);
            }
        }
    }

    private static boolean endsWith(Element element, List<String> path) {
        Node at = element;
        for (String name : path.reversed()) {
            if (!(at instanceof Element) || !at.getNodeName().equals(name)) {
                return false;
            }
            at = at.getParentNode();
        }
        return true;
    }

    private static void replace(Node node, String replacement) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE && !child.getNodeValue().isBlank()) {
                child.setNodeValue(replacement);
            }
            replace(child, replacement);
        }
    }

    private static String normal(String xml) throws Exception {
        return serialised(tree(xml));
    }

    private static Document tree(String xml) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String serialised(Document tree) throws Exception {
        Transformer writer = TransformerFactory.newDefaultInstance().newTransformer();
        writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        StringWriter text = new StringWriter();
        writer.transform(new DOMSource(tree), new StreamResult(text));
        return text.toString();
    }
}
