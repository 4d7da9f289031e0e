package io.plumbline.practitioners.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.clinics.ClinicService;
import io.plumbline.practitioners.LinkableAccount;
import io.plumbline.practitioners.PractitionerDraft;
import io.plumbline.practitioners.PractitionerModalities;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.ui.Leaving;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.springframework.dao.DataIntegrityViolationException;

/** Adds a practitioner, with or without an account. */
@Route(Routes.NEW_PRACTITIONER)
@PageTitle("New practitioner · Plumbline")
@RolesAllowed(Permission.PRACTITIONER_WRITE)
class NewPractitionerView extends Main {
    private final PractitionerService practitioners;
    private final PractitionerForm form;
    private final Select<LinkableAccount> account;
    private final Div messages = Ui.div("stack-2");
    private final StaffId withoutAccount = StaffId.next();
    private boolean isSaved;

    NewPractitionerView(PractitionerService practitioners, PractitionerModalities modalities, ClinicService clinics) {
        this.practitioners = practitioners;
        form = new PractitionerForm(clinics.myLabelsAs(List.of(Role.MANAGER)), modalities);
        account = UiFields.optional("Account", "No account", practitioners.linkableAccounts(), LinkableAccount::name);
        account.setHelperText(
                "The owner of the account writes notes as this practitioner. If there is none yet, the administrator can invite them later.");
        account.setWidth("min(420px, 100%)");
        var save = Ui.primary(Ui.once("Add practitioner", () -> form.read().ifPresent(this::save)));
        var cancel = new Button("Cancel", e -> Ui.navigate(Routes.PRACTITIONERS));
        Ui.main(this);
        add(Ui.div(
                "page wide",
                Ui.div(
                        "stays",
                        Ui.head(
                                "New practitioner",
                                Ui.span("muted", new Anchor(Routes.PRACTITIONERS, "All practitioners")),
                                Ui.div("cluster", cancel, save)),
                        messages),
                account,
                form));
        form.focus();
        Leaving.guardPage(this, () -> !isSaved && form.hasChanges());
    }

    private void save(PractitionerDraft draft) {
        messages.removeAll();
        account.setInvalid(false);
        var id = account.isEmpty() ? withoutAccount : account.getValue().staff();
        try {
            practitioners.add(id, draft);
            isSaved = true;
            Ui.navigate(Routes.practitioner(id));
        } catch (Refused | DataIntegrityViolationException refused) {
            if (!account.isEmpty() && practitioners.find(id).isPresent()) {
                account.setErrorMessage(
                        "Another practitioner already has this account. Choose another account, or none");
                account.setInvalid(true);
                account.focus();
            } else if (refused instanceof Refused) {
                messages.add(Ui.alert(String.valueOf(refused.getMessage())));
            } else {
                throw refused;
            }
        }
    }
}
