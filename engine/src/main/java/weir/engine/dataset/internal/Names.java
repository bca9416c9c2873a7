package weir.engine.dataset.internal;

import java.util.Optional;
import java.util.function.Function;

import weir.engine.dataset.DatasetId;
import weir.engine.dataset.FieldName;
import weir.engine.dataset.TableName;
import weir.engine.dataset.UseCaseName;
import weir.engine.yaml.Faults;

/// Makes names from text; a text that cannot be one is a fault.
final class Names {

    private Names() {}

    static Optional<DatasetId> dataset(String text, int line, Faults faults) {
        return make(DatasetId::new, text, line, faults);
    }

    static Optional<TableName> table(String text, int line, Faults faults) {
        return make(TableName::new, text, line, faults);
    }

    static Optional<FieldName> field(String text, int line, Faults faults) {
        return make(FieldName::new, text, line, faults);
    }

    static Optional<UseCaseName> useCase(String text, int line, Faults faults) {
        return make(UseCaseName::new, text, line, faults);
    }

    private static <T> Optional<T> make(Function<String, T> constructor, String text, int line, Faults faults) {
        try {
            return Optional.of(constructor.apply(text));
        } catch (IllegalArgumentException e) {
            faults.add(line, "'" + text + "' is not a name: " + e.getMessage());
            return Optional.empty();
        }
    }
}
