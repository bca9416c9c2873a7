package weir.stream.registration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a value stands below its object: `PersonInfo/Name[@Type='LGL']/FamilyName`. A step may name attributes, and elements
/// it holds, as in `Language[LanguageType='4']`; both choose among elements of a name.
record SifPath(List<Step> steps) {

    private static final Pattern STEP = Pattern.compile("(\\w+)((?:\\[@?\\w+='[^']*'])*)");
    private static final Pattern CONDITION = Pattern.compile("\\[(@?)(\\w+)='([^']*)']");

    /// @param attributes which it must have
    /// @param children the texts that elements directly within it must have
    record Step(String name, Map<String, String> attributes, Map<String, String> children) {}

    /// @throws IllegalArgumentException when it is no path
    static SifPath of(String text) {
        List<Step> steps = new ArrayList<>();
        for (String step : text.split("/", -1)) {
            Matcher matcher = STEP.matcher(step);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("Not a path of an object: " + text);
            }
            Map<String, String> attributes = new LinkedHashMap<>();
            Map<String, String> children = new LinkedHashMap<>();
            CONDITION.matcher(matcher.group(2)).results().forEach(found ->
                    (found.group(1).isEmpty() ? children : attributes).put(found.group(2), found.group(3)));
            steps.add(new Step(matcher.group(1), attributes, children));
        }
        return new SifPath(List.copyOf(steps));
    }

    Step leaf() {
        return steps.getLast();
    }

    /// The steps that hold the leaf.
    List<Step> holders() {
        return steps.subList(0, steps.size() - 1);
    }
}
