package io.plumbline.support;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.intake.IntakeDraft;
import io.plumbline.intake.IntakeMore;
import io.plumbline.intake.IntakeOutcome;
import io.plumbline.intake.IntakeService;
import io.plumbline.intake.MarkedArea;
import io.plumbline.patients.PatientService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.safety.ScreeningService;
import io.plumbline.safety.contraindications.ContraindicationAnswer.Decision;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Pain;
import io.plumbline.shared.ids.IntakeId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Intake notes of demo patients that the therapist left to a chiropractor. */
@Lazy
@Component
@Profile("test")
public class LeftIntakes {
    private final Staff staff;
    private final PatientService patients;
    private final IntakeService intake;
    private final ScreeningService screening;
    private final IdentityService identity;

    LeftIntakes(
            Staff staff,
            PatientService patients,
            IntakeService intake,
            ScreeningService screening,
            IdentityService identity) {
        this.staff = staff;
        this.patients = patients;
        this.intake = intake;
        this.screening = screening;
        this.identity = identity;
    }

    /** A note of a patient of therapist and chiropractor, signed by the therapist. */
    public IntakeId signed(String patientName, String complaint) {
        return signed(patientName, complaint, found(complaint, IntakeOutcome.CHIROPRACTOR_TO_DECIDE));
    }

    /** As {@link #signed(String, String)}, but concluded, and with a contraindication to a thrust left open. */
    public IntakeId leavingThrust(String patientName, String complaint) {
        var found = found(complaint, IntakeOutcome.SUITABLE);
        var left = new TreeMap<>(Map.of(
                "THRUST_HYPERMOBILITY",
                TestCare.answered("THRUST_HYPERMOBILITY", Decision.CHIROPRACTOR_TO_DECIDE, "")));
        var more = found.more();
        return signed(patientName, complaint, found.with(more.with(more.history(), left, more.examination())));
    }

    private IntakeId signed(String patientName, String complaint, IntakeDraft draft) {
        return staff.as("therapist", () -> {
            var patient = patients.list(null, 100).stream()
                    .filter(row -> row.name().equals(patientName))
                    .findFirst()
                    .orElseThrow()
                    .id();
            var clinic = patients.open(patient).orElseThrow().clinics().stream()
                    .filter(CurrentUser.current().clinics()::contains)
                    .findFirst()
                    .orElseThrow();
            var note = intake.begin(patient, clinic, complaint);
            var version = intake.saveDraft(note, 0, draft);
            identity.prove("demo-therapist-pass");
            intake.sign(note, version);
            return note;
        });
    }

    private IntakeDraft found(String complaint, IntakeOutcome outcome) {
        return new IntakeDraft(
                        complaint,
                        "",
                        new Pain(5),
                        null,
                        null,
                        List.of(new MarkedArea(new BodyRegion("back-lumbar-left"), "", new Pain(5), null)),
                        Set.of(),
                        List.of(),
                        screening.rules().asked().stream()
                                .collect(Collectors.toMap(ScreeningRules.Rule::id, rule -> ScreeningAnswer.NO)),
                        true,
                        outcome,
                        IntakeMore.EMPTY)
                .with(IntakeMore.EMPTY.with(TestCare.ALIGNED));
    }
}
