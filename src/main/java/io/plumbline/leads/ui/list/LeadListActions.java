package io.plumbline.leads.ui.list;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import io.plumbline.leads.list.LeadFilter;
import io.plumbline.leads.ui.panel.NewLeadFactory;
import io.plumbline.leads.ui.panel.ToLead;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Makes the buttons of the leads list: to enter a lead, and to import and export leads. */
@Component
class LeadListActions {
    private final NewLeadFactory newLeads;
    private final LeadExport export;

    LeadListActions(NewLeadFactory newLeads, LeadExport export) {
        this.newLeads = newLeads;
        this.export = export;
    }

    /** @param filter the filter whose leads are exported */
    Button[] buttons(Supplier<LeadFilter> filter) {
        return new Button[] {newLeads.button(ToLead.AT_ONCE), imports(), exports(filter)};
    }

    private Button exports(Supplier<LeadFilter> filter) {
        var exports = new Button("Export CSV…", e -> export.dialog(filter.get()).open());
        exports.setVisible(CurrentUser.may(Permission.LEAD_EXPORT));
        return exports;
    }

    private static Button imports() {
        var imports = new Button("Import CSV…", e -> UI.getCurrentOrThrow().navigate(Routes.LEADS_IMPORT));
        imports.setVisible(CurrentUser.may(Permission.LEAD_IMPORT));
        return imports;
    }
}
