package io.plumbline.patients.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.intake.IntakeDraft;
import io.plumbline.intake.IntakeService;
import io.plumbline.measures.MeasureAnswers;
import io.plumbline.measures.MeasureService;
import io.plumbline.measures.ScoreDraft;
import io.plumbline.notes.NoteErrorService;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStartService;
import io.plumbline.notes.VisitKey;
import io.plumbline.onlineintake.OnlineIntakeService;
import io.plumbline.orders.OrderDraft;
import io.plumbline.orders.OrderKind;
import io.plumbline.orders.OrderService;
import io.plumbline.orders.OrderSource;
import io.plumbline.orders.Wanted;
import io.plumbline.patients.AlertAudience;
import io.plumbline.patients.AlertKind;
import io.plumbline.patients.ConsentKind;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.PatientStatus;
import io.plumbline.patients.attachments.AttachmentService;
import io.plumbline.patients.consents.ConsentDraft;
import io.plumbline.patients.consents.ConsentService;
import io.plumbline.patients.file.AlertDraft;
import io.plumbline.patients.file.AlertService;
import io.plumbline.patients.file.CareTeamService;
import io.plumbline.patients.merging.PatientMergeService;
import io.plumbline.patients.related.ReferringContactService;
import io.plumbline.patients.related.RelatedDraft;
import io.plumbline.patients.related.RelatedKind;
import io.plumbline.patients.related.RelatedPersonService;
import io.plumbline.plans.PlanService;
import io.plumbline.reactions.ReactionDraft;
import io.plumbline.reactions.ReactionOutcome;
import io.plumbline.reactions.ReactionService;
import io.plumbline.reactions.ReactionSeverity;
import io.plumbline.referrals.ReferralDraft;
import io.plumbline.referrals.ReferralPriority;
import io.plumbline.referrals.ReferralService;
import io.plumbline.shared.ContinueElsewhere;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What nobody begins any more: on a record that was merged into another, anything; for a deceased patient, a visit, a plan, an
 * intake, a link or an order. Every method that writes on the record of a patient is listed here.
 */
@StoreTest
@OnMySql("who waited for a merge or a death sees it")
class NewEntriesTest {
    /** Methods that continue what stands, undo or end it, or are about access and not about the record; each with why. */
    private static final Map<String, String> CONTINUE = continuing();

    @Autowired
    TestGroup group;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Autowired
    ApplicationContext context;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    PatientService patients;

    @Autowired
    PatientStatusService statuses;

    @Autowired
    PatientMergeService merges;

    @Autowired
    IntakeService intake;

    @Autowired
    OnlineIntakeService online;

    @Autowired
    PlanService plans;

    @Autowired
    NoteService notes;

    @Autowired
    NoteStartService starts;

    @Autowired
    NoteErrorService errors;

    @Autowired
    OrderService orders;

    @Autowired
    MeasureService measures;

    @Autowired
    AlertService alerts;

    @Autowired
    ConsentService consents;

    @Autowired
    CareTeamService careTeam;

    @Autowired
    AttachmentService attachments;

    @Autowired
    RelatedPersonService related;

    @Autowired
    ReferringContactService referring;

    @Autowired
    ReferralService referrals;

    @Autowired
    ReactionService reactions;

    @Test
    void everyWriterOfARecordIsListed() {
        var listed = Stream.of(endedByDeath().keySet(), possibleAfterDeath().keySet(), CONTINUE.keySet())
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(writers())
                .as("a new writer asks RecordState, or says here why it need not")
                .isEqualTo(listed);
    }

    @Test
    void nothingBeginsOnARecordThatWasMergedAway() {
        var kept = care.treated("Remaining");
        var merged = care.treated("Merged Away");
        var number =
                staff.as("westdesk", () -> patients.details(kept)).orElseThrow().number();
        merge(merged, kept);
        Stream.of(endedByDeath(), possibleAfterDeath())
                .flatMap(all -> all.entrySet().stream())
                .forEach(writer -> assertThatThrownBy(() -> writer.getValue().accept(merged))
                        .as(writer.getKey())
                        .hasMessageStartingWith("This record was merged into " + number)
                        .isInstanceOfSatisfying(ContinueElsewhere.class, elsewhere -> assertThat(elsewhere.address())
                                .isEqualTo(Routes.patient(kept))));
    }

