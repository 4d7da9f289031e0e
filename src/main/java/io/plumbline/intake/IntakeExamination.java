package io.plumbline.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plumbline.shared.Labeled;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.signing.RecordPart;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an intake note found by looking and measuring: alignment, which stands before any strengthening, range of motion
 * and tests. An empty field is omitted from the JSON of the note.
 *
 * @param pelvicTilt null if not recorded; likewise the shorter leg
 * @param legDifferenceMm the difference in leg length in millimeters, 0 to 100; null if not measured, or if both are equal
 * @param posture at most 400 characters
 * @param motions at most 20
 * @param tests neurological and orthopedic tests, at most 20; no source lists them, so each is named by its author, who
 *     says of which kind it is
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record IntakeExamination(
        @Nullable PelvicTilt pelvicTilt,
        @Nullable ShorterLeg shorterLeg,
        @Nullable Integer legDifferenceMm,
        String posture,
        List<Motion> motions,
        List<Test> tests)
        implements RecordPart {
    /** The most characters about posture. */
    public static final int MOST_POSTURE = 400;

    /** The most rows of a kind. */
    public static final int MOST_ROWS = 20;

    /** The largest difference in leg length that is accepted, in millimeters. */
    public static final int MOST_MM = 100;

    /** The largest range of motion that is accepted, in degrees. */
    public static final int MOST_DEGREES = 180;

    /** The most characters of the name of a motion or a test, and of a result. */
    public static final int MOST = 120;

    /** Nothing is recorded. */
    public static final IntakeExamination EMPTY = new IntakeExamination(null, null, null, "", List.of(), List.of());

    /** How the pelvis is tilted. */
    public enum PelvicTilt implements Labeled {
        ANTERIOR,
        NEUTRAL,
        POSTERIOR
    }

    /** Which leg is shorter. */
    public enum ShorterLeg {
        LEFT("Left is shorter"),
        RIGHT("Right is shorter"),
        EQUAL("Equal");

        private final String label;

        ShorterLeg(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** The side of a finding. */
    public enum Side {
        LEFT("Left"),
        RIGHT("Right"),
        BOTH("Both sides"),
        MIDLINE("Midline");

        private final String label;

        Side(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What a test examines. */
    public enum TestKind implements Labeled {
        /** The nerves. */
        NEUROLOGICAL,
        /** Joints, muscles and ligaments. */
        ORTHOPEDIC
    }

    /**
     * A range of motion.
     *
     * @param movement at most 120 characters
     * @param side null if not recorded
     * @param degrees 0 to 180; null while not measured
     */
    public record Motion(
            String movement, @Nullable Side side, @Nullable Integer degrees) {
        /** @throws Refused if the text is too long or the degrees are out of range */
        public Motion {
            movement = TextLimit.optional("The movement", movement, MOST);
            requireWithin("Range of motion in degrees", degrees, MOST_DEGREES);
        }
    }

    /**
     * A test and its result, each in the words of its author.
     *
     * @param name at most 120 characters; likewise the result
     * @param kind null if not recorded, and in notes from before it was asked
     * @param side null if not recorded
     */
    public record Test(
            String name,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            TestKind kind,

            @Nullable Side side,
            String result) {
        /** @throws Refused if a text is too long */
        public Test {
            name = TextLimit.optional("The test", name, MOST);
            result = TextLimit.optional("The result of the test", result, MOST);
        }

        /** Returns whether its author says that it examines the nerves. */
        boolean isNeurological() {
            return kind == TestKind.NEUROLOGICAL;
        }
    }

    /** @throws Refused if a value is out of range; the message is for the user */
    public IntakeExamination {
        posture = TextLimit.optional("Posture", Objects.requireNonNullElse(posture, ""), MOST_POSTURE);
        requireWithin("Difference in leg length in mm", legDifferenceMm, MOST_MM);
        if (shorterLeg != ShorterLeg.LEFT && shorterLeg != ShorterLeg.RIGHT) {
            legDifferenceMm = null;
        }
        motions = rows("Range of motion", motions);
        tests = rows("Tests", tests);
    }

    private static <T> List<T> rows(String what, @Nullable List<T> rows) {
        if (rows != null && rows.size() > MOST_ROWS) {
            throw new Refused(what + ": at most " + MOST_ROWS + " rows");
        }
        return rows == null ? List.of() : List.copyOf(rows);
    }

    private static void requireWithin(String what, @Nullable Integer value, int most) {
        if (value != null && (value < 0 || value > most)) {
            throw new Refused(what + ": 0 to " + most);
        }
    }

    /** Returns whether a movement or a test is recorded. */
    boolean isExamined() {
        return !motions.isEmpty() || !tests.isEmpty();
    }

    /** Returns whether anything about the alignment is recorded. */
    boolean isAlignmentRecorded() {
        return pelvicTilt != null || shorterLeg != null || !posture.isEmpty();
    }
}
