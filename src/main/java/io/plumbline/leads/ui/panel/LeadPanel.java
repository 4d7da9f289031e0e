package io.plumbline.leads.ui.panel;

import com.vaadin.flow.component.Composite;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.RecordPanel;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A lead beside the queue: contact details, the call, other actions, and the activity. */
public class LeadPanel extends Composite<RecordPanel> {
    private final LeadService leads;
    private final ClinicService clinics;
    private final LeadPanelParts parts;
    private final Runnable close;
    private final LeadChanges changes = new Changes();
    private LeadDetails lead;

    /**
     * @param message shown above the lead; empty if there is none
     * @param close returns to the queue
     */
    LeadPanel(
            LeadService leads,
            ClinicService clinics,
            LeadPanelParts parts,
            LeadDetails lead,
            Optional<String> message,
            Runnable close) {
        this.leads = leads;
        this.clinics = clinics;
        this.parts = parts;
        this.lead = lead;
        this.close = close;
        getContent().named("Lead", close).showing(parts.components());
        draw(message);
    }

    /** Reloads the lead, unless it is being edited. */
    public void refresh() {
        if (!isCorrecting()) {
            leads.reload(lead.id()).ifPresent(now -> {
                if (!now.equals(lead) || parts.hasNews(now)) {
                    lead = now;
                    draw(Optional.empty());
                }
            });
        }
        tellTime();
    }

    /** Updates the time left. */
    public void tellTime() {
        getContent().headed(lead.draft().fullName(), parts.progress(lead));
    }

    /** Returns whether closing the panel would lose something typed. */
    public boolean hasChanges() {
        return getContent()
                .getChildren()
                .anyMatch(part -> part instanceof LeadEditor correction && correction.hasChanges());
    }

    private boolean isCorrecting() {
        return getContent().getChildren().anyMatch(LeadEditor.class::isInstance);
    }

    public LeadId lead() {
        return lead.id();
    }

    private void draw(Optional<String> message) {
        if (isCorrecting()) {
            getContent().showing(parts.components());
        }
        tellTime();
        parts.show(lead, message, changes);
    }

    private final class Changes implements LeadChanges {
        @Override
        public void attempt(Runnable action) {
            Attempt.telling(refused -> showAsItIsNow(now -> refused))
                    .ifChanged(() -> showAsItIsNow(LeadPanel::whoWasQuicker))
                    .ifNotAvailable(close)
                    .run(() -> {
                        action.run();
                        reload();
                    });
        }

        @Override
        public void reload() {
            showAsItIsNow(now -> null);
        }

        @Override
        public void refresh() {
            if (isAttached()) {
                LeadPanel.this.refresh();
            }
        }

        @Override
        public void edit() {
            var editor = new LeadEditor(
                    leads,
                    clinics.myLabelsAs(List.of(Role.MANAGER, Role.FRONT_DESK)),
                    clinics.phoneRegion(),
                    lead,
                    this::reload);
            getContent().showing(editor);
            editor.focus();
        }
    }

    private static String whoWasQuicker(LeadDetails now) {
        var claim = now.claim();
        return claim != null && !claim.staff().equals(CurrentUser.current().staff())
                ? claim.name() + " claimed this lead first. Your change was not saved."
                : now.changedBy()
                        + " changed this lead in the meantime. Your change was not saved. This is the current version.";
    }

    private void showAsItIsNow(Function<LeadDetails, @Nullable String> message) {
        leads.reload(lead.id())
                .ifPresentOrElse(
                        now -> {
                            lead = now;
                            draw(Optional.ofNullable(message.apply(now)));
                            getContent().focus();
                        },
                        close);
    }
}
