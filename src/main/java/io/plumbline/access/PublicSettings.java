package io.plumbline.access;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the public form and its endpoint.
 *
 * @param port separate port for the public pages, which are then served nowhere else; 0 to share the main port
 * @param address base address of one-time links, such as https://portal.clinic.example; if absent, the one that the
 *     creator of the link uses
 * @param workers number of public requests processed at once, at most half of them from one network; a few more wait,
 *     and the rest are told to retry
 * @param perMinute requests per minute from one address; for IPv6, from one 64-bit network
 * @param burst how many of these requests may arrive at once
 * @param perSecond requests per second in total
 * @param allowedOrigins origins of the web sites whose pages may call the endpoint, such as https://www.clinic.example
 */
@ConfigurationProperties("plumbline.public")
public record PublicSettings(
        @DefaultValue("0") int port,
        @Nullable URI address,
        @DefaultValue("2") int workers,
        @DefaultValue("10") int perMinute,
        @DefaultValue("20") int burst,
        @DefaultValue("200") int perSecond,
        @DefaultValue List<String> allowedOrigins) {
    private static final int HIGHEST_PORT = 65_535;
    private static final Set<String> SCHEMES = Set.of("http", "https");

    public PublicSettings {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    "plumbline.public.port must be a port between 1 and 65535, or 0 for none");
        }
        if (workers < 1 || perMinute < 1 || burst < 1 || perSecond < 1) {
            throw new IllegalArgumentException("The limits of plumbline.public must be numbers above zero");
        }
        if (address != null && (address.getHost() == null || !SCHEMES.contains(address.getScheme()))) {
            throw new IllegalArgumentException(
                    "plumbline.public.address must be an address such as https://portal.clinic.example");
        }
        allowedOrigins = List.copyOf(allowedOrigins);
    }

    /** Returns the configured base address of one-time links. */
    public Optional<URI> reachedAt() {
        return Optional.ofNullable(address);
    }
}
