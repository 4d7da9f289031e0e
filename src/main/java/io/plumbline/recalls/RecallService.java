package io.plumbline.recalls;

import io.plumbline.access.PatientRecords;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientDraft;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.UndoRule;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Contacts the patients on the recall board of the current user's clinics, one caller at a time. */
@Service
@Transactional
@Requires(Permission.RECALL_WORK)
public class RecallService {
    /** The longest note of an attempt. */
    public static final int LONGEST_NOTE = 400;

    /** What the desk reads of a patient whom nobody is to call for now. */
    public static final String ON_HOLD = "On hold: ask the clinician";

    private final Recalls recalls;
    private final RecallQuery query;
    private final RecallStepStore steps;
    private final PatientRecords records;
    private final ClinicService clinics;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RecallService(
            Recalls recalls,
            RecallQuery query,
            RecallStepStore steps,
            PatientRecords records,
            ClinicService clinics,
            ApplicationEventPublisher events,
            Clock clock) {
        this.recalls = recalls;
        this.query = query;
        this.steps = steps;
        this.records = records;
        this.clinics = clinics;
        this.events = events;
        this.clock = clock;
    }

    /** Opens a patient of the board, and records the view; empty if the patient never was on a board of the current user's. */
    public Optional<RecallDetails> open(PatientId patient) {
        var found = reload(patient);
        found.ifPresent(seen -> events.publishEvent(new RecallEvent.Viewed(patient)));
        return found;
    }

    /** Returns the recall of a patient whose page the current user has open; empty if the patient is not to be called. */
    @Transactional(readOnly = true)
    public Optional<RecallRow> findOpen(PatientDetails patient) {
        return query.find(patient.id(), patient.today(), clock.instant())
                .filter(found -> found.status() == RecallStatus.OPEN)
                .map(RecallQuery.Found::row)
                .filter(row -> CurrentUser.current().clinics().contains(row.clinic()));
    }

    /** Reads the current version of a patient that the current user has open; the view is on record already. */
    @Transactional(readOnly = true)
    public Optional<RecallDetails> reload(PatientId patient) {
        return recalls.findById(patient.value()).filter(RecallService::isMine).map(this::details);
    }

    private static boolean isMine(Recall recall) {
        return CurrentUser.current().clinics().contains(recall.clinic());
    }

    private RecallDetails details(Recall recall) {
        var now = clock.instant();
        var today = clinics.todayAt(recall.clinic());
        var found = query.find(recall.patient(), today, now).orElseThrow(NotAvailable::new);
        var caller = recall.callerAt(now);
        var isOpen = clinics.openDays(recall.clinic());
        return new RecallDetails(
                found.row(),
                recall.version(),
                recall.status(),
                today,
                RecallBackoff.next(today, recall.attempts() + 1, isOpen),
                RecallBackoff.afterNotNow(today, isOpen),
                PatientDraft.isMinor(found.birthDate(), today) ? found.guardian() : "",
                caller,
                caller == null ? null : recall.claimedUntil(),
                steps.shown(records.of(recall.patient())));
    }

    /**
     * Says to colleagues that the current user is calling the patient now, for ten minutes.
     *
     * @param version the version that the current user saw
     * @throws NotAvailable if the patient is not on a board of the current user's
     * @throws StaleVersion if a colleague changed the recall in the meantime
     * @throws Refused if the patient is on hold, a colleague is calling the patient, or there is no reason to call any more
     */
    public void claim(PatientId patient, long version) {
        var recall = required(patient, version);
        recall.claim(CurrentUser.current().staff(), clock.instant());
        recalls.saveAndFlush(recall);
    }

    /**
     * Ends the current user's claim without a result; does nothing if it has expired.
     *
     * @throws NotAvailable if the patient is not on a board of the current user's
     */
    public void release(PatientId patient) {
        var recall = found(patient);
        if (CurrentUser.current().staff().equals(recall.callerAt(clock.instant()))) {
            recall.stopCalling();
            recalls.saveAndFlush(recall);
        }
    }

