package io.plumbline.measures;

import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.ScoreId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.store.Aggregate;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A score of an outcome measure. Its answers never change: a correction is another score, which names this one. */
@Entity
@Table(name = "outcome_score")
class OutcomeScore extends Aggregate<OutcomeScore> {
    private PatientId patientId;
    private String measure;
    private String measuresVersion;
    private LocalDate measuredOn;
    private BigDecimal score;
    private @Nullable String band;
    private String document;

    @Enumerated(EnumType.STRING)
    private ScoreStatus status;

    private Instant recordedAt;
    private StaffId recordedBy;
    private @Nullable UUID correctsId;
    private String reason = "";
    private @Nullable StaffId endedBy;
    private @Nullable Instant endedAt;
    private @Nullable String dayKey;
    private @Nullable UUID noteId;

    @ElementCollection
    @CollectionTable(name = "outcome_score_answer", joinColumns = @JoinColumn(name = "score_id"))
    @OrderColumn(name = "position")
    private List<ItemAnswer> answers = new ArrayList<>();

    static OutcomeScore recorded(
            PatientId patient,
            OutcomeMeasure measure,
            String measuresVersion,
            ScoreDraft draft,
            StaffId by,
            Instant at) {
        var result = measure.score(draft.answers());
        var score = new OutcomeScore();
        score.id = Ids.next();
        score.patientId = patient;
        score.measure = measure.code();
        score.measuresVersion = measuresVersion;
        score.measuredOn = draft.measuredOn();
        score.score = result.score();
        score.band = result.band();
        score.document = TextLimit.optional("The source", draft.document(), 200);
        score.status = ScoreStatus.FINAL;
        score.recordedAt = at;
        score.recordedBy = by;
        score.dayKey = dayKey(patient, measure, draft);
        score.answers.addAll(draft.answers().items());
        score.registerEvent(new MeasureEvent.Recorded(score.id(), patient, measure.code()));
        return score;
    }

    /** Returns the key that one counting score of a measure has on a day; of activities, the one that rates them. */
    private static String dayKey(PatientId patient, OutcomeMeasure measure, ScoreDraft draft) {
        var key = patient + ":" + measure.code() + ":" + draft.measuredOn();
        if (measure.form() != OutcomeMeasure.Form.ACTIVITIES) {
            return key;
        }
        var first = draft.answers().activityNames().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .min(Comparator.naturalOrder())
                .orElse("");
        return key + ":"
                + UUID.nameUUIDFromBytes(first.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .substring(0, 13);
    }

    /** Returns the score that takes the place of this one, which stays readable. */
    OutcomeScore correctedBy(
            OutcomeMeasure measured, String measuresVersion, ScoreDraft draft, StaffId by, Instant at) {
        var correction = recorded(patientId, measured, measuresVersion, draft, by, at);
        correction.correctsId = id;
        return correction;
    }

    /**
     * Ends the score, which then no longer counts.
     *
     * @throws Refused if it does not count already, or the reason is missing
     */
    void end(ScoreStatus as, String why, StaffId by, Instant at) {
        if (status != ScoreStatus.FINAL) {
            throw new Refused("This score does not count any more: it was corrected or entered in error");
        }
        reason = TextLimit.required("The reason", why, 400);
        status = as;
        endedBy = by;
        endedAt = at;
        dayKey = null;
        registerEvent(new MeasureEvent.Ended(id(), patientId, as));
    }

    /** Names the signed note that the score was recorded from, if there is one. */
    OutcomeScore from(@Nullable NoteId note) {
        noteId = note == null ? null : note.value();
        return this;
    }

    /** Returns whether it has the answers of a draft and is not that of a session note. */
    boolean isOf(ScoreDraft draft) {
        return noteId == null && MeasureAnswers.same(answers, draft.answers().items());
    }

    /**
     * Returns whether it has already what a draft of its measure and day says: any answer, or of the patient's own activities,
     * which are measures of their own, one of the same.
     */
    boolean hasAnyOf(OutcomeMeasure measured, ScoreDraft draft) {
        return measured.form() != OutcomeMeasure.Form.ACTIVITIES
                || answers.stream().anyMatch(answer -> draft.answers().rates(answer.item()));
    }

    /** Returns the answers as they were entered. */
    MeasureAnswers answers() {
        return new MeasureAnswers(answers);
    }

    boolean isFinal() {
        return status == ScoreStatus.FINAL;
    }

    ScoreId id() {
        return new ScoreId(id);
    }

    PatientId patient() {
        return patientId;
    }

    String measure() {
        return measure;
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected OutcomeScore() {}
}
