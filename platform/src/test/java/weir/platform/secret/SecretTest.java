package weir.platform.secret;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class SecretTest {

    @Test
    void printsAsStars() {
        assertThat(Secret.of("swordfish")).hasToString("****");
        assertThat(List.of(Secret.of("swordfish")).toString()).doesNotContain("swordfish");
    }

    @Test
    void isTheSameWhenItSaysTheSame() {
        assertThat(Secret.of("a")).isEqualTo(Secret.of("a")).isNotEqualTo(Secret.of("b"));
    }

    @Test
    void isNotBlank() {
        assertThatThrownBy(() -> Secret.of(" ")).isInstanceOf(IllegalArgumentException.class);
    }
}
