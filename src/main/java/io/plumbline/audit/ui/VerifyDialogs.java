package io.plumbline.audit.ui;

import io.plumbline.audit.AuditService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutor;
import org.springframework.stereotype.Component;

/** Verifies the trail beside the screen that asked, one after the other, so that many screens do not ask at once. */
@Component
class VerifyDialogs implements DisposableBean {
    private final AuditService audit;
    private final ExecutorService oneAtATime = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("verify").factory());

    VerifyDialogs(AuditService audit) {
        this.audit = audit;
    }

    /** Asks, verifies, and says what was found. */
    void open() {
        new VerifyDialog(audit, new DelegatingSecurityContextExecutor(oneAtATime)).open();
    }

    @Override
    public void destroy() {
        oneAtATime.shutdownNow();
    }
}
