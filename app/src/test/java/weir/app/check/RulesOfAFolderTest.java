package weir.app.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.app.WeirProgram;
import weir.app.WeirProgram.Ended;

import static org.assertj.core.api.Assertions.assertThat;

/// Rules of one record, across tables and across years, in one check of a folder of returns.
final class RulesOfAFolderTest {

    private static final String CANARY = "KANARIENVOGEL";

    private static final String HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB";
    private static final String EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,"
            + "HOME_POST,PL_POST,URN";

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void writeTwoYears() throws IOException {
        write("2022/SSDA903_2022_header.csv", HEADER, CANARY + "A,1,01/06/2010,WBRI,A123456789012,0,");
        write("2022/SSDA903_2022_episodes.csv", EPISODES,
                CANARY + "A,01/06/2021,S,C2,N1,U4,PR1,,,,AB1 2CD,AB1 2CD,SC000001");
        write("2023/SSDA903_2023_header.csv", HEADER, CANARY + "A,2,01/06/2010,WBRI,A123456789012,0,");
        write("2023/SSDA903_2023_episodes.csv", EPISODES,
                CANARY + "A,01/06/2021,S,C1,N1,U4,PR1,01/09/2022,X1,,AB1 2CD,AB1 2CD,SC000001",
                CANARY + "A,31/08/2022,P,C1,N1,U4,PR0,,,,AB1 2CD,AB1 2CD,SC000001",
                CANARY + "B,01/06/2022,S,C2,N1,U4,PR1,01/09/2022,,,AB1 2CD,AB1 2CD,SC000001");
    }

    private void write(String name, String... lines) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    }

    @Test
    void tellsWhichRowsBreakWhichRules() {
        Ended ended = WeirProgram.shipped().run("check", folder, "--csv");
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.out().lines().skip(1)).satisfiesExactlyInAnyOrder(
                line -> assertThat(line).contains(",episodes,3,F,PLACE,ssda903-550,error,"),
                line -> assertThat(line).contains(",episodes,4,H,DEC,ssda903-148,error,"),
                line -> assertThat(line).contains(",episodes,3,B,DECOM,ssda903-501,error,"),
                line -> assertThat(line).contains(",episodes,2,I,REC,ssda903-388,error,"),
                line -> assertThat(line).contains(",episodes,3,C,RNE,ssda903-433,error,"),
                line -> assertThat(line).contains(",episodes,4,A,CHILD,ssda903-INT03,error,"),
                line -> assertThat(line).contains(",header,2,B,SEX,ssda903-202,error,"),
                line -> assertThat(line).contains(",episodes,2,D,LS,ssda903-503B,error,"));
    }

    @Test
    void saysWhatItCouldNotAsk() {
        Ended ended = WeirProgram.shipped().run("check", folder.resolve("2023"));
        assertThat(ended.err())
                .contains("rules of ssda903 2023 could not be asked without")
                .contains("episodes_last")
                .contains("header_last");
    }

    @Test
    void asksNoRuleWhereNoneIsWanted() {
        Ended ended = WeirProgram.shipped().run("check", folder, "--no-rules");
        assertThat(ended.exit()).isZero();
        assertThat(ended.out()).doesNotContain("ssda903-");
    }

    @Test
    void showsNoValueOfARecord() {
        for (String form : new String[] {"--csv", "--json"}) {
            Ended ended = WeirProgram.shipped().run("check", folder, form);
            assertThat(ended.out() + ended.err()).doesNotContain(CANARY).doesNotContain("A123456789012");
        }
    }
}
