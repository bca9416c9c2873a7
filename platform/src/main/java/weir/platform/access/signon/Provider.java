package weir.platform.access.signon;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;

/// What a provider says of itself, and its keys. Its keys are fetched anew when a token names one that is not known yet.
record Provider(OIDCProviderMetadata metadata, IDTokenValidator tokens) {

    static final int CONNECT_MILLIS = (int) Duration.ofSeconds(3).toMillis();
    static final int READ_MILLIS = (int) Duration.ofSeconds(10).toMillis();
    private static final int LARGEST_KEY_SET_BYTES = 1 << 20;

    /// Signatures of the provider's own key pairs; never a shared secret's, never none.
    private static final Set<JWSAlgorithm> TRUSTED = Set.of(
            JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512,
            JWSAlgorithm.PS256, JWSAlgorithm.PS384, JWSAlgorithm.PS512,
            JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.ES512);

    /// @throws SignOnUnavailable when it does not answer as a provider does
    static Provider discover(OpenIdSettings settings) {
        Issuer issuer = new Issuer(settings.issuer());
        try {
            OIDCProviderMetadata metadata = OIDCProviderMetadata.resolve(issuer, CONNECT_MILLIS, READ_MILLIS);
            DefaultResourceRetriever retriever =
                    new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, LARGEST_KEY_SET_BYTES);
            JWKSource<SecurityContext> keys = JWKSourceBuilder.create(metadata.getJWKSetURI().toURL(), retriever)
                    .cache(Duration.ofMinutes(10).toMillis(), Duration.ofSeconds(15).toMillis())
                    .refreshAheadCache(false)
                    .rateLimited(Duration.ofSeconds(1).toMillis())
                    .retrying(true)
                    .build();
            IDTokenValidator tokens = new IDTokenValidator(
                    issuer, new ClientID(settings.clientId()), new JWSVerificationKeySelector<>(algorithms(metadata), keys), null);
            return new Provider(metadata, tokens);
        } catch (GeneralException e) {
            throw new SignOnUnavailable(settings.issuer().toString(), e);
        } catch (IOException e) {
            throw new SignOnUnavailable(settings.issuer().toString(), e);
        }
    }

    private static Set<JWSAlgorithm> algorithms(OIDCProviderMetadata metadata) {
        Set<JWSAlgorithm> both = new HashSet<>(TRUSTED);
        if (metadata.getIDTokenJWSAlgs() != null) {
            both.retainAll(metadata.getIDTokenJWSAlgs());
        }
        return both.isEmpty() ? Set.of(JWSAlgorithm.RS256) : both;
    }
}
