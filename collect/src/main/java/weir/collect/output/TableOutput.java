package weir.collect.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import weir.collect.disclosure.TableControl;
import weir.collect.disclosure.TableControl.Controlled;
import weir.collect.disclosure.TableControl.Fragment;
import weir.collect.disclosure.TableControl.NewFiles;
import weir.collect.disclosure.TableControl.Opening;
import weir.collect.disclosure.TableControl.Target;
import weir.collect.output.PublishOutputs.Argument;
import weir.collect.share.Share;
import weir.collect.share.Share.Format;
import weir.collect.workspace.Workspace;
import weir.engine.dataset.Disclosure;
import weir.engine.pipeline.CleanRequest;
import weir.engine.pipeline.Suppressed;
import weir.platform.analysis.Analysis;
import weir.platform.analysis.Session;
import weir.platform.job.JobRun;
import weir.platform.objects.ObjectKey;
import weir.platform.objects.ObjectStore;

/// Makes the published files of one table from the fragments of all organisations. What its use case demands of the whole is
/// done first; without that nothing of it is made.
final class TableOutput {

    private final ObjectStore objects;
    private final OwnFiles ownFiles;
    private final Analysis analysis;

    TableOutput(ObjectStore objects, OwnFiles ownFiles, Analysis analysis) {
        this.objects = objects;
        this.ownFiles = ownFiles;
        this.analysis = analysis;
    }

    /// What was made.
    ///
    /// @param suppressed what the control of disclosure has taken, rule by rule; nothing when there is none
    record Made(Fragments table, List<OutputFile> files, List<Suppressed> suppressed) {

        Made {
            files = List.copyOf(files);
            suppressed = List.copyOf(suppressed);
        }

        long rowsRemoved() {
            return suppressed.stream().mapToLong(Suppressed::rowsRemoved).sum();
        }

        /// Its account: the rows of the shares are those published and those removed.
        OutputManifest.Table account() {
            return new OutputManifest.Table(table.table(), table.rows() - rowsRemoved(), rowsRemoved(), suppressed);
        }
    }

    Made make(JobRun run, Argument argument, Fragments table, Optional<Disclosure> rule, Workspace.Folder folder)
            throws IOException {
        List<Suppressed> taken = List.of();
        if (rule.isPresent()) {
            Controlled controlled = control(table, rule.get(), folder);
            taken = controlled.taken();
            if (controlled.files().isPresent()) {
                return new Made(table, keep(run, argument, controlled.files().get()), taken);
            }
        }
        return new Made(table, asGiven(run, argument, table, folder), taken);
    }

    private Controlled control(Fragments table, Disclosure rule, Workspace.Folder folder) throws IOException {
        List<Fragment> fragments = new ArrayList<>();
        for (Share.Table share : table.shares()) {
            Path parquet = folder.fetch(
                    objects,
                    ObjectKey.of(share.files(Format.PARQUET).getFirst().object()),
                    "control/" + table.name() + "-" + fragments.size() + ".parquet");
            fragments.add(new Fragment(parquet, share.files(Format.CSV).stream().<Opening>map(this::opening).toList()));
        }
        Path place = folder.path().resolve("controlled");
        return new TableControl(analysis)
                .control(fragments, rule, new Target(table.table(), place, table.name(), CleanRequest.USUAL_PART_BYTES));
    }

    private Opening opening(Share.File csv) {
        return () -> objects.read(ObjectKey.of(csv.object()));
    }

    private List<OutputFile> keep(JobRun run, Argument argument, NewFiles made) throws IOException {
        List<OutputFile> files = new ArrayList<>();
        for (Path csv : made.csvs()) {
            files.add(ownFiles.keep(run, argument.useCase(), argument.dataset(), csv));
        }
        files.add(ownFiles.keep(run, argument.useCase(), argument.dataset(), made.parquet()));
        return files;
    }

    private List<OutputFile> asGiven(JobRun run, Argument argument, Fragments table, Workspace.Folder folder) throws IOException {
        if (table.bytes(Format.CSV) > CleanRequest.USUAL_PART_BYTES || table.shares().size() == 1) {
            List<OutputFile> files = new ArrayList<>(parts(argument, table, Format.CSV));
            files.addAll(parts(argument, table, Format.PARQUET));
            return files;
        }
        Path csv = folder.path().resolve(table.name() + ".csv");
        Path parquet = folder.path().resolve(table.name() + ".parquet");
        table.writeCsv(objects, csv);
        List<Path> fragments = table.fetchParquet(objects, folder);
        analysis.run(session -> {
            session.copyToParquet("SELECT * FROM " + Session.parquet(fragments), parquet);
            return true;
        });
        return keep(run, argument, new NewFiles(List.of(csv), parquet));
    }

    /// The fragments as they are, numbered when there are several.
    private static List<OutputFile> parts(Argument argument, Fragments table, Format format) {
        List<Share.File> fragments = table.files(format);
        List<OutputFile> parts = new ArrayList<>();
        for (int i = 0; i < fragments.size(); i++) {
            Share.File file = fragments.get(i);
            String name = table.name() + (fragments.size() == 1 ? "" : "_part" + (i + 1)) + "." + format.word();
            parts.add(new OutputFile(
                    argument.useCase(), argument.dataset(), name, file.object(), file.bytes(), file.sha256(), false));
        }
        return parts;
    }
}