    @Test
    void noVisitPlanIntakeLinkOrOrderBeginsForADeceasedPatient() {
        var patient = onTeam("Deceased");
        set(patient, PatientStatus.DECEASED);
        endedByDeath().forEach((name, writer) -> assertThatThrownBy(() -> writer.accept(patient))
                .as(name)
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("The patient is deceased: "));
    }

    @Test
    void aRecordOfADeceasedPatientTakesWhatIsAddedToIt() {
        var patient = onTeam("Late Report");
        set(patient, PatientStatus.DECEASED);
        for (var name : List.of("AlertService.add", "MeasureService.record", "ReferringContactService.set")) {
            Objects.requireNonNull(possibleAfterDeath().get(name)).accept(patient);
        }
    }

    @Test
    void aNoteIsWrittenForAVisitOnOrBeforeTheDayOfDeathOnly() {
        var patient = onTeam("Late Entry");
        var before = care.bookMassage(patient, care.today().minusDays(6));
        var after = care.bookMassage(patient, care.today().minusDays(2));
        var onTheDay = care.bookMassage(patient, care.today().minusDays(4));
        set(patient, PatientStatus.DECEASED, care.today().minusDays(4));
        assertThat(care.treat(before)).isNotNull();
        assertThat(care.treat(onTheDay)).isNotNull();
        assertThatThrownBy(() -> staff.as("therapist", () -> starts.begin(new VisitKey.Booked(after))))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith(
                        "The patient is deceased: a session note is only possible for a visit on or before");
    }

    @Test
    void aDraftOfAVisitAfterTheDeathIsNotSigned() {
        var patient = onTeam("Drafted");
        var visit = care.bookMassage(patient, care.today().minusDays(2));
        var note = staff.as("therapist", () -> starts.begin(new VisitKey.Booked(visit)));
        var version = staff.as("therapist", () -> notes.saveDraft(note, 0, TestCare.done()));
        set(patient, PatientStatus.DECEASED, care.today().minusDays(4));
        assertThatThrownBy(() -> care.asProven("therapist", () -> notes.sign(note, version)))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("The patient is deceased");
    }

    @Test
    void theNoteOfAVisitThatWasBookedOnAMergedRecordIsWrittenInTheRemainingOne() {
        var kept = care.treated("Note Kept");
        var merged = care.treated("Note Merged");
        var visit = care.bookMassage(merged, care.today());
        merge(merged, kept);
        var note = care.treat(visit);
        assertThat(staff.as("therapist", () -> notes.open(note)).orElseThrow().patient())
                .isEqualTo(kept);
    }

    @Test
    void aVisitOfAPlanOfAMergedRecordIsBookedInTheRemainingOne() {
        var kept = care.treated("Plan Kept");
        var merged = care.treated("Plan Merged");
        var plan = care.activePlan(merged, "Low back pain");
        merge(merged, kept);
        var planned = care.details(plan).visits().getFirst().id();
        var visit = care.bookMassage(merged, care.plannedDays(plan).getFirst(), planned);
        assertThat(visit).isNotNull();
        assertThat(care.details(plan).visits().getFirst().bookedOn())
                .isEqualTo(care.plannedDays(plan).getFirst());
    }

    @Test
    void whoWaitedForTheDeathOfThePatientBeginsNothing() {
        for (var writer : List.of("IntakeService.begin", "PlanService.begin", "ScheduleService.book")) {
            var patient = onTeam("Awaited " + writer.charAt(0));
            assertThatThrownBy(() -> during(
                            () -> assertThat(staff.as("chiropractor", () -> patients.details(patient))
                                            .orElseThrow()
                                            .status())
                                    .isEqualTo(PatientStatus.ACTIVE),
                            () -> set(patient, PatientStatus.DECEASED),
                            () -> Objects.requireNonNull(endedByDeath().get(writer))
                                    .accept(patient)))
                    .as(writer)
                    .isInstanceOf(Refused.class)
                    .hasMessageStartingWith("The patient is deceased: ");
        }
    }

