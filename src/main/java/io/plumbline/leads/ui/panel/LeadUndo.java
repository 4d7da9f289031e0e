package io.plumbline.leads.ui.panel;

import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadReturnService;
import io.plumbline.leads.LeadService;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Toast;
import org.springframework.stereotype.Component;

/** The message about an action on a lead, with its undo. */
@Component
public class LeadUndo {
    private static final String CHANGED = "This lead has changed since, so it stays as it is now";

    private final LeadService leads;
    private final LeadReturnService returns;

    LeadUndo(LeadService leads, LeadReturnService returns) {
        this.leads = leads;
        this.returns = returns;
    }

    /**
     * Says what was just done to a lead and offers to undo it.
     *
     * @param done what was done, in lower case, such as <em>claimed</em>
     * @param changed shows the lead after the undo; open lists refresh by themselves
     */
    public void offer(LeadId id, String done, Runnable changed) {
        leads.reload(id).ifPresent(lead -> {
            var name = lead.draft().fullName();
            Toast.undoable(name + " · " + done, done + ", " + name, () -> undo(lead, changed));
        });
    }

    private void undo(LeadDetails lead, Runnable changed) {
        Attempt.telling(Toast::warn)
                .ifChanged(CHANGED)
                .ifNotAvailable(CHANGED)
                .run(() -> returns.undo(lead.id(), lead.version()));
        changed.run();
    }
}
