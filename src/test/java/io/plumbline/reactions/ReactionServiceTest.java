package io.plumbline.reactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.breakglass.BreakGlassReason;
import io.plumbline.access.breakglass.BreakGlassService;
import io.plumbline.notes.NoteErrorService;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStartService;
import io.plumbline.notes.VisitKey;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.file.PatientTimeline;
import io.plumbline.patients.file.TimelineEntry;
import io.plumbline.patients.file.TimelineKind;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.MovableClock;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Adverse reactions: who records, follows up and reads them, and what is kept. */
@StoreTest
@OnMySql("two follow-ups at once hold the reaction by its foreign key and would deadlock without a lock")
class ReactionServiceTest {
    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    ReactionService reactions;

    @Autowired
    ReactionFollowUpService followUps;

    @Autowired
    NoteService notes;

    @Autowired
    NoteStartService starts;

    @Autowired
    NoteErrorService errors;

    @Autowired
    PatientService patients;

    @Autowired
    BreakGlassService breakGlass;

    @Autowired
    ObjectProvider<PatientTimeline> timelines;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Test
    void aReactionIsReadBackWithItsWordsAndItsHistory() {
        var patient = care.treated("Reacted");
        var note = care.signedNote(patient);
        var draft = new ReactionDraft(
                care.today().minusDays(1),
                LocalTime.of(14, 30),
                TestCare.STRANGE,
                AppointmentType.MASSAGE,
                "lower back",
                ReactionSeverity.MODERATE,
                ReactionOutcome.ONGOING,
                plan(3));
        var id = staff.as("therapist", () -> reactions.record(patient, draft, note, null, OperationId.next()));
        staff.doAs(
                "chiropractor",
                () -> reactions.followUp(
                        id, 0, new ReactionUpdate(ReactionOutcome.RECOVERING, "Better " + TestCare.STRANGE, null)));
        staff.doAs(
                "therapist",
                () -> reactions.changeOutcome(
                        id, 1, new ReactionUpdate(ReactionOutcome.RESOLVED, "The patient told it at the desk", null)));
        var found = ofPatient("therapist", patient).getFirst();
        var row = found.row();
        assertThat(row.beganOn()).isEqualTo(care.today().minusDays(1));
        assertThat(row.beganAt()).isEqualTo(LocalTime.of(14, 30));
        assertThat(row.description()).isEqualTo(TestCare.STRANGE);
        assertThat(row.suspected()).isEqualTo(AppointmentType.MASSAGE);
        assertThat(row.area()).isEqualTo("lower back");
        assertThat(row.severity()).isEqualTo(ReactionSeverity.MODERATE);
        assertThat(row.outcome()).isEqualTo(ReactionOutcome.RESOLVED);
        assertThat(row.note()).isEqualTo(note);
        assertThat(row.clinic()).isEqualTo(group.west);
        assertThat(row.recordedBy()).isEqualTo("therapist");
        assertThat(row.isOpen()).isFalse();
        assertThat(found.history())
                .extracting(ReactionDetails.Entry::kind)
                .containsExactly(
                        ReactionEntryKind.RECORDED, ReactionEntryKind.FOLLOWED_UP, ReactionEntryKind.OUTCOME_CHANGED);
        assertThat(found.history().getFirst().nextOn()).isEqualTo(care.today().plusDays(3));
        assertThat(found.history().getFirst().agreed()).isEqualTo("Call");
        assertThat(found.history().get(1).by()).isEqualTo("chiropractor");
        assertThat(found.history().get(1).words()).isEqualTo("Better " + TestCare.STRANGE);
        assertThat(found.history().get(1).outcome()).isEqualTo(ReactionOutcome.RECOVERING);
        assertThat(care.auditOf("reaction.recorded", patient)).isEqualTo(1);
        assertThat(care.auditOf("reaction.followed-up", patient)).isEqualTo(1);
        assertThat(care.auditOf("reaction.outcome-changed", patient)).isEqualTo(1);
        assertThat(care.auditOf("reaction.viewed", patient)).isPositive();
        assertThat(jdbc.sql("select count(*) from audit_event where kind like 'reaction.%'"
                                + " and (detail like '%Better%' or detail like '%lower back%')")
                        .query(Long.class)
                        .single())
                .as("no clinical text in the trail")
                .isZero();
    }

