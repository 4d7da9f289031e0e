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
 * What a browser of ours never sends: something that cannot be read, or that names nothing which is there. Each is a line
 * in the log, and no trace, which would let one person fill the disk; who goes on with it is signed out.
 */
class ProtocolFaults implements ErrorHandler {
    static final int MOST = 20;

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ProtocolFaults.class);
    private static final int LONGEST_LINE = 200;

    /** Where Flow reads what a browser sent, and where the doors refuse it. */
    private static final List<String> READS =
            List.of("com.vaadin.flow.server.communication.", "io.plumbline.access.web.");

    /** Where something is done about it: what fails there is a failure. */
    private static final List<String> DOES = List.of("com.vaadin.flow.component.", "io.plumbline.");

    private final VaadinSession session;
    private final ErrorHandler others;
    private int faults;

    /** @param others hears of every failure that is no such fault */
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

    /** Whether Flow refused it before any component or any code of ours was asked. */
    static boolean isOne(Throwable failure) {
        // Flow wraps what a component's own method threw, and the wrapper is made where Flow reads
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

    /** One line, whatever somebody wrote into it. */
    private static String line(Throwable failure) {
        var words = failure.toString().replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
        return words.substring(0, Math.min(words.length(), LONGEST_LINE));
    }
}
