package io.plumbline.patients.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.AlertRow;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientDraft.EmergencyContact;
import io.plumbline.patients.PatientReach.OtherPhone;
import io.plumbline.shared.Dates;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ui.FoldedList;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The patient's own file on their page: demographics and alerts. */
@org.springframework.stereotype.Component
class FileCards {
    private static final int FIRST_ALERTS = 3;
    private static final String NO_GUARDIAN = "Under 18 and no guardian named";

    private final ClinicService clinics;
    private final FileDialogs dialogs;

    FileCards(ClinicService clinics, FileDialogs dialogs) {
        this.clinics = clinics;
        this.dialogs = dialogs;
    }

    Component who(PatientDetails patient) {
        var draft = patient.draft();
        var card = Ui.card("Identity and contact");
        var facts = new ArrayList<String>();
        add(facts, "Phone", draft.phone() == null ? "Not given" : "");
        add(facts, "E-mail", draft.email() == null ? "Not given" : "");
        add(facts, "Born", Dates.birthDate(draft.birthDate(), patient.today()));
        add(facts, "Postal address", draft.reach().address().shown());
        add(facts, "Former name", draft.formerName());
        add(facts, "Pronouns", draft.pronouns());
        add(facts, "Language", draft.language());
        add(facts, "Interpreter", draft.reach().interpreter() ? "Needed" : "");
        add(facts, "Occupation", draft.occupation());
        add(facts, "Registered at", clinics.names(patient.clinics()));
        card.add(reach(patient), Ui.facts(facts.toArray(String[]::new)));
        return card;
    }

    /** Shows how to reach the patient, for those who look for this first. */
    Component contact(PatientDetails patient) {
        var reach = reach(patient);
        return reach.getComponentCount() == 0
                ? Ui.cardLine("Contact", "No phone number and no e-mail address")
                : Ui.card("Contact", reach);
    }

    /** Shows the phones and e-mail of the record, then those that only a merged record has, with its number. */
    private static Div reach(PatientDetails patient) {
        var reach = reach(patient.draft());
        for (var record : patient.merged()) {
            var own = record.draft();
            var of = " (" + record.number() + ")";
            Stream.concat(
                            Stream.ofNullable(own.phone()),
                            own.reach().otherPhones().stream().map(OtherPhone::number))
                    .filter(number -> !patient.draft().isReachedBy(number))
                    .forEach(number -> reach.add(phone(number, number.shown() + of)));
            if (own.email() != null && !own.email().equals(patient.draft().email())) {
                reach.add(new Anchor(own.email().mailto(), own.email().address() + of));
            }
        }
        return reach;
    }

    private static Div reach(PatientDraft draft) {
        var reach = Ui.div("cluster gap-l");
        if (draft.phone() != null) {
            var kind = draft.reach().phoneKind();
            reach.add(phone(
                    draft.phone(), kind == null ? draft.phone().shown() : new OtherPhone(kind, draft.phone()).shown()));
        }
        draft.reach().otherPhones().forEach(other -> reach.add(phone(other.number(), other.shown())));
        if (draft.email() != null) {
            reach.add(new Anchor(draft.email().mailto(), draft.email().address()));
        }
        return reach;
    }

    static Anchor phone(PhoneNumber number, String words) {
        var call = new Anchor("tel:" + number.digits(), words);
        call.addClassName("phone");
        return call;
    }

    /** Returns the country of phone numbers without a country code. */
    String phoneRegion() {
        return clinics.phoneRegion();
    }

