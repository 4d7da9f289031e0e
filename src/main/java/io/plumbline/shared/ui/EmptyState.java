package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;

/** An empty list or page, with what to do about it. */
public final class EmptyState extends Div {
    /**
     * Creates the empty state for a user who works at no clinic and can do nothing here yet.
     *
     * @param why the reason a clinic is needed, as the beginning of a sentence
     */
    public static EmptyState clinicFirst(String why) {
        var title = new H2("Add a clinic first");
        var nowhere = why + ", and you work at none yet.";
        return CurrentUser.may(Permission.CLINIC_WRITE)
                ? new EmptyState(title, Icon.SCREEN, nowhere, new Anchor(Routes.CLINICS, "Go to the clinics"))
                : new EmptyState(title, Icon.SCREEN, nowhere + " The administrator assigns you to clinics.");
    }

    public EmptyState(Icon icon, String title, String text) {
        this(new H2(title), icon, text);
    }

    public EmptyState(Component title, Icon icon, String text, Component... actions) {
        addClassName("empty");
        add(Ui.div("empty-icon", icon.create()), title, new Paragraph(text));
        if (actions.length > 0) {
            add(Ui.div("cluster", actions));
        }
    }
}
