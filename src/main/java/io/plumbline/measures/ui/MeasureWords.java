package io.plumbline.measures.ui;

import io.plumbline.measures.MeasureHistory;
import io.plumbline.measures.OutcomeMeasure;
import io.plumbline.measures.ScoreChange;
import io.plumbline.measures.ScoreResult;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.StatusBadge;
import java.math.BigDecimal;
import java.util.Locale;

/** Says scores and their change in words. */
final class MeasureWords {
    private MeasureWords() {}

    /** Formats a score as <em>12 of 24</em>, <em>32 of 100, moderate disability</em>, or <em>+3</em>. */
    static String score(OutcomeMeasure measure, ScoreResult result) {
        var number = number(result.score());
        var words = measure.lowest() < 0
                ? (result.score().signum() > 0 ? "+" : "") + number
                : number + " of " + measure.highest();
        return result.band() == null ? words : words + ", " + result.band().toLowerCase(Locale.ROOT);
    }

    /** Formats a change as <em>5 points better than on Aug 3, 2026 (17), 29 %</em>. */
    static String change(MeasureHistory history, ScoreChange change) {
        var points = change.improvement();
        var size = number(points.abs());
        var words = points.signum() == 0
                ? "The same as"
                : size
                        + (size.equals("1") ? " point " : " points ")
                        + (points.signum() > 0 ? "better than" : "worse than");
        if (history.measure().isFollowUpOnly()) {
            return words + " at the start";
        }
        var baseline = history.baseline();
        return words + " on " + Dates.dayAndYear(baseline.measuredOn()) + " ("
                + number(baseline.result().score()) + ")"
                + (change.percent() == null || points.signum() <= 0 ? "" : ", " + change.percent() + "%");
    }

    /** Says which of the published thresholds a change reaches. */
    static String thresholds(OutcomeMeasure measure, ScoreChange change) {
        var words = "Important change: " + number(change.important()) + " points";
        var percent = measure.importantPercent();
        if (percent == null) {
            return words;
        }
        return words + " or " + percent + "%"
                + (change.isPercentReached() && change.course() != ScoreChange.Course.IMPROVING
                        ? ". The percentage is reached, the points are not"
                        : "");
    }

    /** Formats the course of one activity as <em>Lifting: 6, from 2</em>. */
    static String activity(MeasureHistory.OfActivity course) {
        return course.activity() + ": " + number(course.latest())
                + (course.change() == null ? "" : ", from " + number(course.first()));
    }

    static StatusBadge badge(ScoreChange.Course course) {
        return switch (course) {
            case IMPROVING -> StatusBadge.ok(course.label());
            case UNCHANGED -> StatusBadge.neutral(course.label());
            case WORSENING -> StatusBadge.warn(course.label());
        };
    }

    static String number(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
