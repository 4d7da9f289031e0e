package io.plumbline.demo;

import io.plumbline.shared.PortalReady;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prints the demo accounts and their passwords at startup. */
@Component
@ConditionalOnWebApplication
class DemoWelcome {
    private final boolean demo;

    DemoWelcome(@Value("${plumbline.demo}") boolean demo) {
        this.demo = demo;
    }

    @EventListener
    void on(PortalReady ready) {
        if (demo) {
            System.out.println("The demo clinic: invented people only. Sign in as");
            DemoAccounts.ALL.forEach(account -> System.out.printf(
                    "  %-13s %-25s %s%n",
                    account.username(), account.password(), account.role().title()));
        }
    }
}
