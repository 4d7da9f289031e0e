package io.plumbline.store;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.intake.IntakeDraft;
import io.plumbline.intake.IntakeOutcome;
import io.plumbline.intake.IntakeService;
import io.plumbline.intake.IntakeStatus;
import io.plumbline.intake.Limitation;
import io.plumbline.intake.MarkedArea;
import io.plumbline.notes.ConsentToday;
import io.plumbline.notes.HeldTreatmentRow;
import io.plumbline.notes.HeldTreatmentService;
import io.plumbline.notes.Modalities;
import io.plumbline.notes.NoteDetails;
import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStatus;
import io.plumbline.notes.Response;
import io.plumbline.notes.SafetyRecheck;
import io.plumbline.notes.VisitRow;
import io.plumbline.patients.AlertAudience;
import io.plumbline.patients.AlertKind;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.file.AlertDraft;
import io.plumbline.patients.file.AlertService;
import io.plumbline.patients.file.PatientTimeline;
import io.plumbline.patients.file.SinceLastSeen;
import io.plumbline.plans.Frequency;
import io.plumbline.plans.PlanDetails;
import io.plumbline.plans.PlanDraft;
import io.plumbline.plans.PlanFilter;
import io.plumbline.plans.PlanPhase;
import io.plumbline.plans.PlanRow;
import io.plumbline.plans.PlanRow.Need;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.PlanStatus;
import io.plumbline.plans.PlannedService;
import io.plumbline.safety.Evidence;
import io.plumbline.safety.FlagDecision;
import io.plumbline.safety.FlagDetails;
import io.plumbline.safety.SafetyService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.safety.ScreeningService;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.Ids;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Pain;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaffId;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.signing.ChecksToAnswer;
import io.plumbline.shared.signing.NotReadyToSign;
import io.plumbline.shared.signing.SigningCheck;
import io.plumbline.support.Answering;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.TestPropertySource;

/** What every store promises of intake, plan and session note. */
// a store of its own: others book the same people on the same days
@StoreTest
@Import(MovableClock.class)
@TestPropertySource(properties = "plumbline.test=care")
class CareTest {
    private static final AtomicInteger DAYS = new AtomicInteger();
    private static final String LOCKED = "Signed: it is corrected by an addition, never changed";
    private static final String MOVE_ROW =
            "update session_note_area set note_id = ?, position = 9 where note_id = ? and position = 0";
    private static final BodyRegion LUMBAR = new BodyRegion("back-lumbar-left");
    private static final String STRANGE = "👩🏽‍⚕️ <b>\"O'Brien\"</b> مرحبا '); drop table patient;--";

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    IdentityService identity;

    @Autowired
    PatientService patients;

    @Autowired
    ScheduleService schedule;

    @Autowired
    AppointmentService appointments;

    @Autowired
    SafetyService safety;

    @Autowired
    ScreeningService screening;

    @Autowired
    IntakeService intake;

    @Autowired
    PlanService plans;

    @Autowired
    NoteService notes;

    @Autowired
    HeldTreatmentService held;

    @Autowired
    AlertService alerts;

    @Autowired
    ObjectProvider<PatientTimeline> timelines;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Test
    void anIntakeNoteComesBackAsItWasTypedCompleteOrNot() {
        var patient = treated("Typed");
        var note = staff.as("chiropractor", () -> intake.begin(patient, group.west, ""));
        var half = new IntakeDraft(
                STRANGE,
                "half typ",
                new Pain(0),
                null,
                new Pain(10),
                List.of(
                        new MarkedArea(LUMBAR, STRANGE, null, new BodyRegion("back-glute-left")),
                        new MarkedArea(new BodyRegion("back-sacrum"), "", new Pain(3), null)),
                Set.of("STRESS", "SITTING"),
                List.of(new Limitation(STRANGE, null), new Limitation("Bending", 0)),
                Map.of("RF-CES-1", ScreeningAnswer.NO, "RF-FX-3", ScreeningAnswer.NOT_ASKED),
                false,
                null);
        staff.as("chiropractor", () -> intake.saveDraft(note, 0, half));
        var read = staff.as("therapist", () -> intake.open(note)).orElseThrow();
        assertThat(read.draft()).isEqualTo(half);
        assertThat(read.draft().screen()).containsOnlyKeys("RF-CES-1");
        var empty = IntakeDraft.of("");
        staff.as("chiropractor", () -> intake.saveDraft(note, read.version(), empty));
        assertThat(staff.as("therapist", () -> intake.open(note)).orElseThrow().draft())
                .isEqualTo(empty);
    }

