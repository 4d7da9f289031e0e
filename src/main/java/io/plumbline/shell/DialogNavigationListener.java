package io.plumbline.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.plumbline.shared.ui.Leaving;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Closes the dialogs of a page that the user leaves, for example with the browser's Back button, after asking if that
 * would lose input. Vaadin leaves them open above the next page: what a dialog does to one patient could then be taken
 * for something done to another.
 */
@SpringComponent
class DialogNavigationListener implements VaadinServiceInitListener {
    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> watch(init.getUI()));
    }

    private static void watch(UI ui) {
        // those that the next page opens while it is shown are not among them
        var left = new ArrayList<Component>();
        ui.addBeforeLeaveListener(leaving -> {
            left.clear();
            if (isToAnotherPage(ui, leaving)) {
                openIn(ui).forEach(left::add);
            }
            // an action that navigates has saved, or asks by itself
            if (isByUser(leaving) && left.stream().anyMatch(Leaving::wouldLoseInput)) {
                Leaving.ask(leaving);
            }
        });
        ui.addAfterNavigationListener(entered -> closeAll(left));
    }

    private static boolean isToAnotherPage(UI ui, BeforeLeaveEvent leaving) {
        var from = ui.getInternals().getActiveViewLocation().getPath();
        return leaving.getTrigger() == NavigationTrigger.HISTORY
                || !leaving.getLocation().getPath().equals(from);
    }

    private static boolean isByUser(BeforeLeaveEvent leaving) {
        return leaving.getTrigger() != NavigationTrigger.UI_NAVIGATE
                && leaving.getTrigger() != NavigationTrigger.PROGRAMMATIC;
    }

    /** A dialog that was opened above another one is part of that. */
    private static Stream<Component> openIn(Component parent) {
        return parent.getChildren()
                .filter(child -> child instanceof Dialog dialog && dialog.isOpened()
                        || child instanceof ConfirmDialog question && question.isOpened())
                .flatMap(child -> Stream.concat(openIn(child), Stream.of(child)));
    }

    private static void closeAll(List<Component> dialogs) {
        for (var one : dialogs) {
            if (one instanceof Dialog dialog) {
                dialog.close();
            } else if (one instanceof ConfirmDialog question) {
                question.close();
            }
        }
        dialogs.clear();
    }
}
