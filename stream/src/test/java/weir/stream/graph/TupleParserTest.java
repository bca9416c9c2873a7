package weir.stream.graph;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.stream.message.MalformedMessage;
import weir.stream.sif.UnreadableObject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What objects say of each other. Facts 18 and 21 to 23.
class TupleParserTest {

    private final TupleParser parser = new TupleParser();

    @Test
    void fact18ATeachingGroupNamesItselfItsStudentsAndItsTeacher() {
        String group = """
                <TeachingGroup xmlns="http://www.sifassociation.org/au/datamodel/3.4" RefId="f94278d5-b1b4-4936-ae95-f6d78d0887e2">
                  <SchoolYear>2014</SchoolYear>
                  <LocalId>982b604a-00ac-487c-ae5a-bd62aae4b3a6</LocalId>
                  <ShortName>1A</ShortName>
                  <LongName>Year 1A</LongName>
                  <StudentList>
                    <TeachingGroupStudent>
                      <StudentPersonalRefId>1e5aa150-ca94-45a0-a893-9ec427ee2160</StudentPersonalRefId>
                      <Name Type="LGL"><FullName>canary</FullName></Name>
                    </TeachingGroupStudent>
                    <TeachingGroupStudent>
                      <StudentPersonalRefId>9570f36c-9c4d-4a0a-912d-25f26d5264b4</StudentPersonalRefId>
                    </TeachingGroupStudent>
                  </StudentList>
                  <TeacherList><TeachingGroupTeacher>
                    <StaffPersonalRefId>cef8aa68-554e-4771-82f5-d54568a7e909</StaffPersonalRefId>
                  </TeachingGroupTeacher></TeacherList>
                </TeachingGroup>""";

        assertThat(tuple(group).asJson()).isEqualTo("{\"type\":\"TeachingGroup\",\"id\":\"f94278d5-b1b4-4936-ae95-f6d78d0887e2\","
                + "\"otherids\":{\"localid\":\"982b604a-00ac-487c-ae5a-bd62aae4b3a6\"},"
                + "\"links\":[\"f94278d5-b1b4-4936-ae95-f6d78d0887e2\",\"1e5aa150-ca94-45a0-a893-9ec427ee2160\","
                + "\"9570f36c-9c4d-4a0a-912d-25f26d5264b4\",\"cef8aa68-554e-4771-82f5-d54568a7e909\"],"
                + "\"equivalentids\":[],\"label\":\"1A\"}");
    }

    @Test
    void fact21AnEnrolmentTiesItsSchoolToItsStudent() {
        GraphTuple tuple = tuple("<StudentSchoolEnrollment RefId=\"e\"><StudentPersonalRefId>s</StudentPersonalRefId>"
                + "<SchoolInfoRefId>c</SchoolInfoRefId><Advisor SIF_RefObject=\"StaffPersonal\">a</Advisor>"
                + "<Calendar SIF_RefObject=\"CalendarSummary\"/></StudentSchoolEnrollment>");

        assertThat(tuple.links()).containsExactly("e", "s", "c", "a");
        assertThat(tuple.label()).isEqualTo("e");
    }

