package io.plumbline.intake;

import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.AlertKind;
import io.plumbline.patients.file.AlertService;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.safety.contraindications.Contraindication;
import io.plumbline.safety.contraindications.ContraindicationAnswer;
import io.plumbline.safety.contraindications.ContraindicationAnswer.Decision;
import io.plumbline.safety.contraindications.ContraindicationRules;
import io.plumbline.safety.contraindications.PatientHistory;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.signing.NotReadyToSign;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The contraindications of an intake note: what history, screen and age propose is answered before the note is signed,
 * and what is confirmed is an alert from then on where alerts have its kind, which session notes are checked against.
 */
@Component
class IntakeContraindications {
    private final IntakeNotes notes;
    private final ContraindicationRules rules;
    private final ScreeningRules screening;
    private final AlertService alerts;
    private final ClinicService clinics;

    IntakeContraindications(
            IntakeNotes notes,
            ContraindicationRules rules,
            ScreeningRules screening,
            AlertService alerts,
            ClinicService clinics) {
        this.notes = notes;
        this.rules = rules;
        this.screening = screening;
        this.alerts = alerts;
        this.clinics = clinics;
    }

    /**
     * Refuses a draft that cannot be.
     *
     * @throws Refused if the date of a surgery is in the future; the message is for the user
     * @throws IllegalArgumentException if there is no such contraindication
     */
    void requirePlausible(ClinicId clinic, IntakeMore more) {
        more.contraindications().keySet().forEach(rules::of);
        more.history().requireBy(clinics.todayAt(clinic));
    }

    /**
     * Refuses to sign a note that leaves a contraindication open.
     *
     * @param note with the answers of the screen that follow from the age
     * @param amended what the version says that it amends; nothing for a first version
     * @throws NotReadyToSign if a proposed one was not answered under the present rules, or a reason is missing
     * @throws Refused if an answer is outside the caller's scope; the message is for the user
     */
    void requireAnswered(IntakeNote note, IntakeMore amended) {
        var draft = note.draft();
        var answers = draft.more().contraindications();
        var proposed = rules.proposed(draft.more().history(), dayOf(note), screening, draft.screen()).stream()
                .map(proposal -> proposal.contraindication().code());
        // what the amended version answered is never dropped in silence
        var known = Stream.concat(
                answers.keySet().stream(),
                amended.contraindications().keySet().stream()
                        .filter(code -> rules.find(code).isPresent()));
        var open = Stream.concat(proposed, known)
                .distinct()
                .map(rules::of)
                .filter(one -> !isAnswered(one, answers.get(one.code())))
                .map(one -> "the contraindication “" + one.name() + "”")
                .toList();
        if (!open.isEmpty()) {
            throw new NotReadyToSign(open);
        }
        answers.forEach((code, answer) -> {
            if (!IntakeScope.mayDecide(rules.of(code)) && answer.decision() != Decision.CHIROPRACTOR_TO_DECIDE) {
                throw new Refused("A chiropractor decides on the contraindication “" + answer.name() + "”");
            }
        });
    }

    private boolean isAnswered(Contraindication one, @Nullable ContraindicationAnswer answer) {
        return answer != null
                && answer.isComplete()
                && rules.isCurrent(one.code(), answer)
                && (answer.decision() != Decision.CHIROPRACTOR_TO_DECIDE || !IntakeScope.mayDecide(one));
    }

    /** Adds the alerts of what was confirmed, each unless it runs already. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(IntakeEvent.Signed signed) {
        notes.findById(signed.note().value()).ifPresent(note -> {
            var more = note.draft().more();
            var before = amendedBy(note);
            more.contraindications().forEach((code, answer) -> {
                var kind = rules.of(code).alert();
                // what the amended version said already has its alert, or somebody has ended that since
                if (kind != null && answer.stands() && !answer.equals(before.get(code))) {
                    alerts.addUnlessRunning(
                            note.patient(), kind, words(rules.of(code), kind, more.history(), dayOf(note)));
                }
            });
        });
    }

    private Map<String, ContraindicationAnswer> amendedBy(IntakeNote note) {
        return Optional.ofNullable(note.amendment())
                .flatMap(amendment -> notes.findById(amendment.amendsId()))
                .map(before -> Map.copyOf(before.draft().more().contraindications()))
                .orElse(Map.of());
    }

    /** Returns the day on which the assessment began, of which its weeks and ages speak. */
    private LocalDate dayOf(IntakeNote note) {
        return LocalDate.ofInstant(note.createdAt(), clinics.zoneOf(note.clinic()));
    }

    /** Returns what the history says about it; for an area not to touch, the name of what it is before that. */
    private static String words(Contraindication confirmed, AlertKind kind, PatientHistory history, LocalDate today) {
        var told = confirmed.history().stream()
                .map(fact -> history.wordsOf(fact, today))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
        if (kind.speaksForItself()) {
            return told;
        }
        return told.isEmpty() ? confirmed.name() : confirmed.name() + ": " + told;
    }
}
