package io.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.access.accounts.AccountService;
import io.plumbline.access.breakglass.BreakGlassEscalationService;
import io.plumbline.access.breakglass.BreakGlassFilter;
import io.plumbline.access.breakglass.BreakGlassService;
import io.plumbline.answers.AnswerFilter;
import io.plumbline.answers.AnswerService;
import io.plumbline.audit.AuditFilter;
import io.plumbline.audit.AuditService;
import io.plumbline.audit.anomalies.AnomalyService;
import io.plumbline.audit.anomalies.AnomalyState;
import io.plumbline.clinics.ClinicService;
import io.plumbline.exercises.ExerciseFilter;
import io.plumbline.exercises.ExerciseService;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.duplicates.DuplicateCandidateService;
import io.plumbline.leads.duplicates.DuplicateFilter;
import io.plumbline.leads.list.LeadFilter;
import io.plumbline.leads.list.LeadListService;
import io.plumbline.leads.queue.CallQueueService;
import io.plumbline.leads.queue.LeadBoardService;
import io.plumbline.leads.queue.LeadQueueFilter;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.backlog.UnsignedNoteService;
import io.plumbline.orders.OrderFilter;
import io.plumbline.orders.OrderListService;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.duplicates.PatientDuplicateFilter;
import io.plumbline.patients.duplicates.PatientDuplicateService;
import io.plumbline.plans.worklist.PlanCountService;
import io.plumbline.plans.worklist.PlanFilter;
import io.plumbline.plans.worklist.PlanNarrowing;
import io.plumbline.plans.worklist.PlanWorklistService;
import io.plumbline.practitioners.credentials.CredentialService;
import io.plumbline.practitioners.directory.PractitionerDirectoryService;
import io.plumbline.practitioners.directory.PractitionerFilter;
import io.plumbline.reactions.ReactionFollowUpService;
import io.plumbline.recalls.RecallFilter;
import io.plumbline.recalls.RecallListService;
import io.plumbline.referrals.ContactFilter;
import io.plumbline.referrals.ContactService;
import io.plumbline.referrals.ReferralFilter;
import io.plumbline.referrals.ReferralListService;
import io.plumbline.safety.FlagFilter;
import io.plumbline.safety.SafetyService;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.ui.FindSource;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import io.plumbline.support.Statements;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A page of any list costs at most two statements; the audit row apart. */
@DemoTest
class ListStatementsTest {
    private static final int PAGE = 50;

    @Autowired
    Staff staff;

    @Autowired
    Statements statements;

