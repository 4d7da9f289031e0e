package io.plumbline.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Places;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/**
 * A screen that could not be opened: a reference for the log, nothing of what is inside. It stands without the layout,
 * which may be what failed.
 */
@PageTitle("Something failed · Plumbline")
@PermitAll
class FailedView extends Main implements HasErrorParameter<Exception> {
    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        var reference = Failures.log(parameter.getException());
        removeAll();
        Ui.main(this);
        addClassName("fill");
        var name = new H1("Something failed");
        name.addClassName("title");
        add(Ui.div(
                "page center",
                new EmptyState(
                        name,
                        Icon.ALERT,
                        "The portal could not open this screen. What was saved before is safe. Try again; if it stays, "
                                + "give your administrator the reference " + reference + ".",
                        new Anchor(Places.START, "Back to start"))));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
