package io.plumbline.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.AnsweredChecks;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The last signed note of the same discipline is offered to the author of a draft, and to nobody else. */
@StoreTest
class CarryForwardServiceTest {
    @Autowired
    CarryForwardService carries;

    @Autowired
    NoteService notes;

    @Autowired
    NoteStartService starts;

    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Test
    void theLastSignedNoteOfTheSameDisciplineIsOffered() {
        var patient = care.treated("Carried");
        care.signIntake(patient, care.assessed("back"));
        assertThat(staff.as("therapist", () -> findFor(draft(patient))))
                .as("the first session")
                .isEmpty();
        var massage = signedMassage(patient);
        var adjustment = care.book(AppointmentType.ADJUSTMENT, group.chiropractor, patient, care.today());
        var adjusted = staff.as("chiropractor", () -> starts.begin(new VisitKey.Booked(adjustment)));
        assertThat(staff.as("chiropractor", () -> findFor(adjusted)))
                .as("a massage is not carried into an adjustment")
                .isEmpty();
        var next = draft(patient);
        var draft = staff.as("therapist", () -> notes.open(next)).orElseThrow();
        var viewed = care.auditOf("note.opened", patient);
        var carry = staff.as("therapist", () -> carries.findFor(draft)).orElseThrow();
        assertThat(carry.from()).isEqualTo(massage);
        assertThat(carry.content().areas()).isEqualTo(TestCare.done().areas());
        assertThat(care.auditOf("note.opened", patient))
                .as("viewing is recorded")
                .isEqualTo(viewed + 1);
        group.account("carries-nothing", Role.THERAPIST, group.east);
        assertThat(staff.as("carries-nothing", () -> carries.findFor(draft)))
                .as("for a clinician without a relation to the patient")
                .isEmpty();
    }

    @Test
    void theListOfVisitsOffersToCarryOnlyWhereThereIsSomethingToCarry() {
        var first = care.treated("First Session");
        care.bookMassage(first, care.today());
        assertThat(offered("therapist", first)).as("nothing was done before").containsExactly(false);

        var again = care.treated("Second Session");
        care.earlierNote(again);
        care.bookMassage(again, care.today());
        assertThat(offered("therapist", again)).contains(true);
        care.book(AppointmentType.ADJUSTMENT, group.chiropractor, again, care.today());
        assertThat(offered("chiropractor", again))
                .as("a massage is not carried into an adjustment")
                .doesNotContain(true);
    }

    private List<Boolean> offered(String who, PatientId patient) {
        return staff.as(who, () -> notes.visitsToday()).stream()
                .filter(row -> patient.equals(row.patient()) && row.note() == null && row.wantsNote())
                .map(VisitRow::canCarry)
                .toList();
    }

    @Test
    void carriedContentIsSignedAsCarried() {
        var patient = care.treated("Signed as carried");
        care.signIntake(patient, care.assessed("back"));
        var last = signedMassage(patient);
        var next = draft(patient);
        var carry = staff.as("therapist", () -> findFor(next)).orElseThrow();
        var typed = TestCare.withModalities(TestCare.done(), Set.of("SWEDISH"));
        var carried = carry.into(typed.withTreatment(List.of(), Set.of(), 2, null, null), List.of(NotePart.values()));
        var version = staff.as("therapist", () -> notes.saveDraft(next, 0, carried));
        care.asProven("therapist", () -> AnsweredChecks.sign(notes, next, version));
        var read = staff.as("chiropractor", () -> notes.open(next)).orElseThrow();
        assertThat(Objects.requireNonNull(read.signature()).intact()).isTrue();
        assertThat(Objects.requireNonNull(read.draft().details().carried()).from())
                .isEqualTo(last);
        assertThat(CarryForward.unchangedIn(read.draft())).containsExactly("areas", "minutes", "modalities");
    }

    private Optional<CarryForward> findFor(NoteId draft) {
        return carries.findFor(notes.open(draft).orElseThrow());
    }

    private NoteId draft(PatientId patient) {
        var visit = care.bookMassage(patient, care.today());
        return staff.as("therapist", () -> starts.begin(new VisitKey.Booked(visit)));
    }

    private NoteId signedMassage(PatientId patient) {
        var note = draft(patient);
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, TestCare.done()));
        care.asProven("therapist", () -> AnsweredChecks.sign(notes, note, version));
        return note;
    }
}
