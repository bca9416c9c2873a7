package weir.collect.output;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import weir.platform.access.AccessEvents;
import weir.platform.access.Caller;
import weir.platform.access.Permission;
import weir.platform.web.Problem;
import weir.platform.web.Routes;

/// `/v1/outputs`: what a use case may read, and the files themselves. Each file that is read is written into the journal.
public final class OutputRoutes implements Routes {

    private final Outputs outputs;
    private final AccessEvents events;

    public OutputRoutes(Outputs outputs, AccessEvents events) {
        this.outputs = outputs;
        this.events = events;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/v1/outputs/{use_case}", this::list, Permission.READ_OUTPUTS);
        routes.get("/v1/outputs/{use_case}/<path>", this::file, Permission.READ_OUTPUTS);
    }

    private void list(Context request) {
        String useCase = useCase(request);
        List<Map<String, Object>> files = outputs.current(useCase).stream().map(OutputRoutes::shown).toList();
        request.json(Map.of("files", files));
    }

    private static String useCase(Context request) {
        String useCase = request.pathParam("use_case");
        Caller.of(request).requireForUseCase(Permission.READ_OUTPUTS, useCase, "use case");
        return useCase;
    }

    private void file(Context request) throws IOException {
        String useCase = useCase(request);
        OutputFile file = outputs.find(useCase, request.pathParam("path"))
                .orElseThrow(() -> Problem.notFound("output").refused());
        events.personalDataRead(Caller.of(request), Optional.empty(), "output " + file.path());
        request.header("Content-Disposition", "attachment; filename=\"" + name(file) + "\"");
        request.header("X-Content-SHA256", file.sha256());
        request.contentType(mediaType(file));
        request.result(outputs.read(file));
    }

    private static String mediaType(OutputFile file) {
        String ending = file.path().substring(file.path().lastIndexOf('.') + 1);
        return switch (ending) {
            case "csv" -> "text/csv; charset=utf-8";
            case "json" -> "application/json";
            case "parquet" -> "application/vnd.apache.parquet";
            default -> "application/octet-stream";
        };
    }

    private static String name(OutputFile file) {
        return file.path().substring(file.path().lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "_");
    }

    private static Map<String, Object> shown(OutputFile file) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("dataset", file.dataset());
        shown.put("path", file.path());
        shown.put("bytes", file.bytes());
        shown.put("sha256", file.sha256());
        shown.put("url", "/v1/outputs/" + file.useCase() + "/" + file.path());
        return shown;
    }
}
