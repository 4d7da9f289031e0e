package io.plumbline.leads.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.leads.CallOutcome;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadId;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.LeadStep;
import io.plumbline.outbox.MailDetails;
import io.plumbline.outbox.MailId;
import io.plumbline.outbox.MailState;
import io.plumbline.shared.ui.Dates;
import io.plumbline.shared.ui.Ui;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Everything that happened with a lead so far, the latest first. */
class LeadStory extends Composite<Div> {
    private static final Map<String, String> FIELDS = Map.of(
            "fullName", "name",
            "email", "e-mail",
            "callWindow", "when to call",
            "source", "how they heard of us");

    /** What happened, and what was said or written with it. */
    private record Line(
            Instant at, String what, String more, @Nullable MailDetails letter) {
        Line(Instant at, String what, String more) {
            this(at, what, more, null);
        }
    }

    /** @param retry sends a letter again that was not sent */
    LeadStory(LeadDetails lead, Map<LeadId, List<MailDetails>> letters, ZoneId zone, Consumer<MailId> retry) {
        var title = new H3("So far");
        title.addClassName("strong");
        var list = new UnorderedList();
        list.addClassName("story");
        lines(lead, letters).forEach(line -> {
            var item = new ListItem(Ui.text("quiet", Dates.dayAndTime(line.at(), zone)));
            item.add(Ui.text("", line.what()));
            if (!line.more().isEmpty()) {
                item.add(Ui.text("story-more", line.more()));
            }
            var letter = line.letter();
            if (letter != null) {
                item.add(letterPart(letter, lead, retry));
            }
            list.add(item);
        });
        getContent().addClassName("panel-part");
        getContent().add(title, list);
    }

    /** The letter itself, and how to send it again. */
    private static Component letterPart(MailDetails letter, LeadDetails lead, Consumer<MailId> retry) {
        var read = new Details("Read it", Ui.text("letter-text", letter.subject() + "\n\n" + letter.body()));
        var part = Ui.div("story-letter stack-1", read);
        if (letter.state() == MailState.FAILED && lead.status().isOpen()) {
            part.add(new Button("Retry", e -> retry.accept(letter.id())));
        }
        return part;
    }

    private static String words(MailDetails letter) {
        var reason = letter.reason().isEmpty() ? "" : ": " + letter.reason();
        return "E-mail to " + letter.to() + " · " + letter.state().word() + reason + " · " + letter.writtenBy();
    }

    private static List<Line> lines(LeadDetails lead, Map<LeadId, List<MailDetails>> letters) {
        var lines = new ArrayList<Line>();
        letters.getOrDefault(lead.id(), List.of())
                .forEach(letter -> lines.add(new Line(letter.writtenAt(), words(letter), "", letter)));
        addTo(lines, lead.attempts(), lead.steps(), "");
        for (var alias : lead.aliases()) {
            var mark = " · as " + alias.cameAs();
            addTo(lines, alias.attempts(), alias.steps(), mark);
            // what was written to them is read here; sent again it is where it was written
            letters.getOrDefault(alias.id(), List.of())
                    .forEach(letter -> lines.add(new Line(letter.writtenAt(), words(letter) + mark, letter.body())));
            lines.add(new Line(alias.receivedAt(), "Came in" + mark, ""));
        }
        lines.add(
                new Line(lead.receivedAt(), "Came in · " + lead.draft().source().word(), ""));
        lines.sort(Comparator.comparing(Line::at).reversed());
        return lines;
    }

    /** @param mark by which the story of a merged lead is told apart; else empty */
    private static void addTo(List<Line> lines, List<LeadDetails.Attempt> calls, List<LeadStep> steps, String mark) {
        // a letter stands there itself
        calls.stream()
                .filter(call -> call.outcome() != CallOutcome.MAIL_SENT)
                .forEach(call ->
                        lines.add(new Line(call.at(), call.outcome().word() + " · " + call.by() + mark, call.note())));
        steps.forEach(step -> lines.add(new Line(
                step.at(),
                words(step) + " · " + step.by() + mark,
                step.kind() == LeadStep.Kind.ASKED_AGAIN ? step.detail() : "")));
    }

    private static String words(LeadStep step) {
        return switch (step.kind()) {
            case CLAIMED -> "Claimed";
            case RELEASED -> "Given back";
            case CORRECTED -> "Corrected: " + fields(step.detail());
            case MOVED -> "Now " + LeadStatus.valueOf(step.detail()).word().toLowerCase(Locale.ROOT);
            case CONVERTED -> "Became a patient";
            case ASSIGNED -> "Given to another clinic";
            case MERGED -> "Merged into another lead of the same person";
            case UNMERGED -> "Un-merged, on its own again";
            case OTHER_LEFT -> "Another lead un-merged from this one";
            case REOPENED -> "Opened again: " + step.detail();
            case STOPPED -> "Asked us not to contact them any more";
            case STOP_LIFTED -> "Asked again and may be contacted";
            case ESCALATED -> "Past the promise, managers told";
            case ASKED_AGAIN -> "Filled the form again";
            case REVIEW_TAKEN -> "Clinical review begun";
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
