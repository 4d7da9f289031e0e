package io.plumbline.access;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the public form and its endpoint are open to the world.
 *
 * @param port own port for what is open to anybody, which then answers nowhere else; 0 where all answers on one
 * @param address where people reach one-time links, such as https://portal.clinic.example; else as their maker did
 * @param workers how many of its requests are worked on at once, half of them of one network; few more wait, and the rest is told to come again
 * @param perMinute requests a minute from one address, of IPv6 from one network of 64 bits
 * @param burst how many of them may come at once
 * @param perSecond requests a second in all
 * @param allowedOrigins the web sites whose own pages may send to the endpoint, such as https://www.clinic.example
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
            throw new IllegalArgumentException("plumbline.public.port is a port between 1 and 65535, or 0 for none");
        }
        if (workers < 1 || perMinute < 1 || burst < 1 || perSecond < 1) {
            throw new IllegalArgumentException("The limits of plumbline.public are numbers above zero");
        }
        if (address != null && (address.getHost() == null || !SCHEMES.contains(address.getScheme()))) {
            throw new IllegalArgumentException(
                    "plumbline.public.address is an address such as https://portal.clinic.example");
        }
        allowedOrigins = List.copyOf(allowedOrigins);
    }

    /** Where people outside reach one-time links, as far as it is set. */
    public Optional<URI> reachedAt() {
        return Optional.ofNullable(address);
    }
}