    /**
     * Records an attempt to contact the patient.
     *
     * @param version the version that the current user saw
     * @param next the day of the next contact
     * @param note a sentence for colleagues, without health data; may be empty
     * @throws NotAvailable if the patient is not on a board of the current user's
     * @throws StaleVersion if a colleague changed the recall in the meantime
     * @throws Refused if the patient is on hold, a colleague is calling the patient, a value is out of range, or there is no reason to call any
     *     more
     */
    public void attempt(PatientId patient, long version, RecallResult result, LocalDate next, String note) {
        if (!result.hasNext()) {
            throw new Refused("Choose why the patient declined");
        }
        var recall = required(patient, version);
        var step = before(recall, result, next, null, noteOf(note));
        recall.attempt(result, next, clinics.todayAt(recall.clinic()));
        save(recall, step);
    }

    /**
     * Records that the patient does not want another visit, so that nobody calls before the patient comes again.
     *
     * @param version the version that the current user saw
     * @throws NotAvailable if the patient is not on a board of the current user's
     * @throws StaleVersion if a colleague changed the recall in the meantime
     * @throws Refused if the patient is on hold, a colleague is calling the patient, a value is out of range, or there is no reason to call any
     *     more
     */
    public void decline(PatientId patient, long version, DeclineReason why, String note) {
        if (why == DeclineReason.OTHER) {
            ReasonWords.require(RecallField.NOTE, "The reason", note, LONGEST_NOTE);
        }
        var recall = required(patient, version);
        var step = before(recall, RecallResult.DECLINED, null, why, noteOf(note));
        recall.decline(why, clinics.todayAt(recall.clinic()));
        save(recall, step);
    }

    /**
     * Undoes the current user's own last attempt or refusal, within ten minutes and while nothing else has happened.
     *
     * @throws NotAvailable if the patient is not on a board of the current user's
     * @throws Refused otherwise; the message is for the user
     */
    public void undo(PatientId patient) {
        var recall = found(patient);
        var last = steps.last(patient).orElseThrow(() -> new Refused("There is no call to undo"));
        UndoRule.require(CurrentUser.current().staff(), clock.instant(), last.by(), last.at());
        recall.undo(last);
        recalls.saveAndFlush(recall);
        steps.undo(last.id(), clock.instant());
    }

    private static String noteOf(String typed) {
        if (typed.strip().length() > LONGEST_NOTE) {
            throw new Refused(RecallField.NOTE, "A note has at most " + LONGEST_NOTE + " characters");
        }
        return TextLimit.optional("The note", typed, LONGEST_NOTE);
    }

    private RecallStep before(
            Recall recall, RecallResult result, @Nullable LocalDate next, @Nullable DeclineReason why, String note) {
        return new RecallStep(
                Ids.next(),
                recall.patient(),
                clock.instant(),
                CurrentUser.current().staff(),
                result,
                next,
                why,
                note,
                recall.version() + 1,
                recall.place(),
                recall.dueOn(),
                recall.attempts(),
                recall.lastResult());
    }

    private void save(Recall recall, RecallStep step) {
        // first, so that the loser of two calls at once leaves nothing behind
        recalls.saveAndFlush(recall);
        steps.add(step);
    }

    private Recall found(PatientId patient) {
        return recalls.findById(patient.value()).filter(RecallService::isMine).orElseThrow(NotAvailable::new);
    }

    private Recall required(PatientId patient, long version) {
        var recall = found(patient);
        StaleVersion.throwUnless(recall.version() == version, Recall.class, patient);
        if (query.isOnHold(patient)) {
            throw new Refused(ON_HOLD);
        }
        var caller = recall.callerAt(clock.instant());
        if (caller != null && !caller.equals(CurrentUser.current().staff())) {
            throw new Refused("A colleague is calling this patient now");
        }
        return recall;
    }
}
