package weir.collect.disclosure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

import weir.collect.disclosure.TableControl.Controlled;
import weir.collect.disclosure.TableControl.Fragment;
import weir.collect.disclosure.TableControl.NewFiles;
import weir.collect.disclosure.TableControl.Target;
import weir.engine.dataset.Disclosure;
import weir.engine.pipeline.OutputControl;
import weir.engine.pipeline.Suppressed;
import weir.platform.analysis.Analysis;
import weir.platform.unit.DataSize;

/// Controls the outputs of one organisation in a folder. It knows that organisation's rows alone, so it takes more than the
/// control over all organisations would: what is rare here may be frequent among all.
public final class FolderControl implements OutputControl {

    private final DataSize memory;
    private final int cores;

    /// @param memory what the control of one output may take; more goes to the folder of work
    /// @param cores  processors it may use
    public FolderControl(DataSize memory, int cores) {
        this.memory = memory;
        this.cores = cores;
    }

    /// With 512 MB and every processor.
    public static FolderControl ofThisMachine() {
        return new FolderControl(DataSize.ofMegabytes(512), Runtime.getRuntime().availableProcessors());
    }

    @Override
    public List<Suppressed> control(Output output, Disclosure rule) throws IOException {
        Path parquet = output.folder().resolve(output.name() + ".parquet");
        List<Path> csvs = csvs(output);
        Fragment whole = new Fragment(parquet, csvs.stream().<TableControl.Opening>map(file -> () -> Files.newInputStream(file)).toList());
        Target target = new Target(output.table(), output.work().resolve("controlled"), output.name(), output.partBytes());
        try (Analysis analysis = new Analysis(output.work().resolve("spill"), memory, 1, cores)) {
            Controlled controlled = new TableControl(analysis).control(List.of(whole), rule, target);
            if (controlled.files().isPresent()) {
                replace(csvs, parquet, controlled.files().get(), output.folder());
            }
            return controlled.taken();
        }
    }

    private static void replace(List<Path> csvs, Path parquet, NewFiles files, Path folder) throws IOException {
        for (Path csv : csvs) {
            Files.delete(csv);
        }
        for (Path csv : files.csvs()) {
            Files.move(csv, folder.resolve(csv.getFileName()));
        }
        Files.move(files.parquet(), parquet, StandardCopyOption.REPLACE_EXISTING);
    }

    /// The CSV of the output, its parts in their order.
    private static List<Path> csvs(Output output) {
        Path whole = output.folder().resolve(output.name() + ".csv");
        if (Files.exists(whole)) {
            return List.of(whole);
        }
        List<Path> parts = new ArrayList<>();
        Path part = output.folder().resolve(output.name() + "_part1.csv");
        while (Files.exists(part)) {
            parts.add(part);
            part = output.folder().resolve(output.name() + "_part" + (parts.size() + 1) + ".csv");
        }
        return parts;
    }
}
