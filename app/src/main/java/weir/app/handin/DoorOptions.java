package weir.app.handin;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import weir.app.settings.SettingsOptions;
import weir.app.terminal.WrongUse;
import weir.platform.secret.Secret;

/// Where a command hands in: the data folder, or a service at an address.
final class DoorOptions {

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Option(names = "--url", paramLabel = "ADDRESS", description = "A service, such as https://weir.example.org. Default: the data folder.")
    private @Nullable URI url;

    @Option(names = "--key", paramLabel = "FILE", description = "A file with the token of an API key, for --url.")
    private @Nullable Path key;

    /// @throws WrongUse when there is a key and no address, or the key cannot be used
    Door open(Doors doors) throws IOException {
        if (url == null) {
            if (key != null) {
                throw new WrongUse("--key goes with --url: say which service.");
            }
            return new FolderDoor(
                    settings.read(), doors.surroundings().get(), doors.datasets(), doors.organisations().get());
        }
        String scheme = Optional.ofNullable(url.getScheme()).orElse("");
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new WrongUse("--url must be an address such as https://weir.example.org.");
        }
        return new HttpDoor(url, key == null ? Optional.empty() : Optional.of(secret(key)));
    }

    private static Secret secret(Path file) throws IOException {
        String text = Files.readString(file).strip();
        if (text.isEmpty() || text.chars().anyMatch(letter -> letter <= ' ' || letter > '~')) {
            throw new WrongUse("The file " + file + " must hold the token of an API key, and nothing else.");
        }
        return Secret.of(text);
    }
}
