package io.plumbline.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Places;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/** One page for what does not exist and for what is not this person's: it never tells which. */
@ParentLayout(MainLayout.class)
@PageTitle("Not available · Plumbline")
@PermitAll
class NotAvailableView extends Main implements HasErrorParameter<NotFoundException> {
    /** Drawn once: Flow keeps the page when one refused address follows another. */
    NotAvailableView() {
        Ui.main(this);
        addClassName("fill");
        var name = new H1("Not available");
        name.addClassName("title");
        add(Ui.div(
                "page center",
                new EmptyState(
                        name,
                        Icon.LOCK,
                        "This page does not exist, or it is not open to you. Nothing is wrong with your account. "
                                + "Patients open to those who treat them or whose clinic knows them; everything else "
                                + "opens by role. Ask your clinic manager if you need it for your work.",
                        new Anchor(Places.START, "Back to start"))));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
