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
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.signing.NotReadyToSign;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
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
    private final IntakeConclusions conclusions;
    private final ContraindicationRules rules;
    private final ScreeningRules screening;
    private final AlertService alerts;
    private final ClinicService clinics;

    IntakeContraindications(
            IntakeNotes notes,
            IntakeConclusions conclusions,
            ContraindicationRules rules,
            ScreeningRules screening,
            AlertService alerts,
            ClinicService clinics) {
        this.notes = notes;
        this.conclusions = conclusions;
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
     * @throws Refused if an answer is outside the current user's scope; the message is for the user
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

    /**
     * Adds the alerts of what was confirmed, each unless it runs already, and ends those of what an amendment rules out.
     */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(IntakeEvent.Signed signed) {
        notes.findById(signed.note().value()).ifPresent(note -> {
            var amended = Optional.ofNullable(note.amendment())
                    .flatMap(amendment -> notes.findById(amendment.amendsId()))
                    .map(before -> {
                        var more = before.draft().more();
                        return more.with(more.history(), said(before), more.examination());
                    })
                    .orElse(IntakeMore.EMPTY);
            keepAlerts(
                    note.patient(),
                    dayOf(note),
                    amended,
                    note.draft().more().history(),
                    note.draft().more().contraindications());
        });
    }

    /** Adds and ends the alerts that follow from what a chiropractor decided on a signed note. */
    void keepAlerts(IntakeNote note, Map<String, ContraindicationAnswer> decided) {
        var more = note.draft().more();
        var answers = new TreeMap<>(more.contraindications());
        answers.putAll(decided);
        keepAlerts(note.patient(), dayOf(note), more, more.history(), answers);
    }

    private void keepAlerts(
            PatientId patient,
            LocalDate day,
            IntakeMore before,
            PatientHistory history,
            Map<String, ContraindicationAnswer> answers) {
        answers.forEach((code, answer) -> {
            var one = rules.find(code).orElse(null);
            if (one == null) {
                return;
            }
            var kind = one.alert();
            var earlier = before.contraindications().get(code);
            if (kind == null || answer.equals(earlier)) {
                // what was said before already has its alert, or somebody has ended that since
                return;
            }
            if (answer.stands()) {
                alerts.addUnlessRunning(patient, kind, words(one, kind, history, day));
            } else if (earlier != null && earlier.stands() && !stillStands(patient, code, kind)) {
                alerts.endRunning(patient, kind, words(one, kind, before.history(), day));
            }
        });
    }

    /**
     * Returns the answers that count once a note is signed or concluded: those of the note, and of the others the newest to
     * what it does not ask about.
     *
     * @param records of the patient
     */
    SortedMap<String, ContraindicationAnswer> answersWith(IntakeNote note, Collection<PatientId> records) {
        var answers = new TreeMap<>(said(note));
        screened(records).filter(earlier -> !earlier.id().equals(note.id())).forEach(earlier -> said(earlier)
                .forEach(answers::putIfAbsent));
        return answers;
    }

    /** Returns the newest signed note of a patient in its newest version; empty if none is signed. */
    Optional<IntakeNote> newest(Collection<PatientId> records) {
        return screened(records).findFirst();
    }

    /** Returns whether a signed note of the record still has a contraindication standing that has the same alert. */
    private boolean stillStands(PatientId patient, String code, AlertKind kind) {
        var answered = new HashSet<String>();
        return screened(List.of(patient))
                .flatMap(note -> said(note).entrySet().stream())
                .filter(answer -> answered.add(answer.getKey()))
                .anyMatch(answer -> answer.getValue().stands()
                        && (kind.speaksForItself() || answer.getKey().equals(code))
                        && rules.find(answer.getKey())
                                .filter(one -> one.alert() == kind)
                                .isPresent());
    }

    /** Returns the screened notes that count, newest first, each read when it is asked for. */
    private Stream<IntakeNote> screened(Collection<PatientId> records) {
        return notes.findByPatient(records, Limit.unlimited()).stream()
                .filter(IntakeRow::isScreened)
                .flatMap(row -> notes.findById(row.id().value()).stream());
    }

    /** Returns what a note says about contraindications, with what a chiropractor decided on them. */
    private SortedMap<String, ContraindicationAnswer> said(IntakeNote note) {
        var all = new TreeMap<>(note.draft().more().contraindications());
        conclusions.findById(note.id().value()).ifPresent(one -> all.putAll(one.decided()));
        return all;
    }

    /** Returns the day on which the assessment began, of which its weeks and ages speak. */
    LocalDate dayOf(IntakeNote note) {
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
