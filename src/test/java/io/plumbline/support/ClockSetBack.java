package io.plumbline.support;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Sets the clock of the shared portal back before each test: another may have let time pass. */
class ClockSetBack implements BeforeEachCallback {
    @Override
    public void beforeEach(ExtensionContext test) {
        SpringExtension.getApplicationContext(test).getBean(MovableClock.class).reset();
    }
}
