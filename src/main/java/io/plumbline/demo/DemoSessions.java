package io.plumbline.demo;

import io.plumbline.demo.DemoPains.Felt;
import io.plumbline.notes.ConsentToday;
import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.SafetyRecheck;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.sessions.Response;
import io.plumbline.sessions.SessionDetails;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Pain;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The contents of the demo session notes: areas from the complaint, pain along the course, and words that follow both. The
 * random seed is fixed, so every start has the same notes.
 */
final class DemoSessions {
    private static final List<Set<String>> EXERCISES = List.of(
            Set.of("ACTIVE_STRETCHING"),
            Set.of("PILATES"),
            Set.of("ACTIVE_STRETCHING", "FOAM_ROLLING"),
            Set.of("BASIC_YOGA"));

    private final Giver giver;
    private final DemoComplaints.Complaint complaint;
    private final DemoStory story;
    private final Random seeded;
    private final List<Session> sessions = new ArrayList<>();

    private DemoSessions(Giver giver, DemoComplaints.Complaint complaint, DemoTeller teller) {
        this.giver = giver;
        this.complaint = complaint;
        story = new DemoStory(teller, complaint, giver.number());
        seeded = new Random(giver.number());
    }

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
     * @param noThrustFrom the week from which thrusts wait for a decision about a red flag
     */
    record Giver(int number, Set<String> hands, boolean gentle, int noThrustFrom) {}

    /**
     * One treatment of a course.
     *
     * @param level of the doses of the exercises, from 0
     */
    record Session(
            AppointmentType service,
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
            int level,
            String next) {
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

        Response response() {
            return responseOf(painBefore, painAfter);
        }
    }

    static Response responseOf(int before, int after) {
        if (after == before) {
            return Response.SAME;
        }
        return after < before ? Response.BETTER : Response.WORSE;
    }

    /**
     * Returns one session for each visit.
     *
     * @param visits in order
     * @param pains of each visit
     */
    static List<Session> of(
            Giver giver,
            DemoComplaints.Complaint complaint,
            List<DemoTaper.Slot> visits,
            List<Felt> pains,
            DemoTeller teller) {
        var told = new DemoSessions(giver, complaint, teller);
        for (int n = 0; n < visits.size(); n++) {
            told.add(visits, n, pains);
        }
        return List.copyOf(told.sessions);
    }

    private void add(List<DemoTaper.Slot> visits, int number, List<Felt> pains) {
        var slot = visits.get(number);
        var felt = pains.get(number);
        var isSecond = number > 0 && visits.get(number - 1).week() == slot.week();
        var last = sessions.stream()
                .filter(session -> session.service() == slot.service())
                .reduce((first, second) -> second)
                .orElse(null);
        var firstOfDay = isSecond ? sessions.getLast() : null;
        var dayBefore = dayBefore(visits, number);
        var arrived = firstOfDay == null ? felt.before() : firstOfDay.painBefore();
        var isRising = dayBefore != null && arrived > dayBefore.painBefore()
                || firstOfDay != null && firstOfDay.response() == Response.WORSE;
        var today = new DemoIntensity.Today(
                felt.before(), last == null, isRising, last == null ? Response.BETTER : last.response());
        var weeks = number + 1 < visits.size() ? visits.get(number + 1).week() - slot.week() : 0;
        var visit = new DemoStory.Visit(
                slot.service(),
                number,
                felt,
                today,
                dayBefore == null ? null : dayBefore.painBefore(),
                firstOfDay,
                weeks);
        sessions.add(
                switch (slot.service()) {
                    case ADJUSTMENT -> adjustment(visit, slot.week());
                    case EXERCISE -> exercise(visit, last);
                    case MASSAGE, ASSESSMENT, CONSULTATION -> massage(visit, last);
                });
    }

    /** Returns the first session of the day before; null on the first day. */
    private @Nullable Session dayBefore(List<DemoTaper.Slot> visits, int number) {
        var week = visits.get(number).week();
        var before = visits.stream()
                .map(DemoTaper.Slot::week)
                .filter(other -> other < week)
                .max(Integer::compare);
        return before.map(day -> sessions.get(
                        visits.stream().map(DemoTaper.Slot::week).toList().indexOf(day)))
                .orElse(null);
    }

    private Session massage(DemoStory.Visit visit, @Nullable Session last) {
        var today = visit.today();
        var before = last == null || last.pressure() == null ? NoteDraft.STRONGEST : last.pressure();
        var modalities = DemoIntensity.modalities(today, giver.hands(), giver.gentle(), seeded);
        var pressure = DemoIntensity.pressure(today, modalities, before, giver.gentle(), seeded);
        var limit = giver.gentle() ? 2 : Math.min(pressure + seeded.nextInt(2), NoteDraft.STRONGEST);
        return new Session(
                AppointmentType.MASSAGE,
                visit.felt().before(),
                visit.felt().after(),
                complaint.regions(),
                modalities,
                pressure,
                limit,
                40 + 5 * seeded.nextInt(3),
                story.massaged(visit, pressure),
                saying(visit),
                List.of(),
                List.of(),
                0,
                story.next(visit));
    }

    private Session adjustment(DemoStory.Visit visit, int week) {
        var segment = story.segment(visit);
        var technique = DemoIntensity.technique(visit.today(), segment, week >= giver.noThrustFrom());
        var adjusted = story.adjusted(visit, segment, technique);
        return new Session(
                AppointmentType.ADJUSTMENT,
                visit.felt().before(),
                visit.felt().after(),
                List.of(),
                Set.of(),
                null,
                null,
                10 + 5 * seeded.nextInt(2),
                adjusted.words(),
                saying(visit).withSegments(List.of(adjusted.row()), ""),
                List.of(),
                List.of(),
                0,
                story.next(visit));
    }

    private Session exercise(DemoStory.Visit visit, @Nullable Session last) {
        var nth = (int) sessions.stream()
                .filter(session -> session.service() == AppointmentType.EXERCISE)
                .count();
        var program = DemoExercises.of(giver.number(), nth);
        var isFallen = last != null
                && (last.response() == Response.WORSE || visit.today().isRising());
        var level = last == null ? 0 : Math.max(0, last.level() + (isFallen ? -1 : 1));
        return new Session(
                AppointmentType.EXERCISE,
                visit.felt().before(),
                visit.felt().after(),
                List.of(),
                EXERCISES.get(seeded.nextInt(EXERCISES.size())),
                null,
                null,
                30 + 5 * seeded.nextInt(3),
                story.trained(visit, program.done(), level, isFallen),
                saying(visit),
                program.done(),
                program.taught(),
                level,
                story.next(visit));
    }

    private SessionDetails saying(DemoStory.Visit visit) {
        return SessionDetails.EMPTY.withTexts(story.said(visit), "", "");
    }
}
