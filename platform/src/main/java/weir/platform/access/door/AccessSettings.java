package weir.platform.access.door;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import weir.platform.access.rate.RateSettings;
import weir.platform.access.session.SessionSettings;
import weir.platform.access.signon.OpenIdSettings;

/// Who is let in, and how.
///
/// @param publicAddress  the address the service is known by; signatures, cookies and links go by it
/// @param signOn         how people sign on: none, local or openid
/// @param usersFile      the file of local users
/// @param openId         the provider; needed when people sign on there
/// @param session        how long sessions last
/// @param rates          how much is taken from one caller and one address
/// @param hawkSkew       how far the time of a Hawk request may lie from ours
/// @param trustedProxies addresses of proxies whose `X-Forwarded-For` is believed
public record AccessSettings(
        URI publicAddress, SignOn signOn, Path usersFile, Optional<OpenIdSettings> openId,
        SessionSettings session, RateSettings rates, Duration hawkSkew, List<String> trustedProxies) {

    public AccessSettings {
        trustedProxies = List.copyOf(trustedProxies);
        if (signOn == SignOn.OPENID && openId.isEmpty()) {
            throw new IllegalArgumentException("access.sign-on is openid: add access.openid with issuer, client-id and roles.");
        }
        if (hawkSkew.isNegative() || hawkSkew.compareTo(Duration.ofMinutes(2)) > 0) {
            throw new IllegalArgumentException("access.hawk-skew is at most 2 minutes: nonces are kept for 5.");
        }
    }

    /// Nobody signs on, the usual times and rates, 60 seconds for Hawk, no proxies.
    /// @param folder where the users file is
    public static AccessSettings usual(URI publicAddress, Path folder) {
        return new AccessSettings(publicAddress, SignOn.NONE, folder.resolve("users.yaml"), Optional.empty(),
                SessionSettings.usual(), RateSettings.usual(), Duration.ofSeconds(60), List.of());
    }

    public AccessSettings withSignOn(SignOn kind) {
        return new AccessSettings(publicAddress, kind, usersFile, openId, session, rates, hawkSkew, trustedProxies);
    }

    public AccessSettings withOpenId(OpenIdSettings provider) {
        return new AccessSettings(publicAddress, SignOn.OPENID, usersFile, Optional.of(provider), session, rates, hawkSkew,
                trustedProxies);
    }

    public AccessSettings withRates(RateSettings other) {
        return new AccessSettings(publicAddress, signOn, usersFile, openId, session, other, hawkSkew, trustedProxies);
    }

    public AccessSettings withSession(SessionSettings other) {
        return new AccessSettings(publicAddress, signOn, usersFile, openId, other, rates, hawkSkew, trustedProxies);
    }
}