    /** Lets somebody change the patient within a transaction that began before, and goes on with it. */
    private void during(Runnable before, Runnable change, Runnable then) {
        new TransactionTemplate(transactions).executeWithoutResult(begun -> {
            before.run();
            var another = new TransactionTemplate(transactions);
            another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            another.executeWithoutResult(changing -> change.run());
            then.run();
        });
    }

    private Map<String, Consumer<PatientId>> endedByDeath() {
        var all = new LinkedHashMap<String, Consumer<PatientId>>();
        all.put("ScheduleService.book", patient -> care.bookMassage(patient, care.emptyDay()));
        all.put("PlanService.begin", patient -> as("chiropractor", () -> plans.begin(patient)));
        all.put("IntakeService.begin", patient -> as("chiropractor", () -> intake.begin(patient, group.west, "")));
        all.put(
                "IntakeService.beginFromSubmission",
                patient -> as(
                        "chiropractor", () -> intake.beginFromSubmission(patient, group.west, IntakeDraft.of("Back"))));
        all.put(
                "IntakeService.beginExamination",
                patient -> as("chiropractor", () -> intake.beginExamination(patient, group.west, "Back")));
        all.put(
                "IntakeService.beginFromLead",
                patient -> staff.doAs(
                        "westdesk",
                        () -> intake.beginFromLead(patient, group.west, IntakeDraft.of("Back"), care.today())));
        all.put(
                "OnlineIntakeService.create",
                patient -> as("westdesk", () -> online.create(patient, group.west, false, UnaryOperator.identity())));
        all.put(
                "OrderService.place",
                patient -> as(
                        "therapist",
                        () -> orders.place(
                                patient,
                                OrderSource.of(new NoteId(Ids.next())),
                                new OrderDraft(
                                        OrderKind.MASSAGE,
                                        new Wanted(care.today().plusDays(30), false),
                                        null,
                                        ""),
                                false)));
        return all;
    }