    @TestFactory
    Stream<DynamicTest> aPageCostsAtMostTwoStatements(
            @Autowired AccountService accounts,
            @Autowired AnomalyService anomalies,
            @Autowired AnswerService answers,
            @Autowired AuditService audit,
            @Autowired ClinicService clinics,
            @Autowired ExerciseService exercises,
            @Autowired LeadService leads,
            @Autowired CallQueueService callQueue,
            @Autowired LeadListService leadLists,
            @Autowired DuplicateCandidateService duplicates,
            @Autowired PatientDuplicateService patientDuplicates,
            @Autowired LeadBoardService board,
            @Autowired NoteService notes,
            @Autowired BreakGlassService breakGlass,
            @Autowired BreakGlassEscalationService escalations,
            @Autowired PatientService patients,
            @Autowired PlanWorklistService worklist,
            @Autowired PlanCountService planCounts,
            @Autowired RecallListService recalls,
            @Autowired PractitionerDirectoryService practitioners,
            @Autowired CredentialService credentials,
            @Autowired ContactService contacts,
            @Autowired ReferralListService referrals,
            @Autowired OrderListService orders,
            @Autowired ReactionFollowUpService followUps,
            @Autowired SafetyService safety,
            @Autowired ScheduleService schedule,
            @Autowired UnsignedNoteService unsigned) {
        return Stream.of(
                page("accounts", "admin", () -> accounts.list(null, PAGE)),
                page("audit trail", "auditor", () -> audit.list(AuditFilter.NONE, null, PAGE)),
                page("audit trail of a patient", "auditor", () -> audit.list(ofPatient("P-1"), null, PAGE)),
                page("anomalies", "auditor", () -> anomalies.list(AnomalyState.OPEN, null, PAGE)),
                page("opened with a reason", "manager", () -> breakGlass.list(BreakGlassFilter.ALL, null, PAGE)),
                page("opened with a reason", "auditor", () -> breakGlass.list(BreakGlassFilter.ALL, null, PAGE)),
                page("to review", "manager", () -> breakGlass.list(BreakGlassFilter.TO_REVIEW, null, PAGE)),
                page("not justified", "manager", () -> breakGlass.list(BreakGlassFilter.NOT_JUSTIFIED, null, PAGE)),
                page("overdue reviews", "admin", escalations::findOverdue),
                page("clinics", "manager", clinics::findForCurrentUser),
                page("exercises", "therapist", () -> exercises.list(ExerciseFilter.ALL, null, PAGE)),
                page("answers", "therapist", () -> answers.list(AnswerFilter.ALL, null, PAGE)),
                page("leads by filters", "manager", () -> leadLists.list(LeadFilter.NONE, null, PAGE)),
                page(
                        "leads by words",
                        "frontdesk",
                        () -> leadLists.list(
                                new LeadFilter(null, null, null, null, null, null, null, null, "an 01"), null, PAGE)),
                page("board", "manager", () -> board.cards(Map.of(LeadStatus.NEW, 10, LeadStatus.CONVERTED, 10))),
                page("possible duplicates", "manager", () -> duplicates.list(DuplicateFilter.OPEN, null, PAGE)),
                page(
                        "possible duplicates of patients",
                        "manager",
                        () -> patientDuplicates.list(PatientDuplicateFilter.OPEN, null, PAGE)),
                page("count of possible duplicates of patients", "manager", patientDuplicates::count),
                page("leads", "manager", () -> callQueue.queue(null, PAGE)),
                page("leads", "frontdesk", () -> callQueue.queue(null, PAGE)),
                page("leads claimed", "manager", () -> callQueue.queue(LeadQueueFilter.MINE, null, PAGE)),
                page("leads to claim", "frontdesk", () -> callQueue.queue(LeadQueueFilter.UNCLAIMED, null, PAGE)),
                page("leads in review", "manager", () -> callQueue.queue(LeadQueueFilter.CLINICAL_REVIEW, null, PAGE)),
                page("leads by part", "manager", callQueue::countShown),
                page("visits that want a note", "therapist", notes::visitsToday),
                page("patients", "manager", () -> patients.list(null, PAGE)),
                page("patients", "therapist", () -> patients.list(null, PAGE)),
                page("plans", "manager", () -> worklist.findPage(PlanFilter.ALL, PlanNarrowing.NONE, null, PAGE)),
                page(
                        "plans without a next visit",
                        "manager",
                        () -> worklist.findPage(PlanFilter.NOT_BOOKED, PlanNarrowing.NONE, null, PAGE)),
                page(
                        "plans that need somebody",
                        "manager",
                        () -> worklist.findPage(PlanFilter.NEEDS_YOU, PlanNarrowing.NONE, null, PAGE)),
                page("plans by filter", "manager", () -> planCounts.byFilter(PlanNarrowing.NONE)),
                page("plans", "chiropractor", () -> worklist.findPage(PlanFilter.ALL, PlanNarrowing.NONE, null, PAGE)),
                page("recalls", "manager", () -> recalls.findPage(RecallFilter.TODAY, null, PAGE)),
                page("recalls by filter", "frontdesk", () -> recalls.count(RecallFilter.TODAY)),
                page("orders", "frontdesk", () -> orders.findPage(OrderFilter.OPEN, null, PAGE)),
                page("orders with counts", "manager", () -> orders.first(OrderFilter.OPEN, PAGE)),
                page("orders of mine", "therapist", () -> orders.first(OrderFilter.DECLINED, PAGE)),
                page("contacts", "manager", () -> contacts.list(ContactFilter.ACTIVE, null, PAGE)),
                page("referrals", "chiropractor", () -> referrals.first(ReferralFilter.OPEN, false, PAGE)),
                page("referrals overdue", "chiropractor", () -> referrals.first(ReferralFilter.OVERDUE, true, PAGE)),
                page("referrals", "therapist", () -> referrals.first(ReferralFilter.ALL, false, PAGE)),
                page("follow-ups due", "therapist", () -> followUps.due(PAGE)),
                page("follow-ups due", "manager", () -> followUps.due(PAGE)),
                page("unsigned notes", "manager", () -> unsigned.list(null, PAGE)),
                page("practitioners", "frontdesk", () -> practitioners.list(PractitionerFilter.none(), null, PAGE)),
                page("credentials that end", "manager", credentials::expiring),
                page("patients searched", "manager", () -> patients.search("sal ru 0101")),
                page("patients searched", "therapist", () -> patients.search("sal ru")),
                page("leads by status", "manager", leads::countByStatus),
                page("red flags", "chiropractor", () -> safety.open(FlagFilter.ALL, null, PAGE)),
                page("today's appointments", "manager", schedule::today),
                page("today's appointments", "chiropractor", schedule::today));
    }

    @TestFactory
    Stream<DynamicTest> aSearchOverEverythingCostsAtMostTwoStatementsPerSource(@Autowired List<FindSource> sources) {
        return Stream.of("manager", "chiropractor", "frontdesk")
                .flatMap(who -> sources.stream().map(source -> finds(source, who)));
    }

    private DynamicTest finds(FindSource source, String who) {
        return DynamicTest.dynamicTest(
                source.heading() + " found as " + who,
                () -> staff.doAs(who, () -> {
                    if (source.isForCurrentUser() && !source.heading().equals("Screens")) {
                        Runnable find = () -> source.find("ca", 6);
                        find.run();
                        assertThat(statements.of(find)).hasSizeLessThanOrEqualTo(2);
                    }
                }));
    }

    private static AuditFilter ofPatient(String number) {
        return new AuditFilter(null, number, null, null, null);
    }

    private DynamicTest page(String list, String who, Runnable read) {
        return DynamicTest.dynamicTest(
                list + " as " + who,
                () -> staff.doAs(who, () -> {
                    read.run();
                    assertThat(statements.of(read)).isNotEmpty().hasSizeLessThanOrEqualTo(2);
                }));
    }
}
