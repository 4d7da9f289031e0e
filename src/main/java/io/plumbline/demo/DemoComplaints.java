package io.plumbline.demo;

import io.plumbline.intake.Limitation;
import io.plumbline.intake.MarkedArea;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Pain;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The complaints of the demo patients: their words, the onset, the painful areas, related factors and limitations. */
final class DemoComplaints {
    private static final List<Complaint> ALL = List.of(
            of(
                    "Lower back tight after long drives.",
                    "Two months ago, with a longer way to work; a little more each week.",
                    List.of(at("lumbar", "both", "tight"), at("sacrum", "both", "dull ache")),
                    Set.of("SITTING", "TIGHT_HAM_HIPFLEX"),
                    List.of(hard("Rising from a chair", 5), hard("Bending", 6))),
            of(
                    "Dull ache above the pelvis since a weekend of garden work.",
                    "Three weeks ago, on the morning after a day of digging.",
                    List.of(at("sacrum", "both", "dull ache"), at("quadratus-lumborum", "left", "sore")),
                    Set.of("LIFT_FORM", "SEDENTARY_BURST"),
                    List.of(hard("Lifting loads", 3), hard("Bending", 5))),
            of(
                    "Stiff in the morning, better after a walk.",
                    "Some months ago, slowly; no single cause remembered.",
                    List.of(at("lumbar", "both", "stiff")),
                    Set.of("SITTING", "STRESS"),
                    List.of(hard("Putting on shoes", 5))),
            of(
                    "Pulling on the right when putting on shoes.",
                    "Four weeks ago, while tying a shoe after a long flight.",
                    List.of(at("lumbar", "right", "pulling"), at("quadratus-lumborum", "right", "tight")),
                    Set.of("TIGHT_HAM_HIPFLEX"),
                    List.of(hard("Putting on shoes", 3), hard("Twisting", 6))),
            of(
                    "Back tires when standing at the counter.",
                    "A year ago, with a job on the feet all day; slowly more.",
                    List.of(at("lumbar", "both", "heavy"), at("mid-back", "both", "tired")),
                    Set.of("POSTURE", "WEAK_BACK"),
                    List.of(hard("Physical work", 4))),
            of(
                    "Catches on the left when rising from a chair.",
                    "Ten days ago, on rising from a low sofa; all at once.",
                    List.of(at("si-joint", "left", "catching"), at("lumbar", "left", "sharp at times")),
                    Set.of("WEAK_CORE", "PELVIC_TILT"),
                    List.of(hard("Rising from a chair", 3), hard("Lifting loads", 4))),
            of(
                    "Tension between right hip and lower back after running.",
                    "Six weeks ago, when the runs became longer.",
                    List.of(at("glute", "right", "tense"), at("hip-side", "right", "sore")),
                    Set.of("BAD_EXERCISE_FORM"),
                    List.of(hard("Running", 4))),
            of(
                    "Left lower back sore after lifting a child.",
                    "Two weeks ago, on lifting the child out of the car.",
                    List.of(at("lumbar", "left", "sore"), at("quadratus-lumborum", "left", "pulling")),
                    Set.of("LIFT_FORM", "WEAK_CORE"),
                    List.of(hard("Lifting a child", 2), hard("Bending", 5))),
            of(
                    "Stiff across the hips after long shifts.",
                    "Half a year ago, with the change to longer shifts.",
                    List.of(at("glute", "both", "stiff"), at("sacrum", "both", "tired")),
                    Set.of("POSTURE", "TIGHT_HAM_HIPFLEX"),
                    List.of(hard("Physical work", 5), hard("Putting on shoes", 6))),
            of(
                    "Ache in the right buttock when sitting.",
                    "Five weeks ago, after a day on the bus.",
                    List.of(at("glute", "right", "deep ache"), at("hamstrings", "right", "pulling")),
                    Set.of("SITTING"),
                    List.of(hard("Sitting for an hour", 3))),
            of(
                    "Lower back seizes up on the left after bending at work.",
                    "Three weeks ago at work, while bending to a low shelf.",
                    List.of(at("lumbar", "left", "cramping"), at("si-joint", "left", "sore")),
                    Set.of("LIFT_FORM", "WEAK_BACK"),
                    List.of(hard("Bending", 2), hard("Lifting loads", 3))),
            of(
                    "Tight between shoulder blades and lower back at the desk.",
                    "Slowly over some months, with more work at the desk.",
                    List.of(at("mid-back", "both", "tight"), at("lumbar", "both", "tired")),
                    Set.of("POSTURE", "SITTING"),
                    List.of(hard("Sitting for an hour", 5))),
            of(
                    "Twinge on the left when twisting.",
                    "Eight days ago, while loading the car; all at once.",
                    List.of(at("quadratus-lumborum", "left", "sharp when twisting"), at("lumbar", "left", "sore")),
                    Set.of("SEDENTARY_BURST", "WEAK_CORE"),
                    List.of(hard("Twisting", 3), hard("Lifting loads", 5))),
            of(
                    "Heavy lower back on stressful days.",
                    "On and off for a year, more often in the last two months.",
                    List.of(at("lumbar", "both", "heavy"), at("glute", "both", "tense")),
                    Set.of("STRESS", "SITTING"),
                    List.of(hard("Rising from a chair", 6))));