    private Map<String, Consumer<PatientId>> possibleAfterDeath() {
        var all = new LinkedHashMap<String, Consumer<PatientId>>();
        all.put(
                "AlertService.add",
                patient -> as(
                        "chiropractor",
                        () -> alerts.add(
                                patient,
                                new AlertDraft(
                                        AlertKind.LATEX_ALLERGY, "", AlertAudience.EVERYBODY, care.today(), null),
                                OperationId.next())));
        all.put(
                "MeasureService.record",
                patient -> staff.doAs(
                        "chiropractor",
                        () -> measures.record(
                                patient,
                                List.of(new ScoreDraft(
                                        "NPRS_NOW",
                                        MeasureAnswers.score(4),
                                        care.today().minusDays(9))))));
        all.put("ReferringContactService.set", patient -> staff.doAs("westdesk", () -> referring.set(patient, null)));
        all.put(
                "ConsentService.give",
                patient -> as(
                        "manager",
                        () -> consents.give(
                                patient, new ConsentDraft(ConsentKind.TREATMENT, "2026-01", care.today()))));
        all.put(
                "CareTeamService.join",
                patient -> staff.doAs("manager", () -> careTeam.join(patient, group.therapist)));
        all.put(
                "CareTeamService.setRole",
                patient -> staff.doAs("chiropractor", () -> careTeam.setRole(patient, group.chiropractor, null)));
        all.put(
                "AttachmentService.receive",
                patient -> as("chiropractor", () -> {
                    try {
                        return attachments.receive(
                                patient, new ByteArrayInputStream("text".getBytes(StandardCharsets.UTF_8)));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
        all.put(
                "RelatedPersonService.add",
                patient -> as(
                        "westdesk",
                        () -> related.add(patient, new RelatedDraft(RelatedKind.SPOUSE, null, "Pat Doe", null))));
        all.put(
                "ReferralService.ask",
                patient -> as(
                        "chiropractor",
                        () -> referrals.ask(
                                patient,
                                new ReferralDraft(
                                        group.west,
                                        null,
                                        "Please examine the lumbar spine",
                                        ReferralPriority.ROUTINE,
                                        care.today().plusDays(7)),
                                null,
                                OperationId.next())));
        all.put(
                "ReactionService.record",
                patient -> as(
                        "chiropractor",
                        () -> reactions.record(
                                patient,
                                new ReactionDraft(
                                        care.today(),
                                        null,
                                        "Sore for a day",
                                        null,
                                        "",
                                        ReactionSeverity.MILD,
                                        ReactionOutcome.RESOLVED,
                                        null),
                                null,
                                null,
                                OperationId.next())));
        all.put("NoteErrorService.moveTo", patient -> {
            var note = care.earlierNote(care.treated("Written On"));
            care.asProven(
                    "therapist",
                    () -> errors.moveTo(
                            patient, note, notes.open(note).orElseThrow().version(), "It was the other patient"));
        });
        all.put("PatientStatusService.set", patient -> set(patient, PatientStatus.INACTIVE));
        all.put(
                "PatientStatusService.reactivate",
                patient -> staff.doAs("westdesk", () -> statuses.reactivate(patient, "The status was set by mistake")));
        all.put(
                "PatientService.correct",
                patient -> staff.doAs("manager", () -> {
                    var now = patients.details(patient).orElseThrow();
                    patients.correct(patient, now.version(), now.draft());
                }));
        return all;
    }

    private static Map<String, String> continuing() {
        var all = new LinkedHashMap<String, String>();
        because(
                all,
                "follows the signed note, the form or the plan from which it comes",
                "AlertService.addUnlessRunning",
                "AlertService.endRunning",
                "ConsentService.giveUnlessInForce",
                "MeasureService.amendSigned",
                "MeasureService.recordOfNote",
                "MeasureService.recordSigned",
                "MeasureService.withdrawOfNote",
                "OnlineConsentService.give",
                "OnlineConsentService.giveAsOf",
                "PlanJudgingService.judge",
                "PlanService.deliver",
                "PlanService.takeBack");
        because(
                all,
                "a red flag is never refused: it stands where it was found, and holds for all records",
                "SafetyService.answered",
                "ScreeningService.raise",
                "ScreeningService.raiseSigned",
                "ScreeningService.raiseTold",
                "TakenBackFlagService.takeBack");
        because(
                all,
                "an appointment that stands is moved, marked, passed on or undone; a new one is of ScheduleService.book",
                "AppointmentHandOverService.handOver",
                "AppointmentService.assessed",
                "AppointmentService.cancelOfPlan",
                "AppointmentService.give",
                "AppointmentService.markHeld",
                "AppointmentService.markHeldInRelation",
                "AppointmentService.moveNextVisitOn",
                "AppointmentUndoService.undoBooking");
        because(
                all,
                "asked for the existing patient by the conversion, and again by IntakeService.beginFromLead",
                "LeadConsultationService.convert",
                "LeadMatchService.dismiss",
                "LeadMatchService.undoDismissal");
        because(all, "asked again, of a file that AttachmentService.receive took", "AttachmentService.attach");
        because(
                all,
                "access to the record, not the record",
                "AskedRelationService.endByFlag",
                "AskedRelationService.endByTaking",
                "AskedRelationService.endToConclude",
                "AskedRelationService.findWhoMayClear",
                "AskedRelationService.relateByFlag",
                "AskedRelationService.relateByIntake",
                "AskedRelationService.relateByTaking",
                "AskedRelationService.relateToConclude",
                "AskedRelationService.relateToConfirm",
                "AskedRelationService.renewByTaking",
                "BreakGlassService.close",
                "BreakGlassService.endReading",
                "BreakGlassService.open",
                "BreakGlassService.openRestricted",
                "BreakGlassService.openToRead",
                "CareTeamService.leave",
                "RelationService.endByCareTeam",
                "RelationService.endRelation",
                "RelationService.handOverPlan",
                "RelationService.relateByAppointment",
                "RelationService.relateByCareTeam",
                "RelationService.relateByPlan",
                "SensitivePatientService.lift",
                "SensitivePatientService.mark",
                "SensitivePatientService.name",
                "SensitivePatientService.open",
                "SensitivePatientService.remove");
        because(
                all,
                "reads, and leaves an audit row",
                "ConsentService.isContactWithdrawn",
                "NotePrintService.print",
                "NoteSearchService.findByPatient",
                "OrderService.choice",
                "PatientService.open",
                "PatientService.print",
                "RecallService.open",
                "RecordExportService.begin",
                "RecordReadingService.end",
                "RecordReadingService.read");
        because(
                all,
                "keeps the header or an index of all records",
                "DuplicateSearchService.leaveOut",
                "DuplicateSearchService.look",
                "ImportedPatientService.remove",
                "PatientDuplicateSearchService.leaveOut",
                "PatientDuplicateSearchService.search",
                "PatientHeaderService.knownAt",
                "PatientHeaderService.nextVisitIs",
                "PatientHeaderService.noPlanRuns",
                "PatientHeaderService.noPlanShown",
                "PatientHeaderService.openFlagIs",
                "PatientHeaderService.openFlagRegrouped",
                "PatientHeaderService.openReactionIs",
                "PatientHeaderService.openReactionRegrouped",
                "PatientHeaderService.planIs",
                "PatientHeaderService.planShownIs",
                "PatientMergeService.merge",
                "PatientMergeService.unmerge",
                "PatientService.holdHeader",
                "PatientService.holdHeaderToMark");
        because(
                all,
                "of a recall that stands: a merged record and a patient who is not active leave the board",
                "RecallCheckService.check",
                "RecallCheckService.leaveOut",
                "RecallService.attempt",
                "RecallService.claim",
                "RecallService.decline",
                "RecallService.release",
                "RecallService.undo");
        return all;
    }

    private static void because(Map<String, String> all, String why, String... writers) {
        for (var writer : writers) {
            all.put(writer, why);
        }
    }

    /** The public methods of the services that may write and take a patient, alone or within a draft. */
    private Set<String> writers() {
        var found = new TreeSet<String>();
        for (var service : context.getBeansWithAnnotation(Service.class).values()) {
            var type = AopUtils.getTargetClass(service);
            if (type.getPackageName().startsWith("io.plumbline")) {
                Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isBridge())
                        .filter(method ->
                                Arrays.stream(method.getParameterTypes()).anyMatch(NewEntriesTest::namesPatient))
                        .filter(method -> writes(type, method))
                        .forEach(method -> found.add(type.getSimpleName() + "." + method.getName()));
            }
        }
        return found;
    }

    private static boolean namesPatient(Class<?> parameter) {
        return parameter == PatientId.class
                || parameter.isRecord()
                        && !parameter.getSimpleName().matches(".*(Details|Row|Record|Candidate|Export|KnownAt|Waiting)")
                        && Arrays.stream(parameter.getRecordComponents())
                                .anyMatch(component -> component.getType() == PatientId.class);
    }

    private static boolean writes(Class<?> type, Method method) {
        var own = AnnotatedElementUtils.findMergedAnnotation(method, Transactional.class);
        var stated = own == null ? AnnotatedElementUtils.findMergedAnnotation(type, Transactional.class) : own;
        return stated != null && !stated.readOnly();
    }

    private void as(String who, Supplier<?> action) {
        staff.doAs(who, action::get);
    }

    private void merge(PatientId merged, PatientId kept) {
        staff.doAs("manager", () -> merges.merge(merged, kept, "Same birth date, confirmed by phone"));
    }

    /** A patient whom the chiropractor sees also after the appointments are canceled. */
    private PatientId onTeam(String name) {
        var patient = care.treated(name);
        staff.doAs("manager", () -> careTeam.join(patient, group.chiropractor));
        staff.doAs("manager", () -> careTeam.join(patient, group.therapist));
        return patient;
    }

    private void set(PatientId patient, PatientStatus next) {
        set(patient, next, care.today());
    }

    private void set(PatientId patient, PatientStatus next, LocalDate since) {
        staff.doAs("westdesk", () -> statuses.set(patient, new StatusDraft(next, since, "The daughter called")));
    }
}
