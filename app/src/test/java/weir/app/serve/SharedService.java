package weir.app.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import weir.app.Folders;

/// Gives one running service to all test classes that want it, started when the first asks and stopped after the last
/// test. A test leaves it as it was, or adds only what is its own: an organisation's code that no other test uses.
public final class SharedService implements ParameterResolver {

    /// What a class that asks for it has to itself meanwhile.
    public static final String LOCK = "shared service";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningService.class;
    }

    @Override
    public RunningService resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(Namespace.create(SharedService.class))
                .computeIfAbsent(Shared.class, _ -> Shared.start(), Shared.class)
                .service();
    }

    private record Shared(RunningService service, Path folder) implements AutoCloseable {

        static Shared start() {
            try {
                Path folder = Files.createTempDirectory("weir-shared");
                return new Shared(RunningService.on(folder.resolve("data")), folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            service.close();
            Folders.delete(folder);
        }
    }
}
