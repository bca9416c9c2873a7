package weir.stream.sif;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import weir.stream.message.Level;
import weir.stream.privacy.PrivacyFilter;
import weir.stream.privacy.SensitivityFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// The published schemas and samples behave as section 7 of the facts says. Facts 11 and 36.
class PublishedSchemasTest {

    private static final Path ROOT = Path.of(System.getProperty("weir.root", ".."));

    private final Path reference = ROOT.resolve("../shared/reference/stream").normalize();

    @Test
    void madeUpStudentsAreValidForTheGeneralSchemaAndForTheDraftOfRegistration() throws IOException {
        byte[] students = students(300);

        assertThat(read("SIF_Message3.4.xsd", students)).isEqualTo(new SplitDocument(300, List.of()));
        assertThat(read("NAPLANRegistrationDraft.xsd", students)).isEqualTo(new SplitDocument(300, List.of()));
    }

    @Test
    void samplesOfStudentsHaveTheWrongTypeOfMembershipAndNothingElse() throws IOException {
        for (String name : List.of("20students.xml", "100students.xml")) {
            SplitDocument sample = sample(name);

            assertThat(sample.faults()).as(name).isNotEmpty().allSatisfy(fault ->
                    assertThat(fault.text()).as(name).contains("MembershipType", "' is not a valid value"));
        }
    }

    @Test
    void aSampleInTheMistakenNamespaceIsInvalid() throws IOException {
        assertThat(sample("1TeachingGroup.xml").faults()).singleElement()
                .satisfies(fault -> assertThat(fault.text()).contains("Its namespace must be"));
    }

    @Test
    void fact11InvoicesAreValidForTheGeneralSchemaOnly() throws IOException {
        byte[] invoices = "<Invoices xmlns=\"http://www.sifassociation.org/au/datamodel/3.4\"/>".getBytes(StandardCharsets.UTF_8);

        assertThat(read("NAPLANRegistrationDraft.xsd", invoices).faults().getFirst().text())
                .contains("No matching global declaration available for the validation root.");
        assertThat(read("SIF_Message3.4.xsd", invoices).faults())
                .noneMatch(fault -> fault.text().contains("No matching global declaration"));
    }

    @Test
    void fact36ALanguageTheDraftDoesNotKnowIsNamed() throws IOException {
        byte[] students = new String(students(1), StandardCharsets.UTF_8)
                .replaceFirst("<Parent1Language>\\d+<", "<Parent1Language>7100<")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(read("SIF_Message3.4.xsd", students).isValid()).isTrue();
        assertThat(read("NAPLANRegistrationDraft.xsd", students).faults()).singleElement()
                .satisfies(fault -> assertThat(fault.text()).contains("'7100' is not a valid value"));
    }

    @Test
    void objectsWithFieldsTakenOutStayValidForTheDraftOfRegistration() throws IOException {
        PrivacyFilter filter = new PrivacyFilter(SensitivityFile.shipped());
        SifSplitter splitter = splitter("NAPLANRegistrationDraft.xsd");
        List<SifObject> objects = new ArrayList<>();
        splitter.split(new ByteArrayInputStream(students(20)), objects::add);
        Set<String> faults = new HashSet<>();
        for (SifObject object : objects) {
            byte[] low = filter.filter(object.xml().getBytes(StandardCharsets.UTF_8), 0).at(Level.LOW);
            splitter.split(new ByteArrayInputStream(low), _ -> {}).faults().forEach(fault -> faults.add(fault.text()));
        }

        assertThat(faults).isEmpty();
    }

    private SplitDocument sample(String name) throws IOException {
        Path file = reference.resolve("samples").resolve(name);
        assumeTrue(Files.exists(file), "The published samples do not lie beside this repository.");
        return read("SIF_Message3.4.xsd", Files.readAllBytes(file));
    }

    private SplitDocument read(String schema, byte[] document) throws IOException {
        try (InputStream in = new ByteArrayInputStream(document)) {
            return splitter(schema).split(in, _ -> {});
        }
    }

    private SifSplitter splitter(String schema) throws IOException {
        Path file = reference.resolve("xsd").resolve(schema);
        assumeTrue(Files.exists(file), "The published schemas do not lie beside this repository.");
        return new SifSplitter(SifSchema.load(file), SifLimits.DEFAULT);
    }

    private static byte[] students(int count) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SifGenerator(new SplittableRandom(34), Year.of(2026), List.of("48096", "47089")).writeStudents(count, out);
        return out.toByteArray();
    }
}
