package weir.engine.pipeline;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.Datasets;

import static org.assertj.core.api.Assertions.assertThat;

/// Reference data as it is published: the headers are those of the publications, the rows are made up.
class ReferenceFilesTest {

    private static final List<Dataset> ALL =
            Datasets.in(Path.of(System.getProperty("weir.root", "..")).resolve("datasets")).all();

    @TempDir
    private Path folder;

    private CheckedFile check(String name, String text, Charset charset) throws IOException {
        return new CheckedFile(ALL, Files.writeString(folder.resolve("file"), text, charset), name);
    }

    private CheckedFile check(String name, String text) throws IOException {
        return check(name, text, StandardCharsets.UTF_8);
    }

    private static List<String> errors(CheckedFile checked) {
        return checked.findings().stream().filter(finding -> finding.startsWith("error")).toList();
    }

    @Test
    void readsTheLookupOfWards() throws IOException {
        CheckedFile checked = check("WD22_LAD22_CTY22_RGN22_CTRY22 2022.csv", """
                WD22CD,WD22NM,LAD22CD,LAD22NM,CTY22CD,CTY22NM,RGN22CD,RGN22NM,CTRY22CD,CTRY22NM,ObjectId
                E05000001,Some ward,E06000023,"Bristol, City of",,,E12000009,South West,E92000001,England,1
                """);
        assertThat(checked.tables()).containsExactly("area 1");
        assertThat(checked.row(0, 0)).containsExactly("E05000001", "Some ward", "E06000023", "Bristol, City of", "", "",
                "E12000009", "South West", "E92000001", "England");
        assertThat(checked.findings()).containsExactly("notice column-unknown K1");
    }

    @Test
    void readsSectorsUnderTheOlderAndTheNewerNamesOfTheDirectory() throws IOException {
        for (String header : List.of(
                "PostcodeSector,oslaua,lsoa11,lat,long,oseast1m,osnrth1m,imd",
                "PostcodeSector,lad25cd,lsoa11cd,lat,long,east1m,north1m,imd20ind")) {
            CheckedFile checked = check("ons_postcode_2025.csv", header + "\nE1 6,E09000030,E01004261,51.518,-0.073,533500,181800,8000\n");
            assertThat(checked.tables()).containsExactly("sector 1");
            assertThat(checked.row(0, 0)).containsExactly("E1 6", "E09000030", "E01004261", "51.518", "-0.073", "533500", "181800", "8000");
            assertThat(checked.findings()).isEmpty();
        }
    }

    @Test
    void readsProvidersAndTheirInspections() throws IOException {
        CheckedFile providers = check("Providers_places_at_31_Aug_2023.csv", """
                URN,Local authority,Region,Provider type,Sector,Organisation which owns the provider,Registration date,Registration status,Date closed,Places
                SC000001,Barnet,London,Children's Home,Private,Made Up Care Limited,01/04/2019,Active,,4
                """);
        assertThat(providers.tables()).containsExactly("provider 1");
        assertThat(errors(providers)).isEmpty();
        assertThat(providers.row(0, 0)).contains("SC000001", "Children's Home", "2019-04-01", "Active", "4", "Made Up Care Limited", "Barnet");

        CheckedFile inspections = check("Provider_level_in_year_2022-23.csv", """
                URN,Provider type,Inspection date,Overall experiences and progress of children and young people
                SC000001,Children's Home,07/06/2022,Requires improvement to be good
                """);
        assertThat(inspections.tables()).containsExactly("inspection 1");
        assertThat(inspections.periods()).containsExactly("2023");
        assertThat(inspections.row(0, 0)).containsExactly("SC000001", "2022-06-07", "3");
    }

    @Test
    void readsTheExtractOfSchoolsInItsOwnEncoding() throws IOException {
        CheckedFile checked = check("edubasealldata20240102.csv", """
                "URN","LA (code)","LA (name)","EstablishmentNumber","EstablishmentName","TypeOfEstablishment (code)",\
                "TypeOfEstablishment (name)","EstablishmentStatus (code)","EstablishmentStatus (name)","OpenDate","CloseDate",\
                "PhaseOfEducation (code)","PhaseOfEducation (name)","StatutoryLowAge","StatutoryHighAge","Postcode","Town","UKPRN",\
                "GSSLACode (name)"
                "100001","302","Barnet","1001","St Zoë’s School","05","Foundation school","1","Open","01-09-2012","","2","Primary",\
                "3","11","N3 2AB","London","10000001","E09000003"
                """, Charset.forName("windows-1252"));
        assertThat(checked.tables()).containsExactly("establishment 1");
        assertThat(checked.periods()).containsExactly("2024");
        assertThat(errors(checked)).isEmpty();
        assertThat(checked.row(0, 0)).containsExactly("100001", "302", "Barnet", "1001", "St Zoë’s School", "Foundation school",
                "Open", "2012-09-01", "", "Primary", "3", "11", "N3 2AB", "London", "10000001", "E09000003");
    }
}
