package weir.app.check;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import weir.app.WeirProgram;
import weir.app.WeirProgram.Ended;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// The published sample returns give the issues they are known for, and a notice for the column that no return has.
final class SampleReturnsTest {

    private static Ended check(String name) {
        Path file = WeirProgram.root().resolve("../shared/reference/collect/samples").resolve(name).normalize();
        assumeTrue(Files.exists(file), "the published samples are not beside this repository");
        return WeirProgram.shipped().run("check", file, "--csv");
    }

    @Test
    void findsTheThreeErrorsOfTheEpisodes() {
        Ended ended = check("SSDA903_2020_episodes.csv");
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.out().lines().skip(1)).satisfiesExactly(
                line -> assertThat(line).contains(",episodes,1,N,TEST_COLUMN,column-unknown,notice,"),
                line -> assertThat(line).contains(",episodes,3,D,LS,value-blank,error,"),
                line -> assertThat(line).contains(",episodes,5,L,PL_POST,value-not-postcode,error,"),
                line -> assertThat(line).contains(",episodes,6,C,RNE,value-not-code,error,"));
    }

    @Test
    void findsTheOneErrorOfTheHeader() {
        Ended ended = check("SSDA903_2020_header.csv");
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.out().lines().skip(1)).singleElement().asString()
                .contains(",header,6,D,ETHNIC,value-not-code,error,");
    }

    @Test
    void findsNothingWrongWithTheChildrenInNeed() {
        Ended ended = check("BAR_cin_2022.xml");
        assertThat(ended.exit()).isZero();
        assertThat(ended.out().lines().skip(1)).isEmpty();
    }

    @Test
    void findsTheTwelveSocialWorkersWithoutAnInstitution() {
        Ended ended = check("social_work_workforce_2022.xml");
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.out().lines().skip(1))
                .hasSize(12)
                .allSatisfy(line -> assertThat(line).contains(",CSWWWorker,", ",,QualInst,element-missing,error,"));
    }
}
