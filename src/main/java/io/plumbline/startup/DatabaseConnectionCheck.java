package io.plumbline.startup;

import io.plumbline.shared.StartRefused;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;

/**
 * Checks that what goes to a MySQL on another machine is encrypted. Without a word on it the driver falls back to plain
 * text where the server, or somebody between, says that it knows no encryption.
 */
final class DatabaseConnectionCheck {
    private static final Pattern MYSQL = Pattern.compile("jdbc:mysql(?::[a-z+]+)?://([^/?]*)[^?]*(?:\\?(.*))?");
    private static final Pattern THIS_MACHINE = Pattern.compile("(?i)(localhost|127(\\.\\d{1,3}){3}|\\[::1])?(:\\d+)?");

    /** Encrypted, or plain text as somebody wrote it down. */
    private static final Pattern SAID = Pattern.compile("(?i)sslMode=(REQUIRED|VERIFY_CA|VERIFY_IDENTITY|DISABLED)");

    private DatabaseConnectionCheck() {}

    /**
     * Refuses to start with a MySQL on another machine whose address does not say how it is encrypted.
     *
     * @throws StartRefused with what to add to which setting
     */
    static void check(Environment environment) {
        check("SPRING_DATASOURCE_URL", environment.getProperty("spring.datasource.url", ""));
        check("SPRING_FLYWAY_URL", environment.getProperty("spring.flyway.url", ""));
    }

    private static void check(String setting, String address) {
        var mysql = MYSQL.matcher(address);
        if (!mysql.matches() || isOnThisMachine(mysql.group(1)) || isSaid(String.valueOf(mysql.group(2)))) {
            return;
        }
        throw new StartRefused(setting + " leads to a MySQL on another machine and does not ask for encryption: add"
                + " sslMode=VERIFY_IDENTITY, or VERIFY_CA or REQUIRED where its certificate cannot be checked. Where"
                + " another layer encrypts that way, add sslMode=DISABLED.");
    }

    private static boolean isOnThisMachine(String hosts) {
        return Arrays.stream(hosts.split(",", -1))
                .allMatch(host -> THIS_MACHINE.matcher(host).matches());
    }

    private static boolean isSaid(String options) {
        return Arrays.stream(options.split("&"))
                .anyMatch(option -> SAID.matcher(option).matches());
    }
}
