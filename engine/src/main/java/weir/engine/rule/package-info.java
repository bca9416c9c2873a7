/// Rules across the fields of a record and across records, as the Department publishes them.
///
/// A dataset's rules stand in its folder under `rules/`. A rule of one record has a condition in CEL that holds when the
/// rule is broken; it is planned once for a table and a period and asked of each row as rows stream by, so it needs no
/// memory of its own. A rule across records has a query in SQL that answers the rows that break it; it is asked of whole
/// cleaned tables, of one period and the one before ([AcrossRules]). Each rule brings cases that pass and cases that fail.
///
/// [RuleBooks] reads the rules of a dataset when they are first wanted; [RecordRules] checks rows; [RuleIssues] turns a
/// broken rule into an issue, which holds the rule's words and a place, never a value.
@NullMarked
package weir.engine.rule;

import org.jspecify.annotations.NullMarked;
