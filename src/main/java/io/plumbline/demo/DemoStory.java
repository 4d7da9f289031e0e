package io.plumbline.demo;

import io.plumbline.demo.DemoComplaints.Place;
import io.plumbline.demo.DemoPains.Felt;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.sessions.AdjustmentTechnique;
import io.plumbline.sessions.BodySide;
import io.plumbline.sessions.Response;
import io.plumbline.sessions.SegmentFinding;
import io.plumbline.sessions.SegmentRow;
import io.plumbline.sessions.SpineSegment;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of one patient's notes: of the complaint, of where the course is, and of what the numbers say. */
final class DemoStory {
    private static final int HIGH = 5;
    private static final int MID = 3;
    private static final int WELL = 2;

    /** On the first visits the next step is where to begin. */
    private static final int BEGINS = 2;

    /** From this visit on an exercise session may be one of the last. */
    private static final int LATE = 10;

    private static final List<SpineSegment> LUMBAR = List.of(SpineSegment.L5, SpineSegment.L4, SpineSegment.L3);

    /** For so many visits the same lumbar segment is looked at. */
    private static final int LEVEL_HOLDS = 8;

    private final DemoTeller teller;
    private final DemoComplaints.Complaint complaint;
    private final int course;

    DemoStory(DemoTeller teller, DemoComplaints.Complaint complaint, int course) {
        this.teller = teller;
        this.complaint = complaint;
        this.course = course;
    }

    /**
     * A visit to be told.
     *
     * @param number which of the course it is, from 0
     * @param arrivedBefore pain on arrival on the day before; null on the first day
     * @param firstOfDay the session before it on this day; null if there is none
     * @param weeksToNext weeks until the next visit; 0 if none is known
     */
    record Visit(
            AppointmentType service,
            int number,
            Felt felt,
            DemoIntensity.Today today,
            @Nullable Integer arrivedBefore,
            DemoSessions.@Nullable Session firstOfDay,
            int weeksToNext) {
        private boolean isWell() {
            return felt.before() <= WELL && (service != AppointmentType.EXERCISE || number >= LATE);
        }

        private Response response() {
            return DemoSessions.responseOf(felt.before(), felt.after());
        }

        private String level() {
            return today.isFirst() || felt.before() >= HIGH ? "high" : felt.before() >= MID ? "mid" : "low";
        }
    }

    /** What is said of an adjustment, with its segment. */
    record Adjusted(String words, SegmentRow row) {}

    /** Returns what the patient says: on the first visit of a day about the days before, later about what went before. */
    String said(Visit visit) {
        var first = visit.firstOfDay();
        if (first != null) {
            var words = words(visit);
            words.put("first", first.service().label().toLowerCase(Locale.ROOT));
            return teller.tell(List.of("second." + key(first.response())), words);
        }
        var stage = stage(visit);
        return teller.tell(List.of(complaint.key() + "." + stage, "said." + stage), words(visit));
    }

    private static String stage(Visit visit) {
        var before = visit.felt().before();
        var last = visit.arrivedBefore();
        if (last == null) {
            return "first";
        }
        if (before > last) {
            return "worse";
        }
        return before <= WELL ? "well" : before == last ? "same" : "better";
    }

    /** Returns what was found and done at a massage; lighter pressure is explained. */
    String massaged(Visit visit, int pressure) {
        var place = complaint.places().get(visit.number() % complaint.places().size());
        var words = words(visit);
        words.put("where", place.where());
        words.put("pressure", String.valueOf(pressure));
        var response = "massage." + key(visit.response());
        var isEasy = visit.level().equals("low") && visit.response() != Response.WORSE;
        var found = teller.joined(
                List.of("massage." + place.region() + "." + visit.level(), isEasy ? response + ".low" : response),
                words);
        if (visit.today().response() == Response.WORSE) {
            return found + " " + teller.tell(List.of("massage.lowered"), words);
        }
        return visit.today().isRising() && visit.firstOfDay() == null
                ? found + " " + teller.tell(List.of("massage.rising"), words)
                : found;
    }

    /** Returns the segment that a visit is about: those of the complaint in turn. */
    SpineSegment segment(Visit visit) {
        return segmentOf(adjustedPlace(visit), visit);
    }