    @Test
    void theSameFormTwiceMakesOneReaction() {
        var patient = care.treated("Once");
        var operation = OperationId.next();
        var first = staff.as(
                "therapist", () -> reactions.record(patient, mild(ReactionOutcome.ONGOING), null, null, operation));
        var second = staff.as(
                "therapist", () -> reactions.record(patient, mild(ReactionOutcome.ONGOING), null, null, operation));
        assertThat(second).isEqualTo(first);
        assertThat(ofPatient("therapist", patient)).hasSize(1);
    }

    @Test
    void openReactionsComeFirstAndThoseThatAreOverAreNotOpen() {
        var patient = care.treated("Several");
        record(patient, mild(ReactionOutcome.RESOLVED));
        var open = record(patient, mild(ReactionOutcome.UNKNOWN));
        var wrong = record(patient, mild(ReactionOutcome.ONGOING));
        staff.doAs("therapist", () -> reactions.enterInError(wrong, 0, "Of another patient"));
        assertThat(ofPatient("therapist", patient))
                .extracting(one -> one.row().id())
                .hasSize(3)
                .startsWith(open);
        assertThat(staff.as("therapist", () -> reactions.openOf(details(patient))))
                .extracting(ReactionRow::id)
                .containsExactly(open);
        var kept = ofPatient("therapist", patient).stream()
                .filter(one -> one.row().id().equals(wrong))
                .findFirst()
                .orElseThrow();
        assertThat(kept.row().errorReason()).isEqualTo("Of another patient");
        assertThat(kept.row().description()).as("it stays readable").isEqualTo("Sore");
        assertThat(kept.history()).extracting(ReactionDetails.Entry::kind).contains(ReactionEntryKind.ENTERED_IN_ERROR);
        assertThat(care.auditOf("reaction.entered-in-error", patient)).isEqualTo(1);
    }

