package io.plumbline.startup;

import io.plumbline.shared.StartRefused;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Opens the H2 database with its file password, where one is set. */
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
public class EncryptedStore implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final int SHORTEST = 15;
    private static final String URL = "spring.datasource.url";
    private static final String USER_PASSWORD = "spring.datasource.password";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (!StoreEncryptionCommand.isRunning(environment) && !CommandRun.isOnBackup(environment)) {
            open(environment);
        }
    }

    /**
     * Adds the password to the settings of the database.
     *
     * @throws StartRefused if the file is encrypted and no password is set, or the other way round, if the password
     *     cannot be one, or if there is no H2 file to encrypt
     */
    static void open(ConfigurableEnvironment environment) {
        var store = DatabaseFile.of(environment);
        if (given(environment).isEmpty()) {
            store.ifPresent(DatabaseFile::refuseIfEncrypted);
            return;
        }
        var password = password(environment);
        var file = store.orElseThrow(() -> new StartRefused(
                "PLUMBLINE_STORE_PASSWORD encrypts the file of an H2 store, and this store is none: unset it, and"
                        + " let MySQL or its disk encrypt the data."));
        file.refuseUnlessEncrypted();
        if (!Files.exists(file.path())) {
            refuseUnlessPlainLetters(password);
        }
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "encryptedStore",
                        Map.of(
                                URL,
                                environment.getRequiredProperty(URL) + ";CIPHER=AES",
                                // as H2 wants it: that of the file, a space, that of the user
                                USER_PASSWORD,
                                password + " " + environment.getProperty(USER_PASSWORD, ""))));
    }

    /**
     * Returns the settings that open another store, or this one while no context of the portal is there.
     *
     * @param settings of the portal; they stay as they are
     * @param others that count more, by name
     * @throws StartRefused as {@link #open} does
     */
    public static ConfigurableEnvironment opened(ConfigurableEnvironment settings, Map<String, String> others) {
        var own = new StandardEnvironment();
        settings.getPropertySources().forEach(own.getPropertySources()::addLast);
        own.getPropertySources().addFirst(new MapPropertySource("otherStore", new HashMap<>(others)));
        open(own);
        return own;
    }

    /**
     * Returns the password of the file.
     *
     * @throws StartRefused if it is shorter than 15 characters or has a space, which H2 takes for its end
     */
    static String password(Environment environment) {
        var password = given(environment);
        if (password.length() < SHORTEST || password.chars().anyMatch(Character::isWhitespace)) {
            throw new StartRefused(
                    "PLUMBLINE_STORE_PASSWORD must have %s characters or more, without spaces.".formatted(SHORTEST));
        }
        return password;
    }

    /**
     * Refuses a new password with characters that H2 does not read whole, or that another machine may send in another way.
     *
     * @throws StartRefused if it has letters with accents, or of other alphabets
     */
    static void refuseUnlessPlainLetters(String password) {
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(password)) {
            throw new StartRefused(
                    "PLUMBLINE_STORE_PASSWORD must have only letters without accents, digits and signs of a US keyboard.");
        }
    }

    private static String given(Environment environment) {
        return environment.getProperty("plumbline.store-password", "");
    }
}
