package weir.engine.issue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import weir.engine.golden.Golden;

class IssueReferenceTest {

    @Test
    void thePageOfIssuesIsMadeFromTheCatalogue() {
        Golden.check(Path.of("docs/reference/issues.md"), new IssueReference(IssueCatalogue.builtIn()).page());
    }
}
