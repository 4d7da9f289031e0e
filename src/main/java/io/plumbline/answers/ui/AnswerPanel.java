package io.plumbline.answers.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import io.plumbline.answers.AnswerDetails;
import io.plumbline.answers.AnswerFlag;
import io.plumbline.answers.AnswerReview;
import io.plumbline.answers.AnswerService;
import io.plumbline.answers.MentionKind;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.ReasonDialog;
import io.plumbline.shared.ui.RecordPanel;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;

/** The panel beside the list that shows one answer: author, text, flags, mentions and review. */
class AnswerPanel extends Composite<RecordPanel> {
    private final AnswerService answers;
    private final Runnable changed;
    private AnswerDetails answer;

    AnswerPanel(AnswerService answers, AnswerDetails answer, Runnable close, Runnable changed) {
        this.answers = answers;
        this.answer = answer;
        this.changed = changed;
        getContent().named("Answer", close);
        draw(Optional.empty());
    }

    private void draw(Optional<String> message) {
        var parts = new ArrayList<Component>();
        message.map(Ui::alert).ifPresent(parts::add);
        if (CurrentUser.current().has(Role.CHIROPRACTOR)
                || CurrentUser.current().has(Role.MANAGER)) {
            parts.add(decisions());
        }
        parts.add(text());
        for (var kind : MentionKind.values()) {
            named(kind).ifPresent(parts::add);
        }
        var draft = answer.draft();
        var badges = Ui.div("cluster", review());
        draft.flags().stream().sorted().forEach(flag -> badges.add(StatusBadge.warn(flag.label())));
        getContent()
                .headed(
                        draft.author(),
                        Ui.text("muted", draft.city() + ", " + draft.state() + " · " + Dates.dayAndYear(draft.on())),
                        badges)
                .showing(parts.toArray(Component[]::new));
    }

    private Component review() {
        return switch (answer.review()) {
            case NEW -> StatusBadge.info("New");
            case APPROVED -> StatusBadge.ok("Approved by " + answer.reviewedBy());
            case SET_ASIDE -> StatusBadge.neutral("Rejected by " + answer.reviewedBy());
        };
    }

    private Component decisions() {
        var actions = Ui.div("cluster");
        if (answer.canBecome(AnswerReview.APPROVED) && !answer.draft().text().isEmpty()) {
            actions.add(new Button("Approve", e -> decide(AnswerReview.APPROVED)));
        }
        if (answer.canBecome(AnswerReview.SET_ASIDE)) {
            actions.add(new Button("Reject…", e -> new ReasonDialog(
                            "Reject this answer",
                            "The answer is kept and marked as rejected. Patients do not see it.",
                            "Reject",
                            this::setAside)
                    .open()));
        }
        if (answer.canBecome(AnswerReview.NEW)) {
            actions.add(new Button("Review again", e -> decide(AnswerReview.NEW)));
        }
        return actions;
    }

    /** Rejects the answer; returns an error message, or empty if that succeeded. */
    private Optional<String> setAside(String reason) {
        return Attempt.refusalOf(
                () -> {
                    answers.review(answer.id(), answer.version(), AnswerReview.SET_ASIDE, reason);
                    redraw(Optional.empty());
                },
                () -> {
                    answer = answers.open(answer.id()).orElse(answer);
                    draw(Optional.empty());
                    return "A colleague reviewed this answer in the meantime: it is now "
                            + answer.review().label().toLowerCase(Locale.ROOT)
                            + ". What you typed is still here; try again if it still applies.";
                });
    }

    private void decide(AnswerReview decision) {
        Attempt.telling(refused -> redraw(Optional.of(refused + ".")))
                .ifChanged("A colleague reviewed this answer in the meantime. This is the current version")
                .run(() -> {
                    answers.review(answer.id(), answer.version(), decision, "");
                    redraw(Optional.empty());
                });
    }

    private void redraw(Optional<String> message) {
        answer = answers.open(answer.id()).orElse(answer);
        draw(message);
        getContent().focus();
        changed.run();
    }

    private Component text() {
        var part = Ui.div("panel-part", Ui.text("muted small", answer.question()));
        var quote = Ui.div("opinion");
        if (answer.draft().text().isEmpty()) {
            quote.add(new Paragraph("The page has no text under this name."));
        }
        answer.draft()
                .text()
                .lines()
                .filter(line -> !line.isBlank())
                .map(Paragraph::new)
                .forEach(quote::add);
        part.add(quote);
        answer.draft().flags().stream()
                .sorted()
                .map(AnswerFlag::meaning)
                .forEach(meaning -> part.add(Ui.text("muted small", meaning)));
        if (answer.reviewReason() != null) {
            part.add(Ui.text("muted small", "Reason: " + answer.reviewReason()));
        }
        return part;
    }

    private Optional<Component> named(MentionKind kind) {
        var parts = Ui.div("cluster");
        for (var named : answer.named()) {
            if (named.kind() == kind) {
                var exercise = named.exercise();
                parts.add(
                        exercise == null
                                ? Ui.text("named", named.name())
                                : chip(new Anchor(Routes.exercise(exercise), named.name())));
            }
        }
        return parts.getComponentCount() == 0
                ? Optional.empty()
                : Optional.of(Ui.div("stack-1", Ui.text("strong small", kind.words()), parts));
    }

    private static Anchor chip(Anchor link) {
        link.addClassName("named");
        return link;
    }
}
