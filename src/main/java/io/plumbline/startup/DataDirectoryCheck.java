package io.plumbline.startup;

import io.plumbline.shared.StartRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Checks the data directory before H2 opens the database: H2 would open it read-only where it cannot write, and begin a
 * new one where the file is missing or empty. What an interrupted upgrade or first start left is put right before.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class DataDirectoryCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String URL = "spring.datasource.url";
    private static final String IF_EXISTS = "IFEXISTS";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        // a build works out the beans by this start, and opens no store
        if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) return;
        var environment = context.getEnvironment();
        if (CommandRun.isOnBackup(environment)) return;
        DatabaseFile.of(environment).ifPresent(store -> {
            store.refuseUnlessWritable();
            var mark = RunningMark.set(store.folder(), StartFailureAnalyzer.inUse(environment, store));
            try {
                check(environment, store);
            } catch (RuntimeException refused) {
                mark.close();
                throw refused;
            }
            // the first to be registered is the last to be destroyed, after the pool of the database
            ((DefaultSingletonBeanRegistry) context.getBeanFactory())
                    .registerDisposableBean("runningMark", mark::close);
        });
    }

    private static void check(ConfigurableEnvironment environment, DatabaseFile store) {
        UnfinishedRestore.refuseIfIn(store.folder());
        var noted = Path.of(environment.getProperty("plumbline.audit.head-file", ""));
        var copy = new UpgradeCopy(store);
        if (DatabaseCheck.isToMigrate(environment)) {
            copy.putBackIfLeft(noted);
        } else if (copy.isLeft()) {
            throw new StartRefused(UpgradeCopy.COMMAND_HAS_TO_WAIT);
        }
        if (environment.containsProperty(CommandRun.PROPERTY)) {
            store.refuseUnlessThere();
        } else {
            new NewStore(store).markIfNew(noted);
        }
        store.refuseIfMissing(noted);
        new StoreCopies(store).warn();
        if (Files.exists(store.path())) {
            openOnlyIfThere(environment);
        }
    }

    /** H2 would begin a new store if the file went away after this, also while the portal runs. */
    private static void openOnlyIfThere(ConfigurableEnvironment environment) {
        var url = environment.getRequiredProperty(URL);
        if (!url.toUpperCase(Locale.ROOT).contains(IF_EXISTS)) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("storeThatIsThere", Map.of(URL, url + ";" + IF_EXISTS + "=TRUE")));
        }
    }
}
