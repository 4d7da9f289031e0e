package io.plumbline.measures;

import io.plumbline.access.RelationService;
import io.plumbline.patients.NewEntry;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.ScoreId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records and reads scores of outcome measures, for clinicians in relation to the patient. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.MEASURE_READ)
public class MeasureService {
    private static final int OLDEST_YEARS = 10;

    private final OutcomeMeasures measures;
    private final OutcomeScores scores;
    private final SameDayCheck ofDay;
    private final ScoreQuery query;
    private final PatientService patients;
    private final RelationService relations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MeasureService(
            OutcomeMeasures measures,
            OutcomeScores scores,
            SameDayCheck ofDay,
            ScoreQuery query,
            PatientService patients,
            RelationService relations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.measures = measures;
        this.scores = scores;
        this.ofDay = ofDay;
        this.query = query;
        this.patients = patients;
        this.relations = relations;
        this.events = events;
        this.clock = clock;
    }

    /** Returns the outcome measures of the clinic. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public OutcomeMeasures measures() {
        return measures;
    }

    /**
     * Returns the scores of a patient whose chart the current user has open, oldest first, and records the view in the audit
     * trail. Scores that do not count any more are included. Empty for those who do not treat the patient.
     */
    @Transactional
    public List<ScoreRow> open(PatientDetails opened) {
        if (opened.clinical() == null) {
            return List.of();
        }
        events.publishEvent(new MeasureEvent.Viewed(opened.id()));
        return query.findByPatient(opened.records());
    }

    /**
     * Returns the scores that count of a patient whose chart the current user has open, by measure; empty for those who do not
     * treat the patient.
     */
    public List<MeasureHistory> findByPatient(PatientDetails opened) {
        return opened.clinical() == null
                ? List.of()
                : MeasureHistory.of(measures, query.findByPatient(opened.records()));
    }

    /**
     * Returns the scores that count of a patient, by measure; empty for those who do not treat the patient.
     *
     * @throws NotAvailable if the current user may not see the patient
     */
    public List<MeasureHistory> findByPatient(PatientId patient) {
        var scope = relations.scopeOf(patient);
        return scope.isClinical(patient)
                ? MeasureHistory.of(measures, query.findByPatient(scope.patients()))
                : findByPatient(patients.details(patient).orElseThrow(NotAvailable::new));
    }

    /**
     * Records scores of a patient, all of them or none.
     *
     * @throws NotAvailable if the patient does not exist or is not in relation to the current user
     * @throws Refused if there are none, an answer is impossible, the day is in the future or more than ten years ago, a
     *     measure or the same activity was recorded on that day, it compares with the start of a plan and there is none, or
     *     the record was merged into another; the message is for the user
     */
    @Transactional
    @Requires(Permission.MEASURE_WRITE)
    public void record(PatientId patient, List<ScoreDraft> drafts) {
        var found = requirePatient(patient);
        found.on(patient).require(NewEntry.OTHER);
        if (drafts.isEmpty()) {
            throw new Refused("Answer at least one measure");
        }
        patients.holdHeader(patient);
        for (var draft : drafts) {
            if (measures.require(draft.measure()).isFollowUpOnly() && found.plan() == null) {
                throw new Refused(measures.require(draft.measure()).name()
                        + " compares with the start of a treatment plan, and the patient has no active plan");
            }
            requireDay(found, draft);
            ofDay.refuseSecond(patient, draft);
            save(patient, null, draft);
        }
        announceChange(patient);
    }

    /**
     * Records the scores that a signed record contains. A measure that was recorded on that day already is left as it is,
     * and so is an activity: a signature does not wait for it.
     *
     * @throws NotAvailable if the patient does not exist or is not in relation to the current user
     */
    @Transactional
    @Requires(Permission.MEASURE_WRITE)
    public void recordSigned(PatientId patient, List<ScoreDraft> drafts) {
        recordMissing(patient, null, drafts);
    }

    /**
     * Records the scores that a signed session note contains, as {@link #recordSigned} does, so that they are withdrawn
     * with the note.
     *
     * @throws NotAvailable if the patient does not exist or is not in relation to the current user
     */
    @Transactional
    @Requires(Permission.MEASURE_WRITE)
    public void recordOfNote(PatientId patient, NoteId note, List<ScoreDraft> drafts) {
        recordMissing(patient, note, drafts);
    }

    /**
     * Takes the scores of a signed record that was amended for those of its new version, as corrections: the answers as
     * they were stay readable. A score that somebody corrected since, or that is of another record, is left as it is.
     *
     * @param before the scores that the record contained
     * @param now the scores that it contains now; those that it no longer contains are marked as entered in error
     * @param reason at most 400 characters
     * @throws NotAvailable if the patient does not exist or is not in relation to the current user
     */
    @Transactional
    @Requires(Permission.MEASURE_WRITE)
    public void amendSigned(PatientId patient, List<ScoreDraft> before, List<ScoreDraft> now, String reason) {
        relations.requireClinical(patient);
        patients.holdHeader(patient);
        for (var was : before) {
            var amended = now.stream()
                    .filter(draft -> draft.measure().equals(was.measure()))
                    .findFirst();
            ofDay.find(patient, was).stream()
                    .filter(score -> score.isOf(was))
                    .filter(score -> amended.filter(score::isOf).isEmpty())
                    .forEach(score -> amend(score, amended, reason));
        }
        var added = now.stream()
                .filter(draft -> before.stream().noneMatch(was -> was.measure().equals(draft.measure())))
                .toList();
        recordMissing(patient, null, added);
    }

