package io.plumbline.notes;

import io.plumbline.access.IdentityService;
import io.plumbline.access.RelationService;
import io.plumbline.access.StaffNames;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientBrief;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.plans.PlanService;
import io.plumbline.practitioners.NotEntitled;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.CheckAnswer;
import io.plumbline.shared.ChecksToAnswer;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.NotReadyToSign;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Session notes. A draft is its author's; a signed note is read by everybody in relation to the patient. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.NOTE_READ)
public class NoteService {
    private static final int MOST_OF_ONE = 50;

    /** An appointment without a note stays on its practitioner's list for so many days. */
    private static final int DAYS_TO_WRITE_LATE = 14;

    private final SessionNotes notes;
    private final VisitList visits;
    private final OfferedModalities offered;
    private final RelationService relations;
    private final StaffNames names;
    private final PatientService patients;
    private final ScheduleService schedule;
    private final PlanService plans;
    private final NoteSigning signing;
    private final ClinicService clinics;
    private final SignedNotes signed;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NoteService(
            SessionNotes notes,
            VisitList visits,
            OfferedModalities offered,
            RelationService relations,
            StaffNames names,
            PatientService patients,
            ScheduleService schedule,
            PlanService plans,
            NoteSigning signing,
            ClinicService clinics,
            SignedNotes signed,
            ApplicationEventPublisher events,
            Clock clock) {
        this.notes = notes;
        this.visits = visits;
        this.offered = offered;
        this.relations = relations;
        this.names = names;
        this.patients = patients;
        this.schedule = schedule;
        this.plans = plans;
        this.signing = signing;
        this.clinics = clinics;
        this.signed = signed;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The caller's own visits of today, booked or planned, by time, after those of earlier days that have no signed note
     * yet.
     */
    public List<VisitRow> visitsToday() {
        // no clinic's today is further from that of UTC than a day
        var utc = LocalDate.now(clock);
        var rows = visits.of(
                Caller.current().staff(), utc.minusDays(DAYS_TO_WRITE_LATE), utc.minusDays(1), utc.plusDays(1));
        var today = rows.stream()
                .filter(row -> !row.id().equals(row.note()) && row.on().equals(todayAt(row.clinic())))
                .toList();
        var ofToday = today.stream().map(VisitRow::note).collect(Collectors.toSet());
        var earlier = rows.stream()
                .filter(row -> row.on().isBefore(todayAt(row.clinic())))
                .filter(row -> row.id().equals(row.note())
                        ? !ofToday.contains(row.note())
                        : row.appointment() != null && row.note() == null && row.wantsNote())
                .map(VisitRow::asEarlier);
        return Stream.concat(earlier, today.stream()).toList();
    }

    /** How many visits of the caller's wait for a note or its signature. */
    public long countOpen() {
        return visitsToday().stream().filter(VisitRow::isOpen).count();
    }

    /** The session notes of a patient, newest first; none where the patient is not the caller's. */
    public List<NoteRow> ofPatient(PatientId patient) {
        return relations.scopeOf(patient).isClinical(patient)
                ? notes.ofPatient(patient, Caller.current().staff(), Limit.of(MOST_OF_ONE))
                : List.of();
    }

    /** The session notes of a patient whom the caller has opened; none for those who do not treat. */
    public List<NoteRow> ofPatient(PatientDetails opened) {
        return opened.clinical() == null
                ? List.of()
                : notes.ofPatient(opened.id(), Caller.current().staff(), Limit.of(MOST_OF_ONE));
    }

    /**
     * Begins the note of an appointment of the caller's; the one that there is, where it was begun before.
     *
     * @throws NoSuchElementException if there is no such treatment, or none of the caller's
     */
    @Transactional
    @Requires(Permission.NOTE_WRITE)
    public UUID beginForAppointment(UUID appointment) {
        var me = Caller.current().staff();
        var begun = notes.ofAppointment(appointment, me)
                .or(() -> plans.visitBookedAs(appointment).flatMap(visit -> notes.ofPlannedVisit(visit, me)));
        return begun.orElseGet(() -> {
            // who moves the visit to somebody else waits, or has moved it when we look again
            patients.holdHeader(patientOf(treatment(appointment)));
            var booked = treatment(appointment);
            return begin(new VisitToWrite(
                    patientOf(booked), booked.clinic(), booked.type(), booked.on(), appointment, null));
        });
    }

    private static PatientId patientOf(AppointmentRow treatment) {
        return Objects.requireNonNull(treatment.patient(), "nobody is treated before they are a patient");
    }

    private AppointmentRow treatment(UUID appointment) {
        return schedule.mine(appointment)
                .filter(row -> row.type().discipline() != null)
                .orElseThrow(() -> new NoSuchElementException("Not available"));
    }

    /**
     * Begins the note of a visit that is planned with the caller and was not booked, for today; the one that there is,
     * where it was begun before.
     *
     * @throws NoSuchElementException if there is no such visit, or none of the caller's
     */
    @Transactional
    @Requires(Permission.NOTE_WRITE)
    public UUID beginForPlannedVisit(UUID visit) {
        return notes.ofPlannedVisit(visit, Caller.current().staff()).orElseGet(() -> {
            var planned = plans.mine(visit).orElseThrow(() -> new NoSuchElementException("Not available"));
            return begin(new VisitToWrite(
                    planned.patient(), planned.clinic(), planned.service(), todayAt(planned.clinic()), null, visit));
        });
    }

    private UUID begin(VisitToWrite visit) {
        if (!relations.scopeOf(visit.patient()).isClinical(visit.patient())) {
            throw new NoSuchElementException("Not available");
        }
        return notes.saveAndFlush(SessionNote.begun(visit, Caller.current().staff(), clock.instant()))
                .id();
    }

    /**
     * Opens a session note, which is put on record.
     *
     * @return empty where there is no such note, none of a patient of the caller's, or somebody else's draft: the
     *     answer is the same
     */
    @Transactional
    public Optional<NoteDetails> open(UUID id) {
        var note = notes.findById(id).filter(NoteService::isReadable).flatMap(this::details);
        note.ifPresentOrElse(
                found -> events.publishEvent(new NoteOpened(id, found.patient())),
                () -> events.publishEvent(new NoteRefused(id)));
        return note;
    }

    /**
     * Keeps what is typed, complete or not. A modality is added only where it belongs to the visit, and to what the
     * caller is trained in and does.
     *
     * @param version the version that the caller saw
     * @return the version that it has now
     * @throws NoSuchElementException if there is no such note, or none of the caller's
     * @throws ObjectOptimisticLockingFailureException if it was changed meanwhile
     * @throws IllegalArgumentException if a value is out of its range, in words for who typed it
     * @throws IllegalStateException if the note is signed
     */
    @Transactional
    @Requires(Permission.NOTE_WRITE)
    public long saveDraft(UUID id, long version, NoteDraft draft) {
        var note = ownAt(id, version);
        var added = new TreeSet<>(draft.modalities());
        added.removeAll(note.draft().modalities());
        offered.require(added, note.service());
        note.write(draft, clock.instant());
        return notes.saveAndFlush(note).version();
    }

    /** Signs a note that contradicts nothing, as {@link #sign(UUID, long, List)} does. */
    @Transactional
    @Requires(Permission.NOTE_WRITE)
    public void sign(UUID id, long version) {
        sign(id, version, List.of());
    }

    /**
     * Signs the note as it stands in the store, raises the flag that its safety re-check found, completes the visit, and
     * where somebody was treated counts it in the treatment plan. The answers to its contradictions are kept with it.
     *
     * @param answers to what {@link ChecksToAnswer} asked before
     * @throws IdentityService.ProofNeeded if the caller has not proven lately who they are
     * @throws NoSuchElementException if there is no such note, or none of the caller's
     * @throws ObjectOptimisticLockingFailureException if it was changed meanwhile
     * @throws NotReadyToSign if it lacks what a signed one must have
     * @throws ChecksToAnswer if it contradicts itself or what is known of the patient, and that has no answer yet
     * @throws NotEntitled if no credential of the caller's was valid on the day of treatment
     */
    @Transactional
    @Requires(Permission.NOTE_WRITE)
    public void sign(UUID id, long version, List<CheckAnswer> answers) {
        signing.sign(ownAt(id, version), answers);
    }

    /**
     * Discards a draft of the caller's that was begun by mistake: one in which nothing is written, and from which no red
     * flag was raised. Its visit is without a note again.
     *
     * @throws NoSuchElementException if there is no such note, or none of the caller's
     * @throws ObjectOptimisticLockingFailureException if it was changed meanwhile
     * @throws IllegalStateException if it is signed, or something is written in it
     */
    @Transactional
    @Requires(Permission.NOTE_WRITE)
    public void discard(UUID id, long version) {
        var note = ownAt(id, version);
        note.requireDiscardable();
        if (signing.hasRaisedFlag(note)) {
            throw new IllegalStateException("A red flag was raised from this note: it stays on record");
        }
        notes.delete(note);
        events.publishEvent(new NoteDiscarded(id, note.patient()));
    }

    private SessionNote ownAt(UUID id, long version) {
        var note = notes.findById(id)
                .filter(found -> found.author().equals(Caller.current().staff()))
                .filter(found -> relations.scopeOf(found.patient()).isClinical(found.patient()))
                .orElseThrow(() -> new NoSuchElementException("Not available"));
        if (note.version() != version) {
            throw new ObjectOptimisticLockingFailureException(SessionNote.class, id);
        }
        return note;
    }

    private static boolean isReadable(SessionNote note) {
        return note.status() != NoteStatus.DRAFT
                || note.author().equals(Caller.current().staff());
    }

    private Optional<NoteDetails> details(SessionNote note) {
        var signedAt = note.signedAt();
        return patients.brief(note.patient())
                .filter(PatientBrief::clinical)
                .map(patient -> new NoteDetails(
                        note.id(),
                        note.version(),
                        note.patient(),
                        patient.name(),
                        note.clinic(),
                        note.service(),
                        note.treatedOn(),
                        note.status(),
                        note.draft(),
                        note.status() == NoteStatus.DRAFT ? offered.in(note.service()) : List.of(),
                        note.checks(),
                        Objects.requireNonNull(names.of(Set.of(note.author())).get(note.author())),
                        patient.clinicalHold(),
                        signedAt == null
                                ? null
                                : new NoteDetails.Signature(
                                        signedAt,
                                        Objects.requireNonNullElse(note.contentHash(), ""),
                                        signed.isAsSigned(note))));
    }

    private LocalDate todayAt(ClinicId clinic) {
        var zone = Objects.requireNonNull(clinics.labels().get(clinic)).zone();
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
