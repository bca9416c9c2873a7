package weir.engine.record;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// How identifiers are written alike. Fact 22 of the published behaviour.
final class WholeNumberTextTest {

    @ParameterizedTest
    @CsvSource({
        "' 123.0',123",
        "' abc123',ABC123",
        "0123,123",
        "0,0",
        "123.50,123.50",
        "12E4,12E4",
        "1.2.0,1.2.0",
        "'1,000','1,000'"
    })
    void writesIdentifiersAlike(String given, String written) {
        assertThat(WholeNumberText.of(given)).isEqualTo(written);
    }
}
