package io.plumbline.notes.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.patients.PatientService;
import io.plumbline.patients.file.PatientTimeline;
import io.plumbline.patients.file.TimelineEntry;
import io.plumbline.patients.file.TimelineKind;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.OldNoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.ForgedStoreTest;
import io.plumbline.support.FreshStore;
import io.plumbline.support.Staff;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Old notes are found by their words among the notes of a patient, and stand in the patient's timeline. */
@ForgedStoreTest
@FreshStore
class OldNoteSearchTest {
    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

    @Autowired
    NoteSearchService search;

    @Autowired
    NoteWordBackfill backfill;

    @Autowired
    List<PatientTimeline> timelines;

    @Autowired
    JdbcClient jdbc;

    @Test
    void anOldNoteIsFoundByItsWordsAndSaysWhereItComesFrom() {
        var patient = care.treated("Old Words");
        var note = imported(patient, LocalDate.of(2024, 2, 29), "First visit", "Crêpitus at the rotator cuff");
        assertThat(found("therapist", patient, "crepitus")).as("not read yet").isEmpty();
        readFromTheFirst();
        assertThat(found("therapist", patient, "crepitus rota"))
                .singleElement()
                .isInstanceOfSatisfying(OldNoteHit.class, hit -> {
                    assertThat(hit.id()).isEqualTo(note);
                    assertThat(hit.treatedOn()).isEqualTo(LocalDate.of(2024, 2, 29));
                    assertThat(hit.author()).isEqualTo("Dr. Green");
                    assertThat(hit.source()).isEqualTo("Cliniko");
                    assertThat(hit.title()).isEqualTo("First visit");
                    assertThat(hit.isInError()).isFalse();
                    assertThat(hit.snippet().field()).isEqualTo("Text");
                    assertThat(hit.snippet().pieces())
                            .filteredOn(Snippet.Piece::isHit)
                            .extracting(Snippet.Piece::text)
                            .containsExactly("Crêpitus", "rotator");
                });
        assertThat(found("therapist", patient, "first visit"))
                .as("by its title")
                .hasSize(1);
        assertThat(found("therapist", patient, "crepitus knee")).isEmpty();
        assertThat(staff.as("therapist", () -> search.findForCurrentUser("crepitus", null)))
                .as("nobody here wrote it")
                .isEmpty();
        assertThat(care.auditOf("note.searched", patient)).isPositive();
    }

    @Test
    void onlyThoseWhoTreatThePatientFindIt() {
        var patient = care.treated("Old And Private");
        var other = care.treated("Somebody Else");
        imported(patient, LocalDate.of(2024, 2, 29), "", "Confidential history");
        readFromTheFirst();
        assertThatThrownBy(() -> found("guesser", patient, "confidential")).isInstanceOf(NotAvailable.class);
        assertThat(found("chiropractor", patient, "confidential")).hasSize(1);
        assertThat(found("chiropractor", other, "confidential")).isEmpty();
    }

    @Test
    void oldNotesStandAmongSessionNotesByTheirDayPageByPage() {
        var patient = care.treated("Old And New");
        var session = care.treat(care.bookMassage(patient, care.today().minusDays(4)));
        var expected = new ArrayList<UUID>();
        expected.add(session.value());
        var newest = LocalDate.of(2024, 3, 31);
        for (int day = 0; day < NoteSearchService.PAGE + 5; day++) {
            expected.add(imported(patient, newest.minusDays(day), "", "Swedish massage")
                    .value());
        }
        readFromTheFirst();
        var shown = new ArrayList<NoteHit>();
        @Nullable NoteHit last = null;
        for (var page = page(patient, last); !page.isEmpty(); page = page(patient, last)) {
            assertThat(page).hasSizeLessThanOrEqualTo(NoteSearchService.PAGE);
            shown.addAll(page);
            last = page.getLast();
        }
        assertThat(shown).extracting(NoteHit::noteId).isEqualTo(expected);
    }

    @Test
    void whatWasEnteredInErrorIsFoundAndSaysSo() {
        var patient = care.treated("Old Error");
        var note = imported(patient, LocalDate.of(2024, 2, 29), "", "Mistaken person");
        jdbc.sql("update old_note set error_at = imported_at, error_reason = 'Wrong' where id = ?")
                .param(Ids.bytes(note.value()))
                .update();
        readFromTheFirst();
        assertThat(found("therapist", patient, "mistaken"))
                .singleElement()
                .isInstanceOfSatisfying(
                        OldNoteHit.class, hit -> assertThat(hit.isInError()).isTrue());
        assertThat(timeline(patient, "therapist")).singleElement().satisfies(entry -> assertThat(entry.detail())
                .endsWith("Entered in error"));
    }

    @Test
    void theTimelineHasTheNewestOnTheirDayForThoseWhoTreatThePatient() {
        var patient = care.treated("Old Timeline");
        var newest = LocalDate.of(2024, 3, 31);
        var first = imported(patient, newest, "First visit", "Text");
        for (int day = 1; day < PatientTimeline.MOST + 3; day++) {
            imported(patient, newest.minusDays(day), "", "Text");
        }
        var entries = timeline(patient, "therapist");
        assertThat(entries).hasSize(PatientTimeline.MOST);
        assertThat(entries.getFirst()).satisfies(entry -> {
            assertThat(entry.day()).isEqualTo(newest);
            assertThat(entry.dayOnly()).isTrue();
            assertThat(entry.what()).isEqualTo("Old note: First visit, Dr. Green");
            assertThat(entry.detail()).isEqualTo("Imported from Cliniko, not written in Plumbline");
            assertThat(entry.address()).isEqualTo("patients/" + patient + "/notes?old-note=" + first);
        });
        assertThat(timeline(patient, "westdesk"))
                .as("nothing clinical at the desk")
                .isEmpty();
    }

    private List<TimelineEntry> timeline(PatientId patient, String who) {
        return staff.as(who, () -> {
            var opened = patients.details(patient).orElseThrow();
            return timelines.stream()
                    .flatMap(room -> room.findEntries(opened).stream())
                    .filter(entry -> entry.kind() == TimelineKind.OLD_NOTE)
                    .toList();
        });
    }

    private List<NoteHit> found(String who, PatientId patient, String typed) {
        return staff.as(who, () -> search.findByPatient(patient, typed, null));
    }

    private List<NoteHit> page(PatientId patient, @Nullable NoteHit last) {
        return staff.as("therapist", () -> search.findByPatient(patient, "swedish", last));
    }

    /** Stores an old note as it was imported before old notes were found by their words. */
    private OldNoteId imported(PatientId patient, LocalDate day, String title, String text) {
        var id = new OldNoteId(Ids.next());
        jdbc.sql("""
                insert into old_note (id, version, patient_id, clinic_id, source, written_on, author, title, body,
                    imported_at, imported_by)
                values (?, 0, ?, ?, 'Cliniko', ?, 'Dr. Green', ?, ?, timestamp '2026-11-20 10:00:00', ?)""")
                .params(
                        Ids.bytes(id.value()),
                        Ids.bytes(patient.value()),
                        Ids.bytes(group.west.value()),
                        day,
                        title,
                        text,
                        Ids.bytes(group.therapist.value()))
                .update();
        return id;
    }

    private void readFromTheFirst() {
        jdbc.sql("update note_word_backfill set last_note_id = ? where id = 2")
                .param(Ids.bytes(new UUID(0, 0)))
                .update();
        assertThat(backfill.isDue()).isTrue();
        while (backfill.isDue()) {
            backfill.readNext();
        }
    }
}
