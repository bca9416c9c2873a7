package weir.stream.sif.internal;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Says what a validator found in the words of libxml2, which clients of NIAS search for: `'6' is not a valid value`, `'1.2'
/// is greater than the maximum value allowed`. Where libxml2 changed its words, those of 2016 stand.
final class ValidityWording {

    private static final Pattern ATTRIBUTE = Pattern.compile("attribute \"(.*?)\" has a bad value(?:: (.*)|\\..*)?", Pattern.DOTALL);
    private static final String UNKNOWN_ROOT = "No matching global declaration available for the validation root.";
    private static final int NAMES_TOLD = 10;
    private static final Pattern NAMES = Pattern.compile("<([^<>]*)>");

    private static final List<Rule> RULES = List.of(
            rule("tag name \".*\" is not allowed\\. Possible tag names are: (.*)", (at, m) -> at.isRoot()
                    ? at.subject() + UNKNOWN_ROOT
                    : at.subject() + "This element is not expected. " + expected(at, m.group(1))),
            rule("(?:tag name|element) \".*\" (?:is not allowed|was found where no element may occur).*",
                    (at, m) -> at.subject() + "This element is not expected."),
            rule("(?:Probably )?namespace URI of tag \".*\" is wrong.*", (at, _) -> at.subject()
                    + (at.isRoot() ? UNKNOWN_ROOT + " Its" : "This element is not expected: its") + " namespace must be '"
                    + at.namespace() + "'."),
            rule("uncompleted content model\\. expecting: (.*)", (at, m) -> at.subject()
                    + "Missing child element(s). " + expected(at, m.group(1))),
            rule("element \".*\" is missing \"(.*)\" attribute", (at, m) -> at.subject()
                    + "The attribute '" + m.group(1) + "' is required but missing."),
            rule("(?:required attribute|at least one of the following attributes).*",
                    (at, m) -> at.subject() + "A required attribute is missing."),
            rule("unexpected attribute \"(.*)\"", (at, m) -> at.subject()
                    + "The attribute '" + m.group(1) + "' is not allowed."),
            rule("Element <.*> has EMPTY content specification.*", (at, _) -> at.subject()
                    + "Content is not allowed because the content type is 'empty'."),
            rule("(?:No character data is allowed here|Element <.*> has non-mixed content specification).*", (at, _) -> at.subject()
                    + "Character content other than whitespace is not allowed because the content type is 'element-only'."),
            rule("the value is not a member of the enumeration.*", (at, m) -> at.facet("enumeration") + at.quoted()
                    + " is not a valid value: it is not an element of the set of values allowed."),
            rule("the value is out of the range \\(maxInclusive specifies (.*)\\).*", (at, m) -> at.facet("maxInclusive")
                    + "The value " + at.quoted() + " is greater than the maximum value allowed ('" + m.group(1) + "')."),
            rule("the value is out of the range \\(minInclusive specifies (.*)\\).*", (at, m) -> at.facet("minInclusive")
                    + "The value " + at.quoted() + " is less than the minimum value allowed ('" + m.group(1) + "')."),
            rule("the value is out of the range \\(maxExclusive specifies (.*)\\).*", (at, m) -> at.facet("maxExclusive")
                    + "The value " + at.quoted() + " must be less than '" + m.group(1) + "'."),
            rule("the value is out of the range \\(minExclusive specifies (.*)\\).*", (at, m) -> at.facet("minExclusive")
                    + "The value " + at.quoted() + " must be greater than '" + m.group(1) + "'."),
            rule("the length of the value is (\\d+), but the required maximum is (\\d+).*", (at, m) -> at.facet("maxLength")
                    + at.quoted() + " is not a valid value: it has a length of '" + m.group(1)
                    + "'; this exceeds the allowed maximum length of '" + m.group(2) + "'."),
            rule("the length of the value is (\\d+), but the required minimum is (\\d+).*", (at, m) -> at.facet("minLength")
                    + at.quoted() + " is not a valid value: it has a length of '" + m.group(1)
                    + "'; this underruns the allowed minimum length of '" + m.group(2) + "'."),
            rule("the length of the value is (\\d+), but the required length is (\\d+).*", (at, m) -> at.facet("length")
                    + at.quoted() + " is not a valid value: it has a length of '" + m.group(1)
                    + "'; this differs from the allowed length of '" + m.group(2) + "'."),
            rule("the value does not match the regular expression \"(.*)\"\\..*", (at, m) -> at.facet("pattern") + at.quoted()
                    + " is not a valid value: it is not accepted by the pattern '" + m.group(1) + "'."),
            rule("\".*\" does not satisfy the \"(.*)\" type.*", (at, m) -> at.subject() + at.quoted()
                    + " is not a valid value of the atomic type 'xs:" + m.group(1) + "'."));

    private ValidityWording() {}

    /// @param message the validator's own words
    static String of(String message, ObservedValidator seen, String namespace) {
        Place place = new Place(seen.element(), seen.attribute(), seen.value(), seen.depth(), namespace);
        Matcher attribute = ATTRIBUTE.matcher(message);
        if (attribute.matches()) {
            Place its = new Place(place.element, attribute.group(1), place.value, place.depth, namespace);
            return say(attribute.group(2) == null ? "" : attribute.group(2), its);
        }
        return say(message, place);
    }

    private static String say(String message, Place place) {
        for (Rule rule : RULES) {
            Matcher found = rule.form.matcher(message);
            if (found.matches()) {
                return rule.words.say(place, found.toMatchResult());
            }
        }
        return place.subject() + place.quoted() + " is not a valid value.";
    }

    private static String expected(Place at, String names) {
        List<String> all = NAMES.matcher(names).results().limit(NAMES_TOLD).map(at::qualified).toList();
        return all.size() == 1
                ? "Expected is ( " + all.getFirst() + " )."
                : all.stream().collect(Collectors.joining(", ", "Expected is one of ( ", " )."));
    }

    private static Rule rule(String form, Words words) {
        return new Rule(Pattern.compile(form, Pattern.DOTALL), words);
    }

    private interface Words {
        String say(Place at, MatchResult found);
    }

    private record Rule(Pattern form, Words words) {}

    private record Place(String element, String attribute, String value, int depth, String namespace) {

        boolean isRoot() {
            return depth <= 1;
        }

        String subject() {
            String name = "Element '{" + namespace + "}" + element + "'";
            return attribute.isEmpty() ? name + ": " : name + ", attribute '" + attribute + "': ";
        }

        String facet(String facet) {
            return subject() + "[facet '" + facet + "'] ";
        }

        String quoted() {
            return "'" + value + "'";
        }

        String qualified(MatchResult name) {
            return "{" + namespace + "}" + name.group(1);
        }
    }
}
