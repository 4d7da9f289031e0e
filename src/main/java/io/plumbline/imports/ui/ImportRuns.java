package io.plumbline.imports.ui;

import com.vaadin.flow.shared.Registration;
import io.plumbline.imports.ImportId;
import io.plumbline.imports.ImportRunService;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs imports beside the screens of this node. Who leaves the screen leaves the import running. */
@Component
class ImportRuns {
    private static final Logger LOG = LoggerFactory.getLogger(ImportRuns.class);

    private final ImportRunService imports;
    private final Set<ImportId> running = ConcurrentHashMap.newKeySet();
    private final Map<ImportId, List<Watcher>> watchers = new ConcurrentHashMap<>();

    ImportRuns(ImportRunService imports) {
        this.imports = imports;
    }

    /**
     * A screen that shows an import; told by the thread of the import.
     *
     * @param progress gets the number of rows that are done
     * @param ended gets why it ended early, for the user; empty if it finished or was stopped
     */
    record Watcher(LongConsumer progress, Consumer<String> ended) {}

    /** Runs an import, unless it runs here already. Watch it first, since it may end at once. */
    void start(ImportId id) {
        if (!running.add(id)) {
            return;
        }
        BesideScreen.run(
                "patient-import",
                () -> imports.run(id, done -> tell(id, one -> one.progress().accept(done))),
                problem -> {
                    running.remove(id);
                    tell(id, one -> one.ended().accept(problem));
                });
    }

    /** Returns whether this node runs an import. */
    boolean isRunning(ImportId id) {
        return running.contains(id);
    }

    Registration watch(ImportId id, Watcher watcher) {
        watchers.compute(id, (same, others) -> {
            var all = others == null ? new CopyOnWriteArrayList<Watcher>() : others;
            all.add(watcher);
            return all;
        });
        return () -> watchers.computeIfPresent(id, (same, others) -> {
            others.remove(watcher);
            return others.isEmpty() ? null : others;
        });
    }

    /** A screen that goes away at this moment must not end the import. */
    private void tell(ImportId id, Consumer<Watcher> news) {
        for (var watcher : watchers.getOrDefault(id, List.of())) {
            try {
                news.accept(watcher);
            } catch (RuntimeException gone) {
                LOG.debug("A screen of an import was not told", gone);
            }
        }
    }
}
