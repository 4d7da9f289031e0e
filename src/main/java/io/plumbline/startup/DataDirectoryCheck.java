package io.plumbline.startup;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Checks that the data directory is writable before H2 opens it, since H2 would open the database read-only. */
class DataDirectoryCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        DatabaseFile.of(environment).ifPresent(store -> {
            if (environment.containsProperty(CommandRun.PROPERTY)) store.refuseUnlessThere();
            store.refuseUnlessWritable();
        });
    }
}
