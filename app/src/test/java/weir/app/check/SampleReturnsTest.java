package weir.app.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.app.Folders;
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
    void writesThePublishedRowsOfTheEpisodes(@TempDir Path temporary) throws IOException {
        String output = clean("SSDA903_2020_episodes.csv", "PAN_ssda903_episodes.csv", temporary);
        assertThat(output.lines()).hasSize(1 + 5).anyMatch(line -> line.startsWith("689661_BAD,") && line.contains(",Y8 5,"));
    }

    @Test
    void mergesTheThreeRowsOfTheHeaderThatStandTwice(@TempDir Path temporary) throws IOException {
        assertThat(clean("SSDA903_2020_header.csv", "PAN_ssda903_header.csv", temporary).lines()).hasSize(1 + 2);
        assertThat(Folders.texts(temporary.resolve("out"), path -> path.endsWith("issues.csv")).values()).singleElement().asString()
                .containsSubsequence(",header,3,", "row-duplicate", ",header,4,", "row-duplicate", ",header,6,", "row-duplicate");
    }

    private static String clean(String name, String output, Path temporary) throws IOException {
        Path file = WeirProgram.root().resolve("../shared/reference/collect/samples").resolve(name).normalize();
        assumeTrue(Files.exists(file), "the published samples are not beside this repository");
        Files.copy(file, Files.createDirectories(temporary.resolve("in")).resolve(name));
        Ended ended = WeirProgram.shipped().run("clean", temporary.resolve("in"), temporary.resolve("out"), "--organisation", "BAD", "--use-case", "PAN", "--no-parquet");
        assertThat(ended.exit()).as(ended.toString()).isEqualTo(1);
        return Files.readString(temporary.resolve("out/outputs/PAN").resolve(output), StandardCharsets.UTF_8);
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
