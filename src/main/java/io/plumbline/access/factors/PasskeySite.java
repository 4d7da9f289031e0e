package io.plumbline.access.factors;

import io.plumbline.access.PublicSettings;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The site to which passkeys belong: browsers offer them there, and the portal accepts them from nowhere else. */
@Component
public class PasskeySite {
    private static final String THIS_MACHINE = "localhost";

    private final @Nullable URI address;

    PasskeySite(PasskeySettings settings, PublicSettings links) {
        this.address =
                Optional.ofNullable(settings.address()).or(links::reachedAt).orElse(null);
    }

    /** Returns the name of the host to which passkeys belong. */
    public String host() {
        return address == null ? THIS_MACHINE : address.getHost().toLowerCase(Locale.ROOT);
    }

    /** Returns whether a page of this origin is one of the portal. Without an address, any port of this machine is. */
    boolean isOurs(String origin) {
        if (address != null) {
            return origin.equals(origin(address));
        }
        try {
            var asked = URI.create(origin);
            return THIS_MACHINE.equals(asked.getHost()) && origin.equals(origin(asked));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    /** Returns the origin of an address as browsers write it: without the usual port. */
    private static String origin(URI address) {
        var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        var usual = scheme.equals("https") ? 443 : 80;
        var port = address.getPort() == -1 || address.getPort() == usual ? "" : ":" + address.getPort();
        return scheme + "://" + address.getHost().toLowerCase(Locale.ROOT) + port;
    }
}
