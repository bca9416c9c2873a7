package weir.stream.sif;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weir.stream.error.StreamError;
import weir.stream.message.CsvOrigin;
import weir.stream.message.DocumentId;
import weir.stream.sif.Documents.Read;
import weir.stream.sif.SifFault.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static weir.stream.sif.Documents.NAMESPACE;
import static weir.stream.sif.Documents.pupil;
import static weir.stream.sif.Documents.pupils;

/// What becomes of a document's objects and faults. Facts 8 to 11 and 28.
class SifSplitterTest {

    private final Documents documents;

    SifSplitterTest() throws IOException {
        documents = new Documents(SifLimits.DEFAULT);
    }

    @Test
    void fact08ADocumentOfThreeGivesThreeObjectsAndTwoMarks() throws IOException {
        Read read = documents.read("<?xml version=\"1.0\"?>\n" + pupils(pupil("") + "\n" + pupil("") + "\n" + pupil("")));

        assertThat(read.document().objects()).isEqualTo(3);
        assertThat(read.objects()).hasSize(3).allSatisfy(object -> {
            assertThat(object.type()).isEqualTo("Pupil");
            assertThat(object.refId()).isEqualTo("r");
            assertThat(object.xml()).isEqualTo(
                    "<Pupil xmlns=\"" + NAMESPACE + "\" RefId=\"r\"><LocalId>1</LocalId></Pupil>");
        });
        assertThat(read.objects()).extracting(SifObject::line).containsExactly(2L, 3L, 4L);
        assertThat(read.document().errors(9, Optional.empty())).extracting(StreamError::asText)
                .containsExactly("0:0:0 XSD Validation Error\n", "0:0:0 XML Well-Formedness Error\n");
    }

    @Test
    void fact09ATagThatIsNotClosedIsAWellFormednessErrorAndNoObjectCounts() throws IOException {
        Read read = documents.read(pupils("\n" + pupil("") + "\n<Pupil RefId=\"r\">\n<LocalId>1</LocalId>\n<Name>\n"
                + "<FamilyName>A</FamilyName>\n</Pupil>\n"));

        assertThat(read.document().isValid()).isFalse();
        assertThat(read.document().errors(12, Optional.empty())).singleElement().satisfies(error -> {
            assertThat(error.type()).isEqualTo("XML Well-Formedness Error");
            assertThat(error.line()).isEqualTo(7);
            assertThat(error.asText())
                    .startsWith("0:1:0 XML Well-Formedness Error\nMessage 12 well-formedness error:\nLine 7: ")
                    .contains("Opening and ending tag mismatch: Name and Pupil.")
                    .contains("\n...\n<Name>\n<FamilyName>A</FamilyName>\n</Pupil>\n");
        });
    }

    @Test
    void fact10AnUnknownElementIsAValidityErrorAndNoObjectFollows() throws IOException {
        Read read = documents.read(pupils(pupil("") + pupil("<Name><FamilyName>A</FamilyName><FirstName>B</FirstName></Name>")
                + pupil("")));

        assertThat(read.objects()).hasSize(1);
        assertThat(read.document().errors(12, Optional.empty())).singleElement().satisfies(error -> {
            assertThat(error.type()).isEqualTo("XSD Validation Error");
            assertThat(error.asText())
                    .startsWith("0:1:0 XSD Validation Error\nMessage 12 validity error:\nLine 1: Element '{" + NAMESPACE + "}FirstName'")
                    .contains("This element is not expected. Expected is ( {" + NAMESPACE + "}GivenName ).");
        });
    }

    @Test
    void fact11ARootTheSchemaDoesNotKnowIsInvalid() throws IOException {
        Read read = documents.read("<Invoices xmlns=\"" + NAMESPACE + "\"><Invoice/></Invoices>");

        assertThat(read.texts()).containsExactly("Element '{" + NAMESPACE
                + "}Invoices': No matching global declaration available for the validation root.");
    }

