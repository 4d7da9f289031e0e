package io.plumbline.plans;

import io.plumbline.phases.PhaseRules;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.signing.ContentHash;
import io.plumbline.taper.CarriedOver;
import io.plumbline.taper.PlannedService;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a plan says: the complaint, the services and when they begin, the goals, the diagnoses and the factors. */
@Embeddable
class PlanContent {
    private static final int MOST_SERVICES = 12;

    private String title;
    private String reasonForCare;
    private @Nullable LocalDate startsOn;

    @ElementCollection
    @CollectionTable(name = "plan_service", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "position")
    private List<PlannedService> services = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "plan_goal", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "position")
    private List<PlanGoal> goals = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "plan_diagnosis", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "position")
    @Column(name = "code")
    private List<String> diagnoses = new ArrayList<>();

    @Convert(converter = PlanColumns.Factors.class)
    private List<PlanFactor> factors = List.of();

    @Embedded
    private @Nullable TemplateOrigin template;

    @Convert(converter = PlanColumns.Before.class)
    private List<CarriedOver> carriedOver = List.of();

    @SuppressWarnings("NullAway.Init") // required by JPA, and written at once
    PlanContent() {}

    /**
     * Writes all of it but the rules of the phases.
     *
     * @throws Refused if there is no title or there are too many services; the message is for the user
     */
    void write(PlanDraft draft) {
        if (draft.services().size() > MOST_SERVICES) {
            throw new Refused("A plan has at most twelve lines");
        }
        title = TextLimit.required("The name of the plan", draft.title(), 120);
        reasonForCare = draft.reasonForCare();
        startsOn = draft.startsOn();
        replace(services, draft.services());
        replace(goals, draft.goals());
        replace(diagnoses, draft.diagnoses());
        factors = draft.factors();
        template = draft.template();
        carriedOver = draft.carriedOver();
    }

    /** Keeps the rows where nothing changes, so that none is written. */
    private static <T> void replace(List<T> rows, List<T> now) {
        if (!rows.equals(now)) {
            rows.clear();
            rows.addAll(now);
        }
    }

    void replaceServices(List<PlannedService> now) {
        replace(services, now);
    }

    /**
     * Records what has become of a contributing factor.
     *
     * @throws Refused if there is no such factor
     */
    void noteFactor(String code, PlanFactor.Status now) {
        if (factors.stream().noneMatch(factor -> factor.code().equals(code))) {
            throw new Refused("The plan no longer has this contributing factor");
        }
        factors = factors.stream()
                .map(factor -> factor.code().equals(code) ? factor.withStatus(now) : factor)
                .toList();
    }

    /** Gives the services of open visits to another practitioner; those of phases that are over stay as they were given. */
    void handOver(List<PlannedVisit> open, StaffId from, StaffId to) {
        replaceServices(services.stream()
                .map(line -> from.equals(line.practitionerId()) && open.stream().anyMatch(visit -> visit.isOf(line))
                        ? line.with(to)
                        : line)
                .toList());
    }

    /**
     * Returns the first day of a plan that can be activated.
     *
     * @throws Refused if the reason for care or a goal is missing; the message is for the user
     */
    LocalDate startOfComplete() {
        TextLimit.required("The reason for care", reasonForCare, 200);
        if (goals.isEmpty()) {
            throw new Refused("Add a goal: a plan needs at least one");
        }
        return start();
    }

    /**
     * Returns a key of the patient's complaint, so that a patient has one plan for each. It is the same for reasons for
     * care that differ only in case, white space or invisible characters.
     */
    String complaintOf(PatientId patient) {
        var sameness = Normalizer.normalize(reasonForCare, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{C}", "")
                .replaceAll("[\\p{Z}\\s]+", " ")
                .strip();
        return ContentHash.of(List.of(patient, sameness));
    }

    boolean plans(AppointmentType service) {
        return services.stream().anyMatch(line -> line.service() == service);
    }

    PlanDraft draft(List<PhaseRules> rules) {
        return new PlanDraft(
                title, reasonForCare, startsOn, services, goals, diagnoses, rules, factors, template, carriedOver);
    }

    String title() {
        return title;
    }

    @Nullable
    LocalDate startsOn() {
        return startsOn;
    }

    /** Returns the first day of a plan that has been activated. */
    LocalDate start() {
        return Objects.requireNonNull(startsOn);
    }

    List<PlannedService> services() {
        return services;
    }

    List<PlanGoal> goals() {
        return List.copyOf(goals);
    }
}
