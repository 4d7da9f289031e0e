package io.plumbline.leads.ui.panel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.clipboard.Clipboard;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.clinics.OfferedService;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.SpamSigns;
import io.plumbline.shared.Dates;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The contact details of a person and what the person told the clinic. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class LeadContactPart extends Composite<Div> {
    private final LeadVisits visits;
    private final ClinicService clinics;
    private final LeadZones zones;

    LeadContactPart(LeadVisits visits, ClinicService clinics, LeadZones zones) {
        this.visits = visits;
        this.clinics = clinics;
        this.zones = zones;
        getContent().addClassName("panel-part");
    }

    void show(LeadDetails lead, boolean mayBeContacted) {
        getContent().removeAll();
        var draft = lead.draft();
        if (lead.erasedAt() != null) {
            getContent()
                    .add(Ui.text(
                            "muted",
                            "Erased on " + Dates.dayAndTime(lead.erasedAt(), zones.zoneOf(draft.clinic()))
                                    + ": name, contact details and everything this person told us. Status, source and"
                                    + " dates are kept for the report. If the person asks again, enter a new lead."));
        }
        if (draft.phone() != null) {
            getContent().add(phone(draft.phone(), mayBeContacted));
            if (lead.phoneIsWrong()) {
                getContent().add(Ui.div("line", StatusBadge.warn("Number is wrong")));
            }
        }
        if (draft.email() != null) {
            getContent().add(email(draft.email(), mayBeContacted));
        }
        if (lead.background().incomplete()) {
            getContent().add(Ui.div("line", StatusBadge.warn("Form not completed")));
        }
        if (lead.status().isOpen()) {
            SpamSigns.of(draft.fullName(), draft.concern())
                    .ifPresent(sign -> getContent().add(Ui.div("line", StatusBadge.warn("Looks like spam: " + sign))));
        }
        getContent().add(facts(lead));
        if (lead.followUp() != null && lead.followUp().writeFirst()) {
            getContent().add(Ui.text("muted", "Preferred times are outside business hours: e-mail first."));
        }
        if (lead.lostReason() != null) {
            getContent().add(Ui.text("muted", "Lost: " + lead.lostReason()));
        }
        if (lead.convertedTo() != null) {
            getContent().add(new Anchor(Routes.patient(lead.convertedTo()), "Open the patient's page"));
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
        var copy = Ui.iconButton("Copy phone number", Icon.COPY);
        Clipboard.onClick(copy)
                .writeText(
                        phone.digits(),
                        copied -> said.setText("Copied"),
                        refused -> said.setText("Copying is not available. Select the number instead"));
        return Ui.div("cluster", call, copy, text(phone), said);
    }

    private static Component email(EmailAddress email, boolean mayBeContacted) {
        return mayBeContacted ? link(email.mailto(), Icon.MAIL, email.address()) : Ui.text("", email.address());
    }

    private static Component text(PhoneNumber phone) {
        var link = link("", Icon.MESSAGE, "Text");
        // Vaadin does not list this scheme as safe; the phone number is digits only
        link.setUnsafeHref("sms:" + phone.digits());
        return link;
    }

    private static Anchor link(String address, Icon icon, String words) {
        var link = new Anchor(address, icon.create(), Ui.text("", words));
        link.addClassName("icon-link");
        return link;
    }

    private Component facts(LeadDetails lead) {
        var draft = lead.draft();
        var zone = zones.zoneOf(draft.clinic());
        var facts = new LinkedHashMap<String, String>();
        var isErased = lead.erasedAt() != null;
        if (!isErased) {
            facts.put("Concern", draft.concern().isEmpty() ? "Not provided" : draft.concern());
        }
        if (!lead.background().since().isEmpty()) {
            facts.put("Since", lead.background().since());
        }
        facts.put("Preferred clinic", wants(lead));
        if (!draft.language().isEmpty()) {
            facts.put("Language", draft.language());
        }
        if (!isErased) {
            facts.put("Call", draft.callWindow().words());
        }
        facts.put("Source", draft.source().label());
        facts.put("Received", Dates.dayAndTime(lead.receivedAt(), zone));
        if (lead.background().reference() != null) {
            facts.put("Reference", lead.background().reference());
        }
        visits.consultation(lead)
                .ifPresent(booked -> facts.put(
                        "Consultation",
                        Dates.dayAndTime(booked.on(), booked.at(), "") + " with " + booked.practitionerName() + ", "
                                + booked.status().label().toLowerCase(Locale.ROOT)));
        facts.put("Next follow-up", nextFollowUp(lead, zone));
        return Ui.facts(facts.entrySet().stream()
                .flatMap(fact -> Stream.of(fact.getKey(), fact.getValue()))
                .toArray(String[]::new));
    }

    /** Returns the preferred clinic and the other preferences of a lead. */
    private String wants(LeadDetails lead) {
        var clinic = clinics.myLabels().stream()
                .filter(label -> Objects.equals(label.id(), lead.draft().clinic()))
                .findFirst()
                .map(ClinicLabel::name)
                .orElse("No preference");
        var service = lead.background().service();
        return Stream.of(
                        service == null ? "" : serviceName(service),
                        lead.background().practitioner(),
                        clinic)
                .filter(background -> !background.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** Returns the clinic's name of a service, or the code if no clinic offers the service anymore. */
    private String serviceName(String code) {
        return clinics.offered().values().stream()
                .flatMap(List::stream)
                .filter(service -> service.code().equals(code))
                .map(OfferedService::name)
                .findFirst()
                .orElse(code);
    }

    private static String nextFollowUp(LeadDetails lead, ZoneId zone) {
        return lead.followUp() == null
                ? "None"
                : Dates.dayAndTime(lead.followUp().at(), zone);
    }
}
