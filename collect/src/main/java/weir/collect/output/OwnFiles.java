package weir.collect.output;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import weir.collect.erase.Erase;
import weir.platform.database.Database;
import weir.platform.job.JobRun;
import weir.platform.objects.ObjectKey;
import weir.platform.objects.ObjectStore;
import weir.platform.objects.PutTerms;
import weir.platform.objects.StoredObject;

/// The files that an attempt makes for a publication of its own, kept among the objects below a folder of that attempt.
public final class OwnFiles {

    private static final ObjectKey PUBLICATIONS = ObjectKey.of("publications");

    private final Database database;
    private final ObjectStore objects;

    public OwnFiles(Database database, ObjectStore objects) {
        this.database = database;
        this.objects = objects;
    }

    /// Has erased what earlier attempts of the job have left. The first thing an attempt does.
    public void begin(JobRun run, String useCase, String dataset) throws IOException {
        Erase.leftBehind(database, objects, run, PUBLICATIONS.child(useCase + "/" + dataset));
    }

    /// Keeps a file under its name.
    public OutputFile keep(JobRun run, String useCase, String dataset, Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        ObjectKey key = PUBLICATIONS.child(useCase + "/" + dataset + "/" + run.runId() + "/" + name);
        try (InputStream in = Files.newInputStream(file)) {
            StoredObject kept = objects.put(key, in, PutTerms.none());
            return new OutputFile(useCase, dataset, name, key.value(), kept.size(), kept.sha256().hex(), true);
        }
    }
}
