package io.plumbline.startup;

import io.plumbline.shared.PortalReady;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Prints the address of the portal once it is ready. One that was told to end while it started says nothing. */
@Component
class ReadyLine {
    private final ApplicationEventPublisher events;

    ReadyLine(ApplicationEventPublisher events) {
        this.events = events;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof ServletWebServerApplicationContext web
                && web.getWebServer() != null
                && !isEnding()) {
            var port = web.getWebServer().getPort();
            System.out.println("Plumbline is ready: http://localhost:" + port);
            events.publishEvent(new PortalReady(port));
        }
    }

    /** The end of a process waits until the portal has started; a process that ends takes no more hooks. */
    private static boolean isEnding() {
        var hook = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            Runtime.getRuntime().removeShutdownHook(hook);
            return false;
        } catch (IllegalStateException ending) {
            return true;
        }
    }
}
