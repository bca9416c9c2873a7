package weir.engine.recognise;

import org.junit.jupiter.api.Test;
import weir.engine.organisation.OrganisationCode;

import static org.assertj.core.api.Assertions.assertThat;

/// Whose folder it is. Fact 4 of the published behaviour; whether the code is known is asked elsewhere.
final class PathOrganisationTest {

    @Test
    void takesTheCodeAtTheEndOfTheFolder() {
        assertThat(PathOrganisation.find("Fons-a821f-Cambridgeshire-873")).contains(new OrganisationCode("873"));
        assertThat(PathOrganisation.find("Fons-0fg93-Hackney-HAC")).contains(new OrganisationCode("HAC"));
    }

    @Test
    void findsNoneInOtherNames() {
        assertThat(PathOrganisation.find("returns")).isEmpty();
        assertThat(PathOrganisation.find("2021-22")).isEmpty();
        assertThat(PathOrganisation.find("HAC")).isEmpty();
    }
}
