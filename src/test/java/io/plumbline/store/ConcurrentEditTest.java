package io.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.plumbline.leads.Call;
import io.plumbline.leads.CallOutcome;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadService;
import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStartService;
import io.plumbline.notes.VisitKey;
import io.plumbline.patients.file.CareTeamService;
import io.plumbline.plans.PlanDetails;
import io.plumbline.plans.PlanDraft;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.PlanStatus;
import io.plumbline.safety.FlagDecision;
import io.plumbline.safety.FlagStatus;
import io.plumbline.safety.SafetyService;
import io.plumbline.schedule.AppointmentDetails;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.schedule.FreeTime;
import io.plumbline.schedule.TimeSlot;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.support.ConcurrentEditors.Seen;
import io.plumbline.support.EditedDrafts;
import io.plumbline.support.MovableClock;
import io.plumbline.support.OnMySql;
import io.plumbline.support.SixColleagues;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every store promises to six who edit the same at once: nothing is lost, and whoever is slower learns of it. */
@StoreTest
@OnMySql("six edits at once wait for row locks of MySQL, where H2 lets one writer at a time")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConcurrentEditTest {
    @Autowired
    TestGroup group;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Autowired
    LeadService leads;

    @Autowired
    PlanService plans;

    @Autowired
    NoteService notes;

    @Autowired
    NoteStartService starts;

    @Autowired
    AppointmentService appointments;

    @Autowired
    SafetyService safety;

    @Autowired
    CareTeamService careTeams;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @SuppressWarnings("NullAway.Init") // before all tests
    private SixColleagues six;

    @SuppressWarnings("NullAway.Init") // before all tests
    private EditedDrafts words;

    @BeforeAll
    void meet() {
        six = new SixColleagues(group, staff, jdbc);
        words = new EditedDrafts(group.therapist, group.chiropractor);
    }

    @Test
    void sixConcurrentEditsOfALeadLoseNoTextAndReportEachConflict() throws Exception {
        var lead = lead();
        var writers = six.<LeadDraft>write(
                six.desk(),
                who -> {
                    var now = leads.open(lead).orElseThrow();
                    return new Seen<>(now.version(), now.draft(), now.changedBy());
                },
                (seen, mine) -> leads.correct(lead, seen.version(), mine),
                EditedDrafts::corrected);
        writers.everyLoserIsToldWhoChangedWhat(UnaryOperator.identity()).nobodyWritesOverWhatTheyHaveNotSeen();
        assertThat(opened(lead).draft().concern()).isEqualTo(SixColleagues.wordsOf(writers));
        six.isOnRecord(writers, "consultation_lead", lead.value(), "lead.corrected", "concern");
    }

    /** How many calls of a lead somebody saw. */
    public record Calls(long logged) {}

    @Test
    void sixConcurrentCallLogsOfALeadAreEachLoggedOnce() throws Exception {
        var lead = lead();
        var writers = six.<Calls>write(
                six.desk(),
                who -> {
                    var now = leads.open(lead).orElseThrow();
                    return new Seen<>(now.version(), new Calls(now.version()), now.changedBy());
                },
                (seen, mine) -> leads.logCall(lead, seen.version(), CallOutcome.NO_ANSWER),
                (seen, word) -> new Calls(seen.logged() + 1));
        writers.everyLoserIsToldWhoChangedWhat(UnaryOperator.identity());
        assertThat(opened(lead).attempts())
                .extracting(LeadDetails.Attempt::by)
                .containsExactlyInAnyOrderElementsOf(Collections.nCopies(SixColleagues.ROUNDS, six.desk()).stream()
                        .flatMap(List::stream)
                        .toList());
        assertThat(six.audited("lead.called", lead.value())).hasSize(SixColleagues.SAVES);
        assertThat(six.versionOf("consultation_lead", lead.value())).isEqualTo(SixColleagues.SAVES);
    }

    @Test
    void sixConcurrentEditsOfAPlanLoseNoTextAndReportEachConflict() throws Exception {
        var plan = care.draftPlan(patientOfSix("Six Plan"), "first", group.west, care.today());
        var writers = six.<PlanDraft>write(
                six.chiropractors(),
                who -> {
                    var now = plans.open(plan).orElseThrow();
                    return new Seen<>(now.version(), draftOf(now), "");
                },
                (seen, mine) ->
                        assertThat(plans.saveDraft(plan, seen.version(), mine)).isEqualTo(seen.version() + 1),
                words::planned);
        writers.everyLoserIsToldWhoChangedWhat(who -> "").nobodyWritesOverWhatTheyHaveNotSeen();
        var now = draftOf(care.details(plan));
        assertThat(now).isEqualTo(writers.saved().getLast().draft());
        assertThat(now.reasonForCare()).isEqualTo("first " + SixColleagues.wordsOf(writers));
        six.isOnRecord(writers, "treatment_plan", plan.value(), "plan.written", "reasonForCare");
    }

    private static PlanDraft draftOf(PlanDetails plan) {
        return Objects.requireNonNull(plan.clinical()).draft();
    }

    private PatientId patientOfSix(String name) {
        var patient = care.patient(name, group.west);
        six.colleagues().forEach(one -> staff.doAs("manager", () -> careTeams.join(patient, one)));
        return patient;
    }

    /** Where a plan stands and why, step by step. */
    public record Steps(PlanStatus status, List<String> reasons) {}

    @Test
    void sixConcurrentHoldsAndResumesOfAPlanEachApplyOnce() throws Exception {
        var plan = care.activePlan(patientOfSix("Six Steps"), "six steps");
        var begun = care.details(plan);
        var writers = six.<Steps>write(
                six.chiropractors(),
                who -> {
                    var now = plans.open(plan).orElseThrow();
                    // its history may be a step ahead of its row, which was read first
                    var steps =
                            now.history().subList(0, begun.history().size() + (int) (now.version() - begun.version()));
                    return new Seen<>(
                            now.version(),
                            new Steps(
                                    now.status(),
                                    steps.stream()
                                            .map(step -> Objects.requireNonNull(step.reason()))
                                            .toList()),
                            steps.getLast().by());
                },
                (seen, mine) -> plans.move(
                        plan, seen.version(), mine.status(), mine.reasons().getLast()),
                (seen, word) -> new Steps(
                        seen.status() == PlanStatus.ACTIVE ? PlanStatus.ON_HOLD : PlanStatus.ACTIVE,
                        Stream.concat(seen.reasons().stream(), Stream.of("Six colleagues change it, " + word))
                                .toList()));
        writers.everyLoserIsToldWhoChangedWhat(UnaryOperator.identity()).nobodyWritesOverWhatTheyHaveNotSeen();
        assertThat(six.audited("plan.moved", plan.value())).hasSize(SixColleagues.SAVES);
    }

    @Test
    void sixWindowsOfANotesAuthorLoseNoTextAndReportEachConflict() throws Exception {
        var appointment = care.bookMassage(care.patient("Six Windows", group.west), care.today(), null);
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(appointment)));
        var writers = six.<NoteDraft>write(
                Collections.nCopies(SixColleagues.PEOPLE, "therapist"),
                who -> {
                    var now = notes.open(note).orElseThrow();
                    return new Seen<>(now.version(), now.draft(), now.author());
                },
                (seen, mine) ->
                        assertThat(notes.saveDraft(note, seen.version(), mine)).isEqualTo(seen.version() + 1),
                EditedDrafts::found);
        writers.nobodyWritesOverWhatTheyHaveNotSeen();
        var now = staff.as("therapist", () -> notes.open(note)).orElseThrow();
        writers.everyLoserIsToldWhoChangedWhat(who -> now.author());
        assertThat(now.draft()).isEqualTo(writers.saved().getLast().draft());
        assertThat(now.draft().observations()).isEqualTo(SixColleagues.wordsOf(writers));
        six.isOnRecord(writers, "session_note", note.value(), "note.written", "observations");
    }

    @Test
    void sixConcurrentMovesOfAnAppointmentReportEachConflictAndKeepOneTime() throws Exception {
        var day = care.today().plusDays(200);
        var visit =
                group.book(group.therapist, care.patient("Six Times", group.west), group.west, day, LocalTime.of(6, 0));
        var writers = six.<TimeSlot>write(
                six.desk(),
                who -> {
                    var found = appointments.find(visit).orElseThrow();
                    var row = found.row();
                    // its history may be a change ahead of its row, which was read first
                    return new Seen<>(
                            row.version(),
                            row.timeSlot(),
                            found.changes().get((int) row.version()).by());
                },
                (seen, mine) -> appointments.move(visit, seen.version(), mine),
                (seen, word) -> EditedDrafts.timed(seen, day, word));
        writers.everyLoserIsToldWhoChangedWhat(UnaryOperator.identity()).nobodyWritesOverWhatTheyHaveNotSeen();
        var now = found(visit.value());
        assertThat(now.row().timeSlot()).isEqualTo(writers.saved().getLast().draft());
        assertThat(now.changes().stream().skip(1))
                .as("the history tells each move, by whom and from when")
                .extracting(AppointmentDetails.Change::by, AppointmentDetails.Change::movedFrom)
                .containsExactlyElementsOf(writers.saved().stream()
                        .map(one -> tuple(one.who(), timeOf(one.seen().draft())))
                        .toList());
        assertThat(six.audited("appointment.moved", visit.value())).hasSize(SixColleagues.SAVES);
        assertThat(six.versionOf("appointment", visit.value())).isEqualTo(SixColleagues.SAVES);
        assertThat(jdbc.sql("select count(*) from booked_slot where appointment_id = ?")
                        .param(Ids.bytes(visit.value()))
                        .query(Integer.class)
                        .single())
                .as("half an hour, and none of the times that it had")
                .isEqualTo(6);
    }

    private static FreeTime timeOf(TimeSlot timeSlot) {
        return new FreeTime(timeSlot.on(), timeSlot.at());
    }

    @Test
    void onlyOneOfSixDifferentConcurrentActionsOnAnAppointmentSucceeds() throws Exception {
        for (int round = 0; round < SixColleagues.ROUNDS; round++) {
            var patient = care.patient("Six Deeds " + round, group.west);
            var day = care.today().plusDays(210 + round);
            var visit = group.book(group.therapist, patient, group.west, day, LocalTime.of(9, 0));
            six.oneIsFollowed(
                    six.desk(),
                    List.of(
                            () -> appointments.move(visit, 0, timeSlot(visit.value(), group.therapist)),
                            () -> appointments.cancel(visit, 0, "Patient is ill"),
                            () -> appointments.mark(visit, 0, AppointmentStatus.CONFIRMED),
                            () -> appointments.move(visit, 0, timeSlot(visit.value(), group.chiropractor)),
                            () -> appointments.cancel(visit, 0, "Booked by mistake"),
                            () -> appointments.mark(visit, 0, AppointmentStatus.CONFIRMED)));
            assertThat(found(visit.value()).changes()).hasSize(2);
        }
    }

    /** At eleven with somebody. */
    private TimeSlot timeSlot(UUID visit, StaffId who) {
        return new TimeSlot(who, null, found(visit).row().on(), LocalTime.of(11, 0), 30, 0);
    }

    @Test
    void onlyOneOfSixDifferentConcurrentActionsOnALeadSucceeds() throws Exception {
        for (int round = 0; round < SixColleagues.ROUNDS; round++) {
            var lead = lead();
            var told = opened(lead).draft();
            six.oneIsFollowed(
                    six.desk(),
                    List.of(
                            () -> leads.logCall(lead, 0, CallOutcome.REACHED),
                            () -> leads.claim(lead, 0),
                            () -> leads.nurture(lead, 0, clock.instant().plusSeconds(3600)),
                            () -> leads.logCall(lead, 0, Call.notInterested("", "Lives too far away to come")),
                            () -> leads.lose(lead, 0, "Moved away to another town"),
                            () -> leads.correct(lead, 0, told)));
            assertThat(opened(lead).version()).isEqualTo(1);
        }
    }

    @Test
    void onlyOneOfSixDifferentConcurrentActionsOnAPlanSucceeds() throws Exception {
        for (int round = 0; round < SixColleagues.ROUNDS; round++) {
            var patient = patientOfSix("Six Starts " + round);
            var begun = care.draftPlan(patient, "six starts", group.west, care.today());
            var draft = words.planned(draftOf(care.details(begun)), "b0").withCarriedOver(List.of());
            var seen = staff.as("chiropractor", () -> plans.saveDraft(begun, 1, draft));
            var other = words.planned(draft, "b1").withCarriedOver(List.of());
            six.oneIsFollowed(
                    six.chiropractors(),
                    List.of(
                            () -> plans.activate(begun, seen, TestCare.AGREED),
                            () -> plans.saveDraft(begun, seen, other),
                            () -> plans.activate(begun, seen, TestCare.AGREED),
                            () -> plans.move(begun, seen, PlanStatus.REVOKED, "Moved away to another town"),
                            () -> plans.activate(begun, seen, TestCare.AGREED),
                            () -> plans.saveDraft(begun, seen, other)));
        }
    }

    @Test
    void onlyOneOfSixConcurrentDecisionsOnAFlagSucceeds() throws Exception {
        for (int round = 0; round < SixColleagues.ROUNDS; round++) {
            var patient = patientOfSix("Six Decisions " + round);
            care.raise(patient, group.west, "RF-FX-3");
            var flag = staff.as("chiropractor", () -> safety.findByPatient(patient))
                    .getFirst();
            var cleared = FlagDecision.cleared("Looked at and found normal, " + patient.value(), care.evidence());
            var referred =
                    new FlagDecision(FlagStatus.REFERRED, "To the physician for a test, " + patient.value(), null);
            six.oneIsFollowed(
                    six.chiropractors(),
                    List.of(
                            () -> safety.decide(flag.id(), flag.version(), cleared),
                            () -> safety.acknowledge(flag.id(), flag.version()),
                            () -> safety.decide(flag.id(), flag.version(), referred),
                            () -> safety.decide(flag.id(), flag.version(), cleared),
                            () -> safety.acknowledge(flag.id(), flag.version()),
                            () -> safety.decide(flag.id(), flag.version(), referred)));
            assertThat(six.versionOf("red_flag", flag.id().value())).isEqualTo(flag.version() + 1);
        }
    }

    private LeadId lead() {
        return staff.as("system", () -> leads.receive(EditedDrafts.lead(group.west, clock.instant()), null));
    }

    private LeadDetails opened(LeadId lead) {
        return staff.as("manager", () -> leads.open(lead)).orElseThrow();
    }

    private AppointmentDetails found(UUID visit) {
        return staff.as("manager", () -> appointments.find(new AppointmentId(visit)))
                .orElseThrow();
    }
}
