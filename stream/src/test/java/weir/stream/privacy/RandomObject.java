package weir.stream.privacy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Objects made of the names the rules know, so that rules meet, overlap and almost meet.
final class RandomObject {

    private final List<SensitivityRule> rules;
    private final Random random;
    private final StringBuilder xml = new StringBuilder();

    private RandomObject(Sensitivities lists, Random random) {
        this.rules = lists.all();
        this.random = random;
    }

    static String of(Sensitivities lists, Random random) {
        RandomObject object = new RandomObject(lists, random);
        object.element("Root", 0);
        return object.xml.toString();
    }

    /// Lists of a few rules over three names, most of which end in others.
    static Sensitivities lists(Random random) {
        Map<Rating, List<SensitivityRule>> lists = new EnumMap<>(Rating.class);
        for (Rating rating : Rating.values()) {
            List<SensitivityRule> rules = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                String path = "ABC".charAt(random.nextInt(3)) + ("/" + "ABC".charAt(random.nextInt(3))).repeat(random.nextInt(3))
                        + (random.nextInt(3) == 0 ? "/" + "ABC".charAt(random.nextInt(3)) : "")
                        + (random.nextInt(6) == 0 ? "/@Type" : "");
                rules.add(new SensitivityRule(path, rating.word() + i));
            }
            lists.put(rating, rules);
        }
        return new Sensitivities("few", "1", lists);
    }

    private void element(String name, int depth) {
        xml.append('<').append(name);
        for (String attribute : List.of("RefId", "Type", "Severity", "StudentPersonalRefId")) {
            if (random.nextInt(3) == 0) {
                xml.append(' ').append(attribute).append("=\"v").append(random.nextInt(100)).append('"');
            }
        }
        if (random.nextInt(12) == 0) {
            xml.append("/>");
            return;
        }
        xml.append('>');
        int children = depth > 4 ? 0 : random.nextInt(5);
        if (children == 0) {
            xml.append(random.nextInt(6) == 0 ? "\n " : "w" + random.nextInt(1000) + " &amp; \u00e9");
        }
        for (int i = 0; i < children; i++) {
            chain(depth + 1);
        }
        xml.append("</").append(name).append('>');
    }

    /// The steps of some rule, now and then with one left out.
    private void chain(int depth) {
        List<String> steps = rules.get(random.nextInt(rules.size())).elements();
        int skipped = random.nextInt(steps.size() + 3);
        for (int i = 0; i < steps.size() - 1; i++) {
            if (i != skipped) {
                xml.append('<').append(steps.get(i)).append('>');
            }
        }
        element(steps.getLast(), depth);
        for (int i = steps.size() - 2; i >= 0; i--) {
            if (i != skipped) {
                xml.append("</").append(steps.get(i)).append('>');
            }
        }
    }
}
