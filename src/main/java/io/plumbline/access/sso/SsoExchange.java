package io.plumbline.access.sso;

import io.plumbline.access.PublicSettings;
import io.plumbline.access.signin.ProviderRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.util.UriComponentsBuilder;

/** Writes the request to the provider, and makes of its answer the person whom it names. Keeps no token. */
@Component
class SsoExchange {
    /** By how much the clocks of portal and provider may differ. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    private static final String ERROR_CODE = "[a-z_]{1,60}";

    private final SsoSettings settings;
    private final SsoProvider provider;
    private final @Nullable URI address;
    private final Clock clock;

    SsoExchange(SsoSettings settings, SsoProvider provider, PublicSettings links, Clock clock) {
        this.settings = settings;
        this.provider = provider;
        this.address =
                Optional.ofNullable(settings.address()).or(links::reachedAt).orElse(null);
        this.clock = clock;
    }

    /** Returns the address at the provider to which the browser goes. */
    String addressAtProvider(SsoRound round, HttpServletRequest request) {
        return request(known().registration(), round, request).getAuthorizationRequestUri();
    }

    /** Returns where to sign out of the provider; empty if it has no such address. No token is sent: none is kept. */
    Optional<String> addressToSignOut(HttpServletRequest request) {
        return provider.alreadyKnown()
                .flatMap(SsoProvider.Known::endOfSession)
                .filter(end -> settings.signOut())
                .map(end -> UriComponentsBuilder.fromUri(end)
                        .queryParam("client_id", "{client}")
                        .queryParam("post_logout_redirect_uri", "{back}")
                        .encode()
                        .buildAndExpand(settings.clientId(), base(request) + "/login?out")
                        .toUriString());
    }

    /**
     * Returns the person whom the answer of the provider names.
     *
     * @throws ProviderRefused if the answer is not one to this round, or the sign-in there is not as the settings ask
     */
    OidcUser person(SsoRound round, HttpServletRequest request) {
        refuseError(request);
        var state = request.getParameter(OAuth2ParameterNames.STATE);
        var code = request.getParameter(OAuth2ParameterNames.CODE);
        var issuer = request.getParameter("iss");
        if (state == null || code == null || !isSame(state, round.state())) {
            throw incomplete("state does not match");
        }
        if (issuer != null
                && !issuer.equals(Objects.requireNonNull(settings.issuer()).toString())) {
            throw incomplete("answer of another issuer");
        }
        var known = known();
        var asked = request(known.registration(), round, request);
        var answered = OAuth2AuthorizationResponse.success(code)
                .state(state)
                .redirectUri(base(request) + SingleSignOn.BACK)
                .build();
        var user = user(known, new OAuth2AuthorizationExchange(asked, answered));
        checkSignInThere(round, user);
        return user;
    }

    private OidcUser user(SsoProvider.Known known, OAuth2AuthorizationExchange exchange) {
        OAuth2LoginAuthenticationToken token = null;
        AuthenticationException refusal = null;
        try {
            token = (OAuth2LoginAuthenticationToken)
                    known.exchange().authenticate(new OAuth2LoginAuthenticationToken(known.registration(), exchange));
        } catch (AuthenticationException refused) {
            refusal = refused;
        }
        if (token != null && token.getPrincipal() instanceof OidcUser user) {
            return user;
        }
        if (refusal != null && isSilence(refusal)) {
            throw silent();
        }
        throw incomplete(
                refusal instanceof OAuth2AuthenticationException named
                        ? "answer not valid: " + code(named.getError().getErrorCode())
                        : "answer not valid");
    }

