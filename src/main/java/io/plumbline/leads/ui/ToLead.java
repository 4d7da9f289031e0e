package io.plumbline.leads.ui;

import com.vaadin.flow.component.UI;
import io.plumbline.leads.LeadId;
import io.plumbline.shared.ui.Places;
import java.util.Optional;
import java.util.function.Supplier;

/** The way from a screen to a lead that is claimed on it. Where something typed would be lost, that is asked first. */
@FunctionalInterface
interface ToLead {
    /** From a screen on which nothing is typed. */
    ToLead AT_ONCE =
            claimed -> claimed.get().ifPresent(lead -> UI.getCurrentOrThrow().navigate(Places.lead(lead.value())));

    /** @param claimed claims the lead, once nothing keeps the person here; empty where there is none to go to */
    void go(Supplier<Optional<LeadId>> claimed);
}
