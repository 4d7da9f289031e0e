package io.plumbline.startup;

import io.plumbline.shared.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;

/**
 * Reads secrets from files, as container platforms mount them: {@code PLUMBLINE_AUDIT_KEY_FILE} names the file that has
 * the value of {@code PLUMBLINE_AUDIT_KEY}. An environment is inherited by every process that a process starts, and
 * shown by tools; a file is readable by its owner alone.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecretFiles implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String SUFFIX = "_FILE";
    private static final int MOST_BYTES = 4_096;

    /** The secrets: variable of the environment, property. */
    private static final Map<String, String> SECRETS = Map.of(
            "SPRING_DATASOURCE_PASSWORD", "spring.datasource.password",
            "SPRING_FLYWAY_PASSWORD", "spring.flyway.password",
            "SPRING_MAIL_PASSWORD", "spring.mail.password",
            "PLUMBLINE_AUDIT_KEY", "plumbline.audit.key",
            "PLUMBLINE_BACKUP_KEY", "plumbline.backup.key",
            "PLUMBLINE_BACKUP_RECOVERY_KEY", "plumbline.backup.recovery-key",
            "PLUMBLINE_SSO_CLIENT_SECRET", "plumbline.sso.client-secret",
            "PLUMBLINE_STORE_PASSWORD", "plumbline.store-password");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var read = read(environment.getSystemEnvironment());
        if (!read.isEmpty()) {
            environment.getPropertySources().addFirst(new MapPropertySource("secretFiles", read));
        }
    }

    /**
     * Reads the files that the environment names.
     *
     * @return the properties with their values, without the line break at the end of a file
     * @throws StartRefused if a file cannot be read or is empty, or the secret is in the environment too
     */
    static Map<String, Object> read(Map<String, Object> environment) {
        var read = new HashMap<String, Object>();
        SECRETS.forEach((variable, property) -> {
            var file = String.valueOf(environment.getOrDefault(variable + SUFFIX, ""));
            if (!file.isBlank()) {
                if (!String.valueOf(environment.getOrDefault(variable, "")).isEmpty()) {
                    throw new StartRefused(
                            "Both %s and %s%s are set: remove one of them.".formatted(variable, variable, SUFFIX));
                }
                read.put(property, secret(variable + SUFFIX, file));
            }
        });
        return read;
    }

    private static String secret(String variable, String file) {
        try {
            var path = Path.of(file);
            if (Files.size(path) > MOST_BYTES) {
                throw new StartRefused("%s names the file %s, which is longer than a secret: at most %s bytes."
                        .formatted(variable, file, MOST_BYTES));
            }
            var secret = Files.readString(path).stripTrailing();
            if (secret.isEmpty()) {
                throw new StartRefused(
                        "%s names the file %s, which is empty: write the secret into it.".formatted(variable, file));
            }
            return secret;
        } catch (IOException | InvalidPathException unreadable) {
            throw new StartRefused("%s names the file %s, which cannot be read: correct the name, or give the file to"
                            .formatted(variable, file)
                    + " the portal's user.");
        }
    }
}
