package io.plumbline.records;

import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.documents.DocumentRenderer;
import io.plumbline.documents.PrintedDocument.Facts;
import io.plumbline.documents.PrintedDocument.Part;
import io.plumbline.documents.WorkFolders;
import io.plumbline.records.RecordQuery.LeftOut;
import io.plumbline.records.RecordQuery.Subject;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.RetriedTransaction;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts one patient's whole record together: the record to read as PDF, the same as JSON, the files, and a manifest with
 * the hash of each entry. Which rows belong to the record is read in one transaction at the start, then the rows
 * themselves, some at a time, in a transaction each. None is open while something is written or drawn.
 */
@Component
class RecordAssembly {
    private static final int AT_ONCE = 100;

    /** A longer chapter takes too much memory while it is drawn. */
    private static final int ROWS_OF_CHAPTER = 250;

    /** What is needed on the disk beside the files of the record, in bytes. */
    private static final long ROOM = 256L * 1024 * 1024;

    private final RecordQuery query;
    private final RecordFiles files;
    private final WorkFolders folders;
    private final DocumentRenderer renderer;
    private final ClinicService clinics;
    private final JsonMapper json;
    private final RetriedTransaction transaction;
    private final Clock clock;

    RecordAssembly(
            RecordQuery query,
            RecordFiles files,
            WorkFolders folders,
            DocumentRenderer renderer,
            ClinicService clinics,
            JsonMapper json,
            RetriedTransaction transaction,
            Clock clock) {
        this.query = query;
        this.files = files;
        this.folders = folders;
        this.renderer = renderer;
        this.clinics = clinics;
        this.json = json;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What belongs to a record at one instant.
     *
     * @param sections with the ids of their rows
     * @param clinic whose letterhead the PDF has
     */
    private record Extent(
            Subject subject,
            List<Section> sections,
            List<RecordFile> files,
            LeftOut leftOut,
            ClinicId clinic,
            ZoneId zone) {
        long entries() {
            return sections.stream().mapToLong(one -> one.ids().size()).sum() + files.size();
        }
    }

    private record Section(RecordSection section, List<UUID> ids) {}

    /**
     * Puts the archive together; nothing is left of it if it cannot be finished.
     *
     * @param isWhole whether session notes that are restricted to others are in it
     */
    PreparedRecord assemble(RecordExport export, boolean isWhole, ExportProgress progress, BooleanSupplier isCanceled)
            throws IOException {
        var extent = transaction.call(() -> extent(export.patient(), isWhole));
        var folder = folders.open(
                ROOM + extent.files().stream().mapToLong(RecordFile::bytes).sum());
        var isDone = false;
        try {
            var prepared = new Work(export, extent, folder, progress, isCanceled).write();
            isDone = true;
            return prepared;
        } finally {
            if (!isDone) {
                folders.delete(folder);
            }
        }
    }

    private Extent extent(PatientId patient, boolean isWhole) {
        var clinic = letterhead(query.clinics(patient));
        return new Extent(
                query.subject(patient),
                RecordSections.of(isWhole).stream()
                        .map(section -> new Section(section, query.ids(section, patient)))
                        .toList(),
                query.files(patient),
                query.leftOut(patient, isWhole),
                clinic,
                clinics.zoneOf(clinic));
    }

    /** One export while it is put together. */
    private final class Work {
        private final RecordExport export;
        private final Extent extent;
        private final Path folder;
        private final ExportProgress progress;
        private final BooleanSupplier isCanceled;
        private final RecordManifest manifest;
        private final AnsweredForms forms = query.forms();
        private final RecordPdf pdf;
        private final RecordBook book;
        private final List<Part> parts = new ArrayList<>();
        private final List<RecordRow> chapter = new ArrayList<>();
        private long done;

        Work(RecordExport export, Extent extent, Path folder, ExportProgress progress, BooleanSupplier isCanceled) {
            this.export = export;
            this.extent = extent;
            this.folder = folder;
            this.progress = progress;
            this.isCanceled = isCanceled;
            var subject = extent.subject();
            manifest = new RecordManifest(
                    export,
                    subject.numbers(),
                    clock.instant(),
                    CurrentUser.current().displayName(),
                    extent.leftOut(),
                    extent.files().size());
            pdf = new RecordPdf(
                    extent.zone(),
                    clinics.labels().values().stream()
                            .collect(Collectors.toMap(ClinicLabel::name, ClinicLabel::zone, (one, other) -> one)),
                    query::question);
            book = new RecordBook(folder, extent.clinic(), about(subject), folders, renderer, transaction);
        }

        PreparedRecord write() throws IOException {
            var file = folder.resolve("record.zip");
            try (var out = folders.create(file)) {
                var zip = new RecordZip(out);
                zip.add("README.txt", manifest.readme(extent.zone()));
                zip.add("record.json", this::writeSections);
                var listed = writeFiles(zip);
                var whole = book.join("Record of a patient", cover());
                try (var content = Files.newInputStream(whole)) {
                    zip.add("record.pdf", content);
                }
                Files.delete(whole);
                zip.add(
                        RecordManifest.MANIFEST,
                        json.writeValueAsBytes(manifest.list(zip.entries(), listed, clock.instant())));
                zip.add(RecordManifest.SUMS, zip.sums());
                requireWanted();
                var sha256 = zip.finish();
                return new PreparedRecord(
                        export,
                        folder,
                        file,
                        Files.size(file),
                        sha256,
                        zip.entries().size());
            }
        }

        private void writeSections(OutputStream text) throws IOException {
            print(text, "{\n\"format\": \"plumbline-record-1\"");
            for (var section : extent.sections()) {
                write(section.section(), section.ids(), text);
                endChapter(section.section());
            }
            print(text, "\n}\n");
        }

        private void write(RecordSection section, List<UUID> ids, OutputStream text) throws IOException {
            print(text, ",\n\"" + section.key() + "\": [");
            for (int from = 0; from < ids.size(); from += AT_ONCE) {
                requireWanted();
                var some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
                var rows = transaction.call(() -> {
                    query.keep(section, some);
                    return query.rows(section, export.patient(), some, forms);
                });
                for (int i = 0; i < rows.size(); i++) {
                    print(text, from + i == 0 ? "\n" : ",\n");
                    text.write(json.writeValueAsBytes(asJson(rows.get(i))));
                }
                parts.addAll(pdf.parts(section, rows));
                chapter.addAll(rows);
                if (chapter.size() >= ROWS_OF_CHAPTER) {
                    endChapter(section);
                }
                step(some.size());
            }
            print(text, "\n]");
        }

        private void endChapter(RecordSection section) throws IOException {
            if (!chapter.isEmpty()) {
                requireWanted();
                book.add(RecordPdf.words(section.key()), pdf.days(chapter), chapter.size(), List.copyOf(parts));
            }
            parts.clear();
            chapter.clear();
        }

        private List<SortedMap<String, Object>> writeFiles(RecordZip zip) throws IOException {
            var listed = new ArrayList<SortedMap<String, Object>>();
            for (var file : extent.files()) {
                requireWanted();
                listed.add(files.attach(file, listed.size() + 1, export, zip));
                step(1);
            }
            if (!listed.isEmpty()) {
                book.add("Files", "", listed.size(), List.of(RecordFiles.table(listed)));
            }
            return listed;
        }

        private List<Part> cover() {
            var subject = extent.subject();
            return List.of(
                    Facts.of(
                            "Patient",
                            "Name",
                            subject.name(),
                            "Born",
                            subject.born() == null ? "Not recorded" : Dates.dayAndYear(subject.born()),
                            subject.numbers().size() == 1 ? "Patient number" : "Patient numbers, merged",
                            String.join(", ", subject.numbers())),
                    Facts.of("This export", manifest.cover(extent.zone())));
        }

        private void step(int more) {
            done += more;
            progress.show(done, extent.entries());
        }

        private void requireWanted() throws ExportCanceled {
            if (isCanceled.getAsBoolean()) {
                throw new ExportCanceled();
            }
        }
    }

    private static SortedMap<String, Object> asJson(RecordRow row) {
        var all = new TreeMap<>(row.values());
        all.putAll(row.parts());
        return all;
    }

    private static void print(OutputStream text, String words) throws IOException {
        text.write(words.getBytes(StandardCharsets.UTF_8));
    }

    private static String about(Subject subject) {
        var born = subject.born() == null ? "" : " · born " + Dates.dayAndYear(subject.born());
        return subject.name() + born + " · " + String.join(", ", subject.numbers());
    }

    /** Returns one of the current user's clinics that knows the patient, otherwise one that does, otherwise any. */
    private ClinicId letterhead(List<ClinicId> known) {
        var mine = CurrentUser.current().clinics();
        return known.stream()
                .filter(mine::contains)
                .findFirst()
                .or(() -> known.stream().findFirst())
                .or(() -> clinics.labels().keySet().stream().findFirst())
                .orElseThrow(NotAvailable::new);
    }
}
