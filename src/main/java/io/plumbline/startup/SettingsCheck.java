package io.plumbline.startup;

import io.plumbline.shared.StartRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/** Checks the settings before any bean is created, so that an invalid one is reported in one sentence. */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class SettingsCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final int HIGHEST_PORT = 65_535;
    private static final int MOST_REQUESTS = 1_000_000;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        refuseWithoutTemporaryFolder();
        check(context.getEnvironment());
    }

    private static void refuseWithoutTemporaryFolder() {
        try {
            Files.delete(Files.createTempFile("plumbline", null));
        } catch (IOException unwritable) {
            throw new StartRefused(
                    "Plumbline cannot write to the temporary folder %s: create it, or name another one with JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=/path/to/folder."
                            .formatted(System.getProperty("java.io.tmpdir")));
        }
    }

    /**
     * Refuses to start with an invalid setting.
     *
     * @throws StartRefused with the name of the setting in the environment and its valid values
     */
    static void check(ConfigurableEnvironment environment) {
        for (var profile : environment.getActiveProfiles()) {
            if (SettingsCheck.class.getResource("/application-" + profile + ".properties") == null) {
                throw new StartRefused("SPRING_PROFILES_ACTIVE names the profile " + profile
                        + ", which Plumbline does not know: remove it, or set mysql.");
            }
        }
        refuseUnlessOneOf(environment, "plumbline.demo", Set.of("true", "false"), "true or false");
        refuseUnlessPort(environment);
        refuseUnlessNumber(environment, "plumbline.public.port", 0, HIGHEST_PORT, "a port between 1 and 65535");
        for (var limit : Set.of("per-minute", "burst", "per-second")) {
            refuseUnlessNumber(environment, "plumbline.public." + limit, 1, MOST_REQUESTS, "a number above zero");
        }
        refuseUnlessAddress(environment);
        // the third value, framework, asks for a bean, and those are worked out when the jar is packed
        refuseUnlessOneOf(
                environment,
                "server.forward-headers-strategy",
                Set.of("", "native", "NATIVE", "none", "NONE"),
                "native or none");
        refuseUnlessTime(environment, "plumbline.session.idle");
        refuseUnlessTime(environment, "plumbline.session.lock");
        refuseUnlessNumber(
                environment, "plumbline.session.sign-ins-per-minute", 1, MOST_REQUESTS, "a number above zero");
        refuseUnlessTime(environment, "plumbline.proof.lasts");
        DatabaseConnectionCheck.check(environment);
    }

    private static void refuseUnlessOneOf(Environment environment, String name, Set<String> possible, String words) {
        if (!possible.contains(environment.getProperty(name, ""))) {
            throw refused(environment, name, words);
        }
    }

    private static void refuseUnlessPort(Environment environment) {
        var given = environment.getProperty("server.port", "8080");
        if (!given.matches("-1|[0-9]{1,5}") || Integer.parseInt(given) > HIGHEST_PORT) {
            throw refused(environment, "server.port", "a port between 1 and 65535, such as 8080");
        }
    }

    private static void refuseUnlessNumber(Environment environment, String name, int least, int most, String words) {
        var given = environment.getProperty(name, String.valueOf(least));
        if (!given.matches("[0-9]{1,7}") || Integer.parseInt(given) < least || Integer.parseInt(given) > most) {
            throw refused(environment, name, words);
        }
    }

    private static void refuseUnlessAddress(Environment environment) {
        var given = environment.getProperty("server.address", "");
        try {
            InetAddress.getByName(given);
        } catch (UnknownHostException nowhere) {
            throw refused(environment, "server.address", "an address of this machine, such as 127.0.0.1");
        }
    }

    private static void refuseUnlessTime(Environment environment, String name) {
        var given = environment.getProperty(name, "15m");
        try {
            if (DurationStyle.detectAndParse(given).compareTo(Duration.ZERO) > 0) {
                return;
            }
        } catch (IllegalArgumentException noTime) {
            // reported below in the portal's own words
        }
        throw refused(environment, name, "a time above zero, such as 15m");
    }

    private static StartRefused refused(Environment environment, String name, String possible) {
        var asVariable = name.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", "");
        return new StartRefused(
                "%s is %s, and must be %s.".formatted(asVariable, environment.getProperty(name), possible));
    }
}
