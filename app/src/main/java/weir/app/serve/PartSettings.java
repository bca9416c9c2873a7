package weir.app.serve;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import weir.app.settings.ServiceSettings;
import weir.platform.broker.BrokerAddress;
import weir.platform.database.DatabaseAddress;
import weir.platform.database.DatabaseSettings;
import weir.platform.objects.ObjectSettings;
import weir.platform.objects.S3Credentials;
import weir.platform.objects.S3Settings;
import weir.platform.secret.Secret;
import weir.platform.settings.Setting;
import weir.platform.settings.SettingValues;

/// What the settings say of database, broker and objects: an address, or that the part runs embedded.
///
/// @param settings what is in force
public record PartSettings(SettingValues settings) {

    /// The server's address; empty for an embedded database.
    /// @throws MissingSetting when its password is not set
    public Optional<DatabaseAddress> database() {
        return given(ServiceSettings.DATABASE_URL).map(url -> {
            Secret password = settings.find(ServiceSettings.DATABASE_PASSWORD)
                    .orElseThrow(() -> new MissingSetting(ServiceSettings.DATABASE_PASSWORD, ServiceSettings.DATABASE_URL));
            return new DatabaseAddress(url, settings.get(ServiceSettings.DATABASE_USER), password);
        });
    }

    DatabaseSettings databaseUse() {
        return new DatabaseSettings(settings.get(ServiceSettings.DATABASE_POOL), settings.get(ServiceSettings.DATABASE_WAIT));
    }

    /// The cluster's address; empty for an embedded broker.
    public Optional<BrokerAddress> broker() {
        return given(ServiceSettings.KAFKA_SERVERS).map(servers -> new BrokerAddress(servers, brokerProperties()));
    }

    private Map<String, String> brokerProperties() {
        Optional<Path> file = settings.findPath(ServiceSettings.KAFKA_PROPERTIES);
        Map<String, String> found = new LinkedHashMap<>();
        if (file.isPresent()) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file.get())) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            properties.stringPropertyNames().forEach(name -> found.put(name, properties.getProperty(name)));
        }
        return found;
    }

    /// Whether objects are kept where the settings name it, and not in the data folder.
    public boolean isObjectsUrlSet() {
        return given(ServiceSettings.OBJECTS_URL).isPresent();
    }

    /// @param folder the data folder
    /// @throws MissingSetting when the secret of the access key is not set
    public ObjectSettings objects(Path folder) {
        Optional<String> url = given(ServiceSettings.OBJECTS_URL);
        return url.isEmpty() ? ObjectSettings.inFolder(folder.resolve("objects")) : at(url.get(), folder);
    }

    /// Where files are taken from; empty for nowhere.
    /// @param folder the data folder
    /// @throws MissingSetting when the secret of the access key is not set
    public Optional<ObjectSettings> inbox(Path folder) {
        return given(ServiceSettings.INBOX).map(url -> at(url, folder));
    }

    private ObjectSettings at(String url, Path folder) {
        Optional<S3Credentials> credentials = given(ServiceSettings.S3_KEY)
                .map(id -> new S3Credentials(id, settings.find(ServiceSettings.S3_SECRET)
                        .orElseThrow(() -> new MissingSetting(ServiceSettings.S3_SECRET, ServiceSettings.S3_KEY))));
        return new ObjectSettings(URI.create(url), new S3Settings(
                given(ServiceSettings.S3_ENDPOINT).map(URI::create),
                settings.get(ServiceSettings.S3_REGION),
                settings.get(ServiceSettings.S3_PATH_STYLE),
                credentials,
                folder.resolve("spool")));
    }

    /// A text that is set and not blank.
    public Optional<String> given(Setting<String> setting) {
        return settings.find(setting).filter(text -> !text.isBlank());
    }
}
