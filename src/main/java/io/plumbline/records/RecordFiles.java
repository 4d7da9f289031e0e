package io.plumbline.records;

import io.plumbline.documents.FileStore;
import io.plumbline.documents.PrintedDocument.Table;
import io.plumbline.shared.RetriedTransaction;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Attaches the files on a record to its archive, as they were added. */
@Component
class RecordFiles {
    private final FileStore store;
    private final RetriedTransaction transaction;
    private final ApplicationEventPublisher events;

    RecordFiles(FileStore store, RetriedTransaction transaction, ApplicationEventPublisher events) {
        this.store = store;
        this.transaction = transaction;
        this.events = events;
    }

    /**
     * Attaches a file. One that is missing, or not as it was added, is left out, which goes on record.
     *
     * @param number its place in the archive, from 1
     * @return what the manifest says of it
     */
    SortedMap<String, Object> attach(RecordFile file, int number, RecordExport export, RecordZip zip)
            throws IOException {
        var now = store.hash(file.storedAs());
        var said = new TreeMap<String, Object>();
        said.put("title", file.title());
        said.put("kind", file.kind());
        said.put("source", file.source());
        said.put("datedOn", file.datedOn());
        said.put("sha256", file.sha256());
        if (now.filter(file.sha256()::equals).isPresent()) {
            var name = String.format(
                    Locale.ROOT,
                    "files/%03d-%s-%s.%s",
                    number,
                    file.datedOn(),
                    file.kind().toLowerCase(Locale.ROOT).replace('_', '-'),
                    file.format().toLowerCase(Locale.ROOT));
            try (var content = store.open(file.storedAs())) {
                zip.add(name, content);
            }
            said.put("entry", name);
        } else {
            said.put("leftOut", now.isEmpty() ? "missing" : "altered");
            transaction.run(() -> export.ofEach(
                            record -> new RecordExportEvent.FileLeftOut(export.id(), record, file.id(), now.isEmpty()))
                    .forEach(events::publishEvent));
        }
        return said;
    }

    /** Returns the list of the files for the PDF. */
    static Table table(List<SortedMap<String, Object>> listed) {
        return new Table(
                "Files",
                List.of("In the archive", "Title", "Source", "Date"),
                listed.stream()
                        .map(file -> List.of(
                                Objects.toString(file.getOrDefault("entry", "left out: " + file.get("leftOut"))),
                                Objects.toString(file.get("title")),
                                Objects.toString(file.get("source")),
                                Objects.toString(file.get("datedOn"))))
                        .toList());
    }
}
