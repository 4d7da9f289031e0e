package io.plumbline.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A session note is stored with its first change, and once per visit. */
@StoreTest
@OnMySql("two windows that start a note at once meet a unique key and its lock")
class NoteStartServiceTest {
    @Autowired
    NoteStartService starts;

    @Autowired
    NoteService notes;

    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Test
    void lookingAtTheFormStoresNothing() {
        var visit = massage("Only Looked");
        var prepared = staff.as("therapist", () -> starts.prepare(visit));
        assertThat(prepared.status()).isEqualTo(NoteStatus.DRAFT);
        assertThat(prepared.service()).isEqualTo(AppointmentType.MASSAGE);
        assertThat(prepared.draft()).isEqualTo(NoteDraft.EMPTY);
        assertThat(prepared.offered()).isNotEmpty();
        assertThat(staff.as("therapist", () -> starts.find(visit))).isEmpty();
        assertThat(staff.as("therapist", () -> notes.findByPatient(prepared.patient())))
                .isEmpty();
    }

    @Test
    void theFirstChangeStoresTheNoteOfTheVisit() {
        var visit = massage("First Change");
        var note = staff.as("therapist", () -> starts.start(visit, TestCare.done()))
                .note();
        var stored = staff.as("therapist", () -> notes.open(note)).orElseThrow();
        assertThat(stored.draft()).isEqualTo(TestCare.done());
        assertThat(staff.as("therapist", () -> starts.find(visit))).contains(note);
        assertThat(care.auditOf("note.written", stored.patient())).isPositive();
    }

    @Test
    void theSlowerOfTwoWindowsLearnsThatTheNoteWasStarted() {
        var visit = massage("Two Windows");
        var note = staff.as("therapist", () -> starts.start(visit, TestCare.done()))
                .note();
        assertThatThrownBy(() -> staff.as("therapist", () -> starts.start(visit, TestCare.done())))
                .isInstanceOf(StaleVersion.class);
        assertThat(staff.as("therapist", () -> starts.find(visit))).contains(note);
    }

    @Test
    void twoWindowsThatStartAtTheSameMomentStoreOneNote() throws Exception {
        var visit = massage("Same Moment");
        var together = new CyclicBarrier(2);
        Callable<Boolean> start = () -> staff.as("therapist", () -> {
            try {
                together.await();
                starts.start(visit, TestCare.done());
                return true;
            } catch (StaleVersion slower) {
                return false;
            } catch (Exception broken) {
                throw new IllegalStateException(broken);
            }
        });
        try (var windows = Executors.newFixedThreadPool(2)) {
            var started = windows.invokeAll(Stream.of(start, start).toList());
            assertThat(Set.of(started.get(0).get(), started.get(1).get())).containsExactlyInAnyOrder(true, false);
        }
        var patient = staff.as("therapist", () -> starts.prepare(visit)).patient();
        assertThat(staff.as("therapist", () -> notes.findByPatient(patient))).hasSize(1);
    }

    @Test
    void aPlannedVisitThatIsBookedWhileItsFormIsOpenIsWritten() {
        var patient = care.treated("Booked Since");
        var plan = care.activePlan(patient, "booked since");
        var planned = care.details(plan).visits().getFirst().id();
        var visit = new VisitKey.Planned(planned);
        staff.as("therapist", () -> starts.prepare(visit));
        var appointment = care.bookMassage(patient, care.today(), planned);
        var note = staff.as("therapist", () -> starts.start(visit, TestCare.done()))
                .note();
        assertThat(staff.as("therapist", () -> starts.find(visit))).contains(note);
        assertThat(staff.as("therapist", () -> starts.find(new VisitKey.Booked(appointment))))
                .contains(note);
    }

    @Test
    void aValueOutOfRangeStoresNothing() {
        var visit = massage("Out Of Range");
        var beyond = TestCare.withModalities(TestCare.done(), Set.of(Modalities.ADJUSTMENT));
        assertThatThrownBy(() -> staff.as("therapist", () -> starts.start(visit, beyond)))
                .isInstanceOf(Refused.class);
        assertThat(staff.as("therapist", () -> starts.find(visit))).isEmpty();
    }

    @Test
    void anotherPractitionersVisitIsNotAvailable() {
        var visit = massage("Not Theirs");
        assertThatThrownBy(() -> staff.as("chiropractor", () -> starts.prepare(visit)))
                .isInstanceOf(NotAvailable.class);
        assertThatThrownBy(() -> staff.as("chiropractor", () -> starts.start(visit, TestCare.done())))
                .isInstanceOf(NotAvailable.class);
        var unknown = new VisitKey.Booked(new AppointmentId(new UUID(0, 0)));
        assertThatThrownBy(() -> staff.as("therapist", () -> starts.prepare(unknown)))
                .isInstanceOf(NotAvailable.class);
    }

    @Test
    void theAddressNamesTheVisit() {
        var visit = massage("In The Address");
        assertThat(VisitKey.parse(visit.text())).contains(visit);
        assertThat(VisitKey.parse("appointment-1")).isEmpty();
        assertThat(VisitKey.parse("anything")).isEmpty();
    }

    private VisitKey massage(String name) {
        var patient = care.treated(name);
        // not today: the times of today are for notes that are signed
        return new VisitKey.Booked(care.bookMassage(patient, care.today().plusDays(3)));
    }
}