    @Test
    void fact28WhatWasARowNamesItsLineAndItsContent() throws IOException {
        CsvOrigin origin = new CsvOrigin(2, "a,b,1.2", new DocumentId("d"), 4);
        StreamError error = documents.read(pupils(pupil("<FTE>1.2</FTE>"))).document().errors(7, Optional.of(origin)).getFirst();

        assertThat(error.asText()).startsWith("0:1:2 XSD Validation Error\nCSV line 2: Message 7 validity error:\na,b,1.2\nLine 1: ")
                .contains("'1.2' is greater than the maximum value allowed ('1').")
                .doesNotContain("...");
        assertThat(error.asJson()).contains("\"line\":2", "\"content\":\"a,b,1.2\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "<Sex>6</Sex>                    | Sex       | [facet 'enumeration'] '6' is not a valid value",
        "<Sex>No way!</Sex>              | Sex       | 'No way!' is not a valid value",
        "<Sex/>                          | Sex       | '' is not a valid value",
        "<BirthDate>26072004</BirthDate> | BirthDate | '26072004' is not a valid value of the atomic type 'xs:date'.",
        "<FTE>1.2</FTE>                  | FTE       | [facet 'maxInclusive'] The value '1.2' is greater than the maximum value allowed ('1').",
        "<FTE>-1</FTE>                   | FTE       | [facet 'minInclusive'] The value '-1' is less than the minimum value allowed ('0').",
        "<FTE>x</FTE>                    | FTE       | 'x' is not a valid value",
        "<Code>abc</Code>                | Code      | [facet 'pattern'] 'abc' is not a valid value: it is not accepted by the pattern '[A-Z]{2}'.",
        "<Name Type='X'><FamilyName/></Name> | Name', attribute 'Type | 'X' is not a valid value",
        "<Name Sort='X'><FamilyName/></Name> | Name', attribute 'Sort | The attribute 'Sort' is not allowed.",
        "<Name/>                         | Name      | Missing child element(s). Expected is ( {http://www.sifassociation.org/au/datamodel/3.4}FamilyName ).",
        "<Name>x<FamilyName/></Name>     | Name      | Character content other than whitespace is not allowed because the content type is 'element-only'.",
    })
    void faultsKeepTheWordsClientsSearchFor(String inside, String subject, String words) throws IOException {
        Read read = documents.read(pupils(pupil(inside)));

        assertThat(read.fault().kind()).isEqualTo(Kind.VALIDITY);
        assertThat(read.fault().text()).startsWith("Element '{" + NAMESPACE + "}" + subject + "': ").contains(words);
    }

    @Test
    void everyFaultIsToldOnceInItsOrder() throws IOException {
        Read read = documents.read(pupils(pupil("\n<Sex>6</Sex>\n<FTE>3</FTE>") + "\n<Pupil>\n<LocalId>1</LocalId></Pupil>"));

        assertThat(read.document().faults()).extracting(SifFault::line).containsExactly(2L, 3L, 4L);
        assertThat(read.texts().getLast()).contains("The attribute 'RefId' is required but missing.");
        assertThat(read.document().errors(0, Optional.empty())).extracting(StreamError::ordinal).containsExactly(0L, 1L, 2L);
    }

    @Test
    void faultsBeyondTheLimitAreNotLookedFor() throws IOException {
        Documents three = new Documents(new SifLimits(64, 64, 1_000, 10_000, 3));

        assertThat(three.read(pupils(pupil("<Sex>6</Sex>").repeat(100))).document().faults()).hasSize(3);
    }

    @Test
    void theObjectIsTheTextThatStoodInTheDocument() throws IOException {
        String text = "<Pupil  RefId = 'r' >\r\n\t<!-- a > b --><LocalId>1</LocalId><Note><![CDATA[<é>]]>&amp;&#233;\ud83d\ude00</Note></Pupil>";

        assertThat(documents.read(pupils("\n  " + text + " ")).objects()).singleElement()
                .satisfies(object -> assertThat(object.xml()).isEqualTo(text.replace("<Pupil ", "<Pupil xmlns=\"" + NAMESPACE + "\" ")));
    }

    @Test
    void aCommentBetweenObjectsIsOneOfThem() throws IOException {
        Read read = documents.read(pupils("<!-- one -->" + pupil("<!-- inside -->")) + "<!-- after -->");

        assertThat(read.document().objects()).isEqualTo(2);
        assertThat(read.objects().getFirst().isComment()).isTrue();
        assertThat(read.objects().getFirst().xml()).isEqualTo("<!-- one -->");
        assertThat(read.objects().getLast().xml()).contains("<!-- inside -->");
    }

    @Test
    void aRootWithAnIdIsItselfTheObject() throws IOException {
        Read read = documents.read("<Pupil xmlns=\"" + NAMESPACE + "\" RefId=\"x\"><LocalId>1</LocalId></Pupil>");

        assertThat(read.objects()).singleElement().satisfies(object -> {
            assertThat(object.refId()).isEqualTo("x");
            assertThat(object.xml()).startsWith("<Pupil xmlns=\"" + NAMESPACE + "\" RefId=\"x\">").endsWith("</Pupil>");
        });
    }

