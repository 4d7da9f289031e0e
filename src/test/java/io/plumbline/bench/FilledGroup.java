package io.plumbline.bench;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;

/** Fills the empty store of a test with a group of 20,000 patients, before anybody signs in. */
@TestComponent
class FilledGroup implements ApplicationRunner {
    private static final int SIZE = 20_000;

    private final ApplicationContext portal;

    FilledGroup(ApplicationContext portal) {
        this.portal = portal;
    }

    @Override
    public void run(ApplicationArguments none) {
        new GeneratedGroup(portal).fill(SIZE, 0, "four words for a test", patients -> {}, () -> false);
    }
}
