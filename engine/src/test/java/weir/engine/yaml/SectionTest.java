package weir.engine.yaml;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SectionTest {

    private static final Form FORM = Form.of("a test", "name", "count", "share", "on", "words", "more");

    private final List<String> faults = new ArrayList<>();

    @Test
    void readsTextWordsNumbersAndFlags() {
        Section section = read("name: NO\ncount: 0x\nshare: -1.50\non: true\nwords: [a, 'b']\n");

        assertThat(section.text("name")).isEqualTo("NO");
        assertThat(section.text("count", "none")).isEqualTo("0x");
        assertThat(section.decimal("share")).hasValueSatisfying(share -> assertThat(share).isEqualByComparingTo("-1.5"));
        assertThat(section.flag("on")).isTrue();
        assertThat(section.texts("words")).containsExactly("a", "b");
        assertThat(section.texts("more")).isEmpty();
        assertThat(faults).isEmpty();
    }

    @Test
    void reportsEachWrongKindWithItsLine() {
        Section section = read("name: ~\ncount: 1.5\nshare: many\non: 'true'\nwords: [a, [b]]\nmore: text\n");

        section.text("name");
        section.whole("count");
        section.decimal("share");
        section.flag("on");
        section.words("words");
        section.entries("more");

        assertThat(faults).containsExactly(
                "1: 'name' must be text; found nothing.",
                "2: 'count' must be a whole number.",
                "3: 'share' must be a number; found text.",
                "4: 'on' must be true or false; found text.",
                "5: 'words' must be text; found a list.",
                "6: 'more' must be a mapping of names to values; found text.");
    }

    @Test
    void reportsCountsThatAreOutOfBounds() {
        assertThat(read("count: 13\n").count("count", 1, 12)).isEmpty();
        assertThat(faults).containsExactly("1: 'count' must be from 1 to 12.");
    }

    private Section read(String yaml) {
        Faults sink = new Faults("test.yaml", (_, line, sentence) -> faults.add(line + ": " + sentence));
        return new Section(FORM, YamlFile.parse(yaml, sink).orElseThrow(), sink);
    }
}
