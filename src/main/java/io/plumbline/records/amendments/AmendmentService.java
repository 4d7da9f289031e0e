package io.plumbline.records.amendments;

import io.plumbline.access.PatientRecords;
import io.plumbline.access.breakglass.KnownPatients;
import io.plumbline.clinics.ClinicService;
import io.plumbline.records.amendments.AmendmentRequest.Moment;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PeopleListed;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests of patients to amend their record (45 CFR 164.526), for the privacy officer, who sees patients by number alone.
 * Nothing in a record is changed here: what is accepted, a clinician appends to the note.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.ACCESS_REQUEST)
public class AmendmentService {
    private static final int MOST_PARTS = 500;

    private final AmendmentRequests requests;
    private final AmendmentQuery query;
    private final KnownPatients patients;
    private final PatientRecords records;
    private final ClinicService clinics;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AmendmentService(
            AmendmentRequests requests,
            AmendmentQuery query,
            KnownPatients patients,
            PatientRecords records,
            ClinicService clinics,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.query = query;
        this.patients = patients;
        this.records = records;
        this.clinics = clinics;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns the open requests, those due first in front, and then the closed ones, the newest first. Records the view in
     * the audit trail.
     *
     * @param after the last row of the page before; null for the first page
     */
    @Transactional
    public List<AmendmentRow> list(@Nullable AmendmentRow after, int limit) {
        var found = query.find(after, limit);
        if (!found.isEmpty()) {
            events.publishEvent(PeopleListed.of("amendment-request.listed", found.size()));
        }
        return found;
    }

    /**
     * Returns a request. Records the view in the audit trail.
     *
     * @throws NotAvailable if it does not exist
     */
    @Transactional
    public AmendmentRow find(AmendmentId id) {
        var row = query.find(id).orElseThrow(NotAvailable::new);
        events.publishEvent(
                new AmendmentEvent.Read(id, requests.require(id.value()).patient()));
        return row;
    }

    /**
     * Returns the newest parts of the record that a request may be about, without their content; 500 at most.
     *
     * @throws NotAvailable if the request does not exist
     */
    public List<AmendableRecord> parts(AmendmentId id) {
        return query.parts(records.of(requests.require(id.value()).patient()), MOST_PARTS);
    }

    /**
     * Returns the parts of the record that a request is about.
     *
     * @throws NotAvailable if the request does not exist
     */
    public List<AmendableRecord> linked(AmendmentId id) {
        return query.linked(id, records.of(requests.require(id.value()).patient()));
    }

    /**
     * Registers a request.
     *
     * @throws Refused if there is no patient with the number, or a value is missing or wrong; the message is for the user
     */
    @Transactional
    public AmendmentId register(AmendmentDraft draft) {
        var patient = patients.required(draft.patientNumber(), AmendmentField.PATIENT);
        return requests.saveAndFlush(AmendmentRequest.received(records.readAs(patient), draft, now()))
                .id();
    }

    /**
     * Extends the time of a request by 30 days, once.
     *
     * @param version the version that the current user saw
     * @param reason why, as it was sent to the requester; 1 to 400 characters
     * @throws NotAvailable if it does not exist
     * @throws StaleVersion if a colleague changed it in the meantime
     * @throws Refused if it is closed, over or was extended already, or the reason is missing; the message is for the user
     */
    @Transactional
    public void extend(AmendmentId id, long version, String reason) {
        ReasonWords.require(AmendmentField.WORDS, "The reason", reason, ReasonWords.LONGEST);
        requests.change(id.value(), version, request -> request.extend(reason, now()));
    }

    /**
     * Accepts a request and links it to the parts of the record that it is about.
     *
     * @param version the version that the current user saw
     * @param about at least one of {@link #parts}
     * @param appended what was appended, and where; 1 to 2000 characters
     * @param told who else was told; up to 400 characters
     * @throws NotAvailable if it does not exist, or a part is not of the record
     * @throws StaleVersion if a colleague changed it in the meantime
     * @throws Refused if it is closed, or a value is missing; the message is for the user
     */
    @Transactional
    public void accept(AmendmentId id, long version, Set<AmendableRecord> about, String appended, String told) {
        requireSome(about);
        requests.change(id.value(), version, request -> request.accept(appended, told, now()));
        link(id, about);
    }

    /**
     * Denies a request and links it to the parts of the record that it is about.
     *
     * @param version the version that the current user saw
     * @param about those of {@link #parts}; at least one if the record is accurate and complete and has such a part
     * @param basis the only reasons for which it may be denied
     * @param written the basis in plain words, as it was sent to the requester; 1 to 2000 characters
     * @throws NotAvailable if it does not exist, or a part is not of the record
     * @throws StaleVersion if a colleague changed it in the meantime
     * @throws Refused if it is closed, or a value is missing; the message is for the user
     */
    @Transactional
    public void deny(AmendmentId id, long version, Set<AmendableRecord> about, DenialBasis basis, String written) {
        if (basis == DenialBasis.ACCURATE_AND_COMPLETE && !parts(id).isEmpty()) {
            requireSome(about);
        }
        requests.change(id.value(), version, request -> request.deny(basis, written, now()));
        link(id, about);
    }

    /**
     * Closes a request that was withdrawn.
     *
     * @param version the version that the current user saw
     * @param how 1 to 2000 characters
     * @throws NotAvailable if it does not exist
     * @throws StaleVersion if a colleague changed it in the meantime
     * @throws Refused if it is closed, or it is not said how; the message is for the user
     */
    @Transactional
    public void withdraw(AmendmentId id, long version, String how) {
        requests.change(id.value(), version, request -> request.withdraw(how, now()));
    }

    /**
     * Adds the statement of disagreement to a denied request.
     *
     * @param version the version that the current user saw
     * @param statement as it was written; 1 to 2000 characters
     * @throws NotAvailable if it does not exist
     * @throws StaleVersion if a colleague changed it in the meantime
     * @throws Refused if it was not denied, or has a statement; the message is for the user
     */
    @Transactional
    public void disagree(AmendmentId id, long version, String statement) {
        requests.change(id.value(), version, request -> request.disagree(statement, now()));
    }

    /**
     * Adds the rebuttal to a statement of disagreement.
     *
     * @param version the version that the current user saw
     * @param statement as it was written; 1 to 2000 characters
     * @throws NotAvailable if it does not exist
     * @throws StaleVersion if a colleague changed it in the meantime
     * @throws Refused if there is no statement, or it has a rebuttal; the message is for the user
     */
    @Transactional
    public void rebut(AmendmentId id, long version, String statement) {
        requests.change(id.value(), version, request -> request.rebut(statement, now()));
    }

    private static void requireSome(Collection<AmendableRecord> about) {
        if (about.isEmpty()) {
            throw new Refused(AmendmentField.RECORDS, "Choose the parts of the record that the request is about");
        }
    }

    private void link(AmendmentId id, Set<AmendableRecord> about) {
        if (!Set.copyOf(parts(id)).containsAll(about)) {
            throw new NotAvailable();
        }
        about.forEach(part -> query.link(id, part));
    }

    private Moment now() {
        return new Moment(CurrentUser.current().staff(), clock.instant(), clinics.ownToday());
    }
}
