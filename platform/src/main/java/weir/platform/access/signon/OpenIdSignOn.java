package weir.platform.access.signon;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import weir.platform.access.Grant;
import weir.platform.access.OpaqueToken;
import weir.platform.access.signon.SignOnFailed.Step;
import weir.platform.access.signon.store.Attempt;
import weir.platform.access.signon.store.AttemptStore;
import weir.platform.database.Database;
import weir.platform.secret.Secret;

/// Signs people on at the provider of the settings. Safe for many threads, and for many processes on one database.
///
/// The provider is first asked when somebody signs on: the service starts without it.
public final class OpenIdSignOn {

    private static final Duration ATTEMPT_HOLDS = Duration.ofMinutes(10);

    private final OpenIdSettings settings;
    private final URI callback;
    private final Database database;
    private final SecureRandom random;
    private final InstantSource clock;
    private final AttemptStore store = new AttemptStore();
    private volatile Optional<Provider> provider = Optional.empty();

    /// @param callback the address of ours the provider sends people back to
    public OpenIdSignOn(
            OpenIdSettings settings, URI callback, Database database, SecureRandom random, InstantSource clock) {
        this.settings = settings;
        this.callback = callback;
        this.database = database;
        this.random = random;
        this.clock = clock;
    }

    /// A sign-on that has begun.
    ///
    /// @param redirect where the browser goes
    /// @param browser  a secret for a cookie: only the browser that has it can finish
    public record Begun(URI redirect, Secret browser) {}

    /// What the provider sent the browser back with; absent parameters are empty.
    public record Callback(String state, String code, String error, String issuer) {

        @Override
        public String toString() {
            return "callback";
        }
    }

    /// @param next the local path to go to afterwards
    /// @throws SignOnUnavailable when the provider does not answer
    public Begun begin(String next) {
        Provider known = provider();
        OpaqueToken state = OpaqueToken.make("", random);
        OpaqueToken browser = OpaqueToken.make("", random);
        Attempt attempt = new Attempt(
                OpaqueToken.make("", random).text().reveal(), OpaqueToken.make("", random).text().reveal(), next);
        Instant now = clock.instant();
        database.change(transaction ->
                store.insert(transaction, state.hash(), browser.hash(), attempt, now, now.plus(ATTEMPT_HOLDS)));
        List<String> scopes = new ArrayList<>(List.of("openid"));
        scopes.addAll(settings.scopes());
        URI redirect = new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope(scopes.toArray(String[]::new)), new ClientID(settings.clientId()), callback)
                .endpointURI(known.metadata().getAuthorizationEndpointURI())
                .state(new State(state.text().reveal()))
                .nonce(new Nonce(attempt.nonce()))
                .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
        return new Begun(redirect, browser.text());
    }

    /// @param browser the cookie that `begin` gave
    /// @throws SignOnFailed when anything about it is not as it must be
    /// @throws SignOnUnavailable when the provider does not answer
    public SignedOn finish(Callback sent, Secret browser) {
        if (sent.state().isBlank()) {
            throw new SignOnFailed(Step.STATE);
        }
        byte[] state = new OpaqueToken(Secret.of(sent.state())).hash();
        Attempt attempt = database
                .write(transaction -> store.take(transaction, state, new OpaqueToken(browser).hash(), clock.instant()))
                .orElseThrow(() -> new SignOnFailed(Step.STATE));
        // RFC 9207: an answer that names another issuer was mixed up on its way.
        boolean isFromAnother = !sent.issuer().isEmpty() && !sent.issuer().equals(settings.issuer().toString());
        if (!sent.error().isEmpty() || sent.code().isBlank() || isFromAnother) {
            throw new SignOnFailed(Step.PROVIDER);
        }
        IDTokenClaimsSet claims = checked(fetch(sent.code(), attempt), attempt);
        String name = claims.getStringClaim(settings.nameClaim());
        if (name == null || !name.matches("[\\p{L}\\p{N} ._@|:+-]{1,128}")) {
            throw new SignOnFailed(Step.NAME);
        }
        return new SignedOn(name, grants(claims), attempt.next());
    }

    private OIDCTokenResponse fetch(String code, Attempt attempt) {
        AuthorizationCodeGrant grant =
                new AuthorizationCodeGrant(new AuthorizationCode(code), callback, new CodeVerifier(attempt.verifier()));
        ClientID client = new ClientID(settings.clientId());
        URI endpoint = provider().metadata().getTokenEndpointURI();
        TokenRequest request = settings.clientSecret()
                .map(secret -> new TokenRequest.Builder(endpoint,
                        new ClientSecretBasic(client, new com.nimbusds.oauth2.sdk.auth.Secret(secret.reveal())), grant))
                .orElseGet(() -> new TokenRequest.Builder(endpoint, client, grant))
                .build();
        HTTPRequest http = request.toHTTPRequest();
        http.setConnectTimeout(Provider.CONNECT_MILLIS);
        http.setReadTimeout(Provider.READ_MILLIS);
        http.setFollowRedirects(false);
        try {
            TokenResponse answer = OIDCTokenResponseParser.parse(http.send());
            if (answer instanceof OIDCTokenResponse tokens) {
                return tokens;
            }
            throw new SignOnFailed(Step.CODE);
        } catch (ParseException e) {
            throw new SignOnFailed(Step.CODE);
        } catch (IOException e) {
            throw new SignOnUnavailable(settings.issuer().toString(), e);
        }
    }

    private IDTokenClaimsSet checked(OIDCTokenResponse tokens, Attempt attempt) {
        try {
            return provider().tokens().validate(tokens.getOIDCTokens().getIDToken(), new Nonce(attempt.nonce()));
        } catch (KeySourceException e) {
            throw new SignOnUnavailable(settings.issuer().toString(), e);
        } catch (BadJOSEException | JOSEException e) {
            throw new SignOnFailed(Step.TOKEN);
        }
    }

    private Set<Grant> grants(IDTokenClaimsSet claims) {
        List<String> groups = claims.getStringListClaim(settings.groupsClaim());
        Set<Grant> grants = new HashSet<>();
        for (String group : groups == null ? List.<String>of() : groups) {
            grants.addAll(Grant.parseAll(settings.roles().getOrDefault(group, List.of())));
        }
        return grants;
    }

    /// Where to send the browser so that the provider signs the person out too; empty when it offers nothing for it.
    public Optional<URI> signOut(URI backTo) {
        return provider
                .map(known -> known.metadata().getEndSessionEndpointURI())
                .map(end -> new LogoutRequest(end, null, null, new ClientID(settings.clientId()), backTo, null, null).toURI());
    }

    private Provider provider() {
        return provider.orElseGet(() -> {
            Provider found = Provider.discover(settings);
            provider = Optional.of(found);
            return found;
        });
    }
}
