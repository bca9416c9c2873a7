package weir.engine.issue.report;

import java.util.List;

/// One file of the page: what became of it, and what broke which rule.
record FileFindings(FileCount file, List<RuleFindings> rules) {

    int places() {
        return rules.stream().mapToInt(rule -> rule.places().size()).sum();
    }
}
