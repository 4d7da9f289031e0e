package io.plumbline.startup;

import io.plumbline.shared.StartRefused;
import java.nio.file.Path;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Checks the data directory before H2 opens the database: H2 would open it read-only where it cannot write, and begin a
 * new one where the file is missing or empty. What an upgrade or a first start left that did not end is put right before.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class DataDirectoryCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        // a build works out the beans by this start, and opens no store
        if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) return;
        var environment = context.getEnvironment();
        DatabaseFile.of(environment).ifPresent(store -> {
            store.refuseUnlessWritable();
            var mark = RunningMark.set(store.folder(), DatabaseLockedFailureAnalyzer.sentence(environment, store));
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

    private static void check(Environment environment, DatabaseFile store) {
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
    }
}
