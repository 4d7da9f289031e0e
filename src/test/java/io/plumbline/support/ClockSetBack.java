package io.plumbline.support;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Sets the clock of the shared portal back before each test, and before what the test class has is made: another may have
 * let time pass. No job waits then, and none has removed anything: what another test let a job remove on the same days
 * would put the job on hold. Nobody has given a reason either, which would be no reason for another patient.
 */
public class ClockSetBack implements BeforeEachCallback, TestInstancePreConstructCallback {
    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext instance, ExtensionContext test) {
        setBack(test);
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        setBack(test);
    }

    private static void setBack(ExtensionContext test) {
        var portal = SpringExtension.getApplicationContext(test);
        portal.getBean(MovableClock.class).reset();
        var jdbc = portal.getBean(JdbcClient.class);
        // a portal that starts in the middle of the tests finds entries of other days, too
        jdbc.sql("update job_hold set open_for = null, released_for = null").update();
        jdbc.sql("update job_removal set removed = 0").update();
        jdbc.sql("delete from reason_use").update();
    }
}
