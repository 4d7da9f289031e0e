package io.plumbline.safety;

import io.plumbline.access.PatientRecords;
import io.plumbline.access.RelationService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientBrief;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.ClinicalNoteId;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Screens a patient for red flags. Answers are judged by the screening rules, with the patient's age and the flags in
 * force, and each new finding raises a flag.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.FLAG_RAISE)
public class ScreeningService {
    private final RedFlags flags;
    private final ScreeningRules rules;
    private final FlagEffects effects;
    private final ClinicService clinics;
    private final RelationService relations;
    private final PatientService patients;
    private final PatientRecords records;
    private final Clock clock;

    ScreeningService(
            RedFlags flags,
            ScreeningRules rules,
            FlagEffects effects,
            ClinicService clinics,
            RelationService relations,
            PatientService patients,
            PatientRecords records,
            Clock clock) {
        this.flags = flags;
        this.rules = rules;
        this.effects = effects;
        this.clinics = clinics;
        this.relations = relations;
        this.patients = patients;
        this.records = records;
        this.clock = clock;
    }

    /** Returns the current screening rules. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public ScreeningRules rules() {
        return rules;
    }

    /**
     * Raises a flag for each finding of a screen of a patient in relation to the current user, including findings in
     * combination with the flags in force. A finding is not raised if a flag in force already covers it at the same or
     * a higher urgency.
     *
     * @param clinic the clinic of the record in which it was found
     * @return how many were raised
     * @throws IllegalArgumentException if an answer belongs to no rule
     * @throws AccessDeniedException if the patient is not in relation to the current user
     */
    @Transactional
    public int raise(PatientId patient, ClinicId clinic, Map<String, ScreeningAnswer> answers) {
        return raise(null, List.of(), Map.of(), patient, clinic, answers, false);
    }

    /**
     * Raises findings while an intake or session note is being written, without waiting for its signature, as
     * {@link #raise(PatientId, ClinicId, Map)} does.
     */
    @Transactional
    public int raise(ClinicalNoteId note, PatientId patient, ClinicId clinic, Map<String, ScreeningAnswer> answers) {
        return raise(note, List.of(), Map.of(), patient, clinic, answers, false);
    }

    /**
     * Raises findings while a new version of a signed note is being written, as
     * {@link #raise(ClinicalNoteId, PatientId, ClinicId, Map)} does, except those of which a flag that an earlier version
     * raised is in force.
     *
     * @param earlier the earlier versions of the note
     */
    @Transactional
    public int raise(
            ClinicalNoteId note,
            List<ClinicalNoteId> earlier,
            PatientId patient,
            ClinicId clinic,
            Map<String, ScreeningAnswer> answers) {
        return raise(note, earlier, Map.of(), patient, clinic, answers, false);
    }

    /**
     * Raises the findings of a signed note, except those raised while it was written, even if they were decided since.
     */
    @Transactional
    public int raiseSigned(
            ClinicalNoteId note, PatientId patient, ClinicId clinic, Map<String, ScreeningAnswer> answers) {
        return raise(note, List.of(), Map.of(), patient, clinic, answers, true);
    }

    /**
     * Raises the findings of a signed note, as {@link #raiseSigned(ClinicalNoteId, PatientId, ClinicId, Map)} does, except
     * those that an earlier version raised: while its flag is in force and, if it was decided since, as long as the
     * amended version still finds it.
     *
     * @param earlier the earlier versions of the note; empty for a first version
     * @param amended the answers of the version that is amended
     */
    @Transactional
    public int raiseSigned(
            ClinicalNoteId note,
            List<ClinicalNoteId> earlier,
            Map<String, ScreeningAnswer> amended,
            PatientId patient,
            ClinicId clinic,
            Map<String, ScreeningAnswer> answers) {
        return raise(note, earlier, amended, patient, clinic, answers, true);
    }

    /**
     * Returns the levels of the flags that {@link #raiseSigned} would raise now, including findings in combination with
     * the flags in force, most urgent first; empty if the patient is not in relation to the current user.
     *
     * @param earlier the earlier versions of the note; empty for a first version
     * @param amended the answers of the version that is amended
     */
    public List<FlagLevel> wouldRaise(
            ClinicalNoteId note,
            List<ClinicalNoteId> earlier,
            Map<String, ScreeningAnswer> amended,
            PatientId patient,
            ClinicId clinic,
            Map<String, ScreeningAnswer> answers) {
        return relations.scopeOf(patient).isClinical(patient)
                ? fresh(note, earlier, amended, patient, withAgeOf(patient, clinic), answers, true).stream()
                        .map(ScreeningRules.Finding::level)
                        .toList()
                : List.of();
    }

    private int raise(
            @Nullable ClinicalNoteId note,
            List<ClinicalNoteId> earlier,
            Map<String, ScreeningAnswer> amended,
            PatientId patient,
            ClinicId clinic,
            Map<String, ScreeningAnswer> answers,
            boolean isSigned) {
        for (var id : answers.keySet()) {
            if (rules.rule(id).isEmpty()) {
                throw new IllegalArgumentException("There is no screening rule " + id);
            }
        }
        if (!relations.scopeOf(patient).isClinical(patient)) {
            throw new AccessDeniedException("Not available");
        }
        // of two concurrent calls with the same finding, the second checks after the first
        patients.holdHeader(patient);
        return keep(
                fresh(note, earlier, amended, patient, withAgeOf(patient, clinic), answers, isSigned),
                note,
                patient,
                clinic);
    }

