package weir.stream.graph;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Rows of OneRoster as tuples. Section 4.2.
class OneRosterTuplesTest {

    private final OneRosterTuples tuples = new OneRosterTuples();

    @Test
    void aUserIsTiedToItsSchoolsAndItsAgents() {
        assertThat(tuples.tuple(Map.of(
                        "sourcedId", "u1", "username", "jo", "identifier", "i1", "userId", "x1", "givenName", "Jo",
                        "familyName", "Lee", "orgSourcedIds", "o1, o2", "agents", "u2,,u3")))
                .contains(new GraphTuple("oneroster_users", "u1", Map.of("oneroster_identifier", "i1", "oneroster_userId", "x1"),
                        List.of("o1", "o2", "u2", "u3"), List.of(), "Jo Lee"));
    }

    @Test
    void theLastColumnThatTellsAFileDecides() {
        assertThat(tuples.tuple(Map.of("sourcedId", "c1", "courseCode", "MA", "classCode", "7A", "title", "Maths")))
                .contains(new GraphTuple("oneroster_classes", "c1",
                        Map.of("oneroster_courseCode", "MA", "oneroster_classCode", "7A"), List.of(), List.of(), "Maths"));
    }

    @Test
    void demographicsBelongToTheirUser() {
        assertThat(tuples.tuple(Map.of("userSourcedId", "u1", "sex", "male")))
                .contains(new GraphTuple("oneroster_demographics", "u1", Map.of(), List.of("u1"), List.of(), "u1"));
    }

    @Test
    void anEnrolmentTiesItsClassItsSchoolAndItsUser() {
        assertThat(tuples.tuple(Map.of("sourcedId", "e", "primary", "true", "classSourcedId", "c", "schoolSourcedId", "s",
                        "userSourcedId", "u")))
                .hasValueSatisfying(tuple -> assertThat(tuple.links()).containsExactly("s", "c", "u"));
    }

    @Test
    void aRowWithoutAnIdOrOfNoFileHasNone() {
        assertThat(tuples.tuple(Map.of("username", "jo"))).isEmpty();
        assertThat(tuples.tuple(Map.of("sourcedId", "1", "colour", "red"))).isEmpty();
    }
}
