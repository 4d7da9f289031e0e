package io.plumbline.patients.sensitive;

import io.plumbline.access.ChartAccessQuery;
import io.plumbline.access.PatientRecords;
import io.plumbline.access.RelationService;
import io.plumbline.access.StaffNameQuery;
import io.plumbline.access.breakglass.KnownPatients;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PeopleListed;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Marks patients as sensitive, such as a colleague or their family: only named people and the privacy officer find the
 * record then. A chiropractor who treats the patient, or the privacy officer, sets and removes the mark and names people.
 */
@Service
@Transactional
@Requires(Permission.SENSITIVE_MARK)
public class SensitivePatientService {
    /** The longest reason, in characters. */
    public static final int LONGEST_REASON = 200;

    private static final String ASK = "ask a chiropractor who treats the patient, or the privacy officer";

    private final SensitiveStore store;
    private final PatientService patients;
    private final KnownPatients known;
    private final PatientRecords records;
    private final RelationService relations;
    private final ChartAccessQuery access;
    private final StaffNameQuery names;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SensitivePatientService(
            SensitiveStore store,
            PatientService patients,
            KnownPatients known,
            PatientRecords records,
            RelationService relations,
            ChartAccessQuery access,
            StaffNameQuery names,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.patients = patients;
        this.known = known;
        this.records = records;
        this.relations = relations;
        this.access = access;
        this.names = names;
        this.events = events;
        this.clock = clock;
    }

    /** Returns the mark of a patient whom the current user has open; empty if the patient is not sensitive. */
    @Transactional(readOnly = true)
    @Requires(Permission.PATIENT_READ)
    public Optional<SensitiveRecord> find(PatientDetails opened) {
        return opened.sensitive() ? store.find(opened.id()) : Optional.empty();
    }

    /**
     * Opens the mark of a patient, by number and without the name, on record.
     *
     * @throws NotAvailable if the patient is not sensitive
     */
    @Requires(Permission.SENSITIVE_LIST)
    public SensitiveRecord open(PatientId patient) {
        var found = store.find(patient).orElseThrow(NotAvailable::new);
        events.publishEvent(new SensitiveEvent.Viewed(patient));
        return found;
    }

    /**
     * Returns a page of the sensitive patients, by number, last marked first. The first page is recorded in the audit
     * trail.
     *
     * @param after the last row of the previous page, or null for the first page
     */
    @Requires(Permission.SENSITIVE_LIST)
    public List<SensitiveRecord> list(@Nullable SensitiveRecord after, int limit) {
        var page = store.page(after, limit);
        if (after == null && !page.isEmpty()) {
            events.publishEvent(PeopleListed.of("sensitive.listed", page.size()));
        }
        return page;
    }

    /**
     * Finds a patient by number.
     *
     * @throws Refused if there is no patient with the number; the message is for the user
     */
    @Transactional(readOnly = true)
    @Requires(Permission.SENSITIVE_LIST)
    public PatientId numbered(String number) {
        return known.withNumber(number).map(records::readAs).orElseThrow(() -> new Refused(KnownPatients.NO_PATIENT));
    }

    /**
     * Returns who can be named for a patient, by name: those who see patients at the clinics at which the patient is
     * registered.
     *
     * @throws NotAvailable if the patient does not exist or is not in relation to the current user
     * @throws Refused if the current user has only break-glass access; the message is for the user
     */
    @Transactional(readOnly = true)
    public Map<StaffId, String> candidates(PatientId patient) {
        requireMine(patient);
        return candidatesOf(patient);
    }

    private Map<StaffId, String> candidatesOf(PatientId patient) {
        return names.findNamesAt(
                known.clinicsOf(patient).orElse(Set.of()),
                Set.of(Role.MANAGER, Role.FRONT_DESK, Role.CHIROPRACTOR, Role.THERAPIST));
    }