    private int keep(
            List<ScreeningRules.Finding> fresh, @Nullable ClinicalNoteId note, PatientId patient, ClinicId clinic) {
        for (var finding : fresh) {
            flags.saveAndFlush(RedFlag.raised(
                    patient, clinic, rules, finding, note, CurrentUser.current().staff(), clock.instant()));
        }
        // also flags that were raised while somebody was there to decide them
        flags.inForceOf(records.of(patient)).forEach(effects::keepOnLists);
        if (!fresh.isEmpty()) {
            effects.keepHeader(patient);
        }
        return fresh.size();
    }

    /**
     * Raises findings of some levels from what a patient answered in an online intake, before anybody has read it. A
     * finding is not raised if a flag in force already covers it. The calling code must have made sure that the patient
     * answered.
     *
     * @param clinic the clinic that sent the online intake
     * @param born the birth date of the patient; null if unknown
     * @return how many were raised
     */
    @Transactional
    @Requires(Permission.FLAG_RAISE_TOLD)
    public int raiseTold(
            PatientId patient,
            ClinicId clinic,
            @Nullable LocalDate born,
            Map<String, ScreeningAnswer> answers,
            Set<FlagLevel> levels) {
        patients.holdHeader(patient);
        var today = clinics.todayAt(clinic);
        var fresh =
                fresh(null, List.of(), Map.of(), patient, some -> rules.withAge(some, born, today), answers, false)
                        .stream()
                        .filter(finding -> levels.contains(finding.level()))
                        .toList();
        return fresh.isEmpty() ? 0 : keep(fresh, null, patient, clinic);
    }

    /** Returns the findings to raise. */
    private List<ScreeningRules.Finding> fresh(
            @Nullable ClinicalNoteId note,
            List<ClinicalNoteId> earlier,
            Map<String, ScreeningAnswer> amended,
            PatientId patient,
            UnaryOperator<Map<String, ScreeningAnswer>> withAge,
            Map<String, ScreeningAnswer> answers,
            boolean isSigned) {
        // also for the portal itself and for a patient who answers, who have no relation
        var subject = records.of(patient);
        var known = new ArrayList<>(flags.inForceOf(subject));
        // a finding that the amended version no longer has is new, although a flag of it was decided
        var stillFound = rules.found(amended, known);
        var ofNote = new ArrayList<>(flags.foundIn(subject, earlier).stream()
                .filter(flag -> flag.isInForce() || stillFound.contains(flag.rule()))
                .toList());
        known.addAll(ofNote);
        if (note != null) {
            ofNote.addAll(flags.foundIn(subject, note));
        }
        var standing = new ArrayList<>(known);
        standing.addAll(ofNote);
        if (isSigned) {
            known.addAll(ofNote);
        }
        var said = withAge.apply(answers);
        var alone =
                rules.findings(said).stream().map(ScreeningRules.Finding::rule).toList();
        // findings that already follow from the flags without these answers are not new
        var before = rules.findings(
                withAge.apply(Map.of()),
                standing.stream()
                        .filter(flag -> answers.get(flag.rule()) != ScreeningAnswer.YES)
                        .toList());
        // findings from separate answers count together
        return rules.findings(said, standing).stream()
                // the age alone is a finding only of a whole screen, which has it as an answer
                .filter(finding -> finding.rule().age() == null
                        || answers.containsKey(finding.rule().id()))
                .filter(finding ->
                        known.stream().noneMatch(flag -> flag.patient().equals(patient) && flag.covers(finding)))
                .filter(finding -> alone.contains(finding.rule())
                        || !before.contains(finding) && ofNote.stream().noneMatch(flag -> flag.covers(finding)))
                .toList();
    }

    /**
     * Returns the screening rules that were raised from a note; empty if its patient is not in relation to the current user.
     */
    public List<String> raisedFrom(ClinicalNoteId note, PatientId patient) {
        return relations.scopeOf(patient).isClinical(patient)
                ? flags.foundIn(records.of(patient), note).stream()
                        .map(RedFlag::rule)
                        .toList()
                : List.of();
    }

    /**
     * Returns the answers of a screen of a patient in relation to the current user, with the answers that follow from the
     * patient's age, which is never asked.
     *
     * @param clinic the clinic of the record to which the screen belongs
     */
    public Map<String, ScreeningAnswer> withAge(
            PatientId patient, ClinicId clinic, Map<String, ScreeningAnswer> answers) {
        return withAgeOf(patient, clinic).apply(answers);
    }

    private UnaryOperator<Map<String, ScreeningAnswer>> withAgeOf(PatientId patient, ClinicId clinic) {
        var born = patients.brief(patient).map(PatientBrief::birthDate).orElse(null);
        var today = clinics.todayAt(clinic);
        return answers -> rules.withAge(answers, born, today);
    }
}
