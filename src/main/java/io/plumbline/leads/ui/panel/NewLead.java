package io.plumbline.leads.ui.panel;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.duplicates.LeadMatchService;
import io.plumbline.patients.PossibleDuplicate;
import io.plumbline.shared.CandidateLine;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.patient.DuplicateHint;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Enters a new lead in a form that opens above any screen of leads. */
@Component
public class NewLead {
    private final LeadService leads;
    private final LeadMatchService matches;
    private final ClinicService clinics;
    private final LeadZones zones;
    private final Clock clock;

    NewLead(LeadService leads, LeadMatchService matches, ClinicService clinics, LeadZones zones, Clock clock) {
        this.leads = leads;
        this.matches = matches;
        this.clinics = clinics;
        this.zones = zones;
        this.clock = clock;
    }

    /** Creates the button that opens the form; it has the same key on every screen of leads. */
    public Button button(ToLead way) {
        var enter = new Button("New lead", e -> open(way));
        Keys.on(enter, "n", "New lead");
        return enter;
    }

    /**
     * Opens the form above the screen, which does not change.
     *
     * @param way opens the lead that is called at once
     */
    public void open(ToLead way) {
        new Form(way).open();
    }

    /** Finds duplicate candidates among the leads and patients that the current user may see. */
    private List<CandidateLine> like(String name, @Nullable PhoneNumber phone, @Nullable EmailAddress email) {
        var today = zones.today(null);
        var known = matches.leads(name, phone, email).stream()
                .map(one -> new CandidateLine(
                        one.fullName(),
                        Routes.lead(one.id()),
                        "Lead · " + one.status().label().toLowerCase(Locale.ROOT),
                        one.score().words()));
        var patients = matches.patients(name, phone, email).stream()
                .map(one -> new PossibleDuplicate(one.patient(), one.score().words()).candidate(today));
        return Stream.concat(known, patients).toList();
    }

    /**
     * The form for a new lead: save it to the queue, or save and call. Saving the same form twice creates one lead; refused
     * input stays in the form. Shows duplicate candidates during typing.
     */
    private final class Form {
        private final QuickLeadForm fields =
                new QuickLeadForm(clinics.myLabelsAs(List.of(Role.MANAGER, Role.FRONT_DESK)), clinics.phoneRegion());
        private final ToLead way;
        private final Dialog dialog = new Dialog();
        private final Div messages = new Div();
        private final OperationId operation = OperationId.next();
        private boolean isSaved;

        Form(ToLead way) {
            this.way = way;
            var alike = new DuplicateHint();
            fields.onWho((name, phone, email) -> alike.show(like(name, phone, email)));
            Dialogs.ask(
                    dialog,
                    Dialogs.Width.MEDIUM,
                    "New lead",
                    () -> !isSaved && fields.hasChanges(),
                    button("Save and call", this::call),
                    Ui.div(
                            "stack-3",
                            messages,
                            fields,
                            alike,
                            Ui.text("muted", "Save only if the person agreed to be contacted about this request.")));
            dialog.getFooter().addComponentAtIndex(1, button("Save", this::keep));
        }

        void open() {
            dialog.open();
            fields.focus();
        }

        private Button button(String words, Consumer<LeadId> then) {
            return Ui.once(words, () -> fields.read(clock.instant()).ifPresent(draft -> save(draft, then)));
        }

        private void save(LeadDraft draft, Consumer<LeadId> then) {
            Attempt.showing(messages).run(() -> {
                var lead = receive(draft);
                isSaved = true;
                then.accept(lead);
            });
        }

        private void keep(LeadId lead) {
            Toast.done("Lead saved. It is in Call now");
            dialog.close();
        }

        /** Saves first: the new lead is kept even if the user then stays with the lead that is open. */
        private void call(LeadId lead) {
            Toast.done("Lead saved");
            dialog.close();
            way.go(() -> {
                claim(lead);
                return Optional.of(lead);
            });
        }

        /**
         * Claims the lead. If the claim is refused, the panel shows why: a colleague claimed it first, or a contact stop.
         */
        private void claim(LeadId lead) {
            Attempt.telling(refused -> Toast.warn("Saved, but not claimed. See the lead for the reason"))
                    .run(() -> leads.open(lead)
                            .map(LeadDetails::version)
                            .ifPresent(version -> leads.claim(lead, version)));
        }

        private LeadId receive(LeadDraft draft) {
            try {
                return leads.receive(draft, operation);
            } catch (DataIntegrityViolationException sentTwiceAtOnce) {
                return leads.receive(draft, operation);
            }
        }
    }
}
