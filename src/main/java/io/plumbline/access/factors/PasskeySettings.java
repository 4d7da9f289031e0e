package io.plumbline.access.factors;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of passkeys.
 *
 * @param address address at which staff open the portal, such as https://portal.clinic.example; passkeys work there
 *     alone, so all of them must be made again after a change. If absent, `plumbline.public.address`, or else localhost
 */
@ConfigurationProperties("plumbline.passkeys")
record PasskeySettings(@Nullable URI address) {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    PasskeySettings {
        if (address != null && (address.getHost() == null || !SCHEMES.contains(address.getScheme()))) {
            throw new IllegalArgumentException(
                    "plumbline.passkeys.address must be an address such as https://portal.clinic.example");
        }
    }
}
