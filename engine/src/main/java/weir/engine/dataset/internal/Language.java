package weir.engine.dataset.internal;

import java.util.Map;

import weir.engine.yaml.Form;

/// Every kind of mapping of the specification language with its keys.
///
/// `datasets/specification.schema.json` explains the same keys; a test holds the two equal.
public final class Language {

    static final Form DATASET = Form.of(
            "dataset.yaml", "dataset", "title", "period", "period-from", "first", "last", "part", "source", "sources", "xml", "sheets",
            "tables", "added-by-repair");
    static final Form PERIOD_FROM = Form.of("a period told by dates", "earliest", "span");
    static final Form PART = Form.of("a part", "is", "required");
    static final Form XML = Form.of("the description of an XML return", "root", "header");
    static final Form XML_HEADER = Form.of("the header of an XML return", "element", "collection", "year", "organisation", "groups",
            "fields");
    static final Form SOURCE = Form.of("a source", "title", "address");
    static final Form CODE = Form.of("a code", "code", "names", "patterns", "meaning");
    static final Form TABLE = Form.of(
            "a table file", "title", "source", "identity", "repair", "layout", "sheet", "file-name", "element", "groups",
            "events", "fields");
    static final Form ELEMENT_GROUP = Form.of("a group of elements", "required", "repeats");
    static final Form EVENTS = Form.of("the events of a record", "date", "type", "of");
    static final Form IDENTITY = Form.of("an identity", "key", "per", "latest");
    static final Form FIELD = Form.of(
            "a field", "type", "title", "required", "also", "header-patterns", "source", "format", "formats", "codes",
            "min", "max", "places", "pattern", "means", "max-length", "element", "repeats");
    static final Form VERSION = Form.of("a version file", "source", "changes");
    static final Form CODES_CHANGE =
            Form.of("a change of codes", "codes", "add", "remove", "replace", "after", "because");
    static final Form TABLE_CHANGE = Form.of(
            "a change of a table", "table", "add-field", "change-field", "rename-field", "remove-field", "after",
            "add-event", "after-event", "because");
    static final Form ADDED_TABLE = Form.of("an added table", "add-table", "because");
    static final Form REMOVED_TABLE = Form.of("a removed table", "remove-table", "because");
    static final Form USE_CASE =
            Form.of("a use-case file", "use-case", "title", "agreement", "retention", "otherwise", "tables", "reports");
    static final Form AGREEMENT = Form.of("an agreement", "title", "reference", "clauses");
    static final Form RETENTION = Form.of("a retention", "years", "start-month", "clause");
    static final Form OTHERWISE = Form.of("the rule for all else", "clause");
    static final Form TABLE_RULE = Form.of("the rule of a table", "clause", "fields", "add", "disclosure");
    static final Form DISCLOSURE = Form.of("the control of disclosure", "k-anonymity", "small-counts");
    static final Form K_ANONYMITY = Form.of("the rule of rare combinations", "fields", "k", "rare", "people", "clause");
    static final Form SMALL_COUNTS =
            Form.of("the rule of small counts", "fields", "k", "groups", "row-totals", "clause");
    static final Form FIELD_RULE = Form.of("the rule of a field", "enrich", "of", "protect", "clause");

    private Language() {}

    /// Each form by the name of its definition in the JSON Schema.
    public static Map<String, Form> forms() {
        return Map.ofEntries(
                Map.entry("dataset", DATASET),
                Map.entry("period-from", PERIOD_FROM),
                Map.entry("part", PART),
                Map.entry("source", SOURCE),
                Map.entry("code", CODE),
                Map.entry("xml", XML),
                Map.entry("xml-header", XML_HEADER),
                Map.entry("table", TABLE),
                Map.entry("element-group", ELEMENT_GROUP),
                Map.entry("events", EVENTS),
                Map.entry("identity", IDENTITY),
                Map.entry("field", FIELD),
                Map.entry("version", VERSION),
                Map.entry("codes-change", CODES_CHANGE),
                Map.entry("table-change", TABLE_CHANGE),
                Map.entry("added-table", ADDED_TABLE),
                Map.entry("removed-table", REMOVED_TABLE),
                Map.entry("use-case", USE_CASE),
                Map.entry("agreement", AGREEMENT),
                Map.entry("retention", RETENTION),
                Map.entry("otherwise", OTHERWISE),
                Map.entry("table-rule", TABLE_RULE),
                Map.entry("disclosure", DISCLOSURE),
                Map.entry("k-anonymity", K_ANONYMITY),
                Map.entry("small-counts", SMALL_COUNTS),
                Map.entry("field-rule", FIELD_RULE));
    }
}
