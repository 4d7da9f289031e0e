package io.plumbline.safety.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import io.plumbline.access.AtClinic;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientSection;
import io.plumbline.patients.PatientTab;
import io.plumbline.safety.ClearanceService;
import io.plumbline.safety.Evidence;
import io.plumbline.safety.FlagDetails;
import io.plumbline.safety.FlagStatus;
import io.plumbline.safety.SafetyService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.StatusBadge.Tone;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import java.time.Clock;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** The patient's red flags, for those who treat the patient; a chiropractor decides them here. */
@Order(0)
@org.springframework.stereotype.Component
class FlagsOfPatient implements PatientSection {
    private final SafetyService safety;
    private final ClearanceService clearances;
    private final Decisions decisions;
    private final ClinicService clinics;
    private final Clock clock;

    FlagsOfPatient(
            SafetyService safety,
            ClearanceService clearances,
            Decisions decisions,
            ClinicService clinics,
            Clock clock) {
        this.safety = safety;
        this.clearances = clearances;
        this.decisions = decisions;
        this.clinics = clinics;
        this.clock = clock;
    }

    @Override
    public Place place() {
        return Place.TOP;
    }

    @Override
    public Optional<Component> of(PatientDetails patient) {
        if (patient.clinical() == null) {
            return Optional.empty();
        }
        var flags = safety.findByPatient(patient);
        if (flags.isEmpty()) {
            return Optional.empty();
        }
        var items = flags.stream().map(flag -> item(flag, patient));
        return Optional.of(Ui.card("Red flags", Ui.list("stack-3", items)));
    }

    private Div item(FlagDetails flag, PatientDetails patient) {
        var awaitsDecision = FlagStatus.AWAITING_DECISION.contains(flag.status());
        var words = Ui.div("stack-0 grow", Ui.text("strong", flag.flag()));
        if (!flag.found().question().isEmpty()) {
            words.add(Ui.text("", flag.found().question() + " Yes"));
        }
        if (flag.reason() != null) {
            words.add(Ui.text("muted", FlagWords.outcome(flag)));
        }
        var mayDecide = AtClinic.may(Permission.FLAG_DECIDE, patient.clinics());
        if (flag.proposed() != null) {
            words.add(Ui.text(
                    flag.waitsForSecond() ? "" : "muted",
                    FlagWords.proposed(flag.proposed(), flag.waitsForSecond(), clinics.zoneOf(flag.clinic()))));
        }
        if (flag.evidence() != null) {
            words.add(Ui.text("muted", FlagWords.evidence(flag.evidence())));
            document(flag, patient, flag.evidence(), mayDecide).ifPresent(words::add);
        }
        if (flag.outcomeDueAt() != null) {
            words.add(Ui.text(
                    "", FlagWords.awaited(flag.outcomeDueAt(), clinics.zoneOf(flag.clinic()), clock.instant())));
        }
        if (flag.status().awaitsOutcome() && mayDecide) {
            words.add(new Anchor(Routes.newReferral(patient.id(), flag.id()), "Write the referral"));
        }
        var seen = flag.acknowledged();
        if (awaitsDecision && seen != null) {
            words.add(Ui.text("muted", FlagWords.acknowledged(seen, clinics.zoneOf(flag.clinic()), clock.instant())));
        }
        var line = Ui.div(
                "line flag-line",
                new StatusBadge(
                        flag.isInForce() ? FlagWords.tone(flag.level()) : Tone.NEUTRAL,
                        Icon.FLAG,
                        awaitsDecision
                                ? flag.level().fullLabel()
                                : flag.level().said(flag.status().label())),
                words);
        if (mayDecide && flag.status() == FlagStatus.RAISED) {
            var acknowledge = new Button("Acknowledge", e -> acknowledge(flag));
            acknowledge.addThemeVariants(ButtonVariant.TERTIARY);
            acknowledge.setAriaLabel("Acknowledge: " + flag.flag() + ", " + patient.name());
            line.add(acknowledge);
        }
        if (mayDecide && !flag.status().next(flag.level()).isEmpty()) {
            var decide = new Button(
                    "Decide…",
                    e -> decisions.ask(flag, patient, clinics.zoneOf(flag.clinic()), () -> UI.getCurrentOrThrow()
                            .refreshCurrentRoute(false)));
            decide.setAriaLabel("Decide: " + flag.flag() + ", " + patient.name());
            line.add(decide);
        }
        return line;
    }

    /** The document of an outside examiner: where it is, or that it is still to come. */
    private Optional<Component> document(FlagDetails flag, PatientDetails patient, Evidence shown, boolean mayDecide) {
        if (shown.documentId() != null) {
            return Optional.of(new Anchor(PatientTab.FILES.address(patient.id()), "Document of the examination"));
        }
        if (shown.documentAskedOn() == null) {
            return Optional.empty();
        }
        var awaited = Ui.text("", "Document requested on " + Dates.dayAndYear(shown.documentAskedOn()));
        if (!mayDecide) {
            return Optional.of(awaited);
        }
        var link = new Button("Link the document…", e -> new DocumentDialog(
                        clearances, flag, () -> UI.getCurrentOrThrow().refreshCurrentRoute(false))
                .open());
        link.addThemeVariants(ButtonVariant.TERTIARY);
        link.setAriaLabel("Link the document: " + flag.flag() + ", " + patient.name());
        return Optional.of(Ui.div("cluster", awaited, link));
    }

    private void acknowledge(FlagDetails flag) {
        Attempt.telling(refused -> Toast.warn(FlagWords.SOMEBODY_WAS_QUICKER))
                .run(() -> safety.acknowledge(flag.id(), flag.version()));
        UI.getCurrentOrThrow().refreshCurrentRoute(false);
    }
}
