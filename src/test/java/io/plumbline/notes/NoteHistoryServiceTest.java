package io.plumbline.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.file.PatientTimeline;
import io.plumbline.patients.file.TimelineEntry;
import io.plumbline.plans.PlanService;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The notes of a patient beyond the newest: the next page, those beside a note, and one by its ID. */
@StoreTest
@OnMySql("the unions of the newest notes with those of one person are limited one by one")
class NoteHistoryServiceTest {
    private static final int ALL = NoteHistoryService.PAGE + 3;

    @Autowired
    TestGroup group;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Autowired
    NoteHistoryService history;

    @Autowired
    NoteStartService starts;

    @Autowired
    PatientService patients;

    @Autowired
    PlanService plans;

    @Autowired
    AppointmentService appointments;

    @Autowired
    List<PatientTimeline> timelines;

    @Test
    void thePagesHaveEachNoteOnceNewestFirst() {
        var patient = care.treated("Paged Notes");
        var first = care.earlierNote(patient);
        drafts(patient, ALL - 1);
        var newest = rows(patient, history::findByPatient);
        assertThat(newest)
                .hasSize(NoteHistoryService.PAGE)
                .extracting(NoteRow::id)
                .doesNotContain(first);
        var older = staff.as("therapist", () -> history.findByPatient(patient, newest.getLast()));
        assertThat(older).hasSize(3).extracting(NoteRow::id).endsWith(first).doesNotContainAnyElementsOf(ids(newest));
        assertThat(this.<Integer>seen(patient, history::count)).isEqualTo(ALL);
        assertThat(staff.as("therapist", () -> history.findByPatient(patient, older.getLast())))
                .isEmpty();
    }

    @Test
    void whatIsAskedOfOnePersonIsFoundBehindAHundredOfOthers() {
        var patient = care.treated("Behind Others");
        var plan = care.activePlan(patient, "behind others");
        var mine = care.earlierNote(patient);
        var last = care.signedNote(patient);
        drafts(patient, ALL);
        assertThat(rows(patient, opened -> history.findBeside(opened, last, care.today())))
                .extracting(NoteRow::id)
                .containsExactly(last, mine);
        assertThat(rows(patient, opened -> history.find(opened, List.of(mine, NoteId.next()))))
                .extracting(NoteRow::id)
                .containsExactly(mine);
        assertThat(this.<List<?>>seen(patient, history::findPainAfter)).hasSize(2);
        assertThat(this.<Boolean>seen(
                        patient, opened -> plans.find(plan, opened).isPresent()))
                .isTrue();
        var other = care.treated("Another Record");
        assertThat(this.<Boolean>seen(other, opened -> plans.find(plan, opened).isPresent()))
                .isFalse();
        assertThat(rows(other, opened -> history.find(opened, List.of(mine)))).isEmpty();
    }

    @Test
    void theTimelineKnowsTheReadersOwnLastVisitHoweverOldItIs() {
        var patient = care.treated("Old Visit");
        var mine = care.earlierNote(patient);
        drafts(patient, ALL);
        List<TimelineEntry> entries = seen(patient, opened -> timelines.stream()
                .flatMap(timeline -> timeline.findEntries(opened).stream())
                .toList());
        assertThat(entries).extracting(TimelineEntry::address).contains(Routes.note(mine));
    }

    @Test
    void theTimelineHasANoteAtTheTimeOfItsVisitNotOfItsDraft() {
        var patient = care.treated("Prepared At Dawn");
        var day = care.today().minusDays(6);
        var visit = care.bookMassage(patient, day);
        var note = care.treat(visit);
        List<TimelineEntry> entries = seen(patient, opened -> timelines.stream()
                .flatMap(timeline -> timeline.findEntries(opened).stream())
                .toList());
        assertThat(entries)
                .filteredOn(entry -> Routes.note(note).equals(entry.address()))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.dayOnly()).isFalse();
                    var at = entry.at().atZone(entry.zone());
                    assertThat(at.toLocalDate()).isEqualTo(day);
                    assertThat(at.toLocalTime()).isEqualTo(staff.as("therapist", () -> appointments
                            .find(visit)
                            .orElseThrow()
                            .row()
                            .at()));
                });
    }

    private void drafts(PatientId patient, int many) {
        staff.doAs("therapist", () -> IntStream.range(0, many)
                .forEach(n -> starts.begin(new VisitKey.WalkIn(
                        patient, group.west, AppointmentType.MASSAGE, care.today(), NoteId.next()))));
    }

    private static List<NoteId> ids(List<NoteRow> rows) {
        return rows.stream().map(NoteRow::id).toList();
    }

    private List<NoteRow> rows(PatientId patient, Function<PatientDetails, List<NoteRow>> read) {
        return seen(patient, read);
    }

    private <T> T seen(PatientId patient, Function<PatientDetails, T> read) {
        return staff.as("therapist", () -> read.apply(patients.details(patient).orElseThrow()));
    }
}
