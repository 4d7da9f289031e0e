package io.plumbline.plans;

import io.plumbline.measures.MeasureHistory;
import io.plumbline.measures.OutcomeMeasures;
import io.plumbline.measures.ScoreRow;
import io.plumbline.phases.VisitPain;
import io.plumbline.shared.ids.NoteId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pain of the visits of a plan, by the scores that count and by what the notes say. */
final class PlanPain {
    private PlanPain() {}

    /** Returns the pain of the delivered visits of a plan, oldest first. */
    static List<VisitPain> visits(TreatmentPlan plan, List<MeasureHistory> scores, List<PainOfVisits.Felt> felt) {
        var byNote = felt.stream().collect(Collectors.toMap(PainOfVisits.Felt::note, Function.identity(), (a, b) -> a));
        return plan.care().planned().all().stream()
                .filter(visit -> visit.deliveredNote().isPresent())
                .sorted(PlannedVisit.BY_DELIVERY)
                .map(visit -> {
                    var note = visit.deliveredNote().orElseThrow();
                    var on = Objects.requireNonNull(visit.deliveredOn());
                    var said = byNote.get(note);
                    return new VisitPain(
                            on,
                            arrived(note, on, said == null ? null : said.arrived(), scores),
                            said == null ? null : said.left());
                })
                .toList();
    }

    /**
     * Returns pain on arrival as it counts now: the score of the note, also as it was corrected; what the note says where
     * the score of the day was recorded before it; nothing where the note's score was withdrawn.
     */
    private static @Nullable Integer arrived(
            NoteId note, LocalDate on, @Nullable Integer said, List<MeasureHistory> scores) {
        var ofDay = now(scores).filter(row -> row.measuredOn().equals(on)).toList();
        var own = ofDay.stream().filter(row -> note.equals(row.note())).findFirst();
        if (own.isPresent() || ofDay.isEmpty()) {
            return own.map(PlanPain::pain).orElse(null);
        }
        return said != null
                ? said
                : ofDay.stream()
                        .filter(row -> row.note() == null)
                        .findFirst()
                        .map(PlanPain::pain)
                        .orElse(null);
    }

    private static Integer pain(ScoreRow row) {
        return row.result().score().intValue();
    }

    /** Returns the pain that the intake says, if earlier visits were carried over or the first one does not tell it. */
    static @Nullable Integer before(TreatmentPlan plan, List<MeasureHistory> scores, List<VisitPain> visits) {
        var isCarriedOver = plan.care().planned().all().stream().anyMatch(PlannedVisit::isCarriedOver);
        if (!isCarriedOver && (visits.isEmpty() || visits.getFirst().arrived() != null)) {
            return null;
        }
        return now(scores)
                .filter(row -> row.note() == null
                        && !row.measuredOn().isAfter(plan.care().start()))
                .reduce((earlier, later) -> later)
                .map(PlanPain::pain)
                .orElse(null);
    }

    private static Stream<ScoreRow> now(List<MeasureHistory> scores) {
        return scores.stream()
                .filter(history -> history.measure().code().equals(OutcomeMeasures.PAIN_NOW))
                .flatMap(history -> history.scores().stream());
    }
}
