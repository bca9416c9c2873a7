package weir.engine.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import weir.engine.issue.IssueSink;
import weir.engine.record.Row;
import weir.engine.rule.RecordRules;
import weir.engine.rule.RecordRules.Broken;
import weir.engine.rule.RuleIssues;

/// Asks the rules of one record of each row on its way to another target. Every row goes on, whatever rule it breaks.
final class RuledTarget<B> implements RowTarget<RuledTarget.Block<B>> {

    private final RowTarget<B> inner;
    private final RecordRules rules;
    private final Optional<GatheredRows> gathered;
    private final RuleIssues words;
    private final IssueSink issues;

    /// A block on its way: what the other target made of it, the rules it breaks, and what is kept of its rows.
    record Block<B>(B inner, List<Broken> broken, List<Row> kept) {}

    RuledTarget(
            RowTarget<B> inner,
            RecordRules rules,
            Optional<GatheredRows> gathered,
            Recognised recognised,
            IssueSink issues) {
        this.inner = inner;
        this.rules = rules;
        this.gathered = gathered;
        this.words = new RuleIssues(recognised.file(), recognised.table(), recognised.match().columns());
        this.issues = issues;
    }

    @Override
    public Block<B> prepare(List<Row> rows) {
        List<Broken> broken = new ArrayList<>();
        rows.forEach(row -> rules.check(row, broken));
        return new Block<>(
                inner.prepare(rows), broken, gathered.map(kept -> kept.prepare(rows)).orElse(List.of()));
    }

    @Override
    public void take(Block<B> block) throws IOException {
        block.broken().forEach(one -> issues.accept(words.issue(one.rule(), one.row())));
        if (gathered.isPresent()) {
            gathered.get().take(block.kept());
        }
        inner.take(block.inner());
    }

    @Override
    public void keep() throws IOException {
        inner.keep();
        if (gathered.isPresent()) {
            gathered.get().keep();
        }
    }

    @Override
    public void discard() throws IOException {
        try {
            inner.discard();
        } finally {
            if (gathered.isPresent()) {
                gathered.get().discard();
            }
        }
    }
}
