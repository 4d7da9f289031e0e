package io.plumbline.shared.ui.cover;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.ModalityMode;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.shared.Registration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the content of a UI out of the page while its screen is locked. The components stay as they are on the server,
 * with all that was typed, but belong to no page: the browser has nothing of them, Flow ignores what a browser sends to
 * them, and nothing is pushed to them. Then they are put back as they were.
 */
public final class Cover {
    private static final String TITLE = "Locked · Plumbline";

    private final List<Element> ofPage;
    private final List<Element> ofView;
    private final List<Component> modal;
    private final @Nullable String title;
    private final Component screen;

    private Cover(
            List<Element> ofPage,
            List<Element> ofView,
            List<Component> modal,
            @Nullable String title,
            Component screen) {
        this.ofPage = ofPage;
        this.ofView = ofView;
        this.modal = modal;
        this.title = title;
        this.screen = screen;
    }

    /** Returns whether the content of a UI is taken out. */
    public static boolean isOn(UI ui) {
        return ComponentUtil.getData(ui, Cover.class) != null;
    }

    /** Takes all content out of a UI and shows this component instead. */
    public static void put(UI ui, Component screen) {
        if (isOn(ui)) {
            return;
        }
        // while a dialog is modal, nothing else could be used
        var modal = new ArrayList<Component>();
        while (ui.getInternals().getActiveModalComponent() instanceof Component top) {
            modal.add(top);
            ui.setChildComponentModal(top, ModalityMode.MODELESS);
        }
        var wrapper = ui.getInternals().getWrapperElement();
        var cover = new Cover(
                ui.getElement().getChildren().toList(),
                wrapper == null ? List.of() : wrapper.getChildren().toList(),
                modal.reversed(),
                ui.getInternals().getTitle(),
                screen);
        // first the mark: what is told of its end by being taken out asks for it
        ComponentUtil.setData(ui, Cover.class, cover);
        cover.ofPage.forEach(Element::removeFromParent);
        cover.ofView.forEach(Element::removeFromParent);
        ui.getElement().appendChild(screen.getElement());
        // the title names the patient
        ui.getPage().setTitle(TITLE);
    }

    /** Puts the content of a UI back; returns whether there was any. */
    public static boolean takeAway(UI ui) {
        var cover = ComponentUtil.getData(ui, Cover.class);
        if (cover == null) {
            return true;
        }
        cover.screen.getElement().removeFromParent();
        var wrapper = ui.getInternals().getWrapperElement();
        if (wrapper != null) {
            cover.ofView.forEach(wrapper::appendChild);
        }
        cover.ofPage.forEach(ui.getElement()::appendChild);
        cover.modal.forEach(dialog -> ui.setChildComponentModal(dialog, ModalityMode.STRICT));
        ComponentUtil.setData(ui, Cover.class, null);
        ui.getPage().setTitle(cover.title == null ? "Plumbline" : cover.title);
        return !cover.ofView.isEmpty();
    }

    /** Runs something when a component leaves the page for good, but not while its screen is locked. */
    public static void onLeaving(Component component, Runnable left) {
        var ends = new Registration[1];
        component.addAttachListener(back -> {
            if (ends[0] != null) {
                ends[0].remove();
                ends[0] = null;
            }
        });
        component.addDetachListener(out -> {
            var ui = out.getUI();
            if (isOn(ui)) {
                // the session may end while the screen is locked
                ends[0] = ui.addDetachListener(end -> left.run());
            } else {
                left.run();
            }
        });
    }
}
