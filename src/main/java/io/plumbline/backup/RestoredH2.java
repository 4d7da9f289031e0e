package io.plumbline.backup;

import io.plumbline.shared.StartRefused;
import io.plumbline.startup.EncryptedStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** An H2 store unpacked into a folder. */
final class RestoredH2 implements RestoredStore {
    private static final Logger LOG = LoggerFactory.getLogger(RestoredH2.class);
    private static final String ENDING = ".mv.db";

    private final Path folder;
    private final ConfigurableEnvironment settings;
    private @Nullable Path file;
    private @Nullable Connection open;
    private String password;

    /** @param settings of the portal; the password of an encrypted store is taken from there unless the backup has it */
    RestoredH2(Path folder, ConfigurableEnvironment settings) {
        this.folder = folder;
        this.settings = settings;
        this.password = settings.getProperty(StoreKeys.STORE_PASSWORD, "");
    }

    @Override
    public void use(StoreKeys keys) {
        if (!keys.storePassword().isEmpty()) {
            password = keys.storePassword();
        }
    }

    @Override
    public void take(String name, InputStream bytes) throws IOException {
        if (file != null || !name.endsWith(ENDING) || name.contains("/")) {
            throw new BackupProblem("The backup has a store that this Plumbline does not know: " + name + ".");
        }
        file = folder.resolve(name);
        Files.copy(bytes, file);
    }

    /** Returns the file of the store. */
    Path file() throws BackupProblem {
        if (file == null) {
            throw new BackupProblem("The backup has no store.");
        }
        return file;
    }

    /** Returns the password of the store; empty if it is not encrypted. */
    String password() {
        return password;
    }

    @Override
    public JdbcClient rows() throws IOException {
        try {
            if (open == null) {
                open = H2Files.open(file(), environment());
            }
            return JdbcClient.create(new SingleConnectionDataSource(open, true));
        } catch (SQLException unreadable) {
            throw new BackupProblem(
                    "The store in the backup cannot be opened: %s".formatted(firstLine(unreadable)), unreadable);
        }
    }

    private static String firstLine(SQLException failed) {
        return String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
    }

    private ConfigurableEnvironment environment() throws BackupProblem {
        try {
            return EncryptedStore.opened(settings, settings());
        } catch (StartRefused refused) {
            throw new BackupProblem(
                    password.isEmpty()
                            ? "The store in the backup is encrypted: set PLUMBLINE_STORE_PASSWORD, or enter the recovery key."
                            : "The store in the backup is not encrypted: unset PLUMBLINE_STORE_PASSWORD for it.",
                    refused);
        }
    }

    @Override
    public List<String> differences(BackupManifest manifest) throws IOException {
        var found = new TreeMap<>(StoreTables.rows(rows()));
        return found.equals(new TreeMap<>(manifest.rows()))
                ? List.of()
                : List.of("The numbers of rows are not those of the manifest.");
    }

    @Override
    public Map<String, String> settings() throws BackupProblem {
        return Map.of(
                "plumbline.data-dir",
                folder.toString(),
                "spring.datasource.url",
                H2Files.url(file(), settings),
                StoreKeys.STORE_PASSWORD,
                password);
    }

    /** One process opens the file at a time. */
    @Override
    public void release() {
        try {
            if (open != null) {
                open.close();
            }
        } catch (SQLException alreadyGone) {
            LOG.debug("The restored store did not close", alreadyGone);
        }
        open = null;
    }

    @Override
    public void close() {
        release();
    }
}
