package io.plumbline.demo;

import io.plumbline.measures.MeasureAnswers;
import io.plumbline.measures.MeasureService;
import io.plumbline.measures.ScoreDraft;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.stereotype.Component;

/** Creates scores of outcome measures that follow the pain of a course: at the assessment, and again every four weeks. */
@Component
class DemoScores {
    /** Weeks from one measurement to the next. */
    private static final int EVERY = 4;

    /** Statements of the disability questionnaire, from those that most people with low-back pain tick to the rarest. */
    private static final List<Integer> STATEMENTS =
            List.of(13, 2, 11, 21, 14, 16, 12, 6, 3, 18, 9, 10, 23, 4, 22, 17, 5, 7, 8, 20, 1, 15, 19, 24);

    private final MeasureService measures;

    DemoScores(MeasureService measures) {
        this.measures = measures;
    }

    /** Records the disability at the assessment; pain and activities are in the signed intake note. */
    void atAssessment(DemoCourses.Course course, LocalDate on) {
        measures.recordSigned(course.patient(), List.of(disability(course.painAtFirst(), 1, on)));
    }

    /** Records the measures of a visit, if they are due at it. */
    void atVisit(DemoCourses.Course course, int number) {
        if (!isDue(course, number)) {
            return;
        }
        var on = course.given().get(number).on();
        var pain = course.sessions().get(number).painBefore();
        var scores = new ArrayList<ScoreDraft>();
        scores.add(new ScoreDraft("NPRS_NOW", MeasureAnswers.score(pain), on));
        var noise = new Random(31L * course.complaint().words().hashCode() + number);
        scores.add(new ScoreDraft("NPRS_AVERAGE", MeasureAnswers.score(Math.max(0, pain - 1)), on));
        scores.add(disability(pain, noise.nextInt(5) - 2, on));
        var abilities = abilities(course, pain);
        if (!abilities.isEmpty()) {
            scores.add(new ScoreDraft("PSFS", MeasureAnswers.activities(abilities), on));
        }
        measures.recordSigned(course.patient(), scores);
    }

    /** Returns whether four weeks have passed since the last time; of two visits on a day, the patient is asked at the first. */
    private static boolean isDue(DemoCourses.Course course, int number) {
        var last = course.began();
        var isDue = false;
        for (var visit : course.given().subList(0, number + 1)) {
            isDue = !visit.on().isBefore(last.plusWeeks(EVERY));
            if (isDue) {
                last = visit.on();
            }
        }
        return isDue;
    }

    /** @param more statements more than two for each point of pain */
    private static ScoreDraft disability(int pain, int more, LocalDate on) {
        var ticked = Math.clamp(2L * pain + more, 0, STATEMENTS.size());
        return new ScoreDraft("RMDQ", MeasureAnswers.statements(STATEMENTS.subList(0, ticked)), on);
    }

    /** Each point of pain less is a point of ability more. */
    private static Map<String, Integer> abilities(DemoCourses.Course course, int pain) {
        var abilities = new LinkedHashMap<String, Integer>();
        for (var limitation : course.complaint().limitations()) {
            var first = limitation.ability();
            if (first != null) {
                abilities.put(limitation.activity(), Math.clamp(first + course.painAtFirst() - pain, 1, 10));
            }
        }
        return abilities;
    }
}
