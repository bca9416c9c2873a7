package weir.engine.organisation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.engine.dataset.FaultySpecification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
}
