package io.plumbline.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import io.plumbline.shared.Routes;
import io.plumbline.shared.store.StoreAway;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The page for a screen that failed to open: a reference for the log, without internals. It has no layout, since the
 * layout may be what failed.
 */
@PageTitle("Something went wrong · Plumbline")
@PermitAll
class FailedView extends Main implements HasErrorParameter<Exception> {
    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        removeAll();
        Ui.main(this);
        addClassName("fill");
        return StoreAway.isCauseOf(parameter.getException())
                ? away(parameter.getException())
                : failed(parameter.getException());
    }

    private int failed(Exception failure) {
        show(
                "Something went wrong",
                "The portal could not open this screen. Everything saved before is safe. Try again. If it keeps failing, "
                        + "give your administrator the reference " + Failures.log(failure) + ".");
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    private int away(Exception failure) {
        Failures.logAway(failure);
        if (StoreAway.isEnd(failure)) {
            show(
                    "The portal has lost its database",
                    "The portal could not open this screen, and saves nothing any more. Call your administrator.");
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
        show(
                "The database cannot be reached",
                "The portal could not open this screen. Everything saved before is safe. Try again in a moment.");
        return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    }

    private void show(String title, String sentence) {
        var name = new H1(title);
        name.addClassName("title");
        add(Ui.div(
                "page center", new EmptyState(name, Icon.ALERT, sentence, new Anchor(Routes.START, "Back to start"))));
    }
}
