package io.plumbline.demo;

import io.plumbline.notes.ConsentToday;
import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.SafetyRecheck;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.sessions.AdjustmentTechnique;
import io.plumbline.sessions.BodySide;
import io.plumbline.sessions.Response;
import io.plumbline.sessions.SegmentFinding;
import io.plumbline.sessions.SegmentRow;
import io.plumbline.sessions.SessionDetails;
import io.plumbline.sessions.SpineSegment;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Pain;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The contents of the demo session notes: areas from the complaint, pain along the trend of the course with some noise.
 * The random seed is fixed, so every start has the same notes.
 */
final class DemoSessions {
    /** Most of the change comes in the first weeks. */
    private static final double FALLS_EARLY = 0.3;

    private static final List<Set<String>> MASSAGES = List.of(
            Set.of("SWEDISH", "MYOFASCIAL"),
            Set.of("SWEDISH", "DEEP_TISSUE"),
            Set.of("SWEDISH", "TRIGGER_POINT"),
            Set.of("DEEP_TISSUE", "MYOFASCIAL"),
            Set.of("SWEDISH", "STRETCH_ASSISTED"),
            Set.of("NEUROMUSCULAR", "POSITIONAL_RELEASE"),
            Set.of("SWEDISH"),
            Set.of("MYOFASCIAL"));

    private static final List<Set<String>> EXERCISES = List.of(
            Set.of("ACTIVE_STRETCHING"),
            Set.of("PILATES"),
            Set.of("ACTIVE_STRETCHING", "FOAM_ROLLING"),
            Set.of("BASIC_YOGA"));

    private static final List<String> FELT = List.of(
            "Guarding %s eases within the session.",
            "Tender band above the pelvis %s, softer at the end.",
            "Less tone %s than last time.",
            "Breathing settles after the first minutes; firm %s, no referred pain.",
            "More hip rotation at the end; still tight %s.");

    private static final List<String> FELT_WORSE =
            List.of("Guarding %s does not ease; stayed light.", "More tone %s than last time; sore to touch after.");

    /** An adjustment in words, with its segment; the side is that of the complaint. */
    private record Adjusted(
            String words, SpineSegment segment, Set<SegmentFinding> findings, AdjustmentTechnique technique) {
        SessionDetails details(String side, int before, int after) {
            var where = side.equals("both") ? BodySide.BILATERAL : BodySide.valueOf(side.toUpperCase(Locale.ROOT));
            var row = new SegmentRow(segment, where, findings, "", technique, responseOf(before, after));
            return SessionDetails.EMPTY.withSegments(List.of(row), "");
        }
    }

    private static final List<Adjusted> ADJUSTED = List.of(
            new Adjusted(
                    "Sacroiliac joint tender and restricted %s. Drop technique; moves more freely after.",
                    SpineSegment.SACROILIAC,
                    Set.of(SegmentFinding.PAIN, SegmentFinding.RANGE_OF_MOTION),
                    AdjustmentTechnique.DROP),
            new Adjusted(
                    "Tender at the lumbosacral junction, rotation restricted %s. Adjusted; improved on post-check.",
                    SpineSegment.L5,
                    Set.of(SegmentFinding.PAIN, SegmentFinding.RANGE_OF_MOTION),
                    AdjustmentTechnique.HVLA),
            new Adjusted(
                    "Pelvis uneven, hypertonic %s. Adjusted with the instrument; level on post-check.",
                    SpineSegment.PELVIS,
                    Set.of(SegmentFinding.ASYMMETRY, SegmentFinding.TISSUE),
                    AdjustmentTechnique.INSTRUMENT));

    private static final List<Adjusted> ADJUSTED_WORSE = List.of(new Adjusted(
            "Sacroiliac joint tender and restricted %s. Drop technique, gently; some soreness after, monitor.",
            SpineSegment.SACROILIAC,
            Set.of(SegmentFinding.PAIN, SegmentFinding.RANGE_OF_MOTION),
            AdjustmentTechnique.DROP));

    /** Findings of an exercise session, with the exercises of the library that were done and taught. */
    private record Trained(String words, List<String> done, List<String> taught) {}

