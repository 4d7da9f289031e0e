package io.plumbline.access.sso;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/**
 * What the portal knows of the provider. It is asked at the first sign-in and not at the start, so that the portal starts
 * without it, and again after an hour. No request to it lasts longer than ten seconds, and none follows a redirect.
 */
@Component
class SsoProvider {
    private static final Logger LOG = LoggerFactory.getLogger(SsoProvider.class);
    static final String REGISTRATION = "sso";

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(10);
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {};

    /** None that the secret of the portal signs: whoever knows it could write tokens. */
    private static final Set<SignatureAlgorithm> SIGNED_BY_PROVIDER = Set.of(SignatureAlgorithm.values());

    private final SsoSettings settings;
    private final Clock clock;
    private final ClientHttpRequestFactory requests = requests();
    private volatile @Nullable Known known;

    SsoProvider(SsoSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** The provider as it described itself. */
    record Known(ClientRegistration registration, OidcAuthorizationCodeAuthenticationProvider exchange, Instant at) {
        Optional<URI> endOfSession() {
            return Optional.ofNullable(registration
                            .getProviderDetails()
                            .getConfigurationMetadata()
                            .get("end_session_endpoint"))
                    .map(address -> URI.create(address.toString()));
        }
    }

    /** Thrown if the provider does not answer, or not as a provider does. */
    static final class Unreachable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreachable(Throwable cause) {
            super("The provider of single sign-on does not describe itself", cause);
        }
    }

    /** Returns what is known of the provider, asking it if that is nothing or old. */
    Known known() throws Unreachable {
        var now = known;
        if (now != null && now.at().plus(KEPT).isAfter(clock.instant())) {
            return now;
        }
        try {
            var asked = ask();
            known = asked;
            return asked;
        } catch (RestClientException | IllegalArgumentException | IllegalStateException down) {
            LOG.warn("The provider of single sign-on cannot be used: {}", down.getMessage());
            throw new Unreachable(down);
        }
    }

    /** Returns what is known of the provider without asking it. */
    Optional<Known> alreadyKnown() {
        return Optional.ofNullable(known);
    }

    private Known ask() {
        var issuer = Objects.requireNonNull(settings.issuer()).toString();
        var client = RestClient.builder().requestFactory(requests).build();
        var described = Objects.requireNonNullElse(
                client.get()
                        .uri(URI.create(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration"))
                        .retrieve()
                        .body(JSON),
                Map.<String, Object>of());
        if (!issuer.equals(described.get("issuer"))) {
            throw new IllegalStateException("The provider calls itself otherwise than plumbline.sso.issuer");
        }
        var builder = ClientRegistrations.fromOidcConfiguration(described)
                .registrationId(REGISTRATION)
                .clientId(settings.clientId())
                .scope(settings.scopes());
        if (settings.clientSecret().isEmpty()) {
            builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE);
        } else {
            builder.clientSecret(settings.clientSecret());
        }
        var registration = builder.build();
        return new Known(registration, exchange(registration, described), clock.instant());
    }

    private OidcAuthorizationCodeAuthenticationProvider exchange(
            ClientRegistration registration, Map<String, Object> described) {
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        var plain = new DefaultOAuth2UserService();
        var more = new RestTemplate(requests);
        more.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        plain.setRestOperations(more);
        var people = new OidcUserService();
        people.setOauth2UserService(plain);
        var exchange = new OidcAuthorizationCodeAuthenticationProvider(tokens, people);
        var decoder = decoder(registration, described);
        exchange.setJwtDecoderFactory(ours -> decoder);
        return exchange;
    }

    private JwtDecoder decoder(ClientRegistration registration, Map<String, Object> described) {
        var offered = described.get("id_token_signing_alg_values_supported") instanceof Collection<?> names
                ? SIGNED_BY_PROVIDER.stream()
                        .filter(algorithm -> names.contains(algorithm.getName()))
                        .toList()
                : List.<SignatureAlgorithm>of();
        var decoder = NimbusJwtDecoder.withJwkSetUri(
                        Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri()))
                .jwsAlgorithms(algorithms ->
                        algorithms.addAll(offered.isEmpty() ? List.of(SignatureAlgorithm.RS256) : offered))
                .restOperations(new RestTemplate(requests))
                .build();
        var checks = new OidcIdTokenValidator(registration);
        checks.setClock(clock);
        checks.setClockSkew(SKEW);
        decoder.setJwtValidator(checks);
        return decoder;
    }

    private static ClientHttpRequestFactory requests() {
        var factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        factory.setReadTimeout(READ);
        return factory;
    }
}
