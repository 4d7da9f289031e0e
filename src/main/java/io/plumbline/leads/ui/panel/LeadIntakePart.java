package io.plumbline.leads.ui.panel;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.plumbline.access.PublicSettings;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.online.LeadIntakeService;
import io.plumbline.onlineintake.OnlineIntakeRow;
import io.plumbline.onlineintake.ui.OnlineIntakeWords;
import io.plumbline.onlineintake.ui.SendLinkDialog;
import io.plumbline.onlineintake.ui.WithdrawDialog;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Role;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import java.util.List;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The online intakes of a lead: sent, opened, submitted, with dates; never what was answered. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class LeadIntakePart extends Composite<Div> {
    private final LeadIntakeService intakes;
    private final OnlineIntakeWords words;
    private final ClinicService clinics;
    private final PublicSettings settings;
    private List<OnlineIntakeRow> shown = List.of();

    LeadIntakePart(LeadIntakeService intakes, OnlineIntakeWords words, ClinicService clinics, PublicSettings settings) {
        this.intakes = intakes;
        this.words = words;
        this.clinics = clinics;
        this.settings = settings;
        getContent().addClassName("panel-part");
    }

    /** @param mayBeContacted whether there is no contact stop */
    void show(LeadDetails lead, boolean mayBeContacted, LeadChanges changes) {
        getContent().removeAll();
        shown = find(lead);
        var title = LeadPanelParts.title("Online intake");
        var list = new UnorderedList();
        list.getElement().setAttribute("aria-label", "Online intakes");
        shown.forEach(row -> list.add(item(row, lead, changes)));
        if (!shown.isEmpty()) {
            getContent().add(title, list);
        }
        if (mayBeContacted && maySend(lead)) {
            if (shown.isEmpty()) {
                getContent().add(title);
            }
            getContent().add(Ui.div("cluster", new Button("Send online intake…", e -> send(lead, changes))));
        }
        setVisible(getContent().getComponentCount() > 0);
    }

    /** Returns whether a status changed since the lead was shown. */
    boolean hasNews(LeadDetails lead) {
        return !find(lead).equals(shown);
    }

    private List<OnlineIntakeRow> find(LeadDetails lead) {
        return CurrentUser.may(Permission.ONLINE_INTAKE_SEND) && CurrentUser.may(Permission.LEAD_WORK)
                ? intakes.findByLead(lead)
                : List.of();
    }

    private boolean maySend(LeadDetails lead) {
        return CurrentUser.may(Permission.ONLINE_INTAKE_SEND)
                && CurrentUser.may(Permission.LEAD_WORK)
                && lead.status().isOpen()
                && lead.status() != LeadStatus.CLINICAL_REVIEW
                && !clinicsOf(lead).isEmpty();
    }

    private List<ClinicLabel> clinicsOf(LeadDetails lead) {
        var preferred = lead.draft().clinic();
        return clinics.myLabelsAs(List.of(Role.MANAGER, Role.FRONT_DESK)).stream()
                .filter(clinic -> preferred == null || clinic.id().equals(preferred))
                .toList();
    }

    private void send(LeadDetails lead, LeadChanges changes) {
        new SendLinkDialog(
                        new SendLinkDialog.Recipient(
                                "lead",
                                lead.draft().email(),
                                clinicsOf(lead),
                                "for the last four digits of the phone number."),
                        (clinic, byMail, address) -> intakes.create(lead.id(), clinic, byMail, address),
                        settings.reachedAt(),
                        changes::refresh)
                .open();
    }

    private ListItem item(OnlineIntakeRow row, LeadDetails lead, LeadChanges changes) {
        var item = new ListItem(Ui.text("", words.of(row)));
        words.toConfirm(row).ifPresent(what -> item.add(StatusBadge.warn(what)));
        if (row.state().isOpen()) {
            item.add(Ui.div(
                    "cluster",
                    WithdrawDialog.button(
                            words.withdraw(row), () -> intakes.withdraw(lead.id(), row.id()), changes::refresh)));
        }
        return item;
    }
}
