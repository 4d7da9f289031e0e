package io.plumbline.notes.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.notes.CarryForwardService;
import io.plumbline.notes.NoteCopies;
import io.plumbline.notes.NoteErrorService;
import io.plumbline.notes.NotePart;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStartService;
import io.plumbline.notes.VisitKey;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.AnsweredChecks;
import io.plumbline.support.ForgedStoreTest;
import io.plumbline.support.FreshStore;
import io.plumbline.support.Staff;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The share of carried text is counted with the signature, and read as sums without a word of a note. */
@ForgedStoreTest
@FreshStore
class CarriedShareServiceTest {
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);

    @Autowired
    CarriedShareService shares;

    @Autowired
    CarriedShareBackfill backfill;

    @Autowired
    CarryForwardService carries;

    @Autowired
    NoteService notes;

    @Autowired
    NoteStartService starts;

    @Autowired
    NoteErrorService errors;

    @Autowired
    NoteCopies copies;

    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aNoteIsCountedWhenItIsSignedAndOutWhenItWasEnteredInError() {
        var patient = care.treated("Counted");
        care.signIntake(patient, care.assessed("back"));
        var first = care.signedNote(patient);
        var text = TestCare.done().observations() + TestCare.done().nextStep();
        var chars = text.codePointCount(0, text.length());
        assertThat(countsOf(first)).containsExactly("1 0 " + chars + " 0 0");
        var visit = care.bookMassage(patient, care.today());
        var second = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(visit)));
        var version = staff.as("therapist", () -> {
            var carry = carries.findFor(notes.open(second).orElseThrow()).orElseThrow();
            return notes.saveDraft(second, 0, carry.into(TestCare.done().withNextStep(""), List.of(NotePart.values())));
        });
        assertThat(countsOf(second)).as("a draft is not counted").isEmpty();
        care.asProven("therapist", () -> AnsweredChecks.sign(notes, second, version));
        var carried = TestCare.done().nextStep().length();
        assertThat(countsOf(second)).containsExactly("1 1 " + chars + " " + carried + " 0");
        var signed =
                staff.as("therapist", () -> notes.open(second)).orElseThrow().version();
        care.asProven("therapist", () -> errors.mark(second, signed, "Written for the wrong visit"));
        assertThat(countsOf(second))
                .containsExactly("1 1 " + chars + " " + carried + " 0", "-1 -1 -" + chars + " -" + carried + " 0");
    }

    @Test
    void theNotesOfAnOlderStoreAreCountedOnce() {
        var patient = care.treated("Counted later");
        care.signIntake(patient, care.assessed("back"));
        var note = care.signedNote(patient);
        var older = copies.copy(note, care.today(), 250);
        var counts = countsOf(note);
        assertThat(countsOf(older.getFirst())).as("not counted yet").isEmpty();
        countFrom(note);
        assertThat(older).allSatisfy(copy -> assertThat(countsOf(copy)).isEqualTo(counts));
        countFrom(new NoteId(new UUID(0, 0)));
        assertThat(countsOf(note)).as("it was counted when it was signed").isEqualTo(counts);
        assertThat(backfill.isDue()).as("all are counted").isFalse();
    }

    @Test
    void aManagerReadsTheSumsOfTheLastTwelveMonthsOfTheirClinicsOnly() {
        var clinic = group.clinic("shr", "UTC");
        var elsewhere = group.clinic("shrx", "UTC");
        group.account("share-manager", Role.MANAGER, clinic);
        var author = group.account("share-author", Role.THERAPIST, clinic);
        add(clinic, author, NOVEMBER, 1, 1, 100, 40, 10);
        add(clinic, author, NOVEMBER, 1, 0, 100, 0, 0);
        add(clinic, author, NOVEMBER.minusMonths(11), 1, 1, 50, 50, 0);
        add(clinic, author, NOVEMBER.minusMonths(12), 1, 1, 50, 50, 0);
        add(elsewhere, author, NOVEMBER, 1, 1, 900, 900, 0);
        // entered in error: in October only
        var wrong = add(clinic, author, NOVEMBER.minusMonths(1), 1, 1, 70, 70, 0);
        add(wrong, clinic, author, NOVEMBER.minusMonths(1), -1, -1, -70, -70, 0);
        var year = staff.as("share-manager", () -> shares.findLastYear());
        assertThat(year)
                .extracting(CarriedShare::month, CarriedShare::notes, CarriedShare::carriedNotes)
                .containsExactly(tuple(NOVEMBER.minusMonths(11), 1L, 1L), tuple(NOVEMBER, 2L, 1L));
        assertThat(year.getLast().carriedPercent()).isEqualTo(20);
        assertThat(year.getLast().templatePercent()).isEqualTo(5);
        assertThat(year.getFirst().carriedPercent()).isEqualTo(100);
    }

    private void countFrom(NoteId last) {
        jdbc.sql("update note_carried_share_backfill set last_note_id = ? where id = 1")
                .param(Ids.bytes(last.value()))
                .update();
        assertThat(backfill.isDue()).isTrue();
        // other tests have left more notes than one batch holds
        while (backfill.isDue()) {
            backfill.countNext();
        }
    }

    private NoteId add(ClinicId clinic, StaffId author, LocalDate month, int notes, int carried, int... chars) {
        var note = new NoteId(Ids.next());
        add(note, clinic, author, month, notes, carried, chars);
        return note;
    }

    private void add(
            NoteId note, ClinicId clinic, StaffId author, LocalDate month, int notes, int carried, int... chars) {
        jdbc.sql("insert into note_carried_share values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        Ids.bytes(note.value()),
                        notes,
                        Ids.bytes(clinic.value()),
                        Ids.bytes(author.value()),
                        month,
                        carried,
                        chars[0],
                        chars[1],
                        chars[2])
                .update();
    }

    private List<String> countsOf(NoteId note) {
        return jdbc.sql("""
                select concat(notes, ' ', carried_notes, ' ', chars, ' ', carried_chars, ' ', template_chars)
                from note_carried_share where note_id = ? order by notes desc""").param(Ids.bytes(note.value())).query(String.class).list();
    }
}
