package io.plumbline;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Tries the data folder before H2 does, which opens what it cannot write as a read-only store. */
class StartFolderCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        StartStoreFile.of(environment).ifPresent(store -> {
            if (environment.containsProperty(CommandRun.PROPERTY)) store.refuseUnlessThere();
            store.refuseUnlessWritable();
        });
    }
}
