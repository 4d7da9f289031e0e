package io.plumbline.bench;

import io.plumbline.audit.GeneratedTrail;
import io.plumbline.documents.FileStore;
import io.plumbline.notes.GeneratedNotes;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Utc;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.ApplicationContext;
import org.springframework.data.domain.AbstractAggregateRoot;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Signed notes and files on the records of a generated group, as many as a group has after years. */
final class RecordsToBackUp {
    /** The session note, its area and its technique. */
    private static final int ROWS_OF_A_NOTE = 3;

    private static final int CHUNK = 1_000;
    private static final int FILE_BYTES = 100_000;
    private static final String ROWS = """
            select (select count(*) from session_note) + (select count(*) from session_note_area)
                + (select count(*) from session_note_modality)""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final EntityManager entities;
    private final FileStore files;
    private final GeneratedTrail trail;
    private final GeneratedNotes notes;
    private final Bulk attachments;
    private final Instant now;
    private final Random random;
    private final List<BodyRegion> areas = List.copyOf(BodyRegion.all());
    private final List<Record> records;
    private final StaffId therapist;

    /** A record on which more is written. */
    private record Record(PatientId patient, ClinicId clinic) {}

    RecordsToBackUp(ApplicationContext portal, long seed) {
        var written = new AtomicLong();
        jdbc = portal.getBean(JdbcClient.class);
        transaction = portal.getBean(TransactionTemplate.class);
        entities = portal.getBean(EntityManager.class);
        files = portal.getBean(FileStore.class);
        trail = new GeneratedTrail(portal, written);
        notes = new GeneratedNotes(trail);
        attachments = new Bulk(
                portal.getBean(JdbcOperations.class),
                written,
                "patient_attachment",
                "id, version, patient_id, clinic_id, kind, title, source, dated_on, format, bytes, sha256, stored_as,"
                        + " added_at, added_by, current_key");
        now = portal.getBean(Clock.class).instant();
        random = new Random(seed);
        records = jdbc.sql("select patient_id, min(clinic_id) as clinic_id from patient_clinic group by patient_id")
                .query((row, n) -> new Record(
                        new PatientId(Ids.uuid(row.getBytes("patient_id"))),
                        new ClinicId(Ids.uuid(row.getBytes("clinic_id")))))
                .list();
        therapist = jdbc.sql("select id from staff_account where username = 'therapist'")
                .query((row, n) -> new StaffId(Ids.uuid(row.getBytes("id"))))
                .single();
    }

    /** Writes and signs notes until there are at least so many rows of notes; returns how many there are then. */
    long sign(long least) {
        var there = jdbc.sql(ROWS).query(Long.class).single();
        var more = (int) Math.ceilDiv(Math.max(0, least - there), ROWS_OF_A_NOTE);
        for (int from = 0; from < more; from += CHUNK) {
            var first = from;
            transaction.executeWithoutResult(status -> sign(first, Math.min(more, first + CHUNK)));
        }
        return jdbc.sql(ROWS).query(Long.class).single();
    }

    private void sign(int from, int to) {
        var written = new ArrayList<AbstractAggregateRoot<?>>();
        for (int number = from; number < to; number++) {
            written.add(written(records.get(number % records.size()), number / records.size()));
        }
        entities.flush();
        written.forEach(note -> notes.sign(note, therapist, now.minus(Duration.ofHours(1))));
        entities.flush();
        entities.clear();
        trail.flushSealed();
    }

    private AbstractAggregateRoot<?> written(Record record, int visit) {
        var on = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1L + visit);
        var service = AppointmentType.MASSAGE;
        var note = notes.written(
                new GeneratedNotes.Visit(record.patient(), record.clinic(), service, on, null, null),
                GeneratedSession.of(service, areas.get(random.nextInt(areas.size())), random),
                therapist,
                now.minus(Duration.ofHours(2)));
        entities.persist(note);
        return note;
    }

    /**
     * Puts files of so many bytes on the records; nothing in them repeats, as in a scan or a photograph.
     *
     * @return the bytes of all
     */
    long attach(long bytes) throws IOException {
        var content = new byte[FILE_BYTES];
        var count = (int) Math.ceilDiv(bytes, FILE_BYTES);
        for (int number = 0; number < count; number++) {
            random.nextBytes(content);
            var file = files.receive(new ByteArrayInputStream(content), FILE_BYTES);
            files.keep(file);
            var record = records.get(number % records.size());
            attachments.add(
                    Ids.bytes(Ids.next()),
                    0L,
                    Ids.bytes(record.patient().value()),
                    Ids.bytes(record.clinic().value()),
                    "OUTSIDE_REPORT",
                    "Report " + number,
                    "",
                    LocalDate.ofInstant(now, ZoneOffset.UTC),
                    "PDF",
                    (long) FILE_BYTES,
                    file.sha256(),
                    file.storedAs(),
                    Utc.of(now),
                    Ids.bytes(therapist.value()),
                    file.storedAs());
        }
        transaction.executeWithoutResult(status -> attachments.flush());
        return (long) count * FILE_BYTES;
    }
}
