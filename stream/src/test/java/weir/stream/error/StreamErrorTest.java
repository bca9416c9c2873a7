package weir.stream.error;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The two forms of a finding. Facts 5, 8, 27 and section 5.9.
class StreamErrorTest {

    @Test
    void theTextFormHasItsPlaceItsClassAndItsText() {
        StreamError error = new StreamError(0, 1, "2", "Mandatory Element Check", "LocalId is missing\na,b");

        assertThat(error.asText()).isEqualTo("0:1:2 Mandatory Element Check\nLocalId is missing\na,b\n");
    }

    @Test
    void theMarkOfASuccessIsOneLineOfNoughts() {
        StreamError none = StreamError.none("XSD Validation Error");

        assertThat(none.asText()).isEqualTo("0:0:0 XSD Validation Error\n");
        assertThat(none.isNone()).isTrue();
    }

    @Test
    void theJsonFormSaysTheSameByName() {
        StreamError error = new StreamError(3, 7, "2", "SRM Validation", "Said \"so\"\n", 2, "a,b");

        assertThat(error.asJson()).isEqualTo("{\"ordinal\":3,\"total\":7,\"record_id\":\"2\",\"type\":\"SRM Validation\","
                + "\"text\":\"Said \\\"so\\\"\\n\",\"line\":2,\"content\":\"a,b\"}");
        assertThat(StreamError.none("Report").asJson())
                .isEqualTo("{\"ordinal\":0,\"total\":0,\"record_id\":\"0\",\"type\":\"Report\",\"text\":\"\"}");
    }

    @Test
    void itsNameInALogHasNoValue() {
        assertThat(new StreamError(0, 1, "0", "SRM Validation", "canary", 0, "canary").toString()).doesNotContain("canary");
    }
}
