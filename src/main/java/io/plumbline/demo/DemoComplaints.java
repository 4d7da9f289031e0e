package io.plumbline.demo;

import io.plumbline.intake.Limitation;
import io.plumbline.intake.MarkedArea;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Pain;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The complaints of the demo patients: their words, the onset, the painful areas, related factors and limitations. */
final class DemoComplaints {
    private static final Map<String, Complaint> ALL = DemoTexts.lines("complaints.txt").stream()
            .map(DemoComplaints::read)
            .collect(Collectors.toUnmodifiableMap(Complaint::key, complaint -> complaint));

    private DemoComplaints() {}

    /** A painful area and the quality of the pain; the side is left, right or both. */
    record Place(String region, String side, String quality) {
        /** Returns the side in words. */
        String where() {
            return side.equals("both") ? "on both sides" : "on the " + side;
        }
    }

    /**
     * One complaint.
     *
     * @param key of the patient who has it
     * @param places the one with the most pain first
     */
    record Complaint(
            String key,
            String words,
            String onset,
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
                    key, said, "As in the first intake note; worse over the last weeks.", places, factors, now);
        }
    }

    /** Returns the complaint of a course, or of a patient who was only assessed. */
    static Complaint of(int course) {
        return of(String.valueOf(course));
    }

    /** Returns the complaint of a known patient. */
    static Complaint of(String key) {
        return Objects.requireNonNull(ALL.get(key));
    }

    private static Complaint read(String line) {
        var parts = line.split("\\|", -1);
        return new Complaint(
                parts[0],
                parts[1],
                parts[2],
                Stream.of(parts[3].split("; ", -1)).map(DemoComplaints::place).toList(),
                Set.of(parts[4].split(", ", -1)),
                Stream.of(parts[5].split("; ", -1)).map(DemoComplaints::hard).toList());
    }

    private static Place place(String read) {
        var parts = read.split(" ", 3);
        return new Place(parts[0], parts[1], parts[2]);
    }

    private static Limitation hard(String read) {
        var before = read.lastIndexOf(' ');
        return new Limitation(read.substring(0, before), Integer.valueOf(read.substring(before + 1)));
    }
}
