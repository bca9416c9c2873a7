package weir.app.rule;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import weir.engine.pipeline.FolderTree;
import weir.engine.pipeline.RuleChecks;
import weir.engine.pipeline.Rules;
import weir.engine.rule.RuleBooks;
import weir.platform.analysis.Analysis;
import weir.platform.analysis.RuleQueries;
import weir.platform.unit.DataSize;

/// Rules for one command. The folder it works in holds values of records; nobody else may read it, and it is deleted at the
/// end, also when the program is stopped.
public final class RuleDesk implements Closeable {

    private static final DataSize MEMORY = DataSize.ofMegabytes(1_000);

    private final Rules rules;
    private final List<Closeable> open;

    private RuleDesk(Rules rules, List<Closeable> open) {
        this.rules = rules;
        this.open = List.copyOf(open);
    }

    /// @throws IOException when there is no place for temporary files
    public static RuleDesk open(RuleBooks books) throws IOException {
        Path folder = Files.createTempDirectory("weir-rules-");
        Thread cleanUp = Thread.ofPlatform().unstarted(() -> deleteQuietly(folder));
        Runtime.getRuntime().addShutdownHook(cleanUp);
        int cores = Runtime.getRuntime().availableProcessors();
        Analysis analysis = new Analysis(folder.resolve("spill"), MEMORY, 1, cores);
        analysis.prepare();
        Rules rules = new Rules(books, Optional.of(new RuleQueries(analysis)), folder.resolve("tables"));
        return new RuleDesk(rules, List.of(analysis::close, () -> FolderTree.delete(folder), () -> removeHook(cleanUp)));
    }

    /// No rules.
    public static RuleDesk without() {
        return new RuleDesk(Rules.none(), List.of());
    }

    private static void deleteQuietly(Path folder) {
        try {
            FolderTree.delete(folder);
        } catch (IOException e) {
            // The program is ending; the operating system clears its temporary files.
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending already, and the hook does its work.
        }
    }

    public Rules rules() {
        return rules;
    }

    /// What could not be asked, in a sentence.
    public static String words(RuleChecks.NotAsked open) {
        return open.rules() + (open.rules() == 1 ? " rule" : " rules") + " of " + open.dataset().id() + " "
                + open.period() + " could not be asked without " + String.join(", ", open.missing()) + ".";
    }

    @Override
    public void close() throws IOException {
        for (Closeable one : open) {
            one.close();
        }
    }
}
