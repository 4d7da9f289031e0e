package io.plumbline.patients.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a clinician is told about a patient whom they saw before. */
class SinceLastSeenTest {
    private static final ZoneId PHOENIX = ZoneId.of("America/Phoenix");
    private static final Instant NOW = Instant.parse("2026-11-24T17:00:00Z");

    private static TimelineEntry entry(String at, TimelineKind kind, String what, String by, boolean mine) {
        return TimelineEntry.timed(Instant.parse(at), PHOENIX, kind, what, "").by(by, mine);
    }

    private static List<String> facts(TimelineEntry... timeline) {
        return SinceLastSeen.of(List.of(timeline), NOW).orElseThrow().facts().stream()
                .map(SinceLastSeen.Fact::words)
                .toList();
    }

    @Test
    void isEmptyForAPractitionerWhoNeverTreatedThePatient() {
        assertThat(SinceLastSeen.of(
                        List.of(
                                entry("2026-11-20T16:00:00Z", TimelineKind.NOTE_SIGNED, "Massage", "Tom", false),
                                entry("2026-11-20T16:00:00Z", TimelineKind.VISIT_BOOKED, "Massage", "me", true)),
                        NOW))
                .isEmpty();
    }

    @Test
    void startsAtTheUsersLastSignedNoteAndListsOnlyOthersEvents() {
        assertThat(facts(
                        entry("2026-11-11T16:00:00Z", TimelineKind.NOTE_SIGNED, "Massage, you", "me", true),
                        entry("2026-11-10T16:00:00Z", TimelineKind.FLAG, "Red flag raised: Before", "Ada", false),
                        entry("2026-11-17T16:00:00Z", TimelineKind.NOTE_SIGNED, "Adjustment", "Ada Novak", false),
                        entry("2026-11-20T16:00:00Z", TimelineKind.NOTE_SIGNED, "Adjustment", "Ada Novak", false),
                        entry("2026-11-21T16:00:00Z", TimelineKind.VISIT_MISSED, "Massage, Tom", "Tom", false),
                        entry("2026-11-22T16:00:00Z", TimelineKind.ALERT, "Alert: mine", "me", true),
                        entry("2026-11-23T16:00:00Z", TimelineKind.NOTE_DRAFT, "Draft", "Tom", false),
                        entry("2026-11-24T16:00:00Z", TimelineKind.FLAG, "Red flag raised: Fever", "Ada", false),
                        entry("2026-11-25T16:00:00Z", TimelineKind.VISIT_HELD, "Tomorrow", "Ada", false)))
                .containsExactly(
                        "2 visits with Ada Novak, Tue 17 Nov, Fri 20 Nov",
                        "Red flag raised: Fever, Tue 24 Nov",
                        "Massage, Tom, Sat 21 Nov");
    }

    @Test
    void manyVisitsAreNamedByTheFirstAndTheLastDay() {
        assertThat(facts(
                        entry("2026-11-02T16:00:00Z", TimelineKind.NOTE_SIGNED, "Massage, you", "me", true),
                        entry("2026-11-03T16:00:00Z", TimelineKind.NOTE_SIGNED, "Adjustment", "Ada Novak", false),
                        entry("2026-11-10T16:00:00Z", TimelineKind.NOTE_SIGNED, "Adjustment", "Ada Novak", false),
                        entry("2026-11-17T16:00:00Z", TimelineKind.NOTE_SIGNED, "Adjustment", "Ada Novak", false),
                        entry("2026-11-20T16:00:00Z", TimelineKind.NOTE_SIGNED, "Adjustment", "Ada Novak", false)))
                .containsExactly("4 visits with Ada Novak, Tue 3 Nov to Fri 20 Nov");
    }

    @Test
    void startsAtTheLastCompletedAppointmentWithoutASignedNote() {
        var since = SinceLastSeen.of(
                        List.of(
                                entry("2026-11-11T16:00:00Z", TimelineKind.VISIT_HELD, "Massage, you", "me", true),
                                entry(
                                        "2026-11-12T16:00:00Z",
                                        TimelineKind.PLAN,
                                        "Treatment plan started",
                                        "Ada",
                                        false)),
                        NOW)
                .orElseThrow();
        assertThat(since.last().day()).isEqualTo(LocalDate.of(2026, 11, 11));
        assertThat(since.facts()).hasSize(1);
    }

    @Test
    void startsAtTheUsersSignedIntakeNote() {
        assertThat(facts(
                        entry("2026-11-11T16:00:00Z", TimelineKind.INTAKE_SIGNED, "Intake note signed", "me", true),
                        entry("2026-11-12T16:00:00Z", TimelineKind.PLAN, "Treatment plan started", "Ada", false)))
                .containsExactly("Treatment plan started, Thu 12 Nov");
        assertThat(SinceLastSeen.of(
                        List.of(entry("2026-11-11T16:00:00Z", TimelineKind.INTAKE, "Intake note begun", "me", true)),
                        NOW))
                .as("one that is only begun does not")
                .isEmpty();
    }

    @Test
    void aSignedNoteTakesPrecedenceOverALaterAppointment() {
        assertThat(facts(
                        entry("2026-11-11T16:00:00Z", TimelineKind.NOTE_SIGNED, "Massage, you", "me", true),
                        entry("2026-11-12T16:00:00Z", TimelineKind.INTAKE, "Intake note signed", "Ada", false),
                        entry("2026-11-18T16:00:00Z", TimelineKind.VISIT_HELD, "Massage, you", "me", true)))
                .containsExactly("Intake note signed, Thu 12 Nov");
    }

    @Test
    void eventsWithoutATimeOnTheSameDayAreListed() {
        assertThat(facts(
                        entry("2026-11-11T16:00:00Z", TimelineKind.NOTE_SIGNED, "Massage, you", "me", true),
                        TimelineEntry.onDay(
                                LocalDate.of(2026, 11, 11),
                                PHOENIX,
                                TimelineKind.CONSENT,
                                "Consent withdrawn: Treatment",
                                "")))
                .containsExactly("Consent withdrawn: Treatment, Wed 11 Nov");
    }

    @Test
    void theDayIsThatOfTheEventsTimeZone() {
        var apia = TimelineEntry.timed(
                Instant.parse("2026-11-24T11:00:00Z"), ZoneId.of("Pacific/Apia"), TimelineKind.FLAG, "Far away", "");
        assertThat(apia.day()).isEqualTo(LocalDate.of(2026, 11, 25));
        assertThat(facts(entry("2026-11-24T10:00:00Z", TimelineKind.NOTE_SIGNED, "you", "me", true), apia))
                .containsExactly("Far away, Wed 25 Nov");
    }
}
