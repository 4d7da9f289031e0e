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
import io.plumbline.access.OpeningService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.Ids;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Places;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One page for what does not exist and for what is not this person's: it never tells which. At a patient's address a
 * clinician may open it with a reason.
 */
@ParentLayout(MainLayout.class)
@PageTitle("Not available · Plumbline")
@PermitAll
class NotAvailableView extends Main implements HasErrorParameter<NotFoundException> {
    private static final Pattern PATIENTS_ADDRESS = Pattern.compile(Places.PATIENTS + "/([^/]+)");

    private final OpeningService openings;

    NotAvailableView(OpeningService openings) {
        this.openings = openings;
        Ui.main(this);
        addClassName("fill");
    }

    /** Drawn anew each time: Flow keeps the page when one refused address follows another. */
    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        removeAll();
        var name = new H1("Not available");
        name.addClassName("title");
        var actions = new ArrayList<Component>();
        patientAt(event.getLocation().getPath())
                .filter(patient -> Caller.current().isClinician())
                .map(this::openWithReason)
                .ifPresent(actions::add);
        actions.add(new Anchor(Places.START, "Back to start"));
        add(Ui.div(
                "page center",
                new EmptyState(
                        name,
                        Icon.LOCK,
                        "This page does not exist, or it is not open to you. Nothing is wrong with your account. "
                                + "Patients open to those who treat them or whose clinic knows them; everything else "
                                + "opens by role. Ask your clinic manager if you need it for your work.",
                        actions.toArray(Component[]::new))));
        return HttpServletResponse.SC_NOT_FOUND;
    }

    /** The same for a patient who is not theirs and for one who does not exist. */
    private Button openWithReason(PatientId patient) {
        var dialog = new OpenWithReason(
                openings, patient, () -> UI.getCurrentOrThrow().getPage().reload());
        return new Button("Open with a reason…", e -> dialog.ask());
    }

    private static Optional<PatientId> patientAt(String address) {
        var found = PATIENTS_ADDRESS.matcher(address);
        return found.matches() ? Ids.inAddress(found.group(1), PatientId::parse) : Optional.empty();
    }
}
