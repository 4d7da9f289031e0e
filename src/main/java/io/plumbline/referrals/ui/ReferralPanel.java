package io.plumbline.referrals.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import io.plumbline.access.AtClinic;
import io.plumbline.clinics.ClinicService;
import io.plumbline.referrals.ReferralAnswer;
import io.plumbline.referrals.ReferralDetails;
import io.plumbline.referrals.ReferralService;
import io.plumbline.referrals.ReferralSource;
import io.plumbline.referrals.ReferralStatus;
import io.plumbline.referrals.ReferralStepKind;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ui.RecordPanel;
import io.plumbline.shared.ui.Ui;
import java.util.ArrayList;
import java.util.List;

/** The panel beside the list that shows one referral: what was asked, what came of it, and its history. */
class ReferralPanel extends Composite<RecordPanel> {
    private final ReferralService referrals;
    private final ClinicService clinics;
    private final ReferralLetter letter;
    private final Runnable changed;
    private ReferralDetails referral;

    ReferralPanel(
            ReferralService referrals,
            ClinicService clinics,
            ReferralLetter letter,
            ReferralDetails referral,
            Runnable close,
            Runnable changed) {
        this.referrals = referrals;
        this.clinics = clinics;
        this.letter = letter;
        this.referral = referral;
        this.changed = changed;
        getContent().named("Referral", close);
        draw();
    }

    private void draw() {
        var parts = new ArrayList<>(List.of(actions(), facts()));
        var answer = referral.answer();
        if (answer != null) {
            parts.add(part("Answer", answer(answer)));
        }
        parts.add(part("History", history()));
        getContent()
                .headed(
                        "To " + referral.to(),
                        new Anchor(Routes.patient(referral.patient()), referral.patientName()),
                        Ui.div("cluster", ReferralWords.badge(referral)))
                .showing(parts.toArray(Component[]::new));
    }

    private Component actions() {
        var actions = Ui.div("cluster");
        var next = referral.status().next();
        if (AtClinic.may(Permission.REFERRAL_WRITE, referral.clinic())) {
            var dialogs = new ReferralDialogs(referrals, referral, this::redraw);
            if (next.contains(ReferralStatus.ANSWERED)) {
                var answer = new Button("Record the answer…", e -> dialogs.answer());
                answer.addThemeVariants(ButtonVariant.PRIMARY);
                actions.add(answer);
            }
            if (referral.status() == ReferralStatus.ACTIVE) {
                actions.add(
                        new Button("Change due date…", e -> dialogs.changeDue()),
                        new Button("Correct the reason…", e -> dialogs.correctReason()));
            }
            if (referral.status() == ReferralStatus.ANSWERED) {
                actions.add(new Button("Correct the answer…", e -> dialogs.correctAnswer()));
            }
            if (!next.isEmpty()) {
                actions.add(new Button(
                        next.contains(ReferralStatus.CLOSED) ? "Close…" : "Entered in error…", e -> dialogs.close()));
            }
        }
        if (referral.status() != ReferralStatus.ENTERED_IN_ERROR) {
            var link = letter.link(referral.id());
            link.setText("Letter (PDF)");
            actions.add(link);
        }
        return actions;
    }

    private void redraw() {
        referral = referrals.open(referral.id()).orElse(referral);
        draw();
        getContent().focus();
        changed.run();
    }

    private Component facts() {
        var part = Ui.div("panel-part");
        part.add(Ui.facts(
                "Reason",
                referral.reason(),
                "Priority",
                referral.priority().label(),
                "Referred",
                Dates.dayAndYear(referral.askedOn()) + " by " + referral.askedBy(),
                "Answer due",
                Dates.dayAndYear(referral.dueOn())));
        var source = referral.source();
        if (source != null) {
            part.add(Ui.div("line", Ui.text("muted small", "Follows from"), link(source)));
            if (source.kind() == ReferralSource.Kind.FLAG && referral.status() != ReferralStatus.ENTERED_IN_ERROR) {
                part.add(Ui.text(
                        "muted small",
                        referral.answer() == null
                                ? "A clinical hold of this red flag stays until a chiropractor clears it."
                                : "A chiropractor decides on the red flag with this answer. A clinical hold stays"
                                        + " until the flag is cleared."));
            }
        }
        return part;
    }

    private Anchor link(ReferralSource source) {
        var label = source.kind().label();
        return switch (source.kind()) {
            case FLAG -> new Anchor(Routes.patient(referral.patient()), label);
            case INTAKE -> new Anchor(Routes.intake(new IntakeId(source.id())), label);
            case PLAN -> new Anchor(Routes.plan(new PlanId(source.id())), label);
        };
    }

    private Component answer(ReferralAnswer answer) {
        var document = answer.documentOn();
        var received = "Received by " + referral.answeredBy()
                + (document == null ? "" : ", document of " + Dates.dayAndYear(document));
        return Ui.div("stack-1", Ui.text("", answer.words()), Ui.text("muted small", received));
    }

    private Component history() {
        var zone = clinics.zoneOf(referral.clinic());
        var list = new OrderedList();
        list.addClassName("steps");
        for (var step : referral.history()) {
            var reason = step.closeReason();
            var words = Ui.div(
                    "stack-0 grow",
                    Ui.text("strong", step.kind().label() + (reason == null ? "" : ": " + reason.label())),
                    Ui.text("muted small", Dates.dayAndTime(step.at(), zone, clinics.ownZone()) + " · " + step.by()));
            said(step).forEach(line -> words.add(Ui.text("", line)));
            list.add(new ListItem(words));
        }
        return list;
    }

    private static List<String> said(ReferralDetails.Step step) {
        var lines = new ArrayList<String>();
        if (!step.words().isEmpty()) {
            lines.add(step.words());
        }
        if (step.documentOn() != null) {
            lines.add("Document of " + Dates.dayAndYear(step.documentOn()));
        }
        if (step.dueOn() != null && step.kind() != ReferralStepKind.ANSWERED) {
            lines.add("Answer due " + Dates.dayAndYear(step.dueOn()));
        }
        if (!step.why().isEmpty()) {
            lines.add("Because: " + step.why());
        }
        return lines;
    }

    private static Component part(String title, Component body) {
        return Ui.div("panel-part", Ui.text("strong small", title), body);
    }
}
