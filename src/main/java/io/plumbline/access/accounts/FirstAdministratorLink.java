package io.plumbline.access.accounts;

import io.plumbline.access.SystemActor;
import io.plumbline.shared.PortalReady;
import io.plumbline.shared.Routes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prints at startup a one-time link to become the first administrator, if there is none. */
@Component
class FirstAdministratorLink {
    private final OneTimeLinkService links;
    private final SystemActor system;

    FirstAdministratorLink(OneTimeLinkService links, SystemActor system) {
        this.links = links;
        this.system = system;
    }

    @EventListener
    void on(PortalReady ready) {
        system.call(links::forFirstAdministrator)
                .ifPresent(token -> System.out.printf("""
                    Nobody can sign in as administrator yet. The person who opens this link becomes the first one;
                    it works once, within 30 minutes, and the next start prints a new one:
                      http://localhost:%s/%s%n""", ready.port(), Routes.invitation(token)));
    }
}
