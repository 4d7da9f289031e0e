package io.plumbline.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import io.plumbline.access.breakglass.BreakGlassService;
import io.plumbline.access.ui.proof.ProofFirst;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One page for records that do not exist and records that the user may not see, so that it does not reveal which. At
 * the URL of a patient, it offers break-glass access to clinicians.
 */
@ParentLayout(MainLayout.class)
@PageTitle("Not available · Plumbline")
@PermitAll
class NotAvailableView extends Main implements HasErrorParameter<NotFoundException> {
    private static final Pattern PATIENTS_ADDRESS = Pattern.compile(Routes.PATIENTS + "/([^/]+)(?:/[^/]+)?");

    private final BreakGlassService breakGlass;
    private final ProofFirst proof;

    NotAvailableView(BreakGlassService breakGlass, ProofFirst proof) {
        this.breakGlass = breakGlass;
        this.proof = proof;
        Ui.main(this);
        addClassName("fill");
    }

    /** Rebuilds the page, because Flow reuses it when one refused URL follows another. */
    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        removeAll();
        var name = new H1("Not available");
        name.addClassName("title");
        var actions = new ArrayList<Component>();
        patientAt(event.getLocation().getPath())
                .filter(patient -> CurrentUser.current().isClinician())
                .map(this::openWithReason)
                .ifPresent(actions::add);
        actions.add(new Anchor(Routes.START, "Back to start"));
        add(Ui.div(
                "page center",
                new EmptyState(
                        name,
                        Icon.LOCK,
                        "This page does not exist, or you do not have access to it. Nothing is wrong with your account. "
                                + "You can open patients you treat and patients of your clinics; access to everything else "
                                + "depends on your role. Ask your clinic manager if you need this page for your work.",
                        actions.toArray(Component[]::new)),
                WhyNotAvailable.at(event.getLocation().getPath())));
        return HttpServletResponse.SC_NOT_FOUND;
    }

    /** Offers break-glass access, the same for patients outside the relation and for unknown ones. */
    private Button openWithReason(PatientId patient) {
        var dialog = new BreakGlassDialog(
                proof,
                "Use this when you need the record of a patient whom you do not treat.",
                (operation, reason) -> breakGlass.open(operation, patient, reason),
                () -> UI.getCurrentOrThrow().getPage().reload());
        return new Button("Break-glass access…", e -> dialog.ask());
    }

    private static Optional<PatientId> patientAt(String address) {
        var found = PATIENTS_ADDRESS.matcher(address);
        return found.matches() ? Ids.inAddress(found.group(1), PatientId::new) : Optional.empty();
    }
}
