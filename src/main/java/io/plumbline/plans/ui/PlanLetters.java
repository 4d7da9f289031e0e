package io.plumbline.plans.ui;

import com.vaadin.flow.component.html.Anchor;
import io.plumbline.clinics.ClinicService;
import io.plumbline.documents.DocumentDownloads;
import io.plumbline.documents.PrintedDocument;
import io.plumbline.documents.PrintedDocument.Facts;
import io.plumbline.documents.PrintedDocument.Table;
import io.plumbline.intake.IntakeVocabulary;
import io.plumbline.measures.MeasureService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.phases.GoalFact;
import io.plumbline.plans.PlanDetails;
import io.plumbline.plans.PlanDraft;
import io.plumbline.plans.PlanFactor;
import io.plumbline.plans.PlanGoal;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.PlanStepService;
import io.plumbline.plans.PlanStepService.Outlook;
import io.plumbline.practitioners.credentials.CredentialService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ui.SignatureCard;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The letters of a plan: a page for the patient while it runs, and a discharge summary when it is over. */
@Component
class PlanLetters {
    private final PlanService plans;
    private final PlanStepService steps;
    private final MeasureService measures;
    private final PatientService patients;
    private final ClinicService clinics;
    private final CredentialService credentials;
    private final IntakeVocabulary vocabulary;
    private final DocumentDownloads downloads;
    private final Clock clock;

    PlanLetters(
            PlanService plans,
            PlanStepService steps,
            MeasureService measures,
            PatientService patients,
            ClinicService clinics,
            CredentialService credentials,
            IntakeVocabulary vocabulary,
            DocumentDownloads downloads,
            Clock clock) {
        this.plans = plans;
        this.steps = steps;
        this.measures = measures;
        this.patients = patients;
        this.clinics = clinics;
        this.credentials = credentials;
        this.vocabulary = vocabulary;
        this.downloads = downloads;
        this.clock = clock;
    }

    /** Returns the link to the letter that fits a plan; empty for a draft, and for those who may not read it. */
    Optional<Anchor> link(PlanDetails plan) {
        if (plan.clinical() == null) {
            return Optional.empty();
        }
        if (plan.status().isRunning()) {
            return Optional.of(named("Letter to the patient", downloads.link("letter.pdf", () -> letter(plan.id()))));
        }
        return plan.status().isOver()
                ? Optional.of(
                        named("Discharge summary", downloads.link("discharge-summary.pdf", () -> discharge(plan.id()))))
                : Optional.empty();
    }

    private static Anchor named(String words, Anchor link) {
        link.setText(words + " (PDF)");
        return link;
    }

    /** Returns the letter and records it; empty if the plan does not run, or is not available to the current user. */
    Optional<PrintedDocument> letter(PlanId id) {
        return plans.print(id)
                .filter(plan -> plan.status().isRunning() && plan.clinical() != null)
                .flatMap(plan -> patients.details(plan.patient()).map(patient -> letter(plan, patient)));
    }

    /** Returns the summary and records it; empty if the plan is not over, or not available to the current user. */
    Optional<PrintedDocument> discharge(PlanId id) {
        return plans.print(id)
                .filter(plan -> plan.status().isOver() && plan.clinical() != null)
                .flatMap(plan -> patients.details(plan.patient())
                        .flatMap(patient -> steps.outlook(plan, measures.findByPatient(patient))
                                .map(outlook -> discharge(plan, patient, outlook))));
    }

    private PrintedDocument letter(PlanDetails plan, PatientDetails patient) {
        var draft = Objects.requireNonNull(plan.clinical()).draft();
        var today = clinics.label(plan.clinic()).today(clock);
        var facts = new ArrayList<>(List.of(
                "Reason for care",
                draft.reasonForCare(),
                "Started",
                draft.startsOn() == null ? "" : Dates.dayAndYear(draft.startsOn()),
                "Visits",
                plan.delivered() + " of " + plan.visits().size() + " done"));
        nextBooked(plan, today).ifPresent(day -> facts.addAll(List.of("Next visit", Dates.dayAndYear(day))));
        var parts = new ArrayList<PrintedDocument.Part>();
        parts.add(Facts.of("Your plan", facts.toArray(String[]::new)));
        parts.add(new Table(
                "Your visits",
                List.of("Part of the plan", "Treatment", "How often", "Visits"),
                draft.services().stream()
                        .map(line -> List.of(
                                line.phase().label(),
                                line.service().label(),
                                line.frequency().label(),
                                String.valueOf(line.visits())))
                        .toList()));
        parts.add(new Table(
                "Your goals",
                List.of("Goal", "At the start", "Target", "By"),
                draft.goals().stream().map(this::goal).toList()));
        parts.add(Facts.of("What you can do yourself", homework(draft)));
        return PrintedDocument.ofPatient(plan.clinic(), "Your treatment plan", patient.header(), parts);
    }

