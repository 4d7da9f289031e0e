package io.plumbline.intake.ui;

import io.plumbline.intake.IntakeExamination;
import io.plumbline.intake.IntakeExamination.Side;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Alignment, range of motion and tests of an intake note in words. */
final class ExaminationWords {
    private ExaminationWords() {}

    static String alignment(IntakeExamination found) {
        var tilt = found.pelvicTilt();
        var leg = found.shorterLeg();
        return HistoryWords.joined(
                tilt == null ? "" : "pelvic tilt " + lower(tilt.label()),
                leg == null ? "" : "leg length " + lower(leg.label()),
                found.legDifferenceMm() == null ? "" : found.legDifferenceMm() + " mm",
                found.posture());
    }

    static String motions(IntakeExamination found) {
        return found.motions().stream()
                .map(one -> HistoryWords.joined(
                        one.movement(), side(one.side()), one.degrees() == null ? "" : one.degrees() + "°"))
                .collect(Collectors.joining("; "));
    }

    static String tests(IntakeExamination found) {
        return found.tests().stream()
                .map(one -> HistoryWords.joined(
                        one.name(),
                        one.kind() == null ? "" : lower(one.kind().label()),
                        side(one.side()),
                        one.result()))
                .collect(Collectors.joining("; "));
    }

    private static String side(@Nullable Side side) {
        return side == null ? "" : lower(side.label());
    }

    private static String lower(String label) {
        return label.toLowerCase(Locale.ROOT);
    }
}