    /**
     * Marks a patient as sensitive. The current user finds the record afterwards too, as far as the current user treats the patient.
     *
     * @param named who else finds the record
     * @param reason why, without findings; 1 to {@link #LONGEST_REASON} characters
     * @throws NotAvailable if the patient does not exist or is not in relation to the current user
     * @throws Refused if the reason is missing or too long, the patient is sensitive already, or somebody is named who
     *     works at none of the patient's clinics; the message is for the user
     */
    public void mark(PatientId patient, Collection<StaffId> named, String reason) {
        var why = ReasonWords.require("The reason", reason, LONGEST_REASON);
        requireMine(patient);
        patients.holdHeaderToMark(patient);
        var all = records.of(patient);
        if (store.isMarked(patient)) {
            throw new Refused("The record is sensitive already. Open the page again to see who is named");
        }
        var me = CurrentUser.current().staff();
        var now = clock.instant();
        store.mark(all, why, me, now);
        all.forEach(record -> events.publishEvent(new SensitiveEvent.Marked(record, why)));
        var everybody = new LinkedHashSet<>(named);
        if (CurrentUser.current().isClinician()) {
            everybody.add(me);
        }
        requireCandidates(patient, named);
        everybody.forEach(one -> addReader(patient, one));
        // what this transaction knows of the access of others is over
        all.forEach(record -> access.forget(me, record));
    }

    /**
     * Names one more person, who finds the record from then on as far as their role and relation reach.
     *
     * @throws NotAvailable if the patient does not exist or is not in relation to the current user, or is not sensitive
     * @throws Refused if the person works at none of the patient's clinics; the message is for the user
     */
    public void name(PatientId patient, StaffId reader) {
        requireMarked(patient);
        requireCandidates(patient, Set.of(reader));
        addReader(patient, reader);
    }

    /**
     * Removes a person, who does not find the record any more.
     *
     * @throws NotAvailable if the patient does not exist or is not in relation to the current user, or is not sensitive
     * @throws Refused if it is the current user, who would be locked out; the message is for the user
     */
    public void remove(PatientId patient, StaffId reader) {
        requireMarked(patient);
        if (reader.equals(CurrentUser.current().staff())) {
            throw new Refused("You cannot remove yourself. Ask a colleague or the privacy officer");
        }
        if (store.remove(records.of(patient), reader)) {
            records.of(patient).forEach(record -> access.forget(reader, record));
            events.publishEvent(new SensitiveEvent.Removed(reader, patient));
        }
    }

    /**
     * Removes the mark: the record is found again as any other, and nobody is named any more.
     *
     * @param reason why; 1 to {@link #LONGEST_REASON} characters
     * @throws NotAvailable if the patient does not exist or is not in relation to the current user, or is not sensitive
     * @throws Refused if the reason is missing or too long; the message is for the user
     */
    public void lift(PatientId patient, String reason) {
        var why = ReasonWords.require("The reason", reason, LONGEST_REASON);
        requireMarked(patient);
        var all = records.of(patient);
        store.lift(all);
        all.forEach(record -> events.publishEvent(new SensitiveEvent.Lifted(record, why)));
    }

    private void addReader(PatientId patient, StaffId reader) {
        if (store.name(records.of(patient), reader, CurrentUser.current().staff(), clock.instant())) {
            events.publishEvent(new SensitiveEvent.Named(reader, patient));
        }
    }

    private void requireCandidates(PatientId patient, Collection<StaffId> named) {
        if (!candidatesOf(patient).keySet().containsAll(named)) {
            throw new Refused("Name people who work at a clinic of the patient");
        }
    }

    private void requireMarked(PatientId patient) {
        requireMine(patient);
        patients.holdHeaderToMark(patient);
        if (!store.isMarked(patient)) {
            throw new NotAvailable();
        }
    }

    /** The privacy officer marks every patient, a chiropractor those whom they treat. */
    private void requireMine(PatientId patient) {
        if (CurrentUser.current().has(Role.AUDITOR)) {
            if (known.clinicsOf(patient).isEmpty()) {
                throw new NotAvailable();
            }
            return;
        }
        relations.requireClinical(patient);
        relations.requireMoreThanReason(patient, ASK);
    }
}
