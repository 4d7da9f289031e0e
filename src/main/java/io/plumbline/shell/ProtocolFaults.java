package io.plumbline.shell;

import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * Handles requests that the portal's own screens never send: malformed, or for something that does not exist. Each is
 * one line in the log without a stack trace, with which one person could fill the disk; after {@link #MOST} of them the
 * session ends.
 */
class ProtocolFaults implements ErrorHandler {
    static final int MOST = 20;

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ProtocolFaults.class);
    private static final int LONGEST_LINE = 200;

    /** Packages in which Flow parses a request, or the portal refuses it. */
    private static final List<String> READS =
            List.of("com.vaadin.flow.server.communication.", "io.plumbline.access.web.");

    /** Packages in which a request is processed: failures there are real errors. */
    private static final List<String> DOES = List.of("com.vaadin.flow.component.", "io.plumbline.");

    private final VaadinSession session;
    private final ErrorHandler others;
    private int faults;

    /** @param others handles all other failures */
    ProtocolFaults(VaadinSession session, ErrorHandler others) {
        this.session = session;
        this.others = others;
    }

    @Override
    public void error(ErrorEvent failed) {
        if (!isOne(failed.getThrowable())) {
            others.error(failed);
            return;
        }
        faults++;
        if (faults <= MOST) {
            LOG.warn("Refused, what no screen of ours asks for: {}", line(failed.getThrowable()));
        }
        if (faults == MOST) {
            LOG.warn("A session ended that asked {} times for what no screen of ours asks for", faults);
            Optional.ofNullable(session.getSession()).ifPresent(WrappedSession::invalidate);
        }
    }

    /** Returns whether the request was refused before any component or application code ran. */
    static boolean isOne(Throwable failure) {
        // the most specific cause, since Flow wraps exceptions of component methods in code that also parses requests
        for (var step : NestedExceptionUtils.getMostSpecificCause(failure).getStackTrace()) {
            var name = step.getClassName();
            if (READS.stream().anyMatch(name::startsWith)) {
                return true;
            }
            if (DOES.stream().anyMatch(name::startsWith)) {
                return false;
            }
        }
        return false;
    }

    /** Returns one log line, without line breaks or control characters from user input. */
    private static String line(Throwable failure) {
        var words = failure.toString().replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
        return words.substring(0, Math.min(words.length(), LONGEST_LINE));
    }
}