    private PrintedDocument discharge(PlanDetails plan, PatientDetails patient, Outlook outlook) {
        var draft = Objects.requireNonNull(plan.clinical()).draft();
        var zone = clinics.zoneOf(plan.clinic());
        var end = plan.history().getLast();
        var facts = new ArrayList<>(List.of("Plan", plan.title(), "Reason for care", draft.reasonForCare()));
        draft.diagnoses().stream()
                .flatMap(code -> plans.diagnoses().find(code).stream())
                .forEach(diagnosis -> facts.addAll(List.of("Diagnosis", diagnosis.words())));
        facts.addAll(List.of(
                "Care",
                care(plan),
                "From",
                Dates.dayAndYear(Objects.requireNonNull(draft.startsOn())),
                "Until",
                Dates.dayAndYear(end.at().atZone(zone).toLocalDate()),
                "Outcome",
                plan.status().label(),
                "Reason",
                Objects.requireNonNullElse(end.reason(), ""),
                "By",
                end.by(),
                SignatureCard.CREDENTIAL,
                credentials.findBySigners(Set.of(end.actor())).atSigning(end.actor(), end.at(), zone)));
        var parts = new ArrayList<PrintedDocument.Part>();
        parts.add(Facts.of("Summary", facts.toArray(String[]::new)));
        parts.add(new Table(
                "Goals",
                List.of("Goal", "At the start", "Last", "Result"),
                outlook.goals().stream().map(PlanLetters::result).toList()));
        parts.add(reevaluations(outlook, zone));
        parts.add(new Table(
                "Contributing factors",
                List.of("Factor", "Status", "Addressed by"),
                draft.factors().stream()
                        .map(factor -> List.of(
                                vocabulary.nameOf(factor.code()),
                                factor.status().label(),
                                factor.addressedBy()))
                        .toList()));
        return PrintedDocument.ofPatient(plan.clinic(), "Discharge summary", patient.header(), parts);
    }

    private static Optional<LocalDate> nextBooked(PlanDetails plan, LocalDate today) {
        return plan.visits().stream()
                .map(PlanDetails.Visit::bookedOn)
                .filter(day -> day != null && !day.isBefore(today))
                .min(LocalDate::compareTo);
    }

    private List<String> goal(PlanGoal goal) {
        return List.of(
                goal.activity().isEmpty()
                        ? measures.measures().require(goal.measure()).name()
                        : goal.activity(),
                DraftWords.number(goal.baseline()),
                DraftWords.number(goal.target()),
                goal.dueOn() == null ? "" : Dates.dayAndYear(goal.dueOn()));
    }

    private String[] homework(PlanDraft draft) {
        return draft.factors().stream()
                .filter(factor -> factor.status() != PlanFactor.Status.RESOLVED
                        && !factor.atHome().isEmpty())
                .flatMap(factor -> Stream.of(vocabulary.nameOf(factor.code()), factor.atHome()))
                .toArray(String[]::new);
    }

    /** Returns the delivered visits of each service, such as <em>Massage: 10 of 12</em>. */
    private static String care(PlanDetails plan) {
        return plan.visits().stream()
                .collect(Collectors.groupingBy(
                        PlanDetails.Visit::service, () -> new EnumMap<>(AppointmentType.class), Collectors.toList()))
                .entrySet()
                .stream()
                .map(service -> service.getKey().label() + ": "
                        + service.getValue().stream()
                                .filter(visit -> visit.deliveredOn() != null)
                                .count()
                        + " of " + service.getValue().size() + " visits")
                .collect(Collectors.joining(", "));
    }

    private static List<String> result(GoalFact goal) {
        var last = goal.now() == null || goal.measuredOn() == null
                ? "not measured again"
                : DraftWords.number(goal.now()) + " on " + Dates.dayAndYear(goal.measuredOn());
        var result = goal.isReached()
                ? "Reached"
                : goal.course() == null ? "" : goal.course().label();
        return List.of(goal.name(), DraftWords.number(goal.baseline()), last, result);
    }

    private static Table reevaluations(Outlook outlook, ZoneId zone) {
        return new Table(
                "Re-evaluations",
                List.of("Day", "Found", "Decided", "Reason"),
                outlook.decisions().reversed().stream()
                        .filter(row -> row.course() != null && row.reevaluation() != null)
                        .map(row -> List.of(
                                Dates.dayAndYear(row.at().atZone(zone).toLocalDate()),
                                Objects.requireNonNull(row.course()).label(),
                                Objects.requireNonNull(row.reevaluation()).label(),
                                row.reason()))
                        .toList());
    }
}
