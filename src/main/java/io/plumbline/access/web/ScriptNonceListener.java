package io.plumbline.access.web;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * Lets the browser run the scripts of the page that starts a screen, and no other inline script: each gets a number that
 * is used once, which the page's content policy names. So a script or an event attribute that somebody brings into a
 * page does not run.
 */
@Component
class ScriptNonceListener implements VaadinServiceInitListener {
    private static final int BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::allowOwnScripts);
    }

    private void allowOwnScripts(IndexHtmlResponse page) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var nonce = Base64.getEncoder().encodeToString(bytes);
        page.getDocument().select("script").attr("nonce", nonce);
        page.getVaadinResponse().setHeader("Content-Security-Policy", SecurityHeaders.ofAScreen(nonce));
    }
}
