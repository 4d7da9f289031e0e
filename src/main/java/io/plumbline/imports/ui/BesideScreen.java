package io.plumbline.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.transaction.TransactionException;

/** Does long work beside a screen, as the person of the screen. */
final class BesideScreen {
    private static final Logger LOG = LoggerFactory.getLogger(BesideScreen.class);

    private BesideScreen() {}

    /** @param ended gets why the work ended early, for the user; empty if it finished */
    static void run(String name, Runnable work, Consumer<String> ended) {
        Thread.ofVirtual().name(name).start(new DelegatingSecurityContextRunnable(() -> ended.accept(problemOf(work))));
    }

    /** Changes a screen from beside it; a screen that is gone is told nothing. */
    static void tell(Component screen, Command news) {
        screen.getUI().ifPresent(ui -> {
            try {
                ui.access(news);
            } catch (UIDetachedException closed) {
                LOG.debug("A screen of an import was closed", closed);
            }
        });
    }

    private static String problemOf(Runnable work) {
        try {
            work.run();
            return "";
        } catch (Refused refused) {
            return refused.sentence();
        } catch (StaleVersion changed) {
            LOG.debug("An import was changed by two people", changed);
            return "A colleague changed this import in the meantime: reload the page";
        } catch (DataIntegrityViolationException sameRows) {
            LOG.warn("Two works for one import met", sameRows);
            return "Someone else is working on this import at this moment. Wait until they have finished";
        } catch (DataAccessException | TransactionException storeIsAway) {
            LOG.warn("Work for an import of patients ended early", storeIsAway);
            return "The database could not be reached. Nothing is lost: try again in a moment";
        } catch (RuntimeException failed) {
            LOG.error("Work for an import of patients failed", failed);
            return "Something went wrong. Nothing is lost: try again";
        }
    }
}
