package weir.app.serve;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import weir.app.settings.ServiceSettings;
import weir.platform.access.door.AccessSettings;
import weir.platform.access.door.SignOn;
import weir.platform.access.rate.RateSettings;
import weir.platform.access.session.SessionSettings;
import weir.platform.access.signon.OpenIdSettings;
import weir.platform.settings.SettingValues;
import weir.platform.web.Listener;

/// Makes the settings of access from what is in force.
final class AccessSettingsReader {

    private AccessSettingsReader() {}

    /// @param web where the web listener is, for when no public address is set
    static AccessSettings read(SettingValues settings, Listener web) {
        String address = settings.find(ServiceSettings.PUBLIC_ADDRESS)
                .filter(text -> !text.isBlank())
                .orElse("http://" + web.host() + ":" + web.port());
        SignOn signOn = Arrays.stream(SignOn.values())
                .filter(kind -> kind.name().equalsIgnoreCase(settings.get(ServiceSettings.SIGN_ON)))
                .findFirst()
                .orElseThrow();
        return new AccessSettings(
                URI.create(address),
                signOn,
                settings.path(ServiceSettings.USERS_FILE),
                openId(settings),
                new SessionSettings(
                        settings.get(ServiceSettings.SESSION_IDLE),
                        settings.get(ServiceSettings.SESSION_LONGEST),
                        SessionSettings.usual().rotate()),
                RateSettings.usual(),
                settings.get(ServiceSettings.HAWK_SKEW),
                settings.get(ServiceSettings.TRUSTED_PROXIES));
    }

    private static Optional<OpenIdSettings> openId(SettingValues settings) {
        return settings.find(ServiceSettings.OPENID_ISSUER).filter(text -> !text.isBlank()).map(issuer -> new OpenIdSettings(
                URI.create(issuer),
                settings.get(ServiceSettings.OPENID_CLIENT),
                settings.find(ServiceSettings.OPENID_SECRET),
                List.of("profile", "email"),
                settings.get(ServiceSettings.OPENID_NAME),
                settings.get(ServiceSettings.OPENID_GROUPS),
                roles(settings.find(ServiceSettings.OPENID_ROLES).orElse(Map.of()))));
    }

    private static Map<String, List<String>> roles(Map<String, String> given) {
        return given.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, group -> List.of(group.getValue().split(" +"))));
    }
}
