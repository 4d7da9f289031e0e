package io.plumbline.records.clinicexports;

import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import io.plumbline.clinics.ClinicService;
import io.plumbline.documents.FileStore;
import io.plumbline.records.ExportCanceled;
import io.plumbline.records.RecordZip;
import io.plumbline.shared.CsvFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes everything of a clinic as a ZIP archive that only the recipient of the export can decrypt. The rows are those of
 * one instant. Whoever calls it has released the export.
 */
@Component
class ClinicExportWriter {
    private static final int BUFFER = 1 << 16;

    private final DataSource source;
    private final FileStore files;
    private final ClinicService clinics;
    private final JsonMapper json;
    private final Clock clock;

    ClinicExportWriter(DataSource source, FileStore files, ClinicService clinics, JsonMapper json, Clock clock) {
        this.source = source;
        this.files = files;
        this.clinics = clinics;
        this.json = json;
        this.clock = clock;
    }

    /** Hears how far it is. */
    @FunctionalInterface
    interface Progress {
        /**
         * @param done how many rows and files are written
         * @throws ExportCanceled if it is no longer wanted
         */
        void show(long done, long inAll) throws ExportCanceled;
    }

    /**
     * Writes the file.
     *
     * @return how many records are in it, in words
     * @throws ExportCanceled if it is no longer wanted
     * @throws IOException if it cannot be written, or the rows cannot be read
     */
    String write(ClinicExport export, Progress progress, OutputStream out) throws IOException {
        try (var snapshot = ClinicSnapshot.take(source, export.id(), export.clinic());
                var encrypted = new StandardEncryptingChannelFactory()
                        .newEncryptingChannel(
                                Channels.newChannel(out),
                                List.of(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(
                                        export.recipientKey())))) {
            var archive = new BufferedOutputStream(Channels.newOutputStream(encrypted), BUFFER);
            var contents = new Work(export, snapshot, progress, new RecordZip(archive)).write();
            archive.flush();
            return contents;
        } catch (UncheckedIOException within) {
            throw within.getCause();
        } catch (GeneralSecurityException | SQLException failed) {
            throw new IOException(failed);
        }
    }

    /** One export while it is written. */
    private final class Work {
        private final ClinicExport export;
        private final ClinicSnapshot snapshot;
        private final Progress progress;
        private final RecordZip zip;
        private final ClinicExportManifest manifest;
        private final Map<String, Long> rows = new LinkedHashMap<>();
        private long done;
        private long inAll;

        Work(ClinicExport export, ClinicSnapshot snapshot, Progress progress, RecordZip zip) {
            this.export = export;
            this.snapshot = snapshot;
            this.progress = progress;
            this.zip = zip;
            this.manifest = new ClinicExportManifest(
                    export.id(), clinics.label(export.clinic()).name(), clock.instant(), rows);
        }

        String write() throws IOException {
            for (var table : ExportedTables.all()) {
                rows.put(table.name(), snapshot.count(table));
                progress.show(0, 0);
            }
            var attached = snapshot.files();
            // each row is written as CSV and as JSON
            inAll = 2 * rows.values().stream().mapToLong(Long::longValue).sum() + attached.size();
            progress.show(0, inAll);
            zip.add("README.txt", manifest.readme());
            for (var table : ExportedTables.all()) {
                var columns = snapshot.columns(table);
                manifest.describe(table, columns);
                zip.add("csv/" + table.name() + ".csv", to -> writeCsv(table, columns, to));
                zip.add("json/" + table.name() + ".json", to -> writeJson(table, to));
            }
            for (var file : attached) {
                add(file);
                step();
            }
            zip.add("manifest.json", json.writeValueAsBytes(manifest.list(zip.entries())));
            zip.add("SHA256SUMS", zip.sums());
            zip.finish();
            return manifest.contents();
        }

        private void writeCsv(ExportedTable table, SequencedMap<String, String> columns, OutputStream to)
                throws IOException {
            try (var csv = new CsvFile(to)) {
                csv.row(columns.keySet().toArray());
                snapshot.read(table, row -> {
                    csv.row(row.values().toArray());
                    stepped();
                });
            }
        }

        private void writeJson(ExportedTable table, OutputStream to) throws IOException {
            var separator = new String[] {"\n"};
            print(to, "[");
            snapshot.read(table, row -> {
                try {
                    print(to, separator[0]);
                    to.write(json.writeValueAsBytes(row));
                } catch (IOException unwritten) {
                    throw new UncheckedIOException(unwritten);
                }
                separator[0] = ",\n";
                stepped();
            });
            print(to, "\n]\n");
        }

        private static void print(OutputStream to, String text) throws IOException {
            to.write(text.getBytes(StandardCharsets.UTF_8));
        }

        private void add(ClinicSnapshot.StoredFile file) throws IOException {
            try (var content = files.open(file.storedAs())) {
                zip.add("files/" + file.name(), content);
                manifest.addFile(file.id(), zip.entries().getLast(), file.sha256());
            } catch (NoSuchFileException gone) {
                manifest.miss(file.id());
            }
        }

        private void stepped() {
            try {
                step();
            } catch (IOException canceled) {
                throw new UncheckedIOException(canceled);
            }
        }

        private void step() throws ExportCanceled {
            done++;
            progress.show(done, inAll);
        }
    }
}
