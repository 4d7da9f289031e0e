package io.plumbline.plans.ui;

import com.vaadin.flow.component.html.Anchor;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.documents.DocumentDownloads;
import io.plumbline.documents.PrintedDocument;
import io.plumbline.documents.PrintedDocument.Facts;
import io.plumbline.documents.PrintedDocument.Table;
import io.plumbline.measures.OutcomeMeasures;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientService;
import io.plumbline.plans.PlanDetails;
import io.plumbline.plans.PlanGoal;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.PlanStatus;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.practitioners.credentials.CredentialService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ui.SignatureCard;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A treatment plan as a document. */
@Component
class PlanDocument {
    private final PlanService plans;
    private final PatientService patients;
    private final PractitionerService practitioners;
    private final CredentialService credentials;
    private final ClinicService clinics;
    private final OutcomeMeasures measures;
    private final DocumentDownloads downloads;
    private final Clock clock;

    PlanDocument(
            PlanService plans,
            PatientService patients,
            PractitionerService practitioners,
            CredentialService credentials,
            ClinicService clinics,
            OutcomeMeasures measures,
            DocumentDownloads downloads,
            Clock clock) {
        this.plans = plans;
        this.patients = patients;
        this.practitioners = practitioners;
        this.credentials = credentials;
        this.clinics = clinics;
        this.measures = measures;
        this.downloads = downloads;
        this.clock = clock;
    }

    /** Returns the link that downloads a plan. */
    Anchor link(PlanId plan) {
        return downloads.link("treatment-plan.pdf", () -> print(plan));
    }

    /** Returns the document and records it; empty if the plan is a draft, or not available to the current user. */
    Optional<PrintedDocument> print(PlanId id) {
        return plans.print(id).flatMap(plan -> patients.details(plan.patient()).map(patient -> of(plan, patient)));
    }

    private PrintedDocument of(PlanDetails plan, PatientDetails patient) {
        var clinic = clinics.label(plan.clinic());
        var parts = new ArrayList<PrintedDocument.Part>();
        if (plan.clinicalHold() || plan.thrustHold()) {
            parts.add(new PrintedDocument.Notice("Clinical hold", capitalized(held(plan))));
        }
        var facts = new ArrayList<String>(List.of(
                "Plan",
                plan.title(),
                "Status",
                plan.status().label(),
                "Visits",
                plan.delivered() + " of " + plan.visits().size() + " delivered"));
        var clinical = plan.clinical();
        if (clinical != null) {
            facts.addAll(List.of("Reason for care", clinical.draft().reasonForCare()));
            clinical.draft().diagnoses().stream()
                    .flatMap(code -> plans.diagnoses().find(code).stream())
                    .forEach(diagnosis -> facts.addAll(List.of("Diagnosis", diagnosis.words())));
            clinical.draft().goals().forEach(goal -> facts.addAll(List.of("Goal", goal(goal))));
        }
        plan.history().stream()
                .filter(step -> step.to() == PlanStatus.ACTIVE)
                .findFirst()
                .ifPresent(step -> facts.addAll(List.of(
                        "Activated by",
                        step.by(),
                        SignatureCard.CREDENTIAL,
                        credentials
                                .findBySigners(Set.of(step.actor()))
                                .atSigning(step.actor(), step.at(), clinic.zone()))));
        parts.add(Facts.of("Plan", facts.toArray(String[]::new)));
        parts.add(visits(plan, clinic));
        parts.add(history(plan, clinic));
        return PrintedDocument.ofPatient(plan.clinic(), "Treatment plan", patient.header(), parts);
    }

    private String goal(PlanGoal goal) {
        var about = goal.activity().isEmpty() ? measures.require(goal.measure()).name() : goal.activity();
        return about + " from " + words(goal.baseline()) + " to " + words(goal.target())
                + (goal.dueOn() == null ? "" : " by " + Dates.dayAndYear(goal.dueOn()));
    }

    private static String words(@Nullable BigDecimal number) {
        return number == null ? "not recorded" : number.stripTrailingZeros().toPlainString();
    }

    /** Returns what a clinical hold forbids. */
    static String held(PlanDetails plan) {
        return plan.clinicalHold()
                ? "no treatment and no exercise session may be booked until a chiropractor has cleared the patient."
                : "no adjustment may be booked until a chiropractor has decided.";
    }

    private static String capitalized(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private Table visits(PlanDetails plan, ClinicLabel clinic) {
        var today = clinic.today(clock);
        var names = practitioners.namesOf(
                plan.visits().stream().map(PlanDetails.Visit::practitioner).collect(Collectors.toSet()));
        return new Table(
                "Visits",
                List.of("Visit", "Day", "Phase", "Treatment", "Practitioner", "Status"),
                plan.visits().stream()
                        .map(visit -> List.of(
                                String.valueOf(visit.position()),
                                PlanVisits.plannedOn(visit),
                                visit.phase().label(),
                                visit.service().label(),
                                PlanVisits.givenBy(visit, names),
                                PlanVisits.state(plan, visit, today)
                                        .getElement()
                                        .getTextRecursively()))
                        .toList());
    }

    private static Table history(PlanDetails plan, ClinicLabel clinic) {
        return new Table(
                "History",
                List.of("When", "Status", "By", "Reason"),
                plan.history().stream()
                        .map(step -> List.of(
                                Dates.stampWithZone(step.at(), clinic.zone()),
                                PlanHistory.verb(step),
                                step.by(),
                                Objects.requireNonNullElse(step.reason(), "")))
                        .toList());
    }
}
