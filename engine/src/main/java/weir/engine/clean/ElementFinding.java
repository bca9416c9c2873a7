package weir.engine.clean;

import weir.engine.issue.Issue;
import weir.engine.record.Sensitive;

/// One finding about an element of an XML record.
///
/// @param issue the finding, with its line
/// @param cell  what stood there; empty when it is not about a value
public record ElementFinding(Issue issue, Sensitive cell) {}
