package weir.engine.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;
import weir.engine.dataset.Dataset;
import weir.engine.dataset.UseCaseName;
import weir.engine.format.Content;
import weir.engine.issue.report.FileOutcome;

/// Writes `manifest.json` of a cleaning run: what came in and what went out, by name, size and SHA-256, the specification
/// it was checked by, and the account of every row. It holds no value of a record.
public final class Manifest {

    private final CleanRequest request;
    private final String runId;
    private final Instant made;

    public Manifest(CleanRequest request, String runId, Instant made) {
        this.request = request;
        this.runId = runId;
        this.made = made;
    }

    /// Written last, when every other file of the folder is whole.
    ///
    /// @param workers hash the files
    public void write(OutputFolder folder, List<Content> contents, CleanResult result, Workers workers)
            throws IOException {
        Path file = folder.staged().resolve(OutputFolder.MANIFEST);
        List<Path> written = OutputFolder.files(folder.staged()).stream()
                .filter(path -> !path.startsWith(folder.work()))
                .toList();
        List<String> resourceHashes = workers.all(contents.stream().map(Manifest::hashing).toList());
        List<String> fileHashes = workers.all(written.stream().map(Manifest::hashing).toList());
        try (OutputStream out = Files.newOutputStream(file);
                JsonGenerator json = new JsonFactory().createGenerator(context(), out)) {
            json.writeStartObject();
            json.writeStringProperty("run", runId);
            json.writeStringProperty("made", made.toString());
            json.writeStringProperty("organisation", request.organisation().code().value());
            writeUseCases(json);
            writeDatasets(json);
            writeResources(json, contents, resourceHashes, result.files());
            writeOutputs(json, folder.staged(), written, fileHashes);
            writeAccounts(json, result.accounts());
            writeSuppressed(json, result.suppressed());
            json.writeEndObject();
        }
    }

    private static ObjectWriteContext context() {
        return new ObjectWriteContext.Base() {
            @Override
            public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
                return new DefaultPrettyPrinter();
            }

            @Override
            public boolean hasPrettyPrinter() {
                return true;
            }
        };
    }

    private void writeUseCases(JsonGenerator json) {
        json.writeArrayPropertyStart("use_cases");
        for (UseCaseName name : request.useCases()) {
            json.writeString(name.value());
        }
        json.writeEndArray();
    }

    private void writeDatasets(JsonGenerator json) {
        json.writeArrayPropertyStart("specifications");
        for (Dataset dataset : request.datasets().all()) {
            json.writeStartObject();
            json.writeStringProperty("dataset", dataset.id().value());
            json.writeStringProperty("latest_version", dataset.latest().since().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static Callable<String> hashing(Content content) {
        return () -> {
            try (InputStream in = content.open()) {
                return sha256(in);
            }
        };
    }

    private static Callable<String> hashing(Path file) {
        return () -> {
            try (InputStream in = Files.newInputStream(file)) {
                return sha256(in);
            }
        };
    }

    private static void writeResources(
            JsonGenerator json, List<Content> contents, List<String> hashes, List<FileOutcome> outcomes) {
        json.writeArrayPropertyStart("resources");
        for (int i = 0; i < contents.size(); i++) {
            Content content = contents.get(i);
            FileOutcome outcome = outcomes.get(i);
            json.writeStartObject();
            json.writeStringProperty("file", content.name());
            json.writeNumberProperty("bytes", outcome.bytes());
            json.writeStringProperty("sha256", hashes.get(i));
            json.writeStringProperty("dataset", outcome.dataset());
            json.writeStringProperty("table", outcome.table());
            json.writeStringProperty("period", outcome.period());
            json.writeNumberProperty("rows_read", outcome.rowsRead());
            json.writeNumberProperty("rows_kept", outcome.rowsKept());
            json.writeNumberProperty("rows_refused", outcome.rowsRefused());
            json.writeBooleanProperty("refused", outcome.refused());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeOutputs(JsonGenerator json, Path folder, List<Path> files, List<String> hashes)
            throws IOException {
        json.writeArrayPropertyStart("files");
        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i);
            json.writeStartObject();
            json.writeStringProperty("file", folder.relativize(file).toString().replace('\\', '/'));
            json.writeNumberProperty("bytes", Files.size(file));
            json.writeStringProperty("sha256", hashes.get(i));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeAccounts(JsonGenerator json, List<Conservation> accounts) {
        json.writeArrayPropertyStart("accounts");
        for (Conservation account : accounts) {
            json.writeStartObject();
            json.writeStringProperty("what", account.what());
            json.writeNumberProperty("in", account.in());
            json.writeNumberProperty("kept", account.kept());
            json.writeNumberProperty("refused", account.refused());
            json.writeNumberProperty("merged", account.merged());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /// Written only where a use case demands the control of disclosure.
    private static void writeSuppressed(JsonGenerator json, List<Suppressed> suppressed) {
        if (suppressed.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("suppressed");
        for (Suppressed taken : suppressed) {
            json.writeStartObject();
            json.writeStringProperty("output", taken.output());
            json.writeStringProperty("rule", taken.rule());
            json.writeStringProperty("clause", taken.clause());
            json.writeNumberProperty("rows_removed", taken.rowsRemoved());
            json.writeNumberProperty("cells_blanked", taken.cellsBlanked());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /// The SHA-256 of bytes, as 64 hexadecimal digits.
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /// The SHA-256 of all bytes of a stream, as 64 hexadecimal digits.
    static String sha256(InputStream in) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
