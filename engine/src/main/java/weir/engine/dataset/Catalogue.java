package weir.engine.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// Datasets that a file may be of. Each can be looked at from outside before it is read. Safe for use by many threads.
public interface Catalogue {

    /// The names, in the order of the alphabet.
    List<DatasetId> ids();

    /// @param id one of [#ids()]
    /// @throws FaultySpecification when the dataset's folder cannot be read as a specification
    Dataset dataset(DatasetId id);

    /// @param id one of [#ids()]
    Outline outline(DatasetId id);

    /// Those whose outline is as wanted, in the order of [#ids()].
    default Catalogue filter(Predicate<DatasetId> wanted) {
        return new Chosen(this, ids().stream().filter(wanted).toList());
    }

    /// Those that a header may be of, the one that knows most of its columns first and equals in the order of [#ids()].
    /// Left out is what knows less than half as many as the first, and has no patterns by which it could know more.
    default Catalogue likely(List<String> header) {
        Map<DatasetId, Long> known = new LinkedHashMap<>();
        ids().forEach(id -> known.put(id, outline(id).known(header)));
        long most = known.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return new Chosen(this, known.entrySet().stream()
                .filter(one -> one.getValue() * 2 >= most || outline(one.getKey()).hasPatterns())
                .sorted(Map.Entry.<DatasetId, Long>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList());
    }

    /// The datasets themselves, in the order of [#ids()].
    /// @throws FaultySpecification when the folder of any cannot be read as a specification
    default List<Dataset> all() {
        return ids().stream().map(this::dataset).toList();
    }

    /// Datasets that are read already, in their order.
    static Catalogue of(List<Dataset> datasets) {
        Map<DatasetId, Dataset> byId = new LinkedHashMap<>();
        datasets.forEach(dataset -> byId.put(dataset.id(), dataset));
        return new Catalogue() {

            private final Map<DatasetId, Outline> outlines = new ConcurrentHashMap<>();

            @Override
            public List<DatasetId> ids() {
                return List.copyOf(byId.keySet());
            }

            @Override
            public Dataset dataset(DatasetId id) {
                return Optional.ofNullable(byId.get(id))
                        .orElseThrow(() -> new IllegalArgumentException("There is no dataset " + id + "."));
            }

            @Override
            public Outline outline(DatasetId id) {
                return outlines.computeIfAbsent(id, _ -> Outline.of(dataset(id)));
            }
        };
    }

    /// Some of another catalogue, in an order of its own.
    ///
    /// @param whole where they come from
    record Chosen(Catalogue whole, List<DatasetId> ids) implements Catalogue {

        public Chosen {
            ids = List.copyOf(ids);
        }

        @Override
        public Dataset dataset(DatasetId id) {
            return whole.dataset(id);
        }

        @Override
        public Outline outline(DatasetId id) {
            return whole.outline(id);
        }
    }
}
