package io.plumbline.patients.related;

import io.plumbline.access.PatientRecords;
import io.plumbline.patients.NewEntry;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.ContactId;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who of the contacts book referred a patient, beside the words of the patient. */
@Service
@Transactional
@Requires(Permission.PATIENT_READ)
public class ReferringContactService {
    private final ReferringContacts contacts;
    private final PatientService patients;
    private final PatientRecords records;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReferringContactService(
            ReferringContacts contacts,
            PatientService patients,
            PatientRecords records,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.contacts = contacts;
        this.patients = patients;
        this.records = records;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns who referred a patient whom the current user has open; of merged records, what was stated last. Empty if nobody of
     * the contacts book is stated.
     */
    @Transactional(readOnly = true)
    public Optional<ReferringContact> findByPatient(PatientDetails patient) {
        return jdbc.sql("""
                select contact_id from patient_referring_contact where patient_id in (:records)
                order by changed_at desc limit 1""")
                .param("records", patient.records())
                .query(ContactId.class)
                .optional()
                .flatMap(contacts::find);
    }

    /** Returns the first contacts that match what was typed. */
    @Transactional(readOnly = true)
    @Requires(Permission.PATIENT_WRITE)
    public List<ReferringContact> search(String typed, int most) {
        return contacts.find(typed, most);
    }

    /**
     * States who referred a patient.
     *
     * @param contact null if it is nobody of the contacts book
     * @throws NotAvailable if the patient or the contact does not exist, or the current user may not see the patient
     */
    @Requires(Permission.PATIENT_WRITE)
    public void set(PatientId id, @Nullable ContactId contact) {
        // of two who state it at once, the second replaces what the first stated
        patients.holdHeader(id);
        patients.brief(id).orElseThrow(NotAvailable::new).on(id).require(NewEntry.OTHER);
        if (contact != null && contacts.find(contact).isEmpty()) {
            throw new NotAvailable();
        }
        // that of a merged record stays with it, unless the current user states that it is nobody:
        // then an unmerge does not bring it back
        jdbc.sql("delete from patient_referring_contact where patient_id in (:records)")
                .param("records", contact == null ? records.of(id) : List.of(id))
                .update();
        if (contact != null) {
            jdbc.sql("""
                    insert into patient_referring_contact (patient_id, contact_id, changed_at, changed_by)
                    values (?, ?, ?, ?)""")
                    .params(id, contact, clock.instant(), CurrentUser.current().staff())
                    .update();
        }
        events.publishEvent(new ReferringContactEvent(id, contact));
    }
}
