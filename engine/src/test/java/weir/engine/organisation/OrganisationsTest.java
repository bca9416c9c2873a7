package weir.engine.organisation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.engine.dataset.DatasetId;
import weir.engine.dataset.FaultySpecification;
import weir.engine.dataset.Period;
import weir.engine.dataset.UseCaseName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Who hands data in and what each has signed. Fact 6 of the published behaviour, and a part of fact 4.
class OrganisationsTest {

    @TempDir
    Path folder;

    @Test
    void knowsTheThirtyThreeAuthoritiesOfLondon() {
        Organisations shipped =
                Organisations.read(Path.of(System.getProperty("weir.root", "..")).resolve("datasets/organisations.yaml"));

        assertThat(shipped.all()).hasSize(33);
        assertThat(shipped.find(new OrganisationCode("bad"))).map(Organisation::name).contains("Barking and Dagenham");
        assertThat(shipped.find(new OrganisationCode("HAY"))).map(Organisation::name).contains("Haringey");
        assertThat(shipped.find(new OrganisationCode("999"))).isEmpty();
    }

    @Test
    void refusesACodeOrANameThatStandsTwice() throws IOException {
        Path file = folder.resolve("organisations.yaml");
        Files.writeString(file, "organisations:\n  ABC: One\n  abc: Two\n  DEF: one\n  G H: Three\n", StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Organisations.read(file))
                .isInstanceOf(FaultySpecification.class)
                .hasMessageContaining("organisations.yaml:3: The code abc stands twice: remove one of them.")
                .hasMessageContaining("organisations.yaml:4: 'one' has the code ABC already: give each name one code.")
                .hasMessageContaining("organisations.yaml:5: 'G H' is not a code");
    }

    @Test
    void knowsWhoHasSignedWhat() throws IOException {
        Organisations organisations = Organisations.read(Files.writeString(folder.resolve("organisations.yaml"), """
                organisations: {BAR: Barnet, BEX: Bexley}
                signed:
                  ssda903: {PAN: all, SUFFICIENCY: [BAR]}
                """, StandardCharsets.UTF_8));

        assertThat(signed(organisations, "ssda903", "PAN")).containsExactly("BAR", "BEX");
        assertThat(signed(organisations, "ssda903", "SUFFICIENCY")).containsExactly("BAR");
        assertThat(signed(organisations, "cin", "PAN")).isEmpty();
        assertThat(signed(Organisations.none(), "ssda903", "PAN")).isEmpty();
        assertThat(organisations.agreements(new OrganisationCode("999")).hasSigned(new DatasetId("ssda903"), new UseCaseName("PAN")))
                .as("what nobody knows has signed nothing").isFalse();
    }

    @Test
    void knowsForWhomAPeriodIsOpen() throws IOException {
        Organisations organisations = Organisations.read(Files.writeString(folder.resolve("organisations.yaml"), """
                organisations: {BAR: Barnet, BEX: Bexley}
                open:
                  ssda903: {2025: [BAR], 2026: all}
                  school_census: {2025-autumn: []}
                """, StandardCharsets.UTF_8));
        Agreements bexley = organisations.agreements(new OrganisationCode("BEX"));
        DatasetId ssda903 = new DatasetId("ssda903");

        assertThat(organisations.agreements(new OrganisationCode("BAR")).isOpen(ssda903, Period.ofYear(2025))).isTrue();
        assertThat(bexley.isOpen(ssda903, Period.ofYear(2025))).isFalse();
        assertThat(bexley.isOpen(ssda903, Period.ofYear(2026))).isTrue();
        assertThat(bexley.isOpen(ssda903, Period.ofYear(2024))).as("what is not named is open").isTrue();
        assertThat(bexley.closed(new DatasetId("school_census"))).containsExactly(Period.parse("2025-autumn").orElseThrow());
        assertThat(Agreements.ofOwnUse().isOpen(ssda903, Period.ofYear(2025))).isTrue();
    }

    @Test
    void saysWhatIsWrongWithPeriodsThatAreOpen() throws IOException {
        Path file = folder.resolve("organisations.yaml");
        Files.writeString(
                file,
                "organisations: {BAR: Barnet}\nopen:\n  cin: 2025\n  ssda903:\n    next: all\n    2025: [BAZ]\n    2026: yes\n",
                StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Organisations.read(file))
                .isInstanceOf(FaultySpecification.class)
                .hasMessageContaining("organisations.yaml:3: Under cin stand periods, each with 'all' or a list of codes")
                .hasMessageContaining("organisations.yaml:5: 'next' is no period: write 2025, 2025-06 or 2025-autumn.")
                .hasMessageContaining("organisations.yaml:6: 'BAZ' is no code of this file: add it under 'organisations'. Did you mean 'BAR'?")
                .hasMessageContaining("organisations.yaml:7: 2026 needs 'all' or a list of codes");
    }

    private static List<String> signed(Organisations organisations, String dataset, String useCase) {
        return organisations.all().stream()
                .map(Organisation::code)
                .filter(code -> organisations.agreements(code).hasSigned(new DatasetId(dataset), new UseCaseName(useCase)))
                .map(OrganisationCode::value)
                .toList();
    }
}
