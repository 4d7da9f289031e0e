package io.plumbline.leads.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.clipboard.Clipboard;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.leads.LeadDetails;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ui.Dates;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Places;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** By what a person is reached, and what they told us. */
class LeadReach extends Composite<Div> {
    LeadReach(LeadDetails lead, LeadPanelParts parts, boolean mayBeContacted) {
        getContent().addClassName("panel-part");
        var draft = lead.draft();
        if (draft.phone() != null) {
            getContent().add(phone(draft.phone(), mayBeContacted));
            if (lead.phoneIsWrong()) {
                getContent().add(Ui.div("line", StatusBadge.warn("Wrong number: write first")));
            }
        }
        if (draft.email() != null) {
            getContent().add(email(draft.email(), mayBeContacted));
        }
        if (lead.told().incomplete()) {
            getContent().add(Ui.div("line", StatusBadge.warn("Form not completed")));
        }
        getContent().add(facts(lead, parts));
        if (lead.touch() != null && lead.touch().writeFirst()) {
            getContent().add(Ui.text("muted", "Their time cannot be met: write first."));
        }
        if (lead.lostReason() != null) {
            getContent().add(Ui.text("muted", "Given up: " + lead.lostReason()));
        }
        if (lead.convertedTo() != null) {
            getContent().add(new Anchor(Places.patient(lead.convertedTo()), "Open the patient's page"));
        }
    }

    private static Component phone(PhoneNumber phone, boolean mayBeContacted) {
        if (!mayBeContacted) {
            return Ui.text("phone", phone.shown());
        }
        var call = new Anchor("tel:" + phone.digits(), phone.shown());
        call.addClassName("phone");
        var said = Ui.text("quiet", "");
        said.getElement().setAttribute("role", "status");
        var copy = Ui.iconButton("Copy the number", Icon.COPY);
        Clipboard.onClick(copy)
                .writeText(
                        phone.digits(),
                        copied -> said.setText("Copied"),
                        refused -> said.setText("The browser does not copy here: select the number"));
        return Ui.div("cluster", call, copy, text(phone), said);
    }

    private static Component email(EmailAddress email, boolean mayBeContacted) {
        return mayBeContacted ? link(email.mailto(), Icon.MAIL, email.address()) : Ui.text("", email.address());
    }

    private static Component text(PhoneNumber phone) {
        var link = link("", Icon.MESSAGE, "Text");
        // no scheme that Vaadin knows as safe; a phone number is digits alone
        link.setUnsafeHref("sms:" + phone.digits());
        return link;
    }

    private static Anchor link(String address, Icon icon, String words) {
        var link = new Anchor(address, icon.create(), Ui.text("", words));
        link.addClassName("icon-link");
        return link;
    }

    private static Component facts(LeadDetails lead, LeadPanelParts parts) {
        var draft = lead.draft();
        var zone = parts.zoneOf(draft.clinic());
        var facts = new LinkedHashMap<String, String>();
        facts.put("Hurts", draft.concern().isEmpty() ? "Not told" : draft.concern());
        if (!lead.told().since().isEmpty()) {
            facts.put("Since", lead.told().since());
        }
        facts.put("Wants", wants(lead, parts));
        facts.put("Call", draft.callWindow().words());
        facts.put("Heard of us", draft.source().word());
        facts.put("Came in", Dates.dayAndTime(lead.receivedAt(), zone));
        if (lead.told().reference() != null) {
            facts.put("Reference", lead.told().reference());
        }
        parts.visits()
                .consultation(lead)
                .ifPresent(booked -> facts.put(
                        "Consultation",
                        Dates.dayAndTime(booked.on(), booked.at(), "") + " with " + booked.practitionerName() + ", "
                                + booked.status().word().toLowerCase(Locale.ROOT)));
        facts.put("Next touch", nextTouch(lead, zone));
        return Ui.facts(facts.entrySet().stream()
                .flatMap(fact -> Stream.of(fact.getKey(), fact.getValue()))
                .toArray(String[]::new));
    }

    /** The clinic, and what else they named. */
    private static String wants(LeadDetails lead, LeadPanelParts parts) {
        var clinic = parts.clinics().stream()
                .filter(label -> Objects.equals(label.id(), lead.draft().clinic()))
                .findFirst()
                .map(ClinicLabel::name)
                .orElse("No preference");
        var service = lead.told().service();
        return Stream.of(
                        service == null ? "" : parts.serviceName(service),
                        lead.told().practitioner(),
                        clinic)
                .filter(told -> !told.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String nextTouch(LeadDetails lead, ZoneId zone) {
        return lead.touch() == null ? "None" : Dates.dayAndTime(lead.touch().at(), zone);
    }
}
