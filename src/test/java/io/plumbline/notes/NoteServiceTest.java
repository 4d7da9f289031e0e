package io.plumbline.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.intake.IntakeService;
import io.plumbline.intake.Limitation;
import io.plumbline.plans.PlanService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ids.PlannedVisitId;
import io.plumbline.support.AnsweredChecks;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Session notes while they are written: of which visit, by whom, and what belongs into them. */
@StoreTest
@Tag("core")
class NoteServiceTest {
    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    ScreeningService screening;

    @Autowired
    IntakeService intake;

    @Autowired
    PlanService plans;

    @Autowired
    NoteService notes;

    @Autowired
    NoteStartService starts;

    @Autowired
    DeactivatedAuthorService authors;

    @Autowired
    JdbcClient jdbc;

    @Test
    void anUnbookedPlannedVisitIsListedTodayAndDeliveredByItsNote() {
        var patient = care.treated("Planned Today");
        var plan = care.activePlan(patient, "planned");
        var row = staff.as("therapist", notes::visitsToday).stream()
                .filter(visit -> patient.equals(visit.patient()))
                .findFirst()
                .orElseThrow();
        assertThat(row.at()).isNull();
        var visit = row.plannedVisit();
        assertThat(visit).isNotNull();
        assertThatThrownBy(() -> staff.as("chiropractor", () -> starts.begin(new VisitKey.Planned(visit))))
                .isInstanceOf(NotAvailable.class);
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Planned(visit)));
        assertThat(staff.as("therapist", () -> starts.begin(new VisitKey.Planned(visit))))
                .isEqualTo(note);
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, TestCare.done()));
        care.asProven("therapist", () -> notes.sign(note, version));
        assertThat(care.details(plan).delivered()).isEqualTo(1);
    }

    @Test
    void aPastVisitWithoutANoteStaysOnTheList() {
        var patient = care.treated("Written Late");
        var appointment = care.bookMassage(patient, care.today().minusDays(3));
        var late = staff.as("therapist", notes::visitsToday).stream()
                .filter(row -> appointment.equals(row.appointment()))
                .findFirst()
                .orElseThrow();
        assertThat(late.earlier()).isTrue();
        assertThat(late.isOpen()).isTrue();
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment)));
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, TestCare.done()));
        assertThat(staff.as("therapist", notes::visitsToday).stream().filter(row -> note.equals(row.note())))
                .hasSize(1);
        care.asProven("therapist", () -> AnsweredChecks.sign(notes, note, version));
        assertThat(staff.as("therapist", notes::visitsToday))
                .noneMatch(row -> patient.equals(row.patient()) && row.earlier());
    }

    @Test
    void aPlannedVisitBookedAfterItsNoteWasBegunHasOneNoteAndCountsOnce() {
        var patient = care.treated("Begun Then Booked");
        var plan = care.activePlan(patient, "begun then booked");
        var visit = care.details(plan).visits().getFirst().id();
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Planned(visit)));
        var appointment = care.bookMassage(patient, care.today());
        assertThat(staff.as("therapist", notes::visitsToday).stream()
                        .filter(row -> patient.equals(row.patient()))
                        .map(VisitRow::note))
                .containsExactly(note);
        assertThat(staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment))))
                .isEqualTo(note);
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, TestCare.done()));
        care.asProven("therapist", () -> notes.sign(note, version));
        assertThat(care.details(plan).delivered()).isEqualTo(1);
    }

    @Test
    void aDraftIsVisibleToItsAuthorAndASignedNoteToAllPractitioners() {
        var patient = care.treated("Own Draft");
        var appointment = care.bookMassage(patient, care.today());
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment)));
        assertThat(staff.as("chiropractor", () -> notes.open(note))).isEmpty();
        assertThat(staff.as("chiropractor", () -> notes.findByPatient(patient))).isEmpty();
        assertThatThrownBy(() -> staff.as("chiropractor", () -> notes.saveDraft(note, 0, TestCare.done())))
                .isInstanceOf(NotAvailable.class);
        assertThatThrownBy(() -> staff.as("chiropractor", () -> starts.begin(new VisitKey.Booked(appointment))))
                .isInstanceOf(NotAvailable.class);
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, TestCare.done()));
        assertThatThrownBy(() -> care.asProven("chiropractor", () -> notes.sign(note, version)))
                .isInstanceOf(NotAvailable.class);
        care.asProven("therapist", () -> AnsweredChecks.sign(notes, note, version));
        assertThat(staff.as("chiropractor", () -> notes.open(note))).isPresent();
    }

    @Test
    void clinicalRecordsOfAPatientOutsideTheRelationLookNonexistent() {
        var patient = care.patient("Foreign", group.east);
        var foreignIntake = care.signIntake(patient, care.assessed("back"));
        var foreignPlan = staff.as("chiropractor", () -> plans.begin(patient));
        for (var id : List.of(foreignIntake.value(), foreignPlan.value(), UUID.randomUUID())) {
            assertThat(staff.as("therapist", () -> intake.open(new IntakeId(id))))
                    .isEmpty();
            assertThat(staff.as("therapist", () -> plans.open(new PlanId(id)))).isEmpty();
            assertThat(staff.as("therapist", () -> notes.open(new NoteId(id)))).isEmpty();
            assertThatThrownBy(() ->
                            staff.as("therapist", () -> starts.begin(new VisitKey.Planned(new PlannedVisitId(id)))))
                    .isInstanceOf(NotAvailable.class);
            assertThatThrownBy(
                            () -> staff.as("therapist", () -> starts.begin(new VisitKey.Booked(new AppointmentId(id)))))
                    .isInstanceOf(NotAvailable.class);
        }
        assertThat(staff.as("therapist", () -> plans.findByPatient(patient))).isEmpty();
        assertThat(staff.as("therapist", () -> notes.findByPatient(patient))).isEmpty();
        assertThat(staff.as("therapist", () -> intake.findByPatient(patient))).isEmpty();
        assertThatThrownBy(() -> staff.as(
                        "therapist",
                        () -> screening.raise(patient, group.west, Map.of("RF-FX-1", ScreeningAnswer.YES))))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void anEmptyDraftIsDiscardedByItsAuthorAndItsVisitNeedsANoteAgain() {
        var patient = care.treated("By Mistake");
        var appointment = care.bookMassage(patient, care.today());
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment)));
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> notes.discard(note, 0, "")))
                .isInstanceOf(NotAvailable.class);
        staff.doAs("therapist", () -> notes.discard(note, 0, ""));
        assertThat(staff.as("therapist", () -> notes.open(note))).isEmpty();
        assertThat(care.auditOf("note.discarded", patient)).isEqualTo(1);
        assertThat(staff.as("therapist", notes::visitsToday))
                .filteredOn(row -> appointment.equals(row.appointment()))
                .extracting(VisitRow::note)
                .containsExactly((NoteId) null);
        var again = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment)));
        var written = staff.as("therapist", () -> notes.saveDraft(again, 0, TestCare.done()));
        assertThatThrownBy(() -> staff.doAs("therapist", () -> notes.discard(again, written, "")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("The reason is missing");
        assertThatThrownBy(() -> staff.doAs("therapist", () -> notes.discard(again, 0, "")))
                .isInstanceOf(StaleVersion.class);
        var emptied = staff.as("therapist", () -> notes.saveDraft(again, written, NoteDraft.EMPTY));
        staff.as(
                "therapist",
                () -> screening.raise(
                        again.asClinicalNote(), patient, group.west, Map.of("RF-INFL", ScreeningAnswer.YES)));
        assertThatThrownBy(() -> staff.doAs("therapist", () -> notes.discard(again, emptied, "")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("red flag");
        care.decideAll(patient);
    }

    @Test
    void aDraftThatSaysSomethingIsDiscardedWithAReasonAndKeptAside() {
        var patient = care.treated("Written By Mistake");
        var appointment = care.bookMassage(patient, care.today());
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment)));
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, TestCare.done()));
        staff.doAs("therapist", () -> notes.discard(note, version, "Written for the wrong patient"));
        assertThat(staff.as("therapist", () -> notes.open(note))).isEmpty();
        assertThat(care.auditOf("note.discarded", patient)).isEqualTo(1);
        assertThat(keptAside(note))
                .containsEntry("reason", "Written for the wrong patient")
                .satisfies(kept -> assertThat(kept.get("content").toString())
                        .contains(TestCare.done().nextStep()));
        assertThat(staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment))))
                .as("the visit can have another note")
                .isNotEqualTo(note);
    }

    @Test
    void theManagerClosesTheDraftOfAnAuthorWhoHasLeftUnread() {
        var patient = care.treated("Author Left");
        var appointment = care.bookMassage(patient, care.today());
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment)));
        staff.as("therapist", () -> notes.saveDraft(note, 0, TestCare.done()));
        assertThatThrownBy(() -> staff.doAs("manager", () -> authors.close(note, "The author has left the clinic")))
                .as("the author can still sign")
                .isInstanceOf(NotAvailable.class);
        setStatusOfTherapist("SWITCHED_OFF");
        try {
            assertThatThrownBy(() -> staff.doAs("manager", () -> authors.close(note, " ")))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("The reason is missing");
            staff.doAs("manager", () -> authors.close(note, "The author has left the clinic"));
        } finally {
            setStatusOfTherapist("ACTIVE");
        }
        assertThat(care.auditOf("note.closed-unread", patient)).isEqualTo(1);
        assertThat(care.auditOf("note.opened", patient)).as("nobody read it").isZero();
        assertThat(keptAside(note)).containsEntry("reason", "The author has left the clinic");
        assertThat(staff.as("therapist", () -> notes.open(note))).isEmpty();
    }

    private void setStatusOfTherapist(String status) {
        jdbc.sql("update staff_account set status = ? where id = ?")
                .params(status, Ids.bytes(group.therapist.value()))
                .update();
    }

    private Map<String, Object> keptAside(NoteId note) {
        return jdbc.sql("select reason, content from session_note_discarded where id = ?")
                .param(Ids.bytes(note.value()))
                .query((row, n) ->
                        Map.<String, Object>of("reason", row.getString("reason"), "content", row.getString("content")))
                .single();
    }

    @Test
    void aModalityIsRecordedOnlyInMatchingVisits() {
        var patient = care.treated("Belongs");
        var appointment = care.bookMassage(patient, care.today());
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment)));
        assertThat(staff.as("therapist", () -> notes.open(note)).orElseThrow().offered())
                .extracting(Modalities.Modality::code)
                .contains("SWEDISH", "DEEP_TISSUE")
                .doesNotContain("CHIRO_ADJUST", "COUNTERSTRAIN", "PILATES", "BASIC_YOGA");
        assertThatThrownBy(() -> staff.as(
                        "therapist",
                        () -> notes.saveDraft(note, 0, TestCare.withModalities(TestCare.done(), Set.of("PILATES")))))
                .isInstanceOf(Refused.class)
                .hasMessage("Pilates does not belong to this visit: massage");
        jdbc.sql("insert into session_note_modality (note_id, position, modality) values (?, 0, 'PILATES')")
                .param(Ids.bytes(note.value()))
                .update();
        var both = TestCare.withModalities(TestCare.done(), Set.of("PILATES", "SWEDISH"));
        staff.as("therapist", () -> notes.saveDraft(note, 0, both));
        assertThat(staff.as("therapist", () -> notes.open(note)).orElseThrow().draft())
                .as("what was noted before there was a rule is not lost")
                .isEqualTo(both);
    }

    @Test
    void aTherapistCannotRecordAnAdjustment() {
        var patient = care.treated("Scope");
        var appointment = care.bookMassage(patient, care.today());
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment)));
        var draft = new NoteDraft(
                null, null, null, null, List.of(), Set.of("CHIRO_ADJUST"), null, null, null, null, null, "", "", "");
        assertThatThrownBy(() -> staff.as("therapist", () -> notes.saveDraft(note, 0, draft)))
                .isInstanceOf(Refused.class)
                .hasMessage("Only a chiropractor can record an adjustment");
        var thrust = TestCare.adjusted(TestCare.done(), "L5 L HVLA");
        assertThatThrownBy(() -> staff.as("therapist", () -> notes.saveDraft(note, 0, thrust)))
                .isInstanceOf(Refused.class)
                .hasMessage("Only a chiropractor can record an adjustment");
    }

    @Test
    void theDetailsOfADraftAreStoredAsTyped() {
        var patient = care.treated("Details");
        var visit = care.book(AppointmentType.ADJUSTMENT, group.chiropractor, patient, care.today());
        var note = staff.as("chiropractor", () -> starts.begin(new VisitKey.Booked(visit)));
        var rtl = "\u05DB\u05D0\u05D1 \uD83D\uDE00 ".repeat(285).strip();
        var draft = TestCare.adjusted(TestCare.done(), "C1 R A MOB, L5 L PART HVLA, SI R DROP");
        var told = draft.withDetails(draft.details()
                .withTexts(rtl, "Hinge at the hips", "Walk each noon")
                .withActivities(List.of(new Limitation("Bending", 5), new Limitation("Lifting", null))));
        var version = staff.as("chiropractor", () -> notes.saveDraft(note, 0, told));
        assertThat(staff.as("chiropractor", () -> notes.open(note))
                        .orElseThrow()
                        .draft())
                .isEqualTo(told);
        var less = staff.as("chiropractor", () -> notes.saveDraft(note, version, NoteDraft.EMPTY));
        assertThat(less).isGreaterThan(version);
        assertThat(staff.as("chiropractor", () -> notes.open(note))
                        .orElseThrow()
                        .draft())
                .isEqualTo(NoteDraft.EMPTY);
    }

    @Test
    void everySaveOfADraftIsAuditedWithFieldNamesOnly() {
        var patient = care.treated("Audited");
        var appointment = care.bookMassage(patient, care.today());
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment)));
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, TestCare.done()));
        staff.as("therapist", () -> notes.saveDraft(note, version, TestCare.found("RF-CES-1", "secret words")));
        staff.as("therapist", () -> notes.saveDraft(note, version + 1, TestCare.found("RF-CES-1", "secret words")));
        assertThat(care.auditOf("note.written", patient))
                .as("begun and changed twice")
                .isEqualTo(3);
        assertThat(jdbc.sql("select detail from audit_event where patient = ?")
                        .param(Ids.bytes(patient.value()))
                        .query(String.class)
                        .list())
                .contains("revision 2: safetyRecheck, safetyRule, statement")
                .noneMatch(detail -> detail.contains("secret"));
    }
}
