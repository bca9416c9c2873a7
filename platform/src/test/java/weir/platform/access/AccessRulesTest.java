package weir.platform.access;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import weir.engine.organisation.OrganisationCode;
import weir.platform.web.RequestRefused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Who may do what, and who may not.
final class AccessRulesTest {

    private static final OrganisationCode YORK = new OrganisationCode("YORK");
    private static final OrganisationCode LEEDS = new OrganisationCode("LEEDS");

    /// Each caller in a row, each permission in a column: `+` may, `.` may not.
    private static final String TABLE = """
            caller               anyone signed-in hand-in see-deliveries read-outputs post-streams read-streams read-tables read-metadata see-metrics operate-jobs read-journal administer
            nobody               +      .         .       .              .            .            .            .           .             .           .            .            .
            no-role              +      +         .       .              .            .            .            .           .             .           .            .            .
            uploader:YORK        +      +         +       +              .            .            .            .           .             .           .            .            .
            viewer:YORK          +      +         .       +              .            .            .            .           .             .           .            .            .
            analyst:PAN          +      +         .       .              +            .            .            +           .             .           .            .            .
            publisher            +      +         .       .              .            +            .            .           .             .           .            .            .
            subscriber           +      +         .       .              .            .            +            .           .             .           .            .            .
            engineer             +      +         .       .              .            .            .            .           +             +           +            .            .
            administrator        +      +         .       .              .            .            .            .           +             +           +            +            +
            local-administrator  +      +         +       +              +            +            +            +           +             +           +            +            +
            """;

    private static Caller caller(String name) {
        return switch (name) {
            case "nobody" -> new Caller.Nobody();
            case "local-administrator" -> new Caller.LocalAdministrator();
            case "no-role" -> new Caller.Person("anna", Set.of());
            default -> new Caller.Person("anna", Set.of(Grant.parse(name)));
        };
    }

    @Test
    void everyRoleMayDoWhatTheTableSaysAndNothingElse() {
        String[] lines = TABLE.strip().split("\n", -1);
        String[] columns = lines[0].strip().split(" +", -1);
        assertThat(Arrays.stream(Permission.values()).map(Permission::code))
                .containsExactly(Arrays.copyOfRange(columns, 1, columns.length));
        Map<String, String> wrong = new TreeMap<>();
        for (String line : Arrays.copyOfRange(lines, 1, lines.length)) {
            String[] cells = line.strip().split(" +", -1);
            for (Permission permission : Permission.values()) {
                boolean may = caller(cells[0]).may(permission);
                if (may != cells[permission.ordinal() + 1].equals("+")) {
                    wrong.put(cells[0] + " " + permission.code(), may ? "may" : "may not");
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyRoleStandsInTheTable() {
        Set<String> rows = TABLE.lines().map(line -> line.split("[ :]", -1)[0]).collect(Collectors.toSet());
        assertThat(rows).containsAll(Arrays.stream(Role.values()).map(Role::code).toList());
    }

    @Test
    void anUploaderSeesItsOwnOrganisationAndNoOther() {
        Caller uploader = caller("uploader:YORK");
        assertThat(uploader.may(Permission.HAND_IN, YORK)).isTrue();
        assertThat(uploader.may(Permission.SEE_DELIVERIES, YORK)).isTrue();
        assertThat(uploader.may(Permission.HAND_IN, LEEDS)).isFalse();
        assertThat(uploader.may(Permission.SEE_DELIVERIES, LEEDS)).isFalse();
        assertThat(uploader.mayForUseCase(Permission.READ_OUTPUTS, "PAN")).isFalse();
    }

    @Test
    void theRegionSeesOutputsAndNoUploadAccount() {
        Caller analyst = caller("analyst:PAN");
        assertThat(analyst.mayForUseCase(Permission.READ_OUTPUTS, "PAN")).isTrue();
        assertThat(analyst.mayForUseCase(Permission.READ_OUTPUTS, "SUFFICIENCY")).isFalse();
        assertThat(analyst.may(Permission.SEE_DELIVERIES, YORK)).isFalse();
        assertThat(analyst.may(Permission.SEE_DELIVERIES, new OrganisationCode("PAN"))).isFalse();
    }

    @Test
    void neitherEngineerNorAdministratorSeesPersonalData() {
        for (String role : new String[] {"engineer", "administrator"}) {
            assertThat(caller(role).may(Permission.SEE_DELIVERIES, YORK)).isFalse();
            assertThat(caller(role).mayForUseCase(Permission.READ_OUTPUTS, "PAN")).isFalse();
            assertThat(caller(role).may(Permission.READ_TABLES)).isFalse();
        }
    }

    @Test
    void severalRolesAddUpEachAtItsOwnPlace() {
        Caller both = new Caller.Person("anna", Grant.parseAll(Set.of("uploader:YORK", "viewer:LEEDS").stream().toList()));
        assertThat(both.may(Permission.HAND_IN, YORK)).isTrue();
        assertThat(both.may(Permission.HAND_IN, LEEDS)).isFalse();
        assertThat(both.may(Permission.SEE_DELIVERIES, LEEDS)).isTrue();
    }

    @Test
    void whatIsNotYoursIsAnsweredAsIfItWereNotThere() {
        assertThatThrownBy(() -> caller("uploader:YORK").require(Permission.SEE_DELIVERIES, LEEDS, "delivery"))
                .isInstanceOfSatisfying(RequestRefused.class, refused -> assertThat(refused.problem().status()).isEqualTo(404));
        assertThatThrownBy(() -> caller("analyst:PAN").requireForUseCase(Permission.READ_OUTPUTS, "SUFFICIENCY", "output"))
                .isInstanceOfSatisfying(RequestRefused.class, refused -> assertThat(refused.problem().status()).isEqualTo(404));
        assertThatCode(() -> caller("uploader:YORK").require(Permission.SEE_DELIVERIES, YORK, "delivery"))
                .doesNotThrowAnyException();
    }

    @Test
    void aGrantSaysWhereItHolds() {
        assertThat(Grant.parse("uploader:YORK")).hasToString("uploader:YORK");
        assertThat(Grant.parse("engineer")).hasToString("engineer");
        for (String wrong : new String[] {"uploader", "engineer:YORK", "king", "uploader:", "analyst:a b", ""}) {
            assertThatIllegalArgumentException().as(wrong).isThrownBy(() -> Grant.parse(wrong));
        }
    }
}
