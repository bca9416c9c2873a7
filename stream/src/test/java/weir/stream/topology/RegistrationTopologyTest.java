package weir.stream.topology;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.stream.ingest.Intake;
import weir.stream.message.DocumentId;

import static org.assertj.core.api.Assertions.assertThat;
import static weir.stream.topology.RunningStreams.bytes;
import static weir.stream.topology.RunningStreams.stream;

/// Registration from a posted file to its objects, its errors and its report.
final class RegistrationTopologyTest {

    private static final String HEADER = "LocalId,PlatformId,FamilyName,GivenName,BirthDate,Sex,CountryOfBirth,FFPOS,IndigenousStatus,"
            + "StudentLOTE,YearLevel,TestLevel,FTE,ASLSchoolId,Parent1SchoolEducation,Parent1NonSchoolEducation,Parent1Occupation,"
            + "Parent1LOTE,Parent2SchoolEducation,Parent2NonSchoolEducation,Parent2Occupation,Parent2LOTE,Postcode,StateTerritory\n";

    @TempDir
    private static Path folder;

    private static RunningStreams streams;

    @BeforeAll
    static void start() throws Exception {
        streams = RunningStreams.in(folder);
    }

    @AfterAll
    static void stop() {
        streams.close();
    }

    private static String row(String localId, String family, String school, String fte, String postcode) {
        return localId + ",," + family + ",Treva & Co,2004-07-26,2,1101,1,1,1201,7,7," + fte + "," + school
                + ",3,8,2,1201,2,7,4,1201," + postcode + ",QLD\n";
    }

    private static DocumentId post(String rows) throws Exception {
        return streams.intake().csv(stream("naplan.csv"), Intake.of(bytes(HEADER + rows)), true);
    }

    @Test
    void makesEachRowAnObjectWithAnIdAndReportsOnTheFile() throws Exception {
        DocumentId file = post(row("a1", "One", "48096", "1", "4000") + row("a2", "Two", "47089", "0.5", "4000")
                + row("a3", "Three", "48096", "1.2", "4000") + row("", "Four", "48096", "1", "4000"));
        List<String> objects = streams.values("naplan.sifxmlout.none", 2, xml -> xml.contains("docid " + file));
        assertThat(objects).hasSize(2).allSatisfy(xml -> assertThat(xml)
                .contains("<GivenName>Treva &amp; Co</GivenName>", "CSV linetotal 4")
                .containsPattern("<OtherId Type=\"NAPPlatformStudentId\">[QR][0-9]{11}[A-Z]</OtherId>"));
        assertThat(streams.values("sifxml.errors", 1, error -> error.contains("'1.2' is greater than the maximum value allowed")))
                .singleElement()
                .asString()
                .startsWith("0:1:3 XSD Validation Error\n")
                .contains("CSV line 3: ");
        assertThat(streams.values("csv.errors", 1, error -> error.contains("Mandatory Element Check") && error.contains(file.value())))
                .singleElement()
                .asString()
                .contains("'LocalId'");
        assertThat(streams.values("naplan.filereport", 1, report -> report.contains(file.value())))
                .singleElement()
                .asString()
                .startsWith("0:0:0 Report\nReport for payload " + file + "\n\nSchools: 2\nStudents: 2\nYear 3: 0\nYear 5: 0\nYear 7: 2\n")
                .contains("Received: 4\nValid: 2\nFailed: 2\n");
    }

    @Test
    void tellsWhatTheRulesOfRegistrationFindAndWhoIsThereTwice() throws Exception {
        post(row("fjghh372", "Twice", "48096", "1", "800") + row("fjghh372", "Thrice", "48096", "1", "4000"));
        assertThat(streams.values("naplan.srm_errors", 1, error -> error.contains("'800'")))
                .singleElement()
                .asString()
                .contains("Error: '800' is not a valid value for Postcode: expect four digits");
        assertThat(streams.values("naplan.srm_errors", 1, error -> error.contains("SRM Unique Identity Check")))
                .singleElement()
                .asString()
                .contains("48096::fjghh372", "CSV line 2: ");
    }

    @Test
    void findsNoDuplicateOfAFileInItselfSentAgain() throws Exception {
        String rows = row("again1", "Again", "48096", "1", "4000");
        post(rows);
        DocumentId second = post(rows);
        assertThat(streams.values("naplan.filereport", 1, report -> report.contains(second.value()))).hasSize(1);
        assertThat(streams.all("naplan.srm_errors", error -> error.contains("again1"))).isEmpty();
    }

    @Test
    void saysOnceThatAFileIsOfStaff() throws Exception {
        String staff = "LocalStaffId,GivenName,FamilyName\nstaff77,Treva,Seefeldt\nstaff78,Bao,Seefeldt\n";
        DocumentId file = streams.intake().csv(stream("naplan.csv"), Intake.of(bytes(staff)), true);
        assertThat(streams.values("naplan.filereport", 1, report -> report.contains(file.value()))).hasSize(1);
        assertThat(streams.all("csv.errors", error -> error.contains(file.value())))
                .singleElement()
                .asString()
                .contains("You appear to have submitted a StaffPersonal record instead of a StudentPersonal record");
    }

    @Test
    void makesObjectsLinesOfCsvAgain() throws Exception {
        String staff = "LocalStaffId,GivenName,FamilyName,ASLSchoolId,EmailAddress\nstaff79,Treva,Seefeldt,48096,t@example.com\n";
        streams.intake().csv(stream("naplan.csv_staff"), Intake.of(bytes(staff)), true);
        String xml = streams.values("naplan.sifxmlout_staff.none", 1).getFirst();
        String object = xml.substring(xml.indexOf('\n') + 1);
        streams.intake().xml(stream("naplan.sifxml_staff"), bytes(
                "<StaffPersonals xmlns=\"http://www.sifassociation.org/au/datamodel/3.4\">" + object + "</StaffPersonals>"));
        assertThat(streams.values("naplan.csvstaff_out", 1)).singleElement().asString().startsWith("staff79,Treva,Seefeldt,");
    }
}
