package io.plumbline.patients.status;

import io.plumbline.patients.NewEntry;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.PatientStatus;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets patients inactive or deceased and active again. For a patient who is not active nothing is booked, no plan is
 * activated, and nobody is written to or called.
 */
@Service
@Transactional
@Requires(Permission.PATIENT_STATUS)
public class PatientStatusService {
    private final PatientStatusStore store;
    private final PatientService patients;
    private final List<PatientClosing> closings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PatientStatusService(
            PatientStatusStore store,
            PatientService patients,
            List<PatientClosing> closings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.patients = patients;
        this.closings = closings;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns what is open with a patient: appointments to come, plans, orders, referrals, recalls and waiting mail.
     *
     * @throws NotAvailable if the patient does not exist or the current user may not see the patient
     */
    @Transactional(readOnly = true)
    public List<OpenItem> findOpen(PatientId id) {
        required(id);
        return open(id);
    }

    private List<OpenItem> open(PatientId id) {
        return closings.stream()
                .flatMap(closing -> closing.findOpen(id).stream())
                .toList();
    }

    /** Returns the changes of the status of a patient whom the current user has open, newest first. */
    @Transactional(readOnly = true)
    @Requires(Permission.PATIENT_READ)
    public List<StatusChange> findChanges(PatientDetails patient) {
        return store.findChanges(patient.id());
    }

    /**
     * Sets a patient inactive or deceased: cancels the appointments to come, ends plans, orders and recalls, and
     * withdraws the mail that waits. What was open stays on the record.
     *
     * @throws NotAvailable if the patient does not exist or the current user may not see the patient
     * @throws Refused if the day cannot be, a visit is in treatment, or the patient has that status or cannot get it; the
     *     message is for the user
     */
    public void set(PatientId id, StatusDraft draft) {
        if (draft.status() != PatientStatus.DECEASED) {
            // of a death, the field says who told it
            ReasonWords.require("The reason", draft.reason(), StatusDraft.LONGEST_REASON);
        }
        var patient = required(id);
        requireNext(id, draft.status());
        draft.refuseImpossible(patient.draft().birthDate(), patient.today());
        var open = open(id);
        become(
                id,
                new StatusChange(
                        draft.status(),
                        draft.since(),
                        draft.reason(),
                        open.stream().map(item -> item.sentence(draft.status())).toList(),
                        clock.instant(),
                        ""));
        closings.forEach(closing -> closing.end(id, draft.status(), draft.because()));
        if (draft.status() == PatientStatus.DECEASED) {
            store.noPlanRuns(id);
        }
    }

    /**
     * Sets a patient active again, such as after <em>deceased</em> was set by mistake. What was ended does not return.
     *
     * @param reason at most {@link StatusDraft#LONGEST_REASON} characters
     * @throws NotAvailable if the patient does not exist or the current user may not see the patient
     * @throws Refused if the reason is missing or too long, or the patient is active; the message is for the user
     */
    public void reactivate(PatientId id, String reason) {
        ReasonWords.require("The reason", reason, StatusDraft.LONGEST_REASON);
        var patient = required(id);
        requireNext(id, PatientStatus.ACTIVE);
        var stated = StatusDraft.reason("The reason", reason);
        become(id, new StatusChange(PatientStatus.ACTIVE, patient.today(), stated, List.of(), clock.instant(), ""));
    }

    /** Returns whether a patient may be called for a visit. For internal use, whoever asks. */
    @Transactional(readOnly = true)
    @Requires(Permission.RECALL_KEEP)
    public boolean isActive(PatientId id) {
        return store.status(id) == PatientStatus.ACTIVE;
    }

    /**
     * Refuses to write to a patient who is not active.
     *
     * @throws Refused with a message for the user
     */
    @Transactional(readOnly = true)
    @Requires(Permission.MAIL_WRITE)
    public void requireMayBeWrittenTo(PatientId id) {
        var status = store.status(id);
        if (status != PatientStatus.ACTIVE) {
            throw new Refused(status.because() + ": nothing is sent");
        }
    }

    private PatientDetails required(PatientId id) {
        return patients.details(id).orElseThrow(NotAvailable::new);
    }

    private void requireNext(PatientId id, PatientStatus next) {
        // a concurrent booking waits for this lock, or was first and is in the list
        patients.holdHeader(id);
        required(id).on(id).require(NewEntry.OTHER);
        var now = store.status(id);
        if (now == next) {
            throw new Refused("The patient is already " + lower(now) + ". Open the page again to see since when");
        }
        if (!now.next().contains(next)) {
            throw new Refused("The patient is " + lower(now) + ". Set the patient active first");
        }
    }

    private void become(PatientId id, StatusChange change) {
        store.become(id, change, CurrentUser.current().staff());
        events.publishEvent(new PatientStatusEvent(
                id, change.status(), change.since(), change.openBefore().size()));
    }

    private static String lower(PatientStatus status) {
        return status.label().toLowerCase(Locale.ROOT);
    }
}
