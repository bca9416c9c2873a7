package weir.engine.yaml;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NearestTest {

    private static final List<String> KNOWN = List.of("episodes", "header", "oc2", "oc3", "ID");

    @Test
    void findsTheWordWithTheFewestSlips() {
        assertThat(Nearest.to("epsiodes", KNOWN)).contains("episodes");
        assertThat(Nearest.to("Headers", KNOWN)).contains("header");
        assertThat(Nearest.to("episode", KNOWN)).contains("episodes");
    }

    @Test
    void takesTheFirstOfTwoThatAreEquallyNear() {
        assertThat(Nearest.to("oc4", KNOWN)).contains("oc2");
    }

    @Test
    void offersNothingThatIsFar() {
        assertThat(Nearest.to("uasc", KNOWN)).isEmpty();
        assertThat(Nearest.to("XD", KNOWN)).isEmpty();
        assertThat(Nearest.question("uasc", KNOWN)).isEmpty();
    }

    @Test
    void correctsCaseEvenInShortWords() {
        assertThat(Nearest.question("id", KNOWN)).isEqualTo(" Did you mean 'ID'?");
    }
}
