package weir.app.service;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// The database processes of a folder.
final class Postgres {

    private Postgres() {}

    /// Server processes whose data is below the folder.
    static List<ProcessHandle> under(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().arguments().stream()
                        .flatMap(Arrays::stream)
                        .anyMatch(argument -> argument.startsWith(folder.toString())))
                .filter(process -> process.info().command().orElse("").contains("/bin/postgres"))
                .toList();
    }
}
