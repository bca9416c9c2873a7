package weir.engine.generate;

import java.util.List;

/// One row of a made-up return with the names of its columns.
record TextRow(List<String> names, List<String> cells) {

    String get(String name) {
        return cells.get(names.indexOf(name));
    }
}
