package io.plumbline.leads.ui.panel;

import com.vaadin.flow.component.UI;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.LeadId;
import java.util.Optional;
import java.util.function.Supplier;

/** Navigates from a screen to a lead that is claimed on it, after asking if unsaved input would be lost. */
@FunctionalInterface
public interface ToLead {
    /** Navigates from a screen without unsaved input. */
    ToLead AT_ONCE =
            claimed -> claimed.get().ifPresent(lead -> UI.getCurrentOrThrow().navigate(Routes.lead(lead)));

    /** @param claimed claims the lead once the user has agreed to leave; empty if there is no lead to open */
    void go(Supplier<Optional<LeadId>> claimed);
}