    private DemoComplaints() {}

    /** A painful area and the quality of the pain; the side is left, right or both. */
    private record Place(String region, String side, String quality) {}

    /**
     * One complaint.
     *
     * @param side left, right or both: the side with the most pain
     */
    record Complaint(
            String words,
            String onset,
            String side,
            List<Place> places,
            Set<String> factors,
            List<Limitation> limitations) {
        /** Returns the regions to be treated. */
        List<String> regions() {
            return places.stream()
                    .flatMap(place -> regionsOf(place).stream())
                    .distinct()
                    .toList();
        }

        /** Returns the diagnosis of the list that ships which fits how it began. */
        String diagnosis() {
            if (words.contains("seizes up")) {
                return "M62.830";
            }
            return isSaid("digging", "lifting the child", "bending to", "loading", "moving", "move")
                    ? "S39.012A"
                    : "M54.50";
        }

        /** Returns whether a question about the history, not about a red flag, is answered with yes. */
        boolean affirms(String question) {
            return switch (question) {
                case "Pain for more than 3 months?" -> isSaid("half a year", "a year", "some months");
                case "Slow onset?" -> isSaid("slowly");
                case "Better with exercise?" -> words.contains("walk");
                default -> false;
            };
        }

        private boolean isSaid(String... some) {
            return Stream.of(some).anyMatch(onset.toLowerCase(Locale.ROOT)::contains);
        }

        /** Returns the regions as an intake note marks them: the first has the given pain, the others have less. */
        List<MarkedArea> marked(int painNow) {
            return IntStream.range(0, places.size())
                    .boxed()
                    .flatMap(n -> regionsOf(places.get(n)).stream()
                            .map(region -> new MarkedArea(
                                    new BodyRegion(region),
                                    places.get(n).quality(),
                                    new Pain(Math.max(1, painNow - 2 * n)),
                                    radiating(places.get(n)))))
                    .toList();
        }

        private static List<String> regionsOf(Place place) {
            if (place.region().equals("sacrum")) {
                return List.of("back-sacrum");
            }
            var region = "back-" + place.region() + "-";
            return place.side().equals("both")
                    ? List.of(region + "left", region + "right")
                    : List.of(region + place.side());
        }

        private static @Nullable BodyRegion radiating(Place place) {
            return place.quality().equals("deep ache") ? new BodyRegion("back-hamstrings-" + place.side()) : null;
        }

        /**
         * Returns the same complaint as recorded at a reassessment.
         *
         * @param morePain points of pain more than at the assessment; each is a point of ability less
         */
        Complaint again(String said, int morePain) {
            var now = limitations.stream()
                    .map(limitation -> new Limitation(
                            limitation.activity(),
                            limitation.ability() == null ? null : Math.clamp(limitation.ability() - morePain, 1, 10)))
                    .toList();
            return new Complaint(
                    said, "As in the first intake note; worse over the last weeks.", side, places, factors, now);
        }
    }

    static Complaint of(int course) {
        return ALL.get(course % ALL.size());
    }

    /** Returns a complaint from too much sitting, on the left side. */
    static Complaint fromSitting(String words, String onset) {
        return of(
                words,
                onset,
                List.of(at("lumbar", "left", "pulling"), at("quadratus-lumborum", "left", "tight")),
                Set.of("SITTING", "WEAK_CORE"),
                List.of(hard("Putting on shoes", 4), hard("Rising from a chair", 6)));
    }

    private static Complaint of(
            String words, String onset, List<Place> places, Set<String> factors, List<Limitation> limitations) {
        return new Complaint(words, onset, places.getFirst().side(), places, factors, limitations);
    }

    private static Place at(String region, String side, String quality) {
        return new Place(region, side, quality);
    }

    private static Limitation hard(String activity, int ability) {
        return new Limitation(activity, ability);
    }
}
