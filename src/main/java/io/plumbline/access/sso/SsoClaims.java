package io.plumbline.access.sso;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.plumbline.access.accounts.ProviderPerson;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Reads what the provider says of a person: the verified e-mail address, and by the settings roles and clinics. */
@Component
class SsoClaims {
    private final SsoSettings settings;

    SsoClaims(SsoSettings settings) {
        this.settings = settings;
    }

    ProviderPerson read(OidcUser user) {
        var claims = user.getClaims();
        return new ProviderPerson(
                Objects.requireNonNull(settings.issuer()).toString(),
                Objects.requireNonNull(user.getSubject()),
                email(claims),
                user.getFullName(),
                settings.roleClaim().isBlank()
                        ? null
                        : settings.roles().entrySet().stream()
                                .filter(one -> values(claims, settings.roleClaim()).stream()
                                        .anyMatch(one.getValue()::contains))
                                .map(Map.Entry::getKey)
                                .collect(toUnmodifiableSet()),
                settings.clinicClaim().isBlank() ? null : values(claims, settings.clinicClaim()));
    }

    /**
     * Returns the e-mail address in lower case if the provider says that it is verified. An address with other than ASCII
     * letters finds no account: different letters may look the same, or become the same in lower case.
     */
    private @Nullable String email(Map<String, Object> claims) {
        var verified = claims.get(settings.emailVerifiedClaim());
        var isVerified = Boolean.TRUE.equals(verified) || "true".equals(verified);
        if (!isVerified || !(claims.get("email") instanceof String email)) {
            return null;
        }
        try {
            return StandardCharsets.US_ASCII.newEncoder().canEncode(email)
                    ? new EmailAddress(email).address().toLowerCase(Locale.ROOT)
                    : null;
        } catch (Refused noAddress) {
            return null;
        }
    }

    /** Returns the texts of a claim, which is a text or a list; a name with a dot may also lead into other claims. */
    private static Set<String> values(Map<String, Object> claims, String name) {
        return switch (find(claims, name)) {
            case String one -> Set.of(one);
            case Collection<?> some ->
                some.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .collect(toUnmodifiableSet());
            case null, default -> Set.of();
        };
    }

    private static @Nullable Object find(Map<?, ?> claims, String name) {
        var dot = name.indexOf('.');
        if (claims.containsKey(name) || dot < 0) {
            return claims.get(name);
        }
        return claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner
                ? find(inner, name.substring(dot + 1))
                : null;
    }
}
