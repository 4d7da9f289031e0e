package io.plumbline.demo;

import io.plumbline.notes.ConsentToday;
import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.Response;
import io.plumbline.notes.SafetyRecheck;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Pain;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** What the session notes of the demo say: areas, modalities and pain vary by a seed, the same at each start. */
final class DemoSessions {
    private static final List<List<String>> AREAS = List.of(
            List.of("back-lumbar-left", "back-quadratus-lumborum-left"),
            List.of("back-lumbar-right", "back-quadratus-lumborum-right"),
            List.of("back-lumbar-left", "back-lumbar-right", "back-sacrum"),
            List.of("back-si-joint-right", "back-glute-right", "back-hip-side-right"),
            List.of("back-glute-left", "back-hamstrings-left"),
            List.of("back-mid-back-left", "back-mid-back-right", "back-lumbar-left"));

    private static final List<Set<String>> MODALITIES = List.of(
            Set.of("SWEDISH", "MYOFASCIAL"),
            Set.of("SWEDISH", "DEEP_TISSUE"),
            Set.of("SWEDISH", "TRIGGER_POINT"),
            Set.of("MYOFASCIAL", "HIP_GLUTE_WORK"),
            Set.of("DEEP_TISSUE", "STRETCH_ASSISTED"),
            Set.of("NEUROMUSCULAR", "POSITIONAL_RELEASE"));

    private static final List<String> FOUND = List.of(
            "Guarding eases within the session.",
            "Tender band above the pelvis, softer at the end.",
            "Both sides alike today.",
            "Hip turns further than last time.",
            "Firm on the right, no referral.",
            "Breathing settles after the first minutes.");

    private static final List<String> NEXT = List.of(
            "Knee to chest each evening; again in a week.",
            "Short walks at noon; again in a week.",
            "Same areas next time, begin lighter.",
            "Cat and camel in the morning; look at the hip next time.",
            "Ask about the drive to work next time.");

    private DemoSessions() {}

    /** A massage of a course. */
    record Session(
            int painBefore,
            int painAfter,
            List<String> areas,
            Set<String> modalities,
            int pressure,
            int minutes,
            String found,
            String next) {
        /** The same by somebody who does only some modalities. */
        Session by(Set<String> own) {
            if (own.isEmpty()) {
                return this;
            }
            var theirs = new TreeSet<>(modalities);
            theirs.retainAll(own);
            return new Session(
                    painBefore, painAfter, areas, theirs.isEmpty() ? own : theirs, pressure, minutes, found, next);
        }

        NoteDraft signable() {
            return draft(next);
        }

        /** The same before anything was said of the next step: it cannot be signed yet. */
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
                    Math.min(pressure + 1, NoteDraft.STRONGEST),
                    minutes,
                    new Pain(painAfter),
                    response(),
                    found,
                    "",
                    nextStep);
        }

        private Response response() {
            if (painAfter == painBefore) {
                return Response.SAME;
            }
            return painAfter < painBefore ? Response.BETTER : Response.WORSE;
        }
    }

    static Session plain(int painBefore, int painAfter) {
        return new Session(
                painBefore,
                painAfter,
                AREAS.getFirst(),
                MODALITIES.getFirst(),
                3,
                45,
                "Guarding on the left eases within the session",
                "Knee to chest each evening; again in a week");
    }

    /** The pain of two courses in three falls; of the others it stays in some and rises in some. */
    static Session of(int course, int week, int weeks) {
        var seeded = new Random(1000L * course + week);
        var start = 5 + course % 3;
        var trend =
                switch (course % 6) {
                    case 2 -> 0;
                    case 5 -> 2 * week / weeks;
                    default -> -4 * week / weeks;
                };
        var before = within(start + trend + seeded.nextInt(3) - 1);
        var after = within(before - (course % 6 == 5 ? seeded.nextInt(4) - 2 : seeded.nextInt(3)));
        return new Session(
                before,
                after,
                AREAS.get((course + seeded.nextInt(2)) % AREAS.size()),
                MODALITIES.get((course + seeded.nextInt(3)) % MODALITIES.size()),
                2 + seeded.nextInt(3),
                40 + 5 * seeded.nextInt(3),
                FOUND.get(seeded.nextInt(FOUND.size())),
                NEXT.get(seeded.nextInt(NEXT.size())));
    }

    private static int within(int pain) {
        return Math.clamp(pain, 0, 10);
    }
}
