package weir.stream.message;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TopicNameTest {

    @Test
    void isTheTopicAndTheStreamWithADotBetween() {
        TopicName name = TopicName.parse("naplan.csv_staff");

        assertThat(name).isEqualTo(new TopicName("naplan", "csv_staff"));
        assertThat(name.name()).isEqualTo("naplan.csv_staff");
        assertThat(name.level()).isEmpty();
    }

    @Test
    void knowsItsLevels() {
        TopicName low = new TopicName("rspec", "test").at(Level.LOW);

        assertThat(low.name()).isEqualTo("rspec.test.low");
        assertThat(low.level()).contains(Level.LOW);
        assertThat(TopicName.parse("rspec.test.lowest").level()).isEmpty();
        assertThatThrownBy(() -> low.at(Level.HIGH)).isInstanceOf(InvalidTopicName.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", ".", "..", "a", "a.", ".a", "a..b", "../b", "a/b.c", "a.b/c", "a.b%2f", "a.b c", "a.b\n", "a.b\0", "a.-b", "é.b", "a.b.c.d",
        "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggggg.b"
    })
    void refusesTricksAndDoesNotRepeatThem(String trick) {
        assertThatThrownBy(() -> TopicName.parse(trick))
                .isInstanceOf(InvalidTopicName.class)
                .hasMessageContaining("use letters, digits, '_' and '-'");
    }

    @Test
    void everyLevelIsKnownByItsWordInLowerCaseOnly() {
        for (Level level : Level.values()) {
            assertThat(Level.of(level.word())).contains(level);
        }
        assertThat(Level.of("LOW")).isEmpty();
        assertThat(Level.of("secret")).isEmpty();
    }
}