    private Place adjustedPlace(Visit visit) {
        var joints = complaint.places().stream()
                .filter(place -> Set.of("lumbar", "sacrum", "si-joint").contains(place.region()))
                .toList();
        return joints.isEmpty() ? complaint.places().getFirst() : joints.get(visit.number() / 2 % joints.size());
    }

    private SpineSegment segmentOf(Place place, Visit visit) {
        return switch (place.region()) {
            case "sacrum" -> SpineSegment.SACRUM;
            case "si-joint" -> SpineSegment.SACROILIAC;
            default -> LUMBAR.get((course + visit.number() / LEVEL_HOLDS) % LUMBAR.size());
        };
    }

    /** Returns what was found and done at an adjustment, with two or more findings of P.A.R.T. */
    Adjusted adjusted(Visit visit, SpineSegment segment, AdjustmentTechnique technique) {
        var place = adjustedPlace(visit);
        var words = words(visit);
        words.put("where", place.where());
        words.put("segment", segment.label());
        var joint =
                switch (segment) {
                    case SACRUM -> "sacrum";
                    case SACROILIAC -> "sacroiliac";
                    default -> "lumbar";
                };
        var told = teller.joined(
                List.of(
                        "adjustment." + joint + "." + visit.level(),
                        "adjustment.done." + technique.name().toLowerCase(Locale.ROOT),
                        "adjustment." + key(visit.response())),
                words);
        var findings = told.substring(0, told.indexOf('|'));
        return new Adjusted(
                told.substring(findings.length() + 1),
                new SegmentRow(segment, sideOf(place), findings(findings), "", technique, visit.response()));
    }

    private static Set<SegmentFinding> findings(String letters) {
        return Stream.of(SegmentFinding.values())
                .filter(finding -> letters.contains(finding.letter()))
                .collect(Collectors.toSet());
    }

    private static BodySide sideOf(Place place) {
        if (place.region().equals("sacrum")) {
            return BodySide.MIDLINE;
        }
        return place.side().equals("both")
                ? BodySide.BILATERAL
                : BodySide.valueOf(place.side().toUpperCase(Locale.ROOT));
    }

    /**
     * Returns how the exercises went.
     *
     * @param isFallen whether the dose is lower than last time
     */
    String trained(Visit visit, List<String> done, int level, boolean isFallen) {
        var about = done.get(visit.number() % done.size());
        var words = words(visit);
        words.put("dose", DemoExercises.words(about, level));
        var found = teller.joined(List.of("exercise." + about, "exercise." + key(visit.response())), words);
        return isFallen ? found + " " + teller.tell(List.of("exercise.fallen"), words) : found;
    }

    /** Returns the next step; lines that have been told go on with the interval to the next visit. */
    String next(Visit visit) {
        var service = visit.service().name().toLowerCase(Locale.ROOT) + ".next.";
        var stages =
                switch (visit.response()) {
                    case WORSE -> List.of("worse");
                    case SAME, BETTER -> {
                        if (visit.today().isRising()) {
                            yield List.of("rising", "course");
                        }
                        if (visit.today().isFirst() || visit.number() < BEGINS) {
                            yield List.of("start", "course");
                        }
                        yield visit.isWell() ? List.of("well", "course") : List.of("course", "start");
                    }
                };
        return teller.tell(stages.stream().map(service::concat).toList(), words(visit), tails(visit.weeksToNext()));
    }

    private static List<String> tails(int weeks) {
        return switch (weeks) {
            case 0 -> List.of("; again as planned.", "; next date as booked.", "; the next date stands.");
            case 1 -> List.of("; again in a week.", "; next date in a week.", "; see again in seven days.");
            case 2 -> List.of("; again in two weeks.", "; next date in two weeks.", "; see again in fourteen days.");
            default ->
                List.of(
                        "; again in " + weeks + " weeks.",
                        "; next date in " + weeks + " weeks.",
                        "; see again in " + weeks + " weeks.");
        };
    }

    private Map<String, String> words(Visit visit) {
        var limitations = complaint.limitations();
        var activity = limitations.get(visit.number() % limitations.size()).activity();
        var words = new HashMap<String, String>();
        words.put("before", String.valueOf(visit.felt().before()));
        words.put("after", String.valueOf(visit.felt().after()));
        words.put("activity", activity.toLowerCase(Locale.ROOT));
        words.put("activity-cap", activity);
        words.put("where", complaint.places().getFirst().where());
        return words;
    }

    private static String key(Response response) {
        return response.name().toLowerCase(Locale.ROOT);
    }
}
