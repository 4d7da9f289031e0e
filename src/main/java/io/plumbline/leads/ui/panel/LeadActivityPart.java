package io.plumbline.leads.ui.panel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.plumbline.leads.CallOutcome;
import io.plumbline.leads.LeadActivity;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadEvent;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.calling.MessageService;
import io.plumbline.outbox.MailDetails;
import io.plumbline.outbox.MailState;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ui.Ui;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The activity of a lead, newest first. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class LeadActivityPart extends Composite<Div> {
    private static final Map<String, String> FIELDS = Map.of(
            "fullName", "name",
            "email", "e-mail",
            "callWindow", "when to call",
            "source", "source");

    /** One activity, with the note or message that belongs to it. */
    private record Line(
            Instant at, String what, String more, @Nullable MailDetails message) {
        Line(Instant at, String what, String more) {
            this(at, what, more, null);
        }
    }

    private final MessageService messageService;
    private final LeadZones zones;
    private Map<LeadId, List<MailDetails>> messages = Map.of();

    LeadActivityPart(MessageService messageService, LeadZones zones) {
        this.messageService = messageService;
        this.zones = zones;
        getContent().addClassName("panel-part");
    }

    void show(LeadDetails lead, LeadChanges changes) {
        messages = messages(lead);
        var zone = zones.zoneOf(lead.draft().clinic());
        var list = new UnorderedList();
        list.addClassName("story");
        lines(lead, messages).forEach(line -> {
            var item = new ListItem(Ui.text("quiet", Dates.dayAndTime(line.at(), zone)));
            item.add(Ui.text("", line.what()));
            if (!line.more().isEmpty()) {
                item.add(Ui.text("story-more", line.more()));
            }
            var message = line.message();
            if (message != null && !message.body().isEmpty()) {
                item.add(messagePart(message, lead, changes));
            }
            list.add(item);
        });
        getContent().removeAll();
        getContent().add(LeadPanelParts.title("Activity"), list);
    }

    /** Returns whether a message was written or its state changed since the lead was shown. */
    boolean hasNews(LeadDetails lead) {
        return !messages(lead).equals(messages);
    }

    /** Returns the messages to a lead and to the leads merged into it. */
    private Map<LeadId, List<MailDetails>> messages(LeadDetails lead) {
        var all = new HashMap<LeadId, List<MailDetails>>();
        all.put(lead.id(), messageService.findMessages(lead));
        lead.aliases().forEach(alias -> all.put(alias.id(), messageService.findMessages(alias)));
        return all;
    }

    /** Renders the message itself and, if it failed, a button to send it again. */
    private Component messagePart(MailDetails message, LeadDetails lead, LeadChanges changes) {
        var read = new Details("Read", Ui.text("letter-text", message.subject() + "\n\n" + message.body()));
        var part = Ui.div("story-letter stack-1", read);
        if (message.state() == MailState.FAILED && lead.status().isOpen()) {
            part.add(new Button("Retry", e -> changes.attempt(() -> messageService.retry(lead.id(), message.id()))));
        }
        return part;
    }

    private static String words(MailDetails message) {
        var reason = message.reason().isEmpty() ? "" : ": " + message.reason();
        var to = message.to().isEmpty() ? "E-mail" : "E-mail to " + message.to();
        return to + " · " + message.state().label() + reason + " · " + message.writtenBy();
    }

    private static List<Line> lines(LeadDetails lead, Map<LeadId, List<MailDetails>> messages) {
        var lines = new ArrayList<Line>();
        messages.getOrDefault(lead.id(), List.of())
                .forEach(message -> lines.add(new Line(message.writtenAt(), words(message), "", message)));
        addTo(lines, lead.attempts(), lead.steps(), "");
        for (var alias : lead.aliases()) {
            var mark = " · as " + alias.cameAs();
            addTo(lines, alias.attempts(), alias.steps(), mark);
            // messages to a merged lead are read here, but are sent again from that lead
            messages.getOrDefault(alias.id(), List.of())
                    .forEach(
                            message -> lines.add(new Line(message.writtenAt(), words(message) + mark, message.body())));
            lines.add(new Line(alias.receivedAt(), "Received" + mark, ""));
        }
        lines.add(new Line(
                lead.receivedAt(), "Received · " + lead.draft().source().label(), ""));
        lines.sort(Comparator.comparing(Line::at).reversed());
        return lines;
    }

    /** @param mark identifies the activity of a merged lead; empty for the lead itself */
    private static void addTo(
            List<Line> lines, List<LeadDetails.Attempt> calls, List<LeadActivity> steps, String mark) {
        // messages have their own lines
        calls.stream()
                .filter(call -> call.outcome() != CallOutcome.MAIL_SENT)
                .forEach(call -> lines.add(new Line(
                        call.at(),
                        call.outcome().label() + " · " + call.by() + mark + (call.undone() ? " · undone" : ""),
                        call.note())));
        steps.forEach(step -> lines.add(new Line(
                step.at(),
                words(step) + " · " + step.by() + mark,
                step.kind() == LeadActivity.Kind.ASKED_AGAIN ? step.detail() : "")));
    }

    private static String words(LeadActivity step) {
        return switch (step.kind()) {
            case CLAIMED -> "Claimed";
            case RELEASED -> "Released";
            case CORRECTED -> "Edited: " + fields(step.detail());
            case MOVED -> "Now " + LeadStatus.valueOf(step.detail()).label().toLowerCase(Locale.ROOT);
            case CONVERTED -> "Converted to a patient";
            case ASSIGNED -> "Assigned to another clinic";
            case MERGED -> "Merged into another lead of the same person";
            case UNMERGED -> "Unmerged";
            case OTHER_LEFT -> "Another lead was unmerged from this one";
            case REOPENED -> step.detail().isEmpty() ? "Reopened" : "Reopened: " + step.detail();
            case STOPPED -> "Asked not to be contacted";
            case STOP_LIFTED -> "Sent a new request; may be contacted";
            case ESCALATED -> "Response target missed, managers notified";
            case ASKED_AGAIN -> "Sent the form again";
            case REVIEW_TAKEN -> "Clinical review started";
            case UNDONE ->
                switch (LeadEvent.Undone.Act.valueOf(step.detail())) {
                    case CLAIM -> "Claim undone";
                    case CALL -> "Call undone";
                    case MOVE -> "Status change undone";
                    case REOPENING -> "Reopening undone";
                };
            case REVIEW_UNDO -> "Decision of the clinical review undone";
        };
    }

    private static String fields(String names) {
        return names.isEmpty()
                ? "nothing"
                : String.join(
                        ", ",
                        Arrays.stream(names.split(", "))
                                .map(name -> FIELDS.getOrDefault(name, name))
                                .toList());
    }
}
