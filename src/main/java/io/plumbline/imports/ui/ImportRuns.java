package io.plumbline.imports.ui;

import com.vaadin.flow.shared.Registration;
import io.plumbline.imports.ImportId;
import io.plumbline.imports.ImportRunService;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** Runs imports beside the screens of this node. Who leaves the screen leaves the import running. */
@Component
class ImportRuns {
    private final ImportRunService imports;
    private final Map<ImportId, List<Watcher>> watchers = new ConcurrentHashMap<>();

    ImportRuns(ImportRunService imports) {
        this.imports = imports;
    }

    /** A screen that shows an import; told by the thread of the import. */
    interface Watcher {
        void progress(long done);

        /** @param problem why it ended early, for the user; empty if it came to its end or was stopped */
        void ended(String problem);
    }

    void start(ImportId id) {
        BesideScreen.run(
                "patient-import",
                () -> imports.run(id, done -> watching(id).forEach(one -> one.progress(done))),
                problem -> watching(id).forEach(one -> one.ended(problem)));
    }

    Registration watch(ImportId id, Watcher watcher) {
        watchers.computeIfAbsent(id, fresh -> new CopyOnWriteArrayList<>()).add(watcher);
        return () -> watchers.computeIfPresent(id, (same, others) -> {
            others.remove(watcher);
            return others.isEmpty() ? null : others;
        });
    }

    private List<Watcher> watching(ImportId id) {
        return watchers.getOrDefault(id, List.of());
    }
}