    @Test
    void ofTwoWhoWriteOnTheSameIntakeNoteTheSecondIsTold() {
        var patient = treated("Stale");
        var note = staff.as("chiropractor", () -> intake.begin(patient, group.west, "first"));
        staff.as("chiropractor", () -> intake.saveDraft(note, 0, IntakeDraft.of("second")));
        assertThatThrownBy(() -> staff.as("chiropractor", () -> intake.saveDraft(note, 0, IntakeDraft.of("stale"))))
                .isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> asProven("chiropractor", () -> intake.sign(note, 0)))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void nothingIsSignedWithoutAProofOfWhoSigns() {
        var patient = treated("Proof");
        var note = staff.as("chiropractor", () -> intake.begin(patient, group.west, ""));
        var version = staff.as("chiropractor", () -> intake.saveDraft(note, 0, assessed("back")));
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> intake.sign(note, version)))
                .isInstanceOf(IdentityService.ProofNeeded.class);
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> identity.prove("guess")))
                .isInstanceOf(Refused.class);
        asProven("chiropractor", () -> intake.sign(note, version));
        assertThat(staff.as("therapist", () -> intake.open(note)).orElseThrow().status())
                .isEqualTo(IntakeStatus.SIGNED);
    }

    @Test
    void signingAnIntakeNoteRaisesWhatItsScreenFoundAndHoldsTreatment() {
        var patient = treated("Found");
        var note = staff.as("chiropractor", () -> intake.begin(patient, group.west, ""));
        var draft = withOutcome(
                withScreen(assessed("back"), "RF-CES-2", ScreeningAnswer.YES), IntakeOutcome.SUITABLE_WITH_CAUTION);
        var version = staff.as("chiropractor", () -> intake.saveDraft(note, 0, draft));
        assertThat(isOnHold(patient)).isFalse();
        asProven("chiropractor", () -> intake.sign(note, version));
        assertThat(isOnHold(patient)).isTrue();
        assertThat(staff.as("therapist", () -> safety.findByPatient(patient))).hasSize(1);
        var plan = staff.as("chiropractor", () -> plans.begin(patient));
        var planVersion = staff.as("chiropractor", () -> plans.saveDraft(plan, 0, weekly("held")));
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> plans.activate(plan, planVersion)))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Clinical hold");
        assertThat(status(plan)).isEqualTo(PlanStatus.DRAFT);
        decideAll(patient);
        staff.doAs("chiropractor", () -> plans.activate(plan, planVersion));
        assertThat(status(plan)).isEqualTo(PlanStatus.ACTIVE);
    }

    @Test
    void aScreenThatIsRaisedTwiceRaisesOnce() {
        var patient = treated("Once");
        var yes = Map.of("RF-CES-4", ScreeningAnswer.YES);
        assertThat(staff.as("therapist", () -> screening.raise(patient, group.west, yes)))
                .isEqualTo(1);
        assertThat(staff.as("therapist", () -> screening.raise(patient, group.west, yes)))
                .isZero();
        var worse = Map.of("RF-CES-4", ScreeningAnswer.YES, "RF-CES-1", ScreeningAnswer.YES);
        assertThat(staff.as("therapist", () -> screening.raise(patient, group.west, worse)))
                .as("the first is an emergency now")
                .isEqualTo(2);
        assertThatThrownBy(() -> staff.as(
                        "therapist",
                        () -> screening.raise(patient, group.west, Map.of("RF-NONE", ScreeningAnswer.YES))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aPlanStartsFromASignedIntakeNoteThatDoesNotReferElsewhere() {
        var patient = treated("Unsigned");
        assertThatThrownBy(() -> staff.as("chiropractor", () -> plans.begin(patient)))
                .isInstanceOf(Refused.class);
        signIntake(patient, assessed("back"));
        assertThat(staff.as("chiropractor", () -> plans.begin(patient))).isNotNull();
        clock.pass(Duration.ofMinutes(1));
        signIntake(patient, withOutcome(assessed("back"), IntakeOutcome.REFER));
        assertThatThrownBy(() -> staff.as("chiropractor", () -> plans.begin(patient)))
                .as("the latest counts")
                .isInstanceOf(Refused.class);
    }

    @Test
    void activatingAPlanOpensTheChartToItsPractitionerAndShowsInTheHeader() {
        var patient = group.patient("Plan", "Opens" + DAYS.incrementAndGet(), group.west);
        bookOnceWith(group.chiropractor, patient, group.west);
        assertThat(staff.as("therapist", () -> patients.open(patient))).isEmpty();
        var plan = activePlan(patient, "opens");
        assertThat(staff.as("therapist", () -> patients.open(patient))).isPresent();
        assertThat(header(patient)).isEqualTo(new PatientDetails.PlanProgress("Care of opens", 4, 0));
        assertThat(details(plan).visits()).hasSize(4);
        assertThat(auditOf("plan.activated", patient)).isEqualTo(1);
    }

    @Test
    void aPatientHasOneActivePlanForAComplaint() {
        var patient = treated("Two Plans");
        activePlan(patient, "back pain");
        assertThatThrownBy(() -> activePlan(patient, "Back \u00A0 PA\u2060IN"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("already");
        assertThat(status(activePlan(patient, "stiff neck"))).isEqualTo(PlanStatus.ACTIVE);
    }

    @Test
    void nobodyIsPlannedForWhatTheyAreNotTrainedIn() {
        var patient = treated("Untrained");
        signIntake(patient, assessed("back"));
        var plan = staff.as("chiropractor", () -> plans.begin(patient));
        var byTherapist = new PlanDraft(
                "Adjustments",
                "back",
                today(),
                true,
                List.of(new PlannedService(
                        PlanPhase.RELIEF, AppointmentType.ADJUSTMENT, group.therapist, Frequency.WEEKLY, 1)));
        var version = staff.as("chiropractor", () -> plans.saveDraft(plan, 0, byTherapist));
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> plans.activate(plan, version)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("adjustment");
    }

    @Test
    void aSignedNoteOfABookedVisitDeliversIt() {
        var patient = treated("Delivered");
        var plan = activePlan(patient, "delivered");
        var appointment = bookMassage(patient, today());
        assertThat(details(plan).visits().getFirst().bookedOn()).isEqualTo(today());
        var note = staff.as("therapist", () -> notes.beginForAppointment(appointment));
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, done()));
        assertThat(header(patient).delivered()).isZero();
        asProven("therapist", () -> notes.sign(note, version));
        assertThat(header(patient)).isEqualTo(new PatientDetails.PlanProgress("Care of delivered", 4, 1));
        var first = details(plan).visits().getFirst();
        assertThat(first.deliveredOn()).isEqualTo(today());
        assertThat(auditOf("plan.visit-delivered", patient)).isEqualTo(1);
    }

    @Test
    void aPlannedVisitThatNobodyBookedIsOnTheListOfTodayAndDeliveredByItsNote() {
        var patient = treated("Planned Today");
        var plan = activePlan(patient, "planned");
        var row = staff.as("therapist", notes::visitsToday).stream()
                .filter(visit -> visit.patient().equals(patient))
                .findFirst()
                .orElseThrow();
        assertThat(row.at()).isNull();
        var visit = row.plannedVisit();
        assertThat(visit).isNotNull();
        assertThatThrownBy(() -> staff.as("chiropractor", () -> notes.beginForPlannedVisit(visit)))
                .isInstanceOf(NotAvailable.class);
        var note = staff.as("therapist", () -> notes.beginForPlannedVisit(visit));
        assertThat(staff.as("therapist", () -> notes.beginForPlannedVisit(visit)))
                .isEqualTo(note);
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, done()));
        asProven("therapist", () -> notes.sign(note, version));
        assertThat(details(plan).delivered()).isEqualTo(1);
    }

    @Test
    void ofTwoPlansTheOneThatWasMeantIsBookedAndDelivered() {
        var patient = treated("Two Running");
        var neck = activePlan(patient, "neck");
        var back = activePlan(patient, "back");
        var visit = details(back).visits().getFirst().id();
        var at = freeAt(today());
        var appointment = staff.as(
                "manager",
                () -> schedule.book(new Booking(
                        group.west, group.therapist, patient, AppointmentType.MASSAGE, today(), at, 10, visit)));
        assertThat(details(back).visits().getFirst().bookedOn()).isEqualTo(today());
        assertThat(details(neck).visits().getFirst().bookedOn()).isNull();
        var note = staff.as("therapist", () -> notes.beginForAppointment(appointment));
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, done()));
        asProven("therapist", () -> notes.sign(note, version));
        assertThat(details(back).delivered()).isEqualTo(1);
        assertThat(details(neck).delivered()).isZero();
    }

    @Test
    void aVisitThatNobodyHasWrittenOfStaysOnTheList() {
        var patient = treated("Written Late");
        var appointment = bookMassage(patient, today().minusDays(3));
        var late = staff.as("therapist", notes::visitsToday).stream()
                .filter(row -> appointment.equals(row.appointment()))
                .findFirst()
                .orElseThrow();
        assertThat(late.earlier()).isTrue();
        assertThat(late.isOpen()).isTrue();
        var note = staff.as("therapist", () -> notes.beginForAppointment(appointment));
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, done()));
        assertThat(staff.as("therapist", notes::visitsToday).stream().filter(row -> note.equals(row.note())))
                .hasSize(1);
        asProven("therapist", () -> Answering.sign(notes, note, version));
        assertThat(staff.as("therapist", notes::visitsToday))
                .noneMatch(row -> patient.equals(row.patient()) && row.earlier());
    }

    @Test
    void aVisitWhoseNoteIsBegunAndThatIsBookedThenHasOneNoteAndCountsOnce() {
        var patient = treated("Begun Then Booked");
        var plan = activePlan(patient, "begun then booked");
        var visit = details(plan).visits().getFirst().id();
        var note = staff.as("therapist", () -> notes.beginForPlannedVisit(visit));
        var appointment = bookMassage(patient, today());
        assertThat(staff.as("therapist", notes::visitsToday).stream()
                        .filter(row -> patient.equals(row.patient()))
                        .map(VisitRow::note))
                .containsExactly(note);
        assertThat(staff.as("therapist", () -> notes.beginForAppointment(appointment)))
                .isEqualTo(note);
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, done()));
        asProven("therapist", () -> notes.sign(note, version));
        assertThat(details(plan).delivered()).isEqualTo(1);
    }

    @Test
    void aPlanStartsAndAVisitIsBookedInTimesThatSomebodyMeans() {
        var patient = treated("Far Away");
        signIntake(patient, assessed("back"));
        var plan = staff.as("chiropractor", () -> plans.begin(patient));
        for (var start : List.of(LocalDate.MAX, LocalDate.of(1, 1, 1), today().plusYears(3))) {
            var far = new PlanDraft("Plan", "back", start, true, List.of());
            assertThatThrownBy(() -> staff.as("chiropractor", () -> plans.saveDraft(plan, 0, far)))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("two years");
        }
        assertThatThrownBy(() -> bookMassage(patient, today().plusYears(3))).isInstanceOf(Refused.class);
    }

    @Test
    void draftsNeverHideWhatIsSignedOrRuns() {
        var patient = treated("Many Drafts");
        var plan = activePlan(patient, "many drafts");
        for (int i = 0; i < 25; i++) {
            staff.as("chiropractor", () -> intake.begin(patient, group.west, ""));
            staff.as("chiropractor", () -> plans.begin(patient));
        }
        assertThat(staff.as("therapist", () -> plans.findByPatient(patient))
                        .getFirst()
                        .id())
                .isEqualTo(plan);
        assertThat(staff.as("therapist", () -> intake.findByPatient(patient))
                        .getFirst()
                        .status())
                .isEqualTo(IntakeStatus.SIGNED);
    }

    @Test
    void aVisitThatWasBookedAndMissedIsOfferedAgain() {
        var patient = treated("Missed");
        var plan = activePlan(patient, "missed");
        bookMassage(patient, today().minusDays(1));
        var missed = details(plan).visits().getFirst();
        assertThat(missed.bookedOn()).isEqualTo(today().minusDays(1));
        assertThat(details(plan).nextToBook(today())).contains(missed);
        var at = freeAt(today().plusDays(1));
        staff.as(
                "chiropractor",
                () -> schedule.book(new Booking(
                        group.west,
                        group.therapist,
                        patient,
                        AppointmentType.MASSAGE,
                        today().plusDays(1),
                        at,
                        10,
                        missed.id())));
        assertThat(details(plan).visits().getFirst().bookedOn()).isEqualTo(today().plusDays(1));
    }

    @Test
    void nothingIsSignedThatHasNotHappenedYet() {
        var patient = treated("Still To Come");
        var appointment = bookMassage(patient, today().plusDays(1));
        var note = staff.as("therapist", () -> notes.beginForAppointment(appointment));
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, done()));
        assertThatThrownBy(() -> asProven("therapist", () -> notes.sign(note, version)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("still to come");
    }

    @Test
    void theFifthWrongPasswordIsTheLastForAWhile() {
        staff.doAs("guesser", () -> {
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> identity.prove("guess")).hasMessageContaining("not the password");
            }
            assertThatThrownBy(() -> identity.prove(TestGroup.PASSWORD)).hasMessageContaining("Too many");
        });
        assertThat(jdbc.sql("""
                        select count(*) from audit_event e join staff_account a on a.id = e.subject
                        where e.kind = 'signature.refused' and e.actor = a.id and a.username = 'guesser'""").query(Integer.class).single())
                .as("each wrong one is on record")
                .isEqualTo(5);
    }

    @Test
    void aVisitThatWasRefusedIsOnRecordAndNotDelivered() {
        var patient = treated("Refused");
        var plan = activePlan(patient, "refused");
        var appointment = bookMassage(patient, today());
        var note = staff.as("therapist", () -> notes.beginForAppointment(appointment));
        var refused = new NoteDraft(
                SafetyRecheck.NO_CHANGE,
                null,
                ConsentToday.NOT_GIVEN,
                null,
                List.of(),
                Set.of(),
                null,
                null,
                null,
                null,
                null,
                "",
                "Did not want to be touched today",
                "Ask again next week");
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, refused));
        asProven("therapist", () -> notes.sign(note, version));
        assertThat(details(plan).delivered()).isZero();
        assertThat(auditOf("note.signed", patient)).isEqualTo(1);
    }

    @Test
    void anOpenFlagOfLevelRForbidsTheThrustAndNothingElse() {
        var patient = treated("No Thrust");
        staff.as("chiropractor", () -> screening.raise(patient, group.west, Map.of("RF-FX-3", ScreeningAnswer.YES)));
        assertThat(isOnHold(patient)).isFalse();
        assertThat(bookMassage(patient, today())).isNotNull();
        assertThatThrownBy(() -> bookAdjustment(patient))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("no adjustment");
        signIntake(patient, assessed("back"));
        var plan = staff.as("chiropractor", () -> plans.begin(patient));
        var adjustments = new PlanDraft(
                "Adjustments",
                "back",
                today(),
                true,
                List.of(new PlannedService(
                        PlanPhase.RELIEF, AppointmentType.ADJUSTMENT, group.chiropractor, Frequency.WEEKLY, 2)));
        var version = staff.as("chiropractor", () -> plans.saveDraft(plan, 0, adjustments));
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> plans.activate(plan, version)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("no adjustment");
        decideAll(patient);
        staff.doAs("chiropractor", () -> plans.activate(plan, version));
        assertThat(bookAdjustment(patient)).isNotNull();
    }

    @Test
    void noTreatmentSlipsInWhileAFlagIsRaised() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var round = 0; round < 5; round++) {
                var patient = treated("Slips" + round);
                var both = List.<Callable<Boolean>>of(
                        () -> {
                            try {
                                bookMassage(patient, today());
                                return true;
                            } catch (Refused onHold) {
                                return false;
                            }
                        },
                        () -> staff.as(
                                        "chiropractor",
                                        () -> screening.raise(
                                                patient, group.west, Map.of("RF-INF-1", ScreeningAnswer.YES)))
                                == 1);
                for (var one : threads.invokeAll(both)) {
                    one.get();
                }
                assertThat(isOnHold(patient)).isTrue();
                assertThatThrownBy(() -> bookMassage(patient, today())).isInstanceOf(Refused.class);
            }
        }
    }

    @Test
    void whatIsBookedAlreadyIsTheFirstVisitOfThePlan() {
        var patient = treated("Booked Before");
        bookMassage(patient, today().plusDays(1));
        var plan = activePlan(patient, "booked before");
        assertThat(details(plan).visits().getFirst().bookedOn()).isEqualTo(today().plusDays(1));
        assertThat(rowOf("chiropractor", plan).needs()).isEmpty();
        activePlan(patient, "something else");
        assertThat(details(plan).visits().getFirst().bookedOn()).isEqualTo(today().plusDays(1));
    }

    private UUID bookAdjustment(PatientId patient) {
        var n = DAYS.getAndIncrement();
        return staff.as(
                "manager",
                () -> schedule.book(new Booking(
                        group.west,
                        group.chiropractor,
                        patient,
                        AppointmentType.ADJUSTMENT,
                        today().plusDays(1 + n % 80),
                        LocalTime.of(5, 0).plusMinutes(20L * (n / 80)),
                        20)));
    }

    @Test
    void twoNotesThatAreSignedAtOnceAreTwoVisits() throws Exception {
        var patient = treated("At Once");
        var plan = activePlan(patient, "at once");
        var first = bookMassage(patient, today());
        var second = bookMassage(patient, today());
        var ready = List.of(first, second).stream()
                .map(appointment -> staff.as("therapist", () -> notes.beginForAppointment(appointment)))
                .map(note -> Map.entry(note, staff.as("therapist", () -> notes.saveDraft(note, 0, done()))))
                .toList();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var signing = ready.stream()
                    .<Callable<Void>>map(note -> () -> {
                        asProven("therapist", () -> notes.sign(note.getKey(), note.getValue()));
                        return null;
                    })
                    .toList();
            for (var signed : threads.invokeAll(signing)) {
                signed.get();
            }
        }
        assertThat(details(plan).delivered()).isEqualTo(2);
        assertThat(header(patient).delivered()).isEqualTo(2);
    }

    @Test
    void aSignedNoteSaysForEverWhatWasSigned() {
        var patient = treated("For Ever");
        var note = signedNote(patient);
        var read = staff.as("chiropractor", () -> notes.open(note)).orElseThrow();
        var signature = read.signature();
        assertThat(read.draft()).isEqualTo(done());
        assertThat(signature).isNotNull();
        assertThat(signature.intact()).isTrue();
        assertThat(signature.contentHash()).matches("HMAC [0-9a-f]{64}");
        assertThat(detailOf("note.signed", note)).isEqualTo(signature.contentHash());
        assertThatThrownBy(() -> staff.as("therapist", () -> notes.saveDraft(note, read.version(), NoteDraft.EMPTY)))
                .isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update session_note set next_step = 'other' where id = :id",
                "update session_note set status = 'DRAFT' where id = :id",
                "delete from session_note where id = :id",
                "update session_note_area set region = 'back-sacrum' where note_id = :id",
                "delete from session_note_area where note_id = :id",
                "insert into session_note_area (note_id, position, region) values (:id, 9, 'back-sacrum')",
                "update session_note_modality set modality = 'THAI' where note_id = :id",
                "delete from session_note_modality where note_id = :id",
                "insert into session_note_modality (note_id, position, modality) values (:id, 9, 'THAI')",
                "update session_note_check set answer = 'other' where note_id = :id",
                "delete from session_note_check where note_id = :id",
                "insert into session_note_check (note_id, position, code, question, answer) values (:id, 9, 'X', 'x', 'x')"
            })
    void theStoreItselfLocksASignedSessionNoteAndItsRows(String tampering) {
        var note = signedNote(treated("Locked"));
        assertThatThrownBy(() -> tamper(tampering, note))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .extracting(Throwable::getMessage, as(InstanceOfAssertFactories.STRING))
                .containsAnyOf(LOCKED, "DELETE command denied");
        assertThat(staff.as("therapist", () -> notes.open(note)).orElseThrow().draft())
                .isEqualTo(done());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update intake_note set complaint = 'other' where id = :id",
                "delete from intake_note where id = :id",
                "update intake_note_area set quality = 'other' where note_id = :id",
                "delete from intake_note_area where note_id = :id",
                "insert into intake_note_area (note_id, position, region, quality) values (:id, 9, 'back-sacrum', '')",
                "update intake_note_factor set factor = 'STRESS' where note_id = :id",
                "delete from intake_note_factor where note_id = :id",
                "insert into intake_note_factor (note_id, position, factor) values (:id, 9, 'STRESS')",
                "update intake_note_limitation set ability = 9 where note_id = :id",
                "delete from intake_note_limitation where note_id = :id",
                "insert into intake_note_limitation (note_id, position, activity) values (:id, 9, 'x')",
                "update intake_note_answer set answer = 'YES' where note_id = :id",
                "delete from intake_note_answer where note_id = :id",
                "insert into intake_note_answer (note_id, rule_id, answer) values (:id, 'RF-X', 'YES')",
                "update intake_note_check set answer = 'other' where note_id = :id",
                "delete from intake_note_check where note_id = :id",
                "insert into intake_note_check (note_id, position, code, question, answer) values (:id, 9, 'X', 'x', 'x')"
            })
    void theStoreItselfLocksASignedIntakeNoteAndItsRows(String tampering) {
        var patient = treated("Locked Intake");
        var note = signIntake(patient, assessed("back"), "Told again, she is sure");
        assertThatThrownBy(() -> tamper(tampering, note))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .extracting(Throwable::getMessage, as(InstanceOfAssertFactories.STRING))
                .containsAnyOf(LOCKED, "DELETE command denied");
        assertThat(staff.as("therapist", () -> intake.open(note)).orElseThrow().draft())
                .isEqualTo(withWorst(assessed("back"), 3));
    }

    @Test
    void noRowOfASignedNoteIsMovedToADraft() {
        var patient = treated("Moved");
        var signed = signedNote(patient);
        var appointment = bookMassage(patient, today());
        var draft = staff.as("therapist", () -> notes.beginForAppointment(appointment));
        assertThatThrownBy(() -> jdbc.sql(MOVE_ROW)
                        .params(Ids.bytes(draft), Ids.bytes(signed))
                        .update())
                .rootCause()
                .hasMessageContaining(LOCKED);
        staff.as("therapist", () -> notes.saveDraft(draft, 0, done()));
        assertThatThrownBy(() -> jdbc.sql(MOVE_ROW)
                        .params(Ids.bytes(signed), Ids.bytes(draft))
                        .update())
                .rootCause()
                .hasMessageContaining(LOCKED);
    }

    @Test
    void aDraftIsItsAuthorsAloneAndASignedNoteEverybodysWhoTreats() {
        var patient = treated("Own Draft");
        var appointment = bookMassage(patient, today());
        var note = staff.as("therapist", () -> notes.beginForAppointment(appointment));
        assertThat(staff.as("chiropractor", () -> notes.open(note))).isEmpty();
        assertThat(staff.as("chiropractor", () -> notes.findByPatient(patient))).isEmpty();
        assertThatThrownBy(() -> staff.as("chiropractor", () -> notes.saveDraft(note, 0, done())))
                .isInstanceOf(NotAvailable.class);
        assertThatThrownBy(() -> staff.as("chiropractor", () -> notes.beginForAppointment(appointment)))
                .isInstanceOf(NotAvailable.class);
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, done()));
        assertThatThrownBy(() -> asProven("chiropractor", () -> notes.sign(note, version)))
                .isInstanceOf(NotAvailable.class);
        asProven("therapist", () -> Answering.sign(notes, note, version));
        assertThat(staff.as("chiropractor", () -> notes.open(note))).isPresent();
    }

    @Test
    void everyQuestionAboutTheCareOfAForeignPatientAnswersAsIfTheyWereNotThere() {
        var patient = group.patient("Foreign", "Care" + DAYS.incrementAndGet(), group.east);
        bookOnceWith(group.chiropractor, patient, group.east);
        var foreignIntake = signIntake(patient, assessed("back"));
        var foreignPlan = staff.as("chiropractor", () -> plans.begin(patient));
        var nowhere = UUID.randomUUID();
        for (var id : List.of(foreignIntake, foreignPlan, nowhere)) {
            assertThat(staff.as("therapist", () -> intake.open(id))).isEmpty();
            assertThat(staff.as("therapist", () -> plans.open(id))).isEmpty();
            assertThat(staff.as("therapist", () -> notes.open(id))).isEmpty();
            assertThatThrownBy(() -> staff.as("therapist", () -> notes.beginForPlannedVisit(id)))
                    .isInstanceOf(NotAvailable.class);
            assertThatThrownBy(() -> staff.as("therapist", () -> notes.beginForAppointment(id)))
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
    void theManagerFollowsAPlanWithoutClinicalWords() {
        var patient = treated("Managed");
        var plan = activePlan(patient, "very private words");
        staff.as("therapist", () -> screening.raise(patient, group.west, Map.of("RF-INF-1", ScreeningAnswer.YES)));
        var seen = staff.as("manager", () -> plans.open(plan)).orElseThrow();
        assertThat(seen.clinical()).isNull();
        assertThat(seen.clinicalHold()).isTrue();
        assertThat(seen.toString()).doesNotContain("private");
        var row = rowOf("manager", plan);
        assertThat(row.flag()).isNull();
        assertThat(row.clinicalHold()).isTrue();
        assertThat(row.toString()).doesNotContain("private");
    }

    @Test
    void theWorklistSaysWhyAPlanNeedsSomebody() {
        var patient = treated("Worklist");
        var plan = activePlan(patient, "worklist");
        assertThat(rowOf("chiropractor", plan).needs()).containsExactly(Need.NOT_BOOKED);
        bookMassage(patient, today().plusDays(1));
        assertThat(rowOf("chiropractor", plan).needs()).isEmpty();
        assertThat(rowOf("chiropractor", plan).nextBookedOn()).isEqualTo(today().plusDays(1));
        staff.as("therapist", () -> screening.raise(patient, group.west, Map.of("RF-FX-3", ScreeningAnswer.YES)));
        assertThat(rowOf("chiropractor", plan).needs()).containsExactly(Need.FLAG_OPEN);
        assertThat(rowOf("chiropractor", plan).flag()).isEqualTo(FlagLevel.R);
        assertThat(rowOf("manager", plan).needs()).as("R is no hold").isEmpty();
        decideAll(patient);
        assertThat(rowOf("chiropractor", plan).needs()).isEmpty();
        jdbc.sql("update planned_visit set planned_on = ? where plan_id = ? and position = 1")
                .params(today().minusDays(2), Ids.bytes(plan))
                .update();
        assertThat(rowOf("chiropractor", plan).needs()).containsExactly(Need.BEHIND);
    }

    @Test
    void theManagersWorklistIsReadPageByPageWithoutGapOrRepeat() {
        for (int i = 0; i < 5; i++) {
            activePlan(treated("Page" + i), "page " + i);
        }
        var all = staff.as("manager", () -> plans.worklist(PlanFilter.ALL, null, 1000)).stream()
                .map(PlanRow::id)
                .toList();
        var paged = new ArrayList<UUID>();
        PlanRow last = null;
        while (true) {
            var after = last;
            var page = staff.as("manager", () -> plans.worklist(PlanFilter.ALL, after, 2));
            if (page.isEmpty()) {
                break;
            }
            page.forEach(row -> paged.add(row.id()));
            last = page.getLast();
        }
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void whatContradictsItselfIsSignedOnceItIsAnsweredAndTheAnswerIsKeptWithTheSignature() {
        var patient = treated("Contradicts");
        signIntake(patient, assessed("back"));
        alert(patient, AlertKind.BLOOD_THINNERS, "");
        var appointment = bookMassage(patient, today());
        var note = staff.as("therapist", () -> notes.beginForAppointment(appointment));
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, contradicting()));
        var checks = new ArrayList<SigningCheck>();
        asProven("therapist", () -> assertThatThrownBy(() -> notes.sign(note, version))
                .isInstanceOfSatisfying(ChecksToAnswer.class, asked -> checks.addAll(asked.checks())));
        assertThat(checks)
                .extracting(SigningCheck::question)
                .containsExactly(
                        "Pressure 5 is above the patient's limit of 2. Why?",
                        "Pain rose from 2 to 9, and the response is Better. Why?",
                        "Takes blood thinners. The note says Deep tissue massage, pressure 5. Why was it suitable?");
        var answers = checks.stream().map(check -> check.answered(STRANGE)).toList();
        asProven("therapist", () -> assertThatThrownBy(() -> notes.sign(note, version, answers.subList(0, 2)))
                .isInstanceOfSatisfying(
                        ChecksToAnswer.class, open -> assertThat(open.checks()).containsExactly(checks.getLast())));
        assertThat(staff.as("therapist", () -> notes.open(note)).orElseThrow())
                .as("nothing is kept of what was refused")
                .matches(read ->
                        read.status() == NoteStatus.DRAFT && read.checks().isEmpty())
                .extracting(NoteDetails::version)
                .isEqualTo(version);
        assertThatThrownBy(() -> staff.doAs("therapist", () -> notes.sign(note, version, answers)))
                .isInstanceOf(IdentityService.ProofNeeded.class);
        asProven("therapist", () -> notes.sign(note, version, answers));
        var read = staff.as("chiropractor", () -> notes.open(note)).orElseThrow();
        assertThat(read.checks()).isEqualTo(answers);
        assertThat(Objects.requireNonNull(read.signature()).intact()).isTrue();
        assertThat(detailOf("note.signed", note))
                .isEqualTo(read.signature().contentHash())
                .doesNotContain("O'Brien");
    }

    @Test
    void anAdjustmentVisitIsSignedWithAnAdjustmentOrWithTheReasonWhyThereIsNone() {
        var patient = treated("Not Adjusted");
        signIntake(patient, assessed("back"));
        for (var modality : List.of("CHIRO_ADJUST", "SWEDISH")) {
            var visit = bookToday(patient, AppointmentType.ADJUSTMENT);
            var note = staff.as("chiropractor", () -> notes.beginForAppointment(visit));
            var draft = withModalities(done(), Set.of(modality));
            var version = staff.as("chiropractor", () -> notes.saveDraft(note, 0, draft));
            if (modality.equals("SWEDISH")) {
                asProven("chiropractor", () -> assertThatThrownBy(() -> notes.sign(note, version))
                        .isInstanceOf(ChecksToAnswer.class)
                        .hasMessageEndingWith("Not adjusted, because"));
            }
            asProven("chiropractor", () -> Answering.sign(notes, note, version));
            assertThat(staff.as("therapist", () -> notes.open(note))
                            .orElseThrow()
                            .checks())
                    .hasSize(modality.equals("SWEDISH") ? 1 : 0);
        }
    }

    @Test
    void anIntakeNoteThatSaysSuitableWithAnOpenUrgentFlagIsAsked() {
        var patient = treated("Suitable");
        var note = staff.as("chiropractor", () -> intake.begin(patient, group.west, ""));
        var found = withScreen(assessed("back"), "RF-CES-1", ScreeningAnswer.YES);
        var version = staff.as("chiropractor", () -> intake.saveDraft(note, 0, found));
        asProven("chiropractor", () -> assertThatThrownBy(() -> intake.sign(note, version))
                .isInstanceOf(ChecksToAnswer.class)
                .hasMessageContaining("the outcome is Suitable"));
        assertThat(isOnHold(patient)).as("nothing happened yet").isFalse();
        var referred = staff.as(
                "chiropractor", () -> intake.saveDraft(note, version, withOutcome(found, IntakeOutcome.REFER)));
        asProven("chiropractor", () -> intake.sign(note, referred));
        assertThat(isOnHold(patient)).isTrue();
        var held = staff.as("chiropractor", () -> intake.begin(patient, group.west, ""));
        var nothingNew = staff.as("chiropractor", () -> intake.saveDraft(held, 0, assessed("back")));
        asProven("chiropractor", () -> assertThatThrownBy(() -> intake.sign(held, nothingNew))
                .as("the flag of the first note is open still")
                .isInstanceOf(ChecksToAnswer.class));
    }

    @Test
    void anIntakeNoteIsAskedBeforeItsAnswersTogetherWithAFlagInForceHoldTheTreatment() {
        var patient = treated("Together");
        staff.doAs("therapist", () -> screening.raise(patient, group.west, Map.of("RF-CA-2", ScreeningAnswer.YES)));
        assertThat(isOnHold(patient)).isFalse();
        var note = staff.as("chiropractor", () -> intake.begin(patient, group.west, ""));
        var found = withScreen(
                withScreen(assessed("back"), "RF-CA-2", ScreeningAnswer.NOT_ASKED), "RF-CA-1a", ScreeningAnswer.YES);
        var version = staff.as("chiropractor", () -> intake.saveDraft(note, 0, found));
        asProven("chiropractor", () -> assertThatThrownBy(() -> intake.sign(note, version))
                .isInstanceOf(ChecksToAnswer.class)
                .hasMessageContaining("the outcome is Suitable"));
        var referred = staff.as(
                "chiropractor", () -> intake.saveDraft(note, version, withOutcome(found, IntakeOutcome.REFER)));
        asProven("chiropractor", () -> intake.sign(note, referred));
        assertThat(isOnHold(patient)).isTrue();
    }

    @Test
    void anAdjustmentWhoseNoteFindsWhatForbidsItIsAHeldTreatment() {
        for (var modality : List.of("CHIRO_ADJUST", "SWEDISH")) {
            var patient = treated("Thrust");
            signIntake(patient, assessed("back"));
            var visit = bookToday(patient, AppointmentType.ADJUSTMENT);
            var note = staff.as("chiropractor", () -> notes.beginForAppointment(visit));
            var draft = withModalities(TestCare.found("RF-CA-2"), Set.of(modality));
            var version = staff.as("chiropractor", () -> notes.saveDraft(note, 0, draft));
            asProven("chiropractor", () -> Answering.sign(notes, note, version));
            var unseen = staff.as("manager", () -> held.unseen(200)).stream().map(HeldTreatmentRow::note);
            assertThat(unseen.toList().contains(note)).as(modality).isEqualTo(modality.equals("CHIRO_ADJUST"));
        }
    }

    @Test
    void signingAnIntakeNoteEndsItsAssessmentAndCountsAsHavingSeenThePatient() {
        var patient = treated("Assessed");
        var assessment = bookToday(patient, AppointmentType.ASSESSMENT);
        signIntake(patient, assessed("back"));
        assertThat(statusOf(assessment)).isEqualTo("COMPLETED");
        var opened = staff.as("chiropractor", () -> patients.open(patient)).orElseThrow();
        var timeline = staff.as("chiropractor", () -> timelines
                .orderedStream()
                .flatMap(one -> one.findEntries(opened).stream())
                .toList());
        assertThat(SinceLastSeen.of(timeline, clock.instant())
                        .orElseThrow()
                        .last()
                        .what())
                .isEqualTo("Intake note signed");
        clock.pass(Duration.ofMinutes(1));
        signIntake(patient, assessed("again"));
        assertThat(statusOf(assessment)).isEqualTo("COMPLETED");
    }

    @Test
    void anIntakeNoteSignedBeforeTheTimeOfItsAssessmentEndsItOnceThePatientIsHere() {
        var patient = treated("Early");
        var assessment = bookToday(patient, AppointmentType.ASSESSMENT, LocalTime.of(14, 0));
        signIntake(patient, assessed("back"));
        assertThat(statusOf(assessment)).as("a visit that is still ahead").isEqualTo("BOOKED");
        staff.doAs("manager", () -> {
            var version = appointments.find(assessment).orElseThrow().row().version();
            appointments.mark(assessment, version, AppointmentStatus.ARRIVED);
        });
        signIntake(patient, assessed("again"));
        assertThat(statusOf(assessment)).isEqualTo("COMPLETED");
    }

    @Test
    void anIntakeNoteSignedAFewMinutesEarlyEndsItsAssessmentWithoutACheckIn() {
        var patient = treated("Minutes Early");
        var assessment = bookToday(patient, AppointmentType.ASSESSMENT, LocalTime.of(10, 10));
        signIntake(patient, assessed("back"));
        assertThat(statusOf(assessment)).isEqualTo("COMPLETED");
    }

    @Test
    void aDraftThatWasBegunByMistakeIsDiscardedByItsAuthorAndItsVisitWantsANoteAgain() {
        var patient = treated("By Mistake");
        var appointment = bookMassage(patient, today());
        var note = staff.as("therapist", () -> notes.beginForAppointment(appointment));
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> notes.discard(note, 0)))
                .isInstanceOf(NotAvailable.class);
        staff.doAs("therapist", () -> notes.discard(note, 0));
        assertThat(staff.as("therapist", () -> notes.open(note))).isEmpty();
        assertThat(auditOf("note.discarded", patient)).isEqualTo(1);
        assertThat(staff.as("therapist", notes::visitsToday))
                .filteredOn(row -> appointment.equals(row.appointment()))
                .extracting(VisitRow::note)
                .containsExactly((UUID) null);
        var again = staff.as("therapist", () -> notes.beginForAppointment(appointment));
        var written = staff.as("therapist", () -> notes.saveDraft(again, 0, done()));
        assertThatThrownBy(() -> staff.doAs("therapist", () -> notes.discard(again, written)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Something is written");
        assertThatThrownBy(() -> staff.doAs("therapist", () -> notes.discard(again, 0)))
                .isInstanceOf(StaleVersion.class);
        var emptied = staff.as("therapist", () -> notes.saveDraft(again, written, NoteDraft.EMPTY));
        staff.as(
                "therapist", () -> screening.raise(again, patient, group.west, Map.of("RF-INFL", ScreeningAnswer.YES)));
        assertThatThrownBy(() -> staff.doAs("therapist", () -> notes.discard(again, emptied)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("red flag");
        decideAll(patient);
    }

    @Test
    void aModalityIsRecordedInVisitsToWhichItBelongs() {
        var patient = treated("Belongs");
        var appointment = bookMassage(patient, today());
        var note = staff.as("therapist", () -> notes.beginForAppointment(appointment));
        assertThat(staff.as("therapist", () -> notes.open(note)).orElseThrow().offered())
                .extracting(Modalities.Modality::code)
                .contains("SWEDISH", "DEEP_TISSUE")
                .doesNotContain("CHIRO_ADJUST", "COUNTERSTRAIN", "PILATES", "BASIC_YOGA");
        assertThatThrownBy(() -> staff.as(
                        "therapist", () -> notes.saveDraft(note, 0, withModalities(done(), Set.of("PILATES")))))
                .isInstanceOf(Refused.class)
                .hasMessage("Pilates does not belong to this visit: massage");
        jdbc.sql("insert into session_note_modality (note_id, position, modality) values (?, 0, 'PILATES')")
                .param(Ids.bytes(note))
                .update();
        var both = withModalities(done(), Set.of("PILATES", "SWEDISH"));
        staff.as("therapist", () -> notes.saveDraft(note, 0, both));
        assertThat(staff.as("therapist", () -> notes.open(note)).orElseThrow().draft())
                .as("what was noted before there was a rule is not lost")
                .isEqualTo(both);
    }

    /** With the chiropractor, before it was ten. */
    private UUID bookToday(PatientId patient, AppointmentType type) {
        var last = jdbc.sql("""
                select max(starts_at) from appointment
                where practitioner_id = ? and starts_on = ? and starts_at < '09:00:00'""")
                .params(Ids.bytes(group.chiropractor.value()), today())
                .query(LocalTime.class)
                .optional()
                .map(at -> at.plusMinutes(10))
                .orElse(LocalTime.MIDNIGHT);
        return bookToday(patient, type, last);
    }

    private UUID bookToday(PatientId patient, AppointmentType type, LocalTime at) {
        return staff.as(
                "manager",
                () -> schedule.book(new Booking(group.west, group.chiropractor, patient, type, today(), at, 10)));
    }

    private String statusOf(UUID appointment) {
        return jdbc.sql("select status from appointment where id = ?")
                .param(Ids.bytes(appointment))
                .query(String.class)
                .single();
    }

    private void alert(PatientId patient, AlertKind kind, String words) {
        staff.as(
                "chiropractor",
                () -> alerts.add(
                        patient,
                        new AlertDraft(kind, words, AlertAudience.CLINICIANS, today().minusDays(3), null),
                        UUID.randomUUID()));
    }

    private static NoteDraft contradicting() {
        var done = done();
        return new NoteDraft(
                done.safetyRecheck(),
                null,
                done.consent(),
                new Pain(2),
                done.areas(),
                Set.of("DEEP_TISSUE"),
                5,
                2,
                done.minutes(),
                new Pain(9),
                Response.BETTER,
                "",
                "",
                done.nextStep());
    }

    private static NoteDraft withModalities(NoteDraft draft, Set<String> modalities) {
        return new NoteDraft(
                draft.safetyRecheck(),
                draft.safetyRule(),
                draft.consent(),
                draft.painBefore(),
                draft.areas(),
                modalities,
                draft.pressure(),
                draft.stopAt(),
                draft.minutes(),
                draft.painAfter(),
                draft.response(),
                draft.observations(),
                draft.statement(),
                draft.nextStep());
    }

    @Test
    void aTherapistRecordsNoAdjustment() {
        var patient = treated("Scope");
        var appointment = bookMassage(patient, today());
        var note = staff.as("therapist", () -> notes.beginForAppointment(appointment));
        var draft = new NoteDraft(
                null, null, null, null, List.of(), Set.of("CHIRO_ADJUST"), null, null, null, null, null, "", "", "");
        assertThatThrownBy(() -> staff.as("therapist", () -> notes.saveDraft(note, 0, draft)))
                .isInstanceOf(Refused.class)
                .hasMessage("Only a chiropractor records an adjustment");
    }

    @Test
    void whatWasDoneOnAHoldIsSignedWithAStatementAndANewFindingIsRaised() {
        var patient = treated("Hold");
        var appointment = bookMassage(patient, today());
        staff.as("chiropractor", () -> screening.raise(patient, group.west, Map.of("RF-INF-1", ScreeningAnswer.YES)));
        var note = staff.as("therapist", () -> notes.beginForAppointment(appointment));
        var silent = staff.as("therapist", () -> notes.saveDraft(note, 0, done()));
        assertThatThrownBy(() -> asProven("therapist", () -> notes.sign(note, silent)))
                .isInstanceOf(NotReadyToSign.class)
                .hasMessageContaining("statement");
        var told = staff.as("therapist", () -> notes.saveDraft(note, silent, found("RF-CES-1", "Stopped, called Dr.")));
        asProven("therapist", () -> Answering.sign(notes, note, told));
        assertThat(staff.as("therapist", () -> notes.open(note)).orElseThrow().status())
                .isEqualTo(NoteStatus.SIGNED);
        assertThat(staff.as("therapist", () -> safety.findByPatient(patient))
                        .getFirst()
                        .level())
                .isEqualTo(FlagLevel.E);
    }

    @Test
    void everySaveOfADraftLeavesAnAuditRowThatNamesFieldsAndNoWords() {
        var patient = treated("Audited");
        var appointment = bookMassage(patient, today());
        var note = staff.as("therapist", () -> notes.beginForAppointment(appointment));
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, done()));
        staff.as("therapist", () -> notes.saveDraft(note, version, found("RF-CES-1", "secret words")));
        staff.as("therapist", () -> notes.saveDraft(note, version + 1, found("RF-CES-1", "secret words")));
        assertThat(auditOf("note.written", patient))
                .as("begun and changed twice")
                .isEqualTo(3);
        assertThat(jdbc.sql("select detail from audit_event where patient = ?")
                        .param(Ids.bytes(patient.value()))
                        .query(String.class)
                        .list())
                .contains("revision 2: safetyRecheck, safetyRule, statement")
                .noneMatch(detail -> detail.contains("secret"));
    }

    private PatientId treated(String name) {
        var patient = group.patient(name, "In Care" + DAYS.incrementAndGet(), group.west);
        bookOnceWith(group.chiropractor, patient, group.west);
        bookOnceWith(group.therapist, patient, group.west);
        return patient;
    }

    /** Signs an intake note of which the worst pain is below pain now, with an answer to that. */
    private UUID signIntake(PatientId patient, IntakeDraft draft, String answer) {
        var note = staff.as("chiropractor", () -> intake.begin(patient, group.west, ""));
        var version = staff.as("chiropractor", () -> intake.saveDraft(note, 0, withWorst(draft, 3)));
        var check =
                new SigningCheck("WORST_BELOW_NOW", "The worst pain of the past 7 days is 3, below pain now, 5. Why?");
        asProven("chiropractor", () -> {
            assertThatThrownBy(() -> intake.sign(note, version))
                    .isInstanceOfSatisfying(ChecksToAnswer.class, asked -> assertThat(asked.checks())
                            .containsExactly(check));
            intake.sign(note, version, List.of(check.answered(answer)));
        });
        return note;
    }

    private static IntakeDraft withWorst(IntakeDraft draft, int worst) {
        return new IntakeDraft(
                draft.complaint(),
                draft.onset(),
                draft.painNow(),
                new Pain(worst),
                draft.painAverage(),
                draft.areas(),
                draft.factors(),
                draft.limitations(),
                draft.screen(),
                draft.consented(),
                draft.outcome());
    }

    private UUID signIntake(PatientId patient, IntakeDraft draft) {
        var note = staff.as("chiropractor", () -> intake.begin(patient, group.west, ""));
        var version = staff.as("chiropractor", () -> intake.saveDraft(note, 0, draft));
        asProven("chiropractor", () -> intake.sign(note, version));
        return note;
    }

    private UUID activePlan(PatientId patient, String reason) {
        signIntake(patient, assessed(reason));
        var plan = staff.as("chiropractor", () -> plans.begin(patient));
        var version = staff.as("chiropractor", () -> plans.saveDraft(plan, 0, weekly(reason)));
        staff.doAs("chiropractor", () -> plans.activate(plan, version));
        return plan;
    }

    private PlanDraft weekly(String reason) {
        return new PlanDraft(
                "Care of " + reason.split(" ")[0].replace("very", "somebody"),
                reason,
                today(),
                true,
                List.of(new PlannedService(
                        PlanPhase.RELIEF, AppointmentType.MASSAGE, group.therapist, Frequency.WEEKLY, 4)));
    }

    private UUID signedNote(PatientId patient) {
        var appointment = bookMassage(patient, today());
        var note = staff.as("therapist", () -> notes.beginForAppointment(appointment));
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, done()));
        asProven("therapist", () -> Answering.sign(notes, note, version));
        return note;
    }

    /** At the next time of that day which no other test has taken. */
    private UUID bookMassage(PatientId patient, LocalDate on) {
        var at = freeAt(on);
        return staff.as(
                "manager",
                () -> schedule.book(
                        new Booking(group.west, group.therapist, patient, AppointmentType.MASSAGE, on, at, 10)));
    }

    private LocalTime freeAt(LocalDate on) {
        return jdbc.sql("select max(starts_at) from appointment where practitioner_id = ? and starts_on = ?")
                .params(Ids.bytes(group.therapist.value()), on)
                .query(LocalTime.class)
                .optional()
                .map(last -> last.plusMinutes(10))
                .orElse(LocalTime.MIDNIGHT);
    }

    private IntakeDraft assessed(String complaint) {
        var noToAll = staff.as("chiropractor", screening::rules).asked().stream()
                .collect(Collectors.toMap(ScreeningRules.Rule::id, rule -> ScreeningAnswer.NO));
        return new IntakeDraft(
                complaint,
                "",
                new Pain(5),
                null,
                null,
                List.of(new MarkedArea(LUMBAR, "", new Pain(5), null)),
                Set.of("SITTING"),
                List.of(new Limitation("Bending", 4)),
                noToAll,
                true,
                IntakeOutcome.SUITABLE);
    }

    private static IntakeDraft withScreen(IntakeDraft draft, String rule, ScreeningAnswer answer) {
        var screen = new TreeMap<>(draft.screen());
        screen.put(rule, answer);
        return new IntakeDraft(
                draft.complaint(),
                draft.onset(),
                draft.painNow(),
                draft.painWorst(),
                draft.painAverage(),
                draft.areas(),
                draft.factors(),
                draft.limitations(),
                screen,
                draft.consented(),
                draft.outcome());
    }

    private static IntakeDraft withOutcome(IntakeDraft draft, IntakeOutcome outcome) {
        return new IntakeDraft(
                draft.complaint(),
                draft.onset(),
                draft.painNow(),
                draft.painWorst(),
                draft.painAverage(),
                draft.areas(),
                draft.factors(),
                draft.limitations(),
                draft.screen(),
                draft.consented(),
                outcome);
    }

    private static NoteDraft done() {
        return new NoteDraft(
                SafetyRecheck.NO_CHANGE,
                null,
                ConsentToday.GIVEN,
                new Pain(6),
                List.of(LUMBAR, new BodyRegion("back-sacrum")),
                Set.of("SWEDISH", "MYOFASCIAL"),
                3,
                4,
                45,
                new Pain(4),
                Response.BETTER,
                STRANGE,
                "",
                "Again in a week");
    }

    private static NoteDraft found(String rule, String statement) {
        var done = done();
        return new NoteDraft(
                SafetyRecheck.YES,
                rule,
                done.consent(),
                done.painBefore(),
                done.areas(),
                done.modalities(),
                done.pressure(),
                done.stopAt(),
                done.minutes(),
                done.painAfter(),
                done.response(),
                done.observations(),
                statement,
                done.nextStep());
    }

    private void asProven(String who, Runnable signing) {
        staff.doAs(who, () -> {
            identity.prove(TestGroup.PASSWORD);
            signing.run();
        });
    }

    private void decideAll(PatientId patient) {
        staff.doAs("chiropractor", () -> safety.findByPatient(patient).stream()
                .filter(FlagDetails::isInForce)
                .forEach(flag -> safety.decide(
                        flag.id(),
                        flag.version(),
                        FlagDecision.cleared("Looked at", new Evidence("Dr. Ada Novak", "Nothing found", today())))));
    }

    private void tamper(String sql, UUID note) {
        jdbc.sql(sql).param("id", Ids.bytes(note)).update();
    }

    private PlanDetails details(UUID plan) {
        return staff.as("chiropractor", () -> plans.open(plan)).orElseThrow();
    }

    private PlanStatus status(UUID plan) {
        return details(plan).status();
    }

    private PlanRow rowOf(String who, UUID plan) {
        return staff.as(who, () -> plans.worklist(PlanFilter.ALL, null, 1000)).stream()
                .filter(row -> row.id().equals(plan))
                .findFirst()
                .orElseThrow();
    }

    private PatientDetails.PlanProgress header(PatientId patient) {
        var plan =
                staff.as("westdesk", () -> patients.open(patient)).orElseThrow().plan();
        assertThat(plan).isNotNull();
        return plan;
    }

    private boolean isOnHold(PatientId patient) {
        return staff.as("manager", () -> patients.brief(patient)).orElseThrow().clinicalHold();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("America/Phoenix"));
    }

    /** In the evening, when no other test books; each time is taken once. */
    private void bookOnceWith(StaffId practitioner, PatientId patient, ClinicId clinic) {
        var n = DAYS.getAndIncrement();
        var at = LocalTime.of(18, 0).plusMinutes(30L * (n / 80));
        group.book(practitioner, patient, clinic, today().plusDays(2 + n % 80), at);
    }

    private long auditOf(String kind, PatientId patient) {
        return jdbc.sql("select count(*) from audit_event where kind = ? and patient = ?")
                .params(kind, Ids.bytes(patient.value()))
                .query(Long.class)
                .single();
    }

    private String detailOf(String kind, UUID subject) {
        return jdbc.sql("select detail from audit_event where kind = ? and subject = ?")
                .params(kind, Ids.bytes(subject))
                .query(String.class)
                .single();
    }
}