    private void checkSignInThere(SsoRound round, OidcUser user) {
        var at = user.getAuthenticatedAt();
        if (at != null && at.isAfter(clock.instant().plus(SKEW))) {
            // a clock or a claim is wrong
            throw incomplete("sign-in in the future");
        }
        var earliest = earliest(round);
        if (earliest != null && (at == null || at.isBefore(earliest.minus(SKEW)))) {
            throw new ProviderRefused(
                    settings.name() + " did not ask you to sign in again, as the portal requires", "sign-in too old");
        }
        if (!settings.acr().isEmpty()
                && !settings.acr().contains(String.valueOf(user.getAuthenticationContextClass()))) {
            throw tooWeak("acr");
        }
        List<String> used = Objects.requireNonNullElse(user.getAuthenticationMethods(), List.of());
        if (!settings.amr().isEmpty() && used.stream().noneMatch(settings.amr()::contains)) {
            throw tooWeak("amr");
        }
    }

    private @Nullable Instant earliest(SsoRound round) {
        if (round.purpose() != SsoRound.Purpose.SIGN_IN) {
            return round.startedAt();
        }
        return settings.maxAge() == null ? null : clock.instant().minus(settings.maxAge());
    }

    private ProviderRefused tooWeak(String claim) {
        return new ProviderRefused(
                "Your sign-in at " + settings.name()
                        + " was without the second step that the portal requires. Sign in there with it, and try again",
                "sign-in too weak: " + claim);
    }

    private SsoProvider.Known known() {
        try {
            return provider.known();
        } catch (SsoProvider.Unreachable down) {
            throw silent();
        }
    }

    private ProviderRefused silent() {
        return new ProviderRefused(
                settings.name() + " does not answer. Try again in a few minutes", "provider does not answer");
    }

    private void refuseError(HttpServletRequest request) {
        var error = request.getParameter(OAuth2ParameterNames.ERROR);
        if (error != null) {
            throw new ProviderRefused(
                    error.equals("access_denied")
                            ? "The sign-in at " + settings.name() + " was canceled or not allowed there"
                            : settings.name() + " refused the sign-in. Try again, or ask your administrator",
                    "provider answered " + code(error));
        }
    }

    private static ProviderRefused incomplete(String why) {
        return new ProviderRefused("The sign-in could not be completed. Try again", why);
    }

    /** Returns a code of the standards; what else somebody sent is not repeated. */
    private static String code(String error) {
        return error.matches(ERROR_CODE) ? error : "an error";
    }

    private static boolean isSilence(Throwable refusal) {
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            if (cause instanceof ResourceAccessException) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSame(String some, String other) {
        return MessageDigest.isEqual(some.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private OAuth2AuthorizationRequest request(
            ClientRegistration registration, SsoRound round, HttpServletRequest request) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(
                        Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
                .clientId(registration.getClientId())
                .redirectUri(base(request) + SingleSignOn.BACK)
                .scopes(registration.getScopes())
                .state(round.state())
                .attributes(kept -> kept.putAll(Map.of(
                        OAuth2ParameterNames.REGISTRATION_ID,
                        registration.getRegistrationId(),
                        OidcParameterNames.NONCE,
                        round.nonce(),
                        PkceParameterNames.CODE_VERIFIER,
                        round.verifier())))
                .additionalParameters(sent -> {
                    sent.put(OidcParameterNames.NONCE, hash(round.nonce()));
                    sent.put(PkceParameterNames.CODE_CHALLENGE, hash(round.verifier()));
                    sent.put(PkceParameterNames.CODE_CHALLENGE_METHOD, "S256");
                    if (round.purpose() != SsoRound.Purpose.SIGN_IN) {
                        sent.put("prompt", "login");
                        sent.put("max_age", "0");
                    } else if (settings.maxAge() != null) {
                        sent.put("max_age", String.valueOf(settings.maxAge().toSeconds()));
                    }
                    if (!settings.acr().isEmpty()) {
                        sent.put("acr_values", String.join(" ", settings.acr()));
                    }
                })
                .build();
    }

    /** Returns the address of the portal. What a request calls the portal does not count. */
    private String base(HttpServletRequest request) {
        var configured = address;
        return configured == null
                ? "http://localhost:" + request.getLocalPort()
                : configured.toString().replaceFirst("/+$", "");
    }

    private static String hash(String secret) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(DigestUtils.sha256(secret.getBytes(StandardCharsets.US_ASCII)));
    }
}