    @Test
    void aStaleVersionIsRefusedAndNothingIsSaved() {
        var patient = care.treated("Stale");
        var id = record(patient, mild(ReactionOutcome.ONGOING));
        staff.doAs(
                "chiropractor",
                () -> reactions.followUp(id, 0, new ReactionUpdate(ReactionOutcome.RECOVERING, "First", null)));
        assertThatThrownBy(() -> staff.doAs(
                        "therapist",
                        () -> reactions.followUp(id, 0, new ReactionUpdate(ReactionOutcome.RESOLVED, "Second", null))))
                .isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() ->
                        staff.doAs("therapist", () -> reactions.enterInError(id, 0, "Wrong from the beginning on")))
                .isInstanceOf(StaleVersion.class);
        assertThat(staff.as("therapist", () -> reactions.open(id)).orElseThrow().outcome())
                .isEqualTo(ReactionOutcome.RECOVERING);
    }

    @Test
    void ofTwoFollowUpsAtOnceOneIsRecorded() throws Exception {
        var patient = care.treated("Both");
        var id = record(patient, mild(ReactionOutcome.ONGOING));
        try (var both = Executors.newFixedThreadPool(2)) {
            var done = both
                    .invokeAll(List.<Callable<Boolean>>of(
                            () -> follows("therapist", id), () -> follows("chiropractor", id)))
                    .stream()
                    .filter(one -> one.resultNow())
                    .count();
            assertThat(done).isEqualTo(1);
        }
        assertThat(ofPatient("therapist", patient).getFirst().history()).hasSize(2);
    }

    private boolean follows(String who, ReactionId id) {
        try {
            staff.doAs(who, () -> reactions.followUp(id, 0, new ReactionUpdate(ReactionOutcome.RECOVERING, who, null)));
            return true;
        } catch (StaleVersion stale) {
            return false;
        }
    }

    @Test
    void onlyThoseWhoTreatThePatientReadAndWrite() {
        var patient = care.treated("Private");
        var id = record(patient, mild(ReactionOutcome.ONGOING));
        assertThat(staff.as("guesser", () -> reactions.open(id))).isEmpty();
        var update = new ReactionUpdate(ReactionOutcome.RESOLVED, "Well again since last week", null);
        assertThatThrownBy(() -> staff.doAs("guesser", () -> reactions.followUp(id, 0, update)))
                .isInstanceOf(NotAvailable.class);
        assertThatThrownBy(() -> staff.doAs("guesser", () -> reactions.changeOutcome(id, 0, update)))
                .isInstanceOf(NotAvailable.class);
        assertThatThrownBy(
                        () -> staff.doAs("guesser", () -> reactions.enterInError(id, 0, "Wrong from the beginning on")))
                .isInstanceOf(NotAvailable.class);
        assertThatThrownBy(() -> staff.as("guesser", () -> reactions.choice(patient, null, null)))
                .isInstanceOf(NotAvailable.class);
        assertThatThrownBy(() -> staff.as(
                        "guesser",
                        () -> reactions.record(patient, mild(ReactionOutcome.ONGOING), null, null, OperationId.next())))
                .isInstanceOf(NotAvailable.class);
        var opened = staff.as("westdesk", () -> patients.details(patient)).orElseThrow();
        for (var who : List.of("manager", "westdesk")) {
            assertThatThrownBy(() -> staff.as(who, () -> reactions.findByPatient(opened)))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> staff.as(who, () -> reactions.openOf(opened)))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> staff.doAs(who, () -> reactions.followUp(id, 0, update)))
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThatThrownBy(() -> staff.as("westdesk", () -> followUps.due(10)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void breakGlassAccessReadsAndDoesNotRecord() {
        var patient = care.treated("Glass");
        var id = record(patient, mild(ReactionOutcome.ONGOING));
        care.asProven(
                "guesser",
                () -> breakGlass.open(OperationId.next(), patient, new BreakGlassReason("The therapist is out today")));
        assertThat(staff.as("guesser", () -> reactions.open(id))).isPresent();
        assertThatThrownBy(() -> staff.as(
                        "guesser",
                        () -> reactions.record(patient, mild(ReactionOutcome.ONGOING), null, null, OperationId.next())))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Break-glass access does not allow this");
        assertThatThrownBy(
                        () -> staff.doAs("guesser", () -> reactions.enterInError(id, 0, "Wrong from the beginning on")))
                .isInstanceOf(Refused.class);
        staff.doAs("guesser", () -> breakGlass.close(patient));
    }

    @Test
    void theNoteIsThePatientsOwn() {
        var patient = care.treated("Source");
        var other = care.treated("Other");
        var visit = care.bookMassage(patient, care.today());
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(visit)));
        assertThat(staff.as("therapist", () -> reactions.choice(patient, note, null)))
                .satisfies(choice -> {
                    assertThat(choice.clinic()).isEqualTo(group.west);
                    assertThat(choice.today()).isEqualTo(care.today());
                    assertThat(choice.colleagues().getFirst().id()).isEqualTo(group.therapist);
                });
        refusesSource(other, note, null);
        refusesSource(patient, new NoteId(Ids.next()), null);
        assertThatThrownBy(() -> staff.as("chiropractor", () -> reactions.choice(patient, note, null)))
                .as("the draft of a colleague")
                .isInstanceOf(NotAvailable.class);
        var id = staff.as(
                "therapist",
                () -> reactions.record(patient, mild(ReactionOutcome.ONGOING), note, null, OperationId.next()));
        assertThat(staff.as("therapist", () -> reactions.open(id)).orElseThrow().note())
                .isEqualTo(note);
        assertThat(jdbc.sql("select count(*) from adverse_reaction where id = ? and appointment_id = ?")
                        .params(Ids.bytes(id.value()), Ids.bytes(visit.value()))
                        .query(Long.class)
                        .single())
                .as("with the visit of the note")
                .isEqualTo(1);
    }

    @Test
    void beforeANoteIsKeptItsClinicIsThatOfTheReaction() {
        var patient = care.treated("Unkept");
        assertThat(staff.as("therapist", () -> reactions.choice(patient, null, group.west))
                        .clinic())
                .isEqualTo(group.west);
        refusesSource(patient, null, new ClinicId(Ids.next()));
    }

    @Test
    void ofANoteThatWasEnteredInErrorTheReactionIsRecordedWithoutIt() {
        var patient = care.treated("Erred");
        var note = care.signedNote(patient);
        var version = staff.as("therapist", () -> notes.open(note).orElseThrow().version());
        care.asProven("therapist", () -> errors.mark(note, version, "Written for the wrong patient"));
        assertThat(staff.as("therapist", () -> reactions.choice(patient, note, null))
                        .clinic())
                .isEqualTo(group.west);
        var id = staff.as(
                "therapist",
                () -> reactions.record(patient, mild(ReactionOutcome.ONGOING), note, null, OperationId.next()));
        var row = staff.as("therapist", () -> reactions.open(id)).orElseThrow();
        assertThat(row.note()).isNull();
        assertThat(row.clinic()).isEqualTo(group.west);
    }

    private void refusesSource(PatientId patient, @Nullable NoteId note, @Nullable ClinicId clinic) {
        assertThatThrownBy(() -> staff.as(
                        "therapist",
                        () -> reactions.record(
                                patient, mild(ReactionOutcome.ONGOING), note, clinic, OperationId.next())))
                .isInstanceOf(NotAvailable.class);
    }

    @Test
    void somebodyOfTheCareTeamFollowsUp() {
        var patient = care.treated("Team");
        var stranger = new FollowUpPlan(care.today(), group.chiropractor, "Call");
        assertThatThrownBy(() -> record(patient, with(stranger)))
                .isInstanceOf(Refused.class)
                .hasMessage("Choose yourself or somebody of the care team");
        care.activePlan(patient, "Back pain");
        var colleague = new FollowUpPlan(care.today(), group.therapist, "Call");
        staff.doAs("chiropractor", () -> reactions.record(patient, with(colleague), null, null, OperationId.next()));
        assertThat(ofPatient("therapist", patient).getFirst().row().followUp())
                .satisfies(next -> assertThat(next.by()).isEqualTo("therapist"));
    }

    @Test
    void aFollowUpIsDueFromItsDayOnUntilItIsDone() {
        var patient = care.treated("Due");
        var id = record(patient, with(plan(2)));
        assertThat(due("therapist", id)).as("two days before").isEmpty();
        clock.pass(Duration.ofDays(2));
        assertThat(due("therapist", id)).hasSize(1);
        assertThat(due("chiropractor", id)).as("who treats the patient too").hasSize(1);
        assertThat(due("guesser", id)).isEmpty();
        assertThat(due("manager", id)).singleElement().satisfies(row -> {
            assertThat(row.patientName()).startsWith("Due");
            assertThat(row.due()).isNotNull().extracting(DueFollowUp.Due::by).isEqualTo("therapist");
        });
        staff.doAs(
                "therapist",
                () -> reactions.followUp(id, 0, new ReactionUpdate(ReactionOutcome.RESOLVED, "Well again", null)));
        assertThat(due("therapist", id)).isEmpty();
        assertThat(due("manager", id)).isEmpty();
    }

    @Test
    void theTimelineListsWhatHappenedForThoseWhoTreatThePatient() {
        var patient = care.treated("Timeline");
        var id = record(patient, mild(ReactionOutcome.ONGOING));
        staff.doAs(
                "therapist",
                () -> reactions.followUp(id, 0, new ReactionUpdate(ReactionOutcome.RESOLVED, "Well again", null)));
        assertThat(timeline("therapist", patient))
                .extracting(TimelineEntry::what)
                .containsExactlyInAnyOrder("Adverse reaction recorded", "Adverse reaction followed up");
        assertThat(timeline("westdesk", patient)).isEmpty();
    }

    @Test
    void aSevereOrOngoingReactionIsInTheHeaderInOpenAndWithTheChiropractorAtOnce() {
        var patient = care.treated("At Once");
        var recovering = record(patient, draft(ReactionSeverity.MODERATE, ReactionOutcome.RECOVERING));
        assertThat(alerts("chiropractor", patient)).isEmpty();
        assertThat(due("chiropractor", recovering)).isEmpty();
        var mild = record(patient, draft(ReactionSeverity.MILD, ReactionOutcome.ONGOING));
        assertThat(alerts("chiropractor", patient))
                .singleElement()
                .asString()
                .contains("Adverse reaction: mild, ongoing");
        var severe = record(patient, draft(ReactionSeverity.SEVERE, ReactionOutcome.RECOVERING));
        for (var who : List.of("chiropractor", "therapist")) {
            assertThat(alerts(who, patient))
                    .singleElement()
                    .asString()
                    .contains("Adverse reaction: severe, recovering");
        }
        for (var who : List.of("manager", "westdesk")) {
            assertThat(alerts(who, patient))
                    .as("nothing clinical for the " + who)
                    .isEmpty();
        }
        assertThat(staff.as("chiropractor", () -> followUps.due(1000)))
                .filteredOn(row -> row.patient().equals(patient))
                .extracting(DueFollowUp::reaction)
                .containsExactly(severe, mild);
        assertThat(due("chiropractor", severe)).singleElement().satisfies(row -> {
            assertThat(row.standing()).startsWith("severe, recovering, since ");
            assertThat(row.due()).as("no follow-up is due yet").isNull();
        });
        assertThat(due("therapist", severe)).isEmpty();
        assertThat(due("manager", severe)).isEmpty();
        assertThat(timeline("chiropractor", patient).stream().filter(TimelineEntry::open))
                .hasSize(2);

        staff.doAs(
                "therapist",
                () -> reactions.followUp(severe, 0, new ReactionUpdate(ReactionOutcome.RESOLVED, "All is well", null)));
        assertThat(alerts("chiropractor", patient)).singleElement().asString().contains("mild, ongoing");
        staff.doAs("therapist", () -> reactions.enterInError(mild, 0, "Recorded for another patient"));
        assertThat(alerts("chiropractor", patient)).isEmpty();
        assertThat(due("chiropractor", mild)).isEmpty();
        assertThat(timeline("chiropractor", patient).stream().filter(TimelineEntry::open))
                .isEmpty();
    }

    private ReactionDraft draft(ReactionSeverity severity, ReactionOutcome outcome) {
        return new ReactionDraft(
                care.today(), null, "Dizzy", AppointmentType.MASSAGE, "lower back", severity, outcome, plan(3));
    }

    private List<String> alerts(String who, PatientId patient) {
        return staff.as(who, () -> patients.open(patient)).orElseThrow().header().alerts().stream()
                .map(alert -> alert.toString())
                .toList();
    }

    private List<TimelineEntry> timeline(String who, PatientId patient) {
        return staff.as(who, () -> timelines.stream()
                .flatMap(line -> line.findEntries(details(patient)).stream())
                .filter(entry -> entry.kind() == TimelineKind.REACTION)
                .toList());
    }

    private List<DueFollowUp> due(String who, ReactionId id) {
        return staff.as(who, () -> followUps.due(1000)).stream()
                .filter(row -> row.reaction().equals(id))
                .toList();
    }

    private ReactionId record(PatientId patient, ReactionDraft draft) {
        return staff.as("therapist", () -> reactions.record(patient, draft, null, null, OperationId.next()));
    }

    private List<ReactionDetails> ofPatient(String who, PatientId patient) {
        return staff.as(who, () -> reactions.findByPatient(details(patient)));
    }

    private PatientDetails details(PatientId patient) {
        return patients.details(patient).orElseThrow();
    }

    private FollowUpPlan plan(int days) {
        return new FollowUpPlan(care.today().plusDays(days), group.therapist, "Call");
    }

    private ReactionDraft mild(ReactionOutcome outcome) {
        return new ReactionDraft(
                care.today(), null, "Sore", AppointmentType.MASSAGE, "", ReactionSeverity.MILD, outcome, null);
    }

    private ReactionDraft with(FollowUpPlan plan) {
        return new ReactionDraft(
                care.today(), null, "Sore", null, "", ReactionSeverity.SEVERE, ReactionOutcome.ONGOING, plan);
    }
}