    private static final List<Trained> TRAINED = List.of(
            new Trained(
                    "Pelvic tilt and bridge done well; bird dog wavers %s.",
                    List.of("pelvic-tilt", "bridge", "bird-dog"), List.of()),
            new Trained("Forearm plank held longer than last time, line kept.", List.of("plank", "bridge"), List.of()),
            new Trained(
                    "Hip hinge with a stick: back stays straight, needs a cue %s.",
                    List.of("hip-hinge", "bird-dog"), List.of("hip-hinge")),
            new Trained(
                    "Bird dog steady on both sides; side plank taught on the knees.",
                    List.of("bird-dog", "side-plank"),
                    List.of("side-plank")));

    private static final List<Trained> TRAINED_WORSE = List.of(
            new Trained("Bird dog stopped for pain %s; pelvic tilt only.", List.of("pelvic-tilt"), List.of()),
            new Trained("Hip hinge brings the pain on %s; load taken off.", List.of("hip-hinge"), List.of()));

    private static final List<String> AFTER_MASSAGE = List.of(
            "Knee to chest each evening; same areas next time.",
            "Short walks at noon; look at the hip next time.",
            "Cat–cow in the morning; same pressure next time.",
            "Pelvic tilt in the morning; same areas next time.");

    private static final List<String> AFTER_ADJUSTMENT =
            List.of("Massage after this, then a short walk.", "Check the pelvis again next time.");

    private static final List<String> AFTER_EXERCISE = List.of(
            "Plank and bridge at home, form before load.",
            "Continue the home program as taught; hip hinge when lifting.");

    private DemoSessions() {}

    /** How the pain develops over a course. */
    enum Trend {
        IMPROVES,
        STAYS,
        WORSENS
    }

    /**
     * The inputs that determine the sessions of a course.
     *
     * @param number the random seed
     * @param hands the modalities that the massage therapist offers; empty for all
     * @param gentle whether an alert forbids deep pressure
     */
    record Giver(int number, Set<String> hands, boolean gentle) {
        private List<Set<String>> massages() {
            return MASSAGES.stream()
                    .filter(chosen -> hands.isEmpty() || hands.containsAll(chosen))
                    .filter(chosen -> !gentle || !chosen.contains("DEEP_TISSUE"))
                    .toList();
        }
    }

    /** One treatment of a course. */
    record Session(
            int painBefore,
            int painAfter,
            List<String> areas,
            Set<String> modalities,
            @Nullable Integer pressure,
            @Nullable Integer limit,
            int minutes,
            String found,
            SessionDetails details,
            List<String> done,
            List<String> taught,
            String next) {
        /** Creates a session of soft-tissue work. */
        Session(
                int painBefore,
                int painAfter,
                List<String> areas,
                Set<String> modalities,
                @Nullable Integer pressure,
                @Nullable Integer limit,
                int minutes,
                String found,
                String next) {
            this(
                    painBefore,
                    painAfter,
                    areas,
                    modalities,
                    pressure,
                    limit,
                    minutes,
                    found,
                    SessionDetails.EMPTY,
                    List.of(),
                    List.of(),
                    next);
        }

        NoteDraft signable() {
            return draft(next);
        }

        /** Returns the note without its next step, so that it cannot be signed yet. */
        NoteDraft unfinished() {
            return draft("");
        }

        private NoteDraft draft(String nextStep) {
            return new NoteDraft(
                    SafetyRecheck.NO_CHANGE,
                    null,
                    ConsentToday.GIVEN,
                    new Pain(painBefore),
                    areas.stream().map(BodyRegion::new).toList(),
                    modalities,
                    pressure,
                    limit,
                    minutes,
                    new Pain(painAfter),
                    response(),
                    found,
                    "",
                    nextStep,
                    details);
        }

        private Response response() {
            return responseOf(painBefore, painAfter);
        }
    }

    private static Response responseOf(int before, int after) {
        if (after == before) {
            return Response.SAME;
        }
        return after < before ? Response.BETTER : Response.WORSE;
    }

    static Session plain(int painBefore, int painAfter) {
        return new Session(
                painBefore,
                painAfter,
                List.of("back-lumbar-left", "back-quadratus-lumborum-left"),
                Set.of("SWEDISH", "MYOFASCIAL"),
                3,
                4,
                45,
                "Guarding on the left eases within the session",
                "Knee to chest each evening; again in a week");
    }

