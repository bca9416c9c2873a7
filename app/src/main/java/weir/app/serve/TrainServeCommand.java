package weir.app.serve;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import weir.app.log.Logging;
import weir.app.settings.ServiceSettings;
import weir.app.terminal.Exit;
import weir.engine.dataset.Datasets;
import weir.engine.organisation.Organisations;
import weir.engine.pipeline.FolderTree;
import weir.platform.settings.SettingValues;

/// Starts the service, asks it a little and stops it, so that the AOT cache knows its classes. The launcher calls it after
/// a build.
@Command(name = "train-serve", hidden = true, description = "Run the service once to record the AOT cache.")
public final class TrainServeCommand implements Callable<Integer> {

    private final Supplier<Datasets> datasets;
    private final Supplier<Organisations> organisations;
    private final Supplier<Surroundings> surroundings;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "A folder that does not exist; it is deleted at the end.")
    private Path folder = Path.of("");

    public TrainServeCommand(
            Supplier<Datasets> datasets, Supplier<Organisations> organisations, Supplier<Surroundings> surroundings) {
        this.datasets = datasets;
        this.organisations = organisations;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Logging.start("warn");
        SettingValues settings = SettingValues.standard(ServiceSettings.ALL, Path.of("").toAbsolutePath())
                .with(ServiceSettings.DATA, folder.toAbsolutePath().toString(), "training")
                .with(ServiceSettings.WEB_PORT, "0", "training")
                .with(ServiceSettings.STREAM_PORT, "0", "training");
        try (Service service = Service.start(settings, surroundings.get(), datasets, organisations.get());
                HttpClient client = HttpClient.newHttpClient()) {
            for (String path : new String[] {"/health", "/metrics", "/v1/me", "/v1/jobs", "/v1/journal", "/sign-in"}) {
                client.send(HttpRequest.newBuilder(URI.create(service.addresses().getFirst() + path)).build(), BodyHandlers.ofString());
            }
        }
        FolderTree.delete(folder);
        return Exit.OK;
    }
}
