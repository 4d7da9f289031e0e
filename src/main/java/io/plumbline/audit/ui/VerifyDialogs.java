package io.plumbline.audit.ui;

import io.plumbline.audit.AuditService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutor;
import org.springframework.stereotype.Component;

/** Runs verifications in the background, one at a time, so that several screens do not run them at once. */
@Component
class VerifyDialogs implements DisposableBean {
    private final AuditService audit;
    private final ExecutorService oneAtATime = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("verify").factory());

    VerifyDialogs(AuditService audit) {
        this.audit = audit;
    }

    /** Opens the dialog, which verifies the trail and shows the result. */
    void open() {
        new VerifyDialog(audit, new DelegatingSecurityContextExecutor(oneAtATime)).open();
    }

    @Override
    public void destroy() {
        oneAtATime.shutdownNow();
    }
}