    @Test
    void fact22AndFact23WhatSomebodyDeclaresIsATupleToo() {
        assertThat(GraphTuple.equivalence(List.of("a", "b", "c")).asJson()).isEqualTo(
                "{\"type\":null,\"id\":\"a\",\"otherids\":{},\"links\":[],\"equivalentids\":[\"b\",\"c\"],\"label\":null}");
        assertThat(GraphTuple.ties(List.of("a", "b"), List.of("c", "d")))
                .extracting(GraphTuple::id, GraphTuple::links)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a", List.of("c", "d")),
                        org.assertj.core.groups.Tuple.tuple("b", List.of("c", "d")),
                        org.assertj.core.groups.Tuple.tuple("c", List.of("a", "b")),
                        org.assertj.core.groups.Tuple.tuple("d", List.of("a", "b")));
    }

    @Test
    void theIdIsThatOfTheLastElementWithOneOrTheChildNamedAfterTheRoot() {
        assertThat(tuple("<A RefId=\"1\"><B RefId=\"2\"/></A>")).extracting(GraphTuple::type, GraphTuple::id).containsExactly("B", "2");
        assertThat(tuple("<A StudentPersonalRefId=\"s\"><ARefId>3</ARefId></A>"))
                .isEqualTo(new GraphTuple("A", "3", Map.of(), List.of("s", "3"), List.of(), "3"));
    }

    @Test
    void anObjectWithoutAnIdAlwaysHasTheSameOne() {
        GraphTuple tuple = tuple("<A><Name>x</Name></A>");

        assertThat(tuple.id()).matches("[0-9a-f]{32}").isEqualTo(tuple("<A><Name>x</Name></A>").id());
        assertThat(tuple("<A><Name>y</Name></A>").id()).isNotEqualTo(tuple.id());
        assertThat(tuple.label()).isEqualTo(tuple.id());
    }

    @Test
    void otherIdsAreByTheirKindAndTheLastOfAKindCounts() {
        GraphTuple tuple = tuple("<StudentPersonal RefId=\"1\"><LocalId>l</LocalId><StateProvinceId>s</StateProvinceId>"
                + "<ElectronicIdList><ElectronicId Type=\"03\">e1</ElectronicId><ElectronicId Type=\"03\">e2</ElectronicId>"
                + "</ElectronicIdList><OtherIdList><OtherId Type=\"TAAStudentId\">t&amp;t</OtherId>"
                + "<OtherId Type=\"Empty\"/></OtherIdList></StudentPersonal>");

        assertThat(tuple.otherIds()).isEqualTo(
                Map.of("localid", "l", "stateprovinceids", "s", "electronicid03", "e2", "TAAStudentId", "t&t"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "SchoolInfo RefId='1'             | <SchoolName>Stivers &amp; Co</SchoolName>                                  | Stivers & Co",
        "StudentPersonal RefId='1'        | <PersonInfo><Name><FamilyName>B</FamilyName><GivenName>A</GivenName></Name></PersonInfo> | A B",
        "StudentPersonal RefId='1'        | <PersonInfo><Name><FamilyName>B</FamilyName><GivenName>A</GivenName><FullName>C</FullName></Name></PersonInfo> | C",
        "StudentPersonal RefId='1'        | <PersonInfo><OtherNames><Name><FullName>C</FullName></Name></OtherNames></PersonInfo> | 1",
        "TimeTableCell RefId='1'          | <PeriodId>2</PeriodId><DayId>M</DayId>                                     | M:2",
        "TimeTableCell RefId='1'          | <DayId>M</DayId>                                                           | 1",
        "CalendarDate Date='2016-01-02' CalendarDateRefId='1' | <CalendarDateRefId>1</CalendarDateRefId>               | 2016-01-02",
        "LearningStandardItem RefId='1'   | <StatementCodes><StatementCode>a</StatementCode><StatementCode>b</StatementCode></StatementCodes> | a",
        "ResourceBooking RefId='1'        | <ResourceLocalId>a</ResourceLocalId>                                       | a a",
        "VendorInfo RefId='1'             | <ContactInfo><Name><GivenName>A</GivenName><FamilyName>B</FamilyName></Name></ContactInfo> | A B",
        "TermInfo RefId='1'               | <TermCode><![CDATA[T<1]]></TermCode>                                       | T<1",
        "Unheard RefId='1'                | <Name>x</Name>                                                             | 1",
    })
    void theLabelIsWhatNamesItsTypeAndTheIdWhereThatIsMissing(String tag, String inside, String label) {
        assertThat(tuple("<" + tag + ">" + inside + "</" + tag.split(" ", 2)[0] + ">").label()).isEqualTo(label);
    }

    @Test
    void theDocumentedFormIsReadBack() {
        GraphTuple tuple = new GraphTuple("A", "1", Map.of("localid", "l"), List.of("1", "2"), List.of("3"), "é\"");

        assertThat(GraphTuple.parse(tuple.asJson())).isEqualTo(tuple);
        assertThat(GraphTuple.parse(GraphTuple.tie("1", List.of("2")).asJson())).isEqualTo(GraphTuple.tie("1", List.of("2")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{", "[]", "{}", "{\"id\":1,\"otherids\":{}}", "{\"id\":\"1\",\"otherids\":{\"a\":1},\"links\":[],\"equivalentids\":[]}"})
    void anyOtherFormIsRefusedWithoutItsText(String json) {
        assertThatThrownBy(() -> GraphTuple.parse(json)).isInstanceOf(MalformedMessage.class).hasMessageStartingWith("A tuple must be");
    }

    @Test
    void aBrokenObjectHasNoTuple() {
        assertThatThrownBy(() -> tuple("<A RefId=\"1\"><B></A>")).isInstanceOf(UnreadableObject.class);
    }

    private GraphTuple tuple(String xml) {
        return parser.parse(xml.getBytes(StandardCharsets.UTF_8), 0);
    }
}
