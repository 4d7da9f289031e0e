package io.plumbline.answers.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.answers.AnswerPage;
import io.plumbline.answers.AnswerService;
import io.plumbline.answers.ReadAnswer;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** A parsed page of answers, to correct and then import in batches. */
class AnswerPreview extends Composite<Div> {
    private static final int AT_ONCE = 20;
    private static final int SHOWN_AT_ONCE = 50;

    private final AnswerService answers;
    private final Runnable again;
    private final TextField question = new TextField("Question");
    private final List<AnswerImportRow> rows = new ArrayList<>();
    private final Button importing = Ui.once("Import", this::begin);
    private final ProgressBar bar = new ProgressBar();
    private final Div progress = new Div();
    private final Div messages = new Div();
    private final H2 heading = new H2();
    private int added;
    private boolean isDone;

    AnswerPreview(AnswerService answers, AnswerPage page, Runnable again) {
        this.answers = answers;
        this.again = again;
        var known = answers.kept(page.answers().stream()
                .map(draft -> ReadAnswer.of(page.question(), draft).key())
                .toList());
        page.answers()
                .forEach(draft -> rows.add(AnswerImportRow.of(
                        page.question(),
                        draft,
                        known.contains(ReadAnswer.of(page.question(), draft).key()),
                        this::count)));
        var unread = page.notUnderstood().stream()
                .map(raw -> AnswerImportRow.notUnderstood(page.question(), raw, this::count))
                .toList();
        question.setValue(page.question());
        question.setMaxLength(400);
        question.setWidthFull();
        heading.addClassName("heading");
        heading.getElement().setAttribute("tabindex", "-1");
        heading.setText(
                page.answers().size() == 1 ? "1 answer found" : page.answers().size() + " answers found");
        importing.addThemeVariants(ButtonVariant.PRIMARY);
        bar.setVisible(false);
        progress.getElement().setAttribute("role", "status");
        var content = getContent();
        content.addClassNames("stack-4");
        content.add(messages, question);
        if (!unread.isEmpty()) {
            content.add(Ui.card("Not recognized: " + unread.size(), list(unread)));
        }
        content.add(
                Ui.div("stack-2", heading, list(rows)),
                Ui.div(
                        "import-foot",
                        Ui.div("cluster", importing, new Button("Read another page", e -> again.run())),
                        bar,
                        progress));
        rows.addAll(unread);
        count();
    }

    /** Shows the first rows, and the others with the button below, so that a long page opens quickly. */
    private static Component list(List<AnswerImportRow> rows) {
        var list = new UnorderedList();
        list.addClassName("import-list");
        var all = List.copyOf(rows);
        var more = new Button("Show more");
        more.addClickListener(e -> showMore(list, all, more));
        showMore(list, all, more);
        return Ui.div("stack-2", list, more);
    }

    private static void showMore(UnorderedList list, List<AnswerImportRow> all, Button more) {
        var from = list.getComponentCount();
        var to = Math.min(from + SHOWN_AT_ONCE, all.size());
        all.subList(from, to).forEach(list::add);
        more.setVisible(to < all.size());
        more.setText("Show " + Math.min(SHOWN_AT_ONCE, all.size() - to) + " more of " + all.size());
    }

    /** Moves the keyboard focus to the result. */
    void focus() {
        heading.getElement().callJsFunction("focus");
    }

    /** Returns whether leaving the page would lose corrections. */
    boolean isUnfinished() {
        return !isDone;
    }

    private void count() {
        var ready = chosen().size();
        importing.setVisible(true);
        importing.setText(ready == 1 ? "Import 1 answer" : "Import " + ready + " answers");
        importing.setEnabled(ready > 0);
    }

    private List<ReadAnswer> chosen() {
        return rows.stream()
                .map(AnswerImportRow::answer)
                .flatMap(Optional::stream)
                .toList();
    }

    private void begin() {
        messages.removeAll();
        question.setInvalid(question.getValue().isBlank());
        question.setErrorMessage("Enter the question");
        var open = rows.stream().filter(AnswerImportRow::isOpen).findFirst();
        if (question.isInvalid()) {
            question.focus();
        } else if (open.isPresent()) {
            messages.add(Ui.alert("An answer is still being edited. Press Done or Cancel first."));
            open.get().focus();
        } else if (leftOut() > 0) {
            askToLeaveOut();
        } else {
            start();
        }
    }

    private long leftOut() {
        return rows.stream().filter(AnswerImportRow::isLeftOut).count();
    }

    private void askToLeaveOut() {
        var count = leftOut();
        new ConfirmDialog(
                        "Import without the unrecognized parts?",
                        (count == 1 ? "1 part of the page is" : count + " parts of the page are")
                                + " left out. Go back to turn them into answers.",
                        "Import without them",
                        e -> start(),
                        "Go back",
                        e -> {})
                .open();
    }

    private void start() {
        added = 0;
        // imported in batches; the button reappears if the import stops early
        importing.setVisible(false);
        bar.setVisible(true);
        next(chosen(), 0);
    }

    /** Imports a batch of answers and schedules the next one, so that the screen can show the progress. */
    private void next(List<ReadAnswer> all, int from) {
        var to = Math.min(from + AT_ONCE, all.size());
        var isTaken = false;
        try {
            added += answers.importAnswers(question.getValue(), all.subList(from, to));
            isTaken = true;
        } catch (Refused | DataAccessException | TransactionException failed) {
            messages.add(
                    Ui.alert(
                            failed instanceof Refused
                                    ? failed.getMessage() + "."
                                    : added
                                            + " were added before the database became unavailable. Import again: nothing is added twice."));
        } finally {
            if (!isTaken) {
                bar.setVisible(false);
                count();
            }
        }
        if (!isTaken) {
            return;
        }
        bar.setValue((double) to / all.size());
        progress.setText(to + " of " + all.size());
        if (to < all.size()) {
            getElement().executeJs("return true").then(answered -> next(all, to));
        } else {
            finish(all.size());
        }
    }

    private void finish(int all) {
        isDone = true;
        var before = all - added;
        var see = Ui.primary(new Button("See the answers", e -> Ui.navigate(Routes.ANSWERS)));
        var title = new H2(added == 1 ? "1 answer added" : added + " answers added");
        title.addClassName("heading");
        title.getElement().setAttribute("tabindex", "-1");
        getContent().removeAll();
        getContent()
                .add(Ui.div(
                        "card",
                        title,
                        Ui.text("muted", said(all, before) + saidOfLeftOut()),
                        Ui.div("cluster", see, new Button("Read another page", e -> again.run()))));
        title.getElement().callJsFunction("focus");
    }

    private String saidOfLeftOut() {
        var count = leftOut();
        if (count == 0) {
            return "";
        }
        return count == 1
                ? " 1 part was not recognized and was left out."
                : " " + count + " parts were not recognized and were left out.";
    }

    private static String said(int all, int before) {
        if (before == 0) {
            return all == 1 ? "It is new." : "All of them are new.";
        }
        return before == 1
                ? "1 already existed and was not changed."
                : before + " already existed and were not changed.";
    }
}
