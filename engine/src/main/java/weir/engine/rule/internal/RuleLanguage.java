package weir.engine.rule.internal;

import java.util.Map;

import weir.engine.yaml.Form;

/// The kinds of mapping in a file of rules with their keys. `datasets/specification.schema.json` explains the same keys; a
/// test holds the two equal.
public final class RuleLanguage {

    static final Form RULES = Form.of("a file of rules", "source", "from", "rules");
    static final Form RULE = Form.of(
            "a rule", "code", "severity", "message", "source", "from", "to", "table", "fields", "when", "reads", "sql",
            "passes", "fails");

    private RuleLanguage() {}

    /// Each form by the name of its definition in the JSON Schema.
    public static Map<String, Form> forms() {
        return Map.of("rules", RULES, "rule", RULE);
    }
}
