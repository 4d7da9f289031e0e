package io.plumbline.bench;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;

/** Fills the empty store of a test with a group of 5,000 patients and 4,000 leads, before anybody signs in. */
@TestComponent
class FilledGroup implements ApplicationRunner {
    private static final int PATIENTS = 5_000;
    private static final int LEADS = 4_000;

    private final ApplicationContext portal;

    FilledGroup(ApplicationContext portal) {
        this.portal = portal;
    }

    @Override
    public void run(ApplicationArguments none) {
        new GeneratedGroup(portal).fill(PATIENTS, LEADS, "four words for a test", patients -> {}, () -> false);
    }
}
