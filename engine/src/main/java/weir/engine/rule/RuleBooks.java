package weir.engine.rule;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import weir.engine.dataset.Dataset;
import weir.engine.dataset.DatasetId;
import weir.engine.dataset.FaultySpecification;
import weir.engine.rule.internal.RulesReader;

/// The rules of the datasets of a folder, each dataset's read when it is first asked for and then kept. Safe for many
/// threads.
public interface RuleBooks {

    /// @throws FaultySpecification when the dataset's rules cannot be read
    RuleBook of(Dataset dataset);

    /// @param folder holds one folder per dataset
    static RuleBooks in(Path folder) {
        ConcurrentMap<DatasetId, RuleBook> read = new ConcurrentHashMap<>();
        return dataset -> read.computeIfAbsent(
                dataset.id(), id -> RulesReader.read(folder.resolve(id.value()), dataset));
    }

    /// No rules at all.
    static RuleBooks none() {
        return dataset -> new RuleBook(dataset.id(), List.of());
    }
}