    @Test
    void aDocumentWithoutANamespaceIsTakenToBeInThatOfTheSchema() throws IOException {
        Read read = documents.read("<Pupils>" + pupil("") + "</Pupils>");

        assertThat(read.objects()).singleElement()
                .satisfies(object -> assertThat(object.xml()).startsWith("<Pupil xmlns=\"" + NAMESPACE + "\" RefId"));
        assertThat(documents.read("<Pupils xmlns=\"http://www.sifassociation.org/datamodel/au/3.4\"><a/></Pupils>").texts())
                .containsExactly("Element '{" + NAMESPACE + "}Pupils': No matching global declaration available for the "
                        + "validation root. Its namespace must be '" + NAMESPACE + "'.");
    }

    @Test
    void prefixesOfTheRootGoWithTheObjectsThatUseThem() throws IOException {
        Read read = documents.read("<s:Pupils xmlns:s=\"" + NAMESPACE + "\" xmlns:unused=\"urn:u&amp;\">"
                + "<s:Pupil RefId=\"&gt;\"><s:LocalId>1</s:LocalId></s:Pupil>"
                + "<s:Pupil a=\"\" RefId=\"r\" xmlns:s=\"" + NAMESPACE + "\"><s:LocalId>1</s:LocalId></s:Pupil></s:Pupils>");

        assertThat(read.texts()).singleElement().asString().contains("The attribute 'a' is not allowed.");
        assertThat(read.objects().getFirst().type()).isEqualTo("Pupil");
        assertThat(read.objects().getFirst().xml()).startsWith("<s:Pupil xmlns:s=\"" + NAMESPACE + "\" RefId=\"&gt;\">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "utf-8", "ISO-8859-1", "windows-1252", "UTF-16", "UTF-16BE", "UTF-16LE"})
    void everyEncodingThatIsReadGivesTheSame(String encoding) throws IOException {
        String text = "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>" + pupils(pupil("<Note>é</Note>"));

        assertThat(documents.read(text.getBytes(Charset.forName(encoding))).objects()).singleElement()
                .satisfies(object -> assertThat(object.xml()).contains("<Note>é</Note>"));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheDocument() throws IOException {
        assertThat(documents.read("\ufeff" + pupils(pupil("<Note>é</Note>"))).objects()).singleElement()
                .satisfies(object -> assertThat(object.xml()).startsWith("<Pupil ").endsWith("</Pupil>"));
    }

    @Test
    void objectsAreWholeWhereverTheyLieInALargeDocument() throws IOException {
        String note = "x\u00e9".repeat(700);
        StringBuilder inside = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            inside.append(pupil("<Note>" + i + note.substring(i % 900) + "</Note>")).append(" ".repeat(i % 7));
        }
        Read read = documents.read(pupils(inside.toString()));

        assertThat(read.objects()).hasSize(2_000);
        for (int i = 0; i < 2_000; i++) {
            assertThat(read.objects().get(i).xml()).endsWith("<Note>" + i + note.substring(i % 900) + "</Note></Pupil>");
        }
    }

    @Test
    void oneSplitterServesManyThreads() throws Exception {
        String document = pupils(pupil("<Sex>1</Sex>").repeat(500) + pupil("<Sex>6</Sex>"));
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Read>> reads = java.util.stream.Stream.generate(() -> threads.submit(() -> documents.read(document)))
                    .limit(16).toList();
            for (Future<Read> read : reads) {
                assertThat(read.get().objects()).hasSize(500);
                assertThat(read.get().fault().text()).contains("'6' is not a valid value");
            }
        }
    }

    @Test
    void aSinkThatFailsEndsTheReading() throws IOException {
        SifSplitter splitter = new SifSplitter(Documents.schema(), SifLimits.DEFAULT);
        byte[] document = pupils(pupil("")).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> splitter.split(new java.io.ByteArrayInputStream(document), _ -> {
            throw new IOException("full");
        })).isInstanceOf(IOException.class).hasMessage("full");
    }

    @Test
    void whatIsLoggedOfAnObjectOrAFaultHasNoValue() throws IOException {
        Read read = documents.read(pupils(pupil("<Note>canary</Note>") + pupil("<Sex>canary</Sex>")));

        assertThat(read.objects().toString() + read.document()).doesNotContain("canary");
    }
}