    /**
     * Returns one session for each visit. With two visits on a day, the second starts with the pain at the end of the
     * first.
     *
     * @param visits in order
     */
    static List<Session> of(Giver giver, DemoComplaints.Complaint complaint, Trend trend, List<DemoTaper.Slot> visits) {
        var seeded = new Random(giver.number());
        var start = trend == Trend.WORSENS ? 5 : 5 + giver.number() % 3;
        var end =
                switch (trend) {
                    case IMPROVES -> Math.max(1, start - 3 - seeded.nextInt(3));
                    case STAYS -> start;
                    case WORSENS -> 8;
                };
        var lastWeek = Math.max(1, visits.getLast().week());
        var sessions = new ArrayList<Session>();
        for (int n = 0; n < visits.size(); n++) {
            var week = visits.get(n).week();
            var isSecond = n > 0 && visits.get(n - 1).week() == week;
            var isEdge = week == 0 || week == lastWeek;
            var fallen = (end - start) * Math.pow((double) week / lastWeek, FALLS_EARLY);
            var before = isSecond
                    ? sessions.getLast().painAfter()
                    : within(Math.toIntExact(Math.round(start + fallen)) + (isEdge ? 0 : seeded.nextInt(3) - 1));
            var service = visits.get(n).service();
            var isFirst = visits.subList(0, n).stream().noneMatch(visit -> visit.service() == service);
            sessions.add(session(new Treated(service, isFirst, before), giver, complaint, trend, seeded));
        }
        return sessions;
    }

    /** The inputs of a session; the first of its kind has no comparison with a previous one. */
    private record Treated(AppointmentType service, boolean isFirst, int before) {}

    private static Session session(
            Treated treated, Giver giver, DemoComplaints.Complaint complaint, Trend trend, Random seeded) {
        var before = treated.before();
        var eased = trend == Trend.WORSENS ? seeded.nextInt(3) - 1 : seeded.nextInt(12) == 0 ? -1 : seeded.nextInt(3);
        var after = within(before - eased);
        var where = complaint.side().equals("both") ? "on both sides" : "on the " + complaint.side();
        return switch (treated.service()) {
            case ADJUSTMENT -> {
                var minutes = 10 + 5 * seeded.nextInt(2);
                var adjusted = any(after > before ? ADJUSTED_WORSE : ADJUSTED, seeded);
                yield new Session(
                        before,
                        after,
                        List.of(),
                        Set.of(),
                        null,
                        null,
                        minutes,
                        adjusted.words().formatted(where),
                        adjusted.details(complaint.side(), before, after),
                        List.of(),
                        List.of(),
                        any(AFTER_ADJUSTMENT, seeded));
            }
            case EXERCISE -> {
                var modalities = any(EXERCISES, seeded);
                var minutes = 30 + 5 * seeded.nextInt(3);
                var trained = after > before ? any(TRAINED_WORSE, seeded) : told(TRAINED, treated, seeded);
                yield new Session(
                        before,
                        after,
                        List.of(),
                        modalities,
                        null,
                        null,
                        minutes,
                        trained.words().formatted(where),
                        SessionDetails.EMPTY,
                        trained.done(),
                        trained.taught(),
                        any(AFTER_EXERCISE, seeded));
            }
            case MASSAGE, ASSESSMENT, CONSULTATION -> {
                var modalities = any(giver.massages(), seeded);
                var pressure = (giver.gentle() ? 1 : modalities.contains("DEEP_TISSUE") ? 3 : 2) + seeded.nextInt(2);
                yield new Session(
                        before,
                        after,
                        complaint.regions(),
                        modalities,
                        pressure,
                        giver.gentle() ? 2 : Math.min(pressure + seeded.nextInt(2), NoteDraft.STRONGEST),
                        40 + 5 * seeded.nextInt(3),
                        (after > before ? any(FELT_WORSE, seeded) : told(FELT, treated, seeded)).formatted(where),
                        any(AFTER_MASSAGE, seeded));
            }
        };
    }

    private static <T> T told(List<T> some, Treated treated, Random seeded) {
        return treated.isFirst() ? some.getFirst() : any(some, seeded);
    }

    private static <T> T any(List<T> some, Random seeded) {
        return some.get(seeded.nextInt(some.size()));
    }

    private static int within(int pain) {
        return Math.clamp(pain, 0, 10);
    }
}
