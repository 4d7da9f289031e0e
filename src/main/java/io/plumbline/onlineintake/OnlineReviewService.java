package io.plumbline.onlineintake;

import io.plumbline.access.RelationService;
import io.plumbline.intake.IntakeDetails;
import io.plumbline.intake.IntakeService;
import io.plumbline.intake.SaidByPatient;
import io.plumbline.intake.SubmittedAnswers;
import io.plumbline.patients.RecordGuard;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reviews what patients submitted by online intakes: an intake note is begun with it, changed where it differs, signed. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.INTAKE_READ)
public class OnlineReviewService implements SubmittedAnswers {
    private final OnlineIntakes intakes;
    private final OnlineSubmissionStore submissions;
    private final AnswersReader reader;
    private final IntakeService notes;
    private final RelationService relations;
    private final RecordGuard guard;
    private final Clock clock;

    OnlineReviewService(
            OnlineIntakes intakes,
            OnlineSubmissionStore submissions,
            AnswersReader reader,
            IntakeService notes,
            RelationService relations,
            RecordGuard guard,
            Clock clock) {
        this.intakes = intakes;
        this.submissions = submissions;
        this.reader = reader;
        this.notes = notes;
        this.relations = relations;
        this.guard = guard;
        this.clock = clock;
    }

    /**
     * Starts an intake note with all that the patient submitted, as a draft to change and sign. The second time returns the
     * note that was started.
     *
     * @throws NotAvailable if it does not exist, or its patient is not in relation to the current user
     * @throws AccessDeniedException if the current user does not work at the clinic that sent it
     * @throws Refused if it was not submitted; the message is for the user
     */
    @Transactional
    @Requires(Permission.INTAKE_WRITE)
    public IntakeId begin(OnlineIntakeId id) {
        intakes.lock(id.value());
        var intake = intakes.findById(id.value()).orElseThrow(NotAvailable::new);
        var patient = intake.patient();
        if (patient == null || !isTreatedByCurrentUser(patient)) {
            throw new NotAvailable();
        }
        var begun = intake.note();
        if (begun != null) {
            return begun;
        }
        var submitted = submissions.find(id).orElseThrow(() -> new Refused("The patient has not submitted it yet"));
        var note = notes.beginFromSubmission(
                guard.continueOn(patient),
                intake.clinic(),
                reader.draft(new FormAnswers(submitted.content().answers())));
        intake.reviewBegun(note, clock.instant());
        intakes.saveAndFlush(intake);
        return note;
    }

    /**
     * Returns those of some patients who are in relation to the current user and submitted an online intake that no intake note
     * was started with.
     */
    public Set<PatientId> findSubmittedBy(Collection<PatientId> some) {
        if (some.isEmpty()) {
            return Set.of();
        }
        var mine = relations.scope().patients();
        return intakes.findUnreviewed(some.stream().filter(mine::contains).toList()).stream()
                .map(OnlineIntake::patient)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<SaidByPatient> findFor(IntakeDetails opened) {
        return intakes.findByNote(opened.versions().all().getFirst().id().value())
                .filter(one -> isOfSame(opened.patient(), one.patient()))
                .flatMap(one -> submissions.find(one.id()))
                .map(found -> {
                    var answers = new FormAnswers(found.content().answers());
                    return new SaidByPatient(
                            found.content().submittedAt(),
                            reader.draft(answers),
                            reader.notSaid(answers),
                            reader.notTold(answers),
                            found.isIntact());
                });
    }

    /** Returns whether the current user treats the patient, whose form and note may be on two merged records. */
    private boolean isOfSame(PatientId ofNote, @Nullable PatientId ofForm) {
        return ofForm != null
                && isTreatedByCurrentUser(ofNote)
                && guard.continueOn(ofNote).equals(guard.continueOn(ofForm));
    }

    private boolean isTreatedByCurrentUser(PatientId patient) {
        return relations.scopeOf(patient).isClinical(patient);
    }
}