    /** Shows the emergency contact and the guardian of a minor. */
    Component others(PatientDetails patient) {
        var emergency = patient.draft().emergency();
        var card = Ui.card("In an emergency");
        if (emergency.equals(EmergencyContact.NONE)) {
            card.add(Ui.text("muted", "No emergency contact yet"));
        } else {
            var facts = new ArrayList<String>();
            add(facts, "Call", emergency.name());
            add(facts, "Relationship", emergency.relation());
            add(
                    facts,
                    "Phone",
                    emergency.phone() == null ? "Not given" : emergency.phone().shown());
            card.add(Ui.facts(facts.toArray(String[]::new)));
        }
        var guardian = patient.draft().guardian();
        if (!guardian.name().isEmpty()) {
            var facts = new ArrayList<String>();
            add(facts, "Guardian", guardian.name());
            add(facts, "Relationship", guardian.relation());
            add(facts, "Contact", guardian.contact());
            add(facts, "Proof seen", guardian.proof().isEmpty() ? "None" : guardian.proof());
            card.add(Ui.facts(facts.toArray(String[]::new)));
        } else if (patient.isMinor()) {
            card.add(StatusBadge.warn(NO_GUARDIAN));
        }
        return card;
    }

    private static void add(List<String> facts, String term, String fact) {
        if (!fact.isEmpty()) {
            facts.addAll(List.of(term, fact));
        }
    }

    /** Shows the most urgent red flag in force, and the alerts that are not over, the first few in full. */
    Component alerts(PatientDetails patient) {
        var part = Ui.railPart("Alerts");
        if (patient.clinical() != null && patient.clinical().openFlagLevel() != null) {
            part.add(new StatusBadge(
                    StatusBadge.Tone.CLINICAL,
                    Icon.FLAG,
                    "Red flag, " + patient.clinical().openFlagLevel().fullLabel()));
        }
        if (patient.isMinor() && patient.draft().guardian().name().isEmpty()) {
            part.add(StatusBadge.warn(NO_GUARDIAN));
        }
        var shown = patient.alerts().stream()
                .filter(alert -> !alert.isOver(patient.today()))
                .map(alert -> alert(alert, patient))
                .toList();
        part.add(shown.isEmpty() ? Ui.text("muted", "No alerts") : new FoldedList(shown, FIRST_ALERTS, "alerts"));
        part.add(Ui.div("cluster", button("Add alert…", "alert", () -> dialogs.alert(patient))));
        return part;
    }

    private Div alert(AlertRow alert, PatientDetails patient) {
        var end = small("End…", () -> dialogs.end(alert));
        end.setAriaLabel("End: " + alert.sentence());
        var from = alert.isOn(patient.today()) ? "Since " : "From ";
        var words = from
                + Dates.dayAndYear(alert.startsOn())
                + (alert.endsOn() == null ? "" : " until " + Dates.dayAndYear(alert.endsOn()))
                + (patient.clinical() == null ? "" : " · " + alert.audience().label());
        if (patient.clinical() == null || !alert.kind().mayHaveRegions()) {
            return Ui.div("file-line", lines(alert.sentence(), words), end);
        }
        var areas = small("Areas…", () -> dialogs.regions(alert));
        areas.setAriaLabel("Areas of the body: " + alert.sentence());
        var where = alert.regions().isEmpty() ? "whole body" : alert.regionLabels();
        return Ui.div("file-line", lines(alert.sentence(), words + " · " + where), areas, end);
    }

    static Section card(String title, Collection<Div> lines, String none, Component... actions) {
        var card = Ui.card(title);
        if (lines.isEmpty()) {
            card.add(Ui.text("muted", none));
        } else {
            card.add(Ui.list("", lines.stream()));
        }
        if (actions.length > 0) {
            card.add(Ui.div("cluster", actions));
        }
        return card;
    }

    private static Div lines(String first, String second) {
        return Ui.div("stack-0 grow", Ui.text("strong", first), Ui.text("muted small", second));
    }

    static Button button(String word, String id, Runnable action) {
        var button = small(word, action);
        button.setId(FileDialog.opener(id));
        return button;
    }

    static Button small(String word, Runnable action) {
        var button = new Button(word, e -> action.run());
        button.addThemeName("small");
        return button;
    }
}
