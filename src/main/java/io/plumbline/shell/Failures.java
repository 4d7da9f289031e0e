package io.plumbline.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.plumbline.shared.StoreAway;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/**
 * What fails while a screen is open: a reference for the log, a sentence for the person, nothing of what is inside. An
 * action that is refused because the record is not theirs any more makes the screen ask for its address again, which
 * takes its content away. A database that is away is no failure of the portal: it has a sentence of its own and no
 * reference, and the log says it once a minute. A browser that has hung up is nobody's failure.
 */
@Component
class Failures implements VaadinServiceInitListener {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final String NOT_AVAILABLE = "Not available";

    /** The page asks before unsaved words are left; here they can be kept nowhere, and the content must go. */
    static final String ASK_AGAIN = "window.plumblineSessionEnded = true; location.reload()";

    private static final Duration SAID_AWAY_EVERY = Duration.ofMinutes(1);
    private static final AtomicLong SAID_AWAY_AT = new AtomicLong(System.nanoTime() - SAID_AWAY_EVERY.toNanos());

    private static final int REFERENCE_LENGTH = 8;
    private static final int SHOWN_MS = 10_000;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var messages = new CustomizedSystemMessages();
        // signing out in another tab takes the cookie along: what the person needs is the page to sign in on
        messages.setCookiesDisabledNotificationEnabled(false);
        event.getSource().setSystemMessagesProvider(info -> messages);
        event.getSource().addSessionInitListener(init -> init.getSession()
                .setErrorHandler(new ProtocolFaults(init.getSession(), failed -> say(failed.getThrowable()))));
    }

    private static void say(Throwable failure) {
        var screen = UI.getCurrent();
        if (isHungUp(failure)) {
            LOG.debug("The browser has hung up", failure);
            return;
        }
        if (isRefusal(failure)) {
            LOG.info("Refused: {}", failure.toString());
            if (screen != null) {
                screen.access(() -> screen.getPage().executeJs(ASK_AGAIN));
            }
            return;
        }
        var sentence = sentence(failure);
        if (screen != null) {
            screen.access(() -> Notification.show(sentence, SHOWN_MS, Notification.Position.MIDDLE, true));
        }
    }

    /** Whether a service answered an action of an open screen as it answers strangers: the screen is over, too. */
    static boolean isRefusal(Throwable failure) {
        return failure instanceof AccessDeniedException
                || failure instanceof NoSuchElementException && NOT_AVAILABLE.equals(failure.getMessage());
    }

    /** What a screen says of an action that failed. */
    static String sentence(Throwable failure) {
        if (StoreAway.isCauseOf(failure)) {
            logAway(failure);
            return StoreAway.sentence(failure);
        }
        return "This did not work. See what the screen shows before you try again; if it stays, give your"
                + " administrator the reference " + log(failure) + ".";
    }

    /** Whether what failed is only that nobody reads the answer any more. */
    static boolean isHungUp(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause ->
                        cause instanceof ClientAbortException || cause instanceof AsyncRequestNotUsableException);
    }

    /** One line a minute, however many ask. */
    static void logAway(Throwable failure) {
        var now = System.nanoTime();
        var last = SAID_AWAY_AT.get();
        if (now - last >= SAID_AWAY_EVERY.toNanos() && SAID_AWAY_AT.compareAndSet(last, now)) {
            LOG.warn("The database cannot be used by the screens: {}", failure.toString());
        }
    }

    /** Writes a failure to the log under a reference that says nothing of it. */
    static String log(Throwable failure) {
        var reference = UUID.randomUUID().toString().substring(0, REFERENCE_LENGTH);
        LOG.error("Failed, reference {}", reference, failure);
        return reference;
    }
}
