package io.plumbline.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.plumbline.shared.Causes;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refusal;
import io.plumbline.shared.store.StoreAway;
import io.plumbline.shared.ui.Toast;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/**
 * Handles errors of open screens: a reference for the log and a sentence for the user, without internals. If an action
 * is refused because the user has lost access to the record, the screen reloads, which removes its content. An
 * unavailable database is not an error of the portal: it has its own message without a reference, and is logged once a
 * minute. A closed browser connection is ignored.
 */
@Component
class Failures implements VaadinServiceInitListener {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    /** Reloads without the prompt about unsaved input: the input cannot be saved, and the content must go. */
    static final String ASK_AGAIN = "window.plumblineSessionEnded = true; location.reload()";

    private static final Duration SAID_AWAY_EVERY = Duration.ofMinutes(1);
    private static final AtomicLong SAID_AWAY_AT = new AtomicLong(System.nanoTime() - SAID_AWAY_EVERY.toNanos());

    private static final int REFERENCE_LENGTH = 8;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var messages = new CustomizedSystemMessages();
        // signing out in another tab removes the cookie: the user needs the sign-in page instead of this message
        messages.setCookiesDisabledNotificationEnabled(false);
        event.getSource().setSystemMessagesProvider(info -> messages);
        event.getSource().addSessionInitListener(init -> init.getSession()
                .setErrorHandler(new ProtocolFaults(init.getSession(), failed -> say(failed.getThrowable()))));
    }

    private static void say(Throwable failure) {
        var screen = UI.getCurrent();
        if (isHungUp(failure)) {
            LOG.debug("The browser closed the connection", failure);
            return;
        }
        if (isNotTheirs(failure)) {
            LOG.info("Not available: {}", failure.toString());
            if (screen != null) {
                screen.access(() -> screen.getPage().executeJs(ASK_AGAIN));
            }
            return;
        }
        var sentence = sentence(failure);
        if (screen != null) {
            screen.access(() -> Toast.warn(sentence));
        }
    }

    /**
     * Returns whether a service refused an action because the user has no access to the record, so that the screen must
     * close too.
     */
    static boolean isNotTheirs(Throwable failure) {
        return failure instanceof AccessDeniedException || failure instanceof NotAvailable;
    }

    /** Returns the message for a failed or refused action. */
    static String sentence(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            LOG.info("Refused: {}", refusal.toString());
            return refusal.sentence().endsWith(".") ? refusal.sentence() : refusal.sentence() + ".";
        }
        if (StoreAway.isCauseOf(failure)) {
            logAway(failure);
            return StoreAway.sentence(failure);
        }
        return "This did not work. Check what the screen shows before you try again. If it keeps failing, give your"
                + " administrator the reference " + log(failure) + ".";
    }

    /** Returns whether the failure is only a closed browser connection. */
    static boolean isHungUp(Throwable failure) {
        return Causes.of(failure)
                .anyMatch(cause ->
                        cause instanceof ClientAbortException || cause instanceof AsyncRequestNotUsableException);
    }

    /** Logs at most one line a minute, no matter how many users are affected. */
    static void logAway(Throwable failure) {
        var now = System.nanoTime();
        var last = SAID_AWAY_AT.get();
        if (now - last >= SAID_AWAY_EVERY.toNanos() && SAID_AWAY_AT.compareAndSet(last, now)) {
            LOG.warn("The database cannot be used by the screens: {}", failure.toString());
        }
    }

    /** Logs a failure under a random reference; returns the reference. */
    static String log(Throwable failure) {
        var reference = UUID.randomUUID().toString().substring(0, REFERENCE_LENGTH);
        LOG.error("Failed, reference {}", reference, failure);
        return reference;
    }
}