    private void amend(OutcomeScore score, Optional<ScoreDraft> amended, String reason) {
        var by = CurrentUser.current().staff();
        var correction = amended.map(draft ->
                score.correctedBy(measures.require(draft.measure()), measures.version(), draft, by, clock.instant()));
        var as = correction.isPresent() ? ScoreStatus.CORRECTED : ScoreStatus.ENTERED_IN_ERROR;
        score.end(as, reason, by, clock.instant());
        // first, because only one score of a day may count
        scores.saveAndFlush(score);
        correction.ifPresent(scores::saveAndFlush);
        announceChange(score.patient());
    }

    private void recordMissing(PatientId patient, @Nullable NoteId note, List<ScoreDraft> drafts) {
        relations.requireClinical(patient);
        patients.holdHeader(patient);
        var isAnySaved = false;
        for (var draft : drafts) {
            var missing = ofDay.missing(patient, draft);
            if (missing.isPresent()) {
                save(patient, note, missing.get());
                isAnySaved = true;
            }
        }
        if (isAnySaved) {
            announceChange(patient);
        }
    }

    /**
     * Corrects a score. The answers as they were stay readable.
     *
     * @param version the version that the current user saw
     * @param reason at most 400 characters
     * @throws NotAvailable if the score does not exist or its patient is not in relation to the current user
     * @throws StaleVersion if a colleague corrected it in the meantime
     * @throws Refused as {@link #record} does, or if the reason is missing, or the score does not count any more
     */
    @Transactional
    @Requires(Permission.MEASURE_WRITE)
    public void correct(ScoreId id, long version, ScoreDraft draft, String reason) {
        ReasonWords.require("The reason", reason);
        var score = require(id, version);
        requireDay(requirePatient(score.patient()), draft);
        patients.holdHeader(score.patient());
        var by = CurrentUser.current().staff();
        var correction =
                score.correctedBy(measures.require(score.measure()), measures.version(), draft, by, clock.instant());
        score.end(ScoreStatus.CORRECTED, reason, by, clock.instant());
        // first, because only one score of a day may count
        scores.saveAndFlush(score);
        ofDay.refuseSecond(score.patient(), draft);
        scores.saveAndFlush(correction);
        announceChange(score.patient());
    }

    /**
     * Marks a score as entered in error, such as in the wrong chart. It stays readable.
     *
     * @param version the version that the current user saw
     * @param reason at most 400 characters
     * @throws NotAvailable if the score does not exist or its patient is not in relation to the current user
     * @throws StaleVersion if a colleague corrected it in the meantime
     * @throws Refused if the reason is missing, or the score does not count any more
     */
    @Transactional
    @Requires(Permission.MEASURE_WRITE)
    public void markEnteredInError(ScoreId id, long version, String reason) {
        ReasonWords.require("The reason", reason);
        var score = require(id, version);
        patients.holdHeader(score.patient());
        score.end(ScoreStatus.ENTERED_IN_ERROR, reason, CurrentUser.current().staff(), clock.instant());
        scores.saveAndFlush(score);
        announceChange(score.patient());
    }

    /**
     * Marks the scores that were recorded from a signed note as entered in error, where they still count.
     *
     * @param reason at most 400 characters
     * @throws NotAvailable if the patient does not exist or is not in relation to the current user
     */
    @Transactional
    @Requires(Permission.MEASURE_WRITE)
    public void withdrawOfNote(PatientId patient, NoteId note, String reason) {
        requirePatient(patient);
        patients.holdHeader(patient);
        var wrong = scores.findByNoteId(note.value()).stream()
                .filter(OutcomeScore::isFinal)
                .toList();
        for (var score : wrong) {
            score.end(
                    ScoreStatus.ENTERED_IN_ERROR, reason, CurrentUser.current().staff(), clock.instant());
            scores.saveAndFlush(score);
        }
        if (!wrong.isEmpty()) {
            announceChange(patient);
        }
    }

    /** @param note the signed session note that contains it; null if there is none */
    private void save(PatientId patient, @Nullable NoteId note, ScoreDraft draft) {
        scores.saveAndFlush(OutcomeScore.recorded(
                        patient,
                        measures.require(draft.measure()),
                        measures.version(),
                        draft,
                        CurrentUser.current().staff(),
                        clock.instant())
                .from(note));
    }

    private void announceChange(PatientId patient) {
        query.forget(relations.scopeOf(patient).patients());
        events.publishEvent(new ScoresChanged(patient));
    }

    private OutcomeScore require(ScoreId id, long version) {
        var score = scores.findById(id.value()).orElseThrow(NotAvailable::new);
        requirePatient(score.patient());
        return score.at(version);
    }

    private PatientDetails requirePatient(PatientId patient) {
        return patients.details(patient)
                .filter(found -> found.clinical() != null)
                .orElseThrow(NotAvailable::new);
    }

    private static void requireDay(PatientDetails patient, ScoreDraft draft) {
        if (draft.measuredOn().isAfter(patient.today())) {
            throw new Refused(ScoreField.MEASURED_ON, "Choose a day that is not in the future");
        }
        if (draft.measuredOn().isBefore(patient.today().minusYears(OLDEST_YEARS))) {
            throw new Refused(ScoreField.MEASURED_ON, "Choose a day within the last ten years");
        }
    }
}
