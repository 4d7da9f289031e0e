package io.plumbline.patients;

import io.plumbline.audit.GeneratedTrail;
import io.plumbline.bench.Bulk;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.search.SortKey;
import io.plumbline.shared.store.Utc;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** Puts many patients into the store with what they are found by; the rows are those that the directory would write. */
public final class GeneratedPatients {
    private final Bulk patients;
    private final Bulk known;
    private final Bulk summaries;
    private final Bulk tokens;

    /** A clinic's tokens in the order of their key, which a store takes much faster than any other. */
    private final TreeMap<byte[], Object[]> waiting = new TreeMap<>(Arrays::compareUnsigned);

    /** What the header says of a plan and of the next visit. */
    public record Header(
            @Nullable String plan,
            @Nullable Integer planned,
            @Nullable Integer delivered,
            @Nullable LocalDate nextOn,
            @Nullable LocalTime nextAt) {
        public static final Header NONE = new Header(null, null, null, null, null);
    }

    public GeneratedPatients(JdbcOperations jdbc, AtomicLong written) {
        patients = new Bulk(
                jdbc,
                written,
                "patient",
                "id, patient_number, family_name, given_name, preferred_name, former_name, sort_key, birth_date, phone,"
                        + " email, version, added_at, changed_by");
        known = new Bulk(jdbc, written, "patient_clinic", "clinic_id, sort_key, patient_id");
        summaries = new Bulk(
                jdbc,
                written,
                "patient_summary",
                "patient_id, plan_title, planned_visits, delivered_visits, next_visit_on, next_visit_at");
        tokens = new Bulk(jdbc, written, "patient_token", "clinic_id, token, sort_key, patient_id");
    }

    /** Adds one whom some clinics know. */
    public void add(
            PatientId id,
            long number,
            PatientDraft draft,
            List<ClinicId> clinics,
            StaffId by,
            Instant at,
            GeneratedTrail trail) {
        var bytes = Ids.bytes(id.value());
        var key = SortKey.of(draft.familyName(), draft.givenName());
        var phone = draft.phone();
        var email = draft.email();
        patients.add(
                bytes,
                number,
                draft.familyName(),
                draft.givenName(),
                draft.preferredName(),
                draft.formerName(),
                key,
                draft.birthDate(),
                phone == null ? null : phone.digits(),
                email == null ? null : email.address(),
                0,
                Utc.of(at),
                Ids.bytes(by.value()));
        for (var clinic : clinics) {
            var place = Ids.bytes(clinic.value());
            known.add(place, key, bytes);
            for (var token : PatientTokens.of(draft, number)) {
                waiting.put(keyOf(place, token, key, bytes), new Object[] {place, token, key, bytes});
            }
        }
        trail.tell(new PatientEvent.Added(id), by, at);
    }

    private static byte[] keyOf(byte[] clinic, String token, String sortKey, byte[] patient) {
        var words = (token + '\0' + sortKey + '\0').getBytes(StandardCharsets.UTF_8);
        var key = Arrays.copyOf(clinic, clinic.length + words.length + patient.length);
        System.arraycopy(words, 0, key, clinic.length, words.length);
        System.arraycopy(patient, 0, key, clinic.length + words.length, patient.length);
        return key;
    }

    public void head(PatientId patient, Header header) {
        summaries.add(
                Ids.bytes(patient.value()),
                header.plan(),
                header.planned(),
                header.delivered(),
                header.nextOn(),
                header.nextAt());
    }

    /** Writes the patients, whom other records name. */
    public void flush() {
        patients.flush();
        known.flush();
        summaries.flush();
    }

    /** Writes what they are found by. */
    public void flushTokens() {
        waiting.values().forEach(tokens::add);
        waiting.clear();
        tokens.flush();
    }
}
