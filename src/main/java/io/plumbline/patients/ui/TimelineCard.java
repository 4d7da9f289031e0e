package io.plumbline.patients.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import io.plumbline.patients.file.TimelineEntry;
import io.plumbline.patients.file.TimelineKind;
import io.plumbline.patients.file.TimelineKind.Group;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Foldable;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A patient's timeline, newest first; all of it or one group. */
class TimelineCard extends Composite<Div> {
    private static final int FIRST = 4;
    private static final int MORE = 40;

    private final List<TimelineEntry> entries;
    private final LocalDate today;
    private final OrderedList list = new OrderedList();
    private final Div more = Ui.div("cluster");
    private final List<Button> chips = new ArrayList<>();
    private @Nullable Group shown;
    private int most = FIRST;

    /** @param page the name of its page, by which the browser remembers whether the card is folded */
    TimelineCard(String page, PatientHistory.Timeline timeline, LocalDate today) {
        this.entries = timeline.entries();
        this.today = today;
        list.addClassName("timeline");
        if (entries.isEmpty()) {
            getContent()
                    .add(Ui.cardLine(
                            "Timeline", "Nothing has happened yet: visits, notes, plans and alerts will appear here."));
        } else {
            getContent()
                    .add(Foldable.on(
                            page, Ui.card("Timeline", chips(), list, more, Ui.text("muted small", timeline.left()))));
            draw();
        }
    }

    private Component chips() {
        var row = Ui.div("chips");
        row.getElement().setAttribute("role", "group");
        row.getElement().setAttribute("aria-label", "Show in the timeline");
        row.add(chip("All", null));
        Arrays.stream(Group.values())
                .filter(group -> entries.stream().anyMatch(entry -> entry.kind().group() == group))
                .forEach(group -> row.add(chip(group.label(), group)));
        return row;
    }

    private Button chip(String word, @Nullable Group group) {
        var chip = new Button(word);
        chip.addThemeName("tertiary");
        chip.addThemeName("small");
        chip.addClassName("chip");
        chip.getElement().setAttribute("aria-pressed", String.valueOf(group == shown));
        chip.addClickListener(e -> {
            shown = group;
            most = FIRST;
            chips.forEach(other -> other.getElement().setAttribute("aria-pressed", String.valueOf(other == chip)));
            draw();
        });
        chips.add(chip);
        return chip;
    }

    private void draw() {
        var part = entries.stream()
                .filter(entry -> shown == null || entry.kind().group() == shown)
                .toList();
        list.removeAll();
        more.removeAll();
        LocalDate before = null;
        for (var entry : part.subList(0, shownOf(part))) {
            list.add(item(entry, entry.day().equals(before)));
            before = entry.day();
        }
        var left = part.size() - shownOf(part);
        if (left > 0) {
            var older = new Button(left > MORE ? "Show " + MORE + " older" : "Show " + left + " older", e -> {
                most += MORE;
                draw();
                // the button that was pressed is gone
                list.getElement().setAttribute("tabindex", "-1");
                list.getElement().callJsFunction("focus");
            });
            more.add(older, Ui.text("print-note", earlier(left)));
        }
    }

    /** Returns how many are shown; a button for one more would take as much room as that one. */
    private int shownOf(List<TimelineEntry> part) {
        return part.size() <= most + 1 ? part.size() : most;
    }

    /** Returns what a printed page says of the entries that it does not have. */
    private static String earlier(int left) {
        return left + (left == 1 ? " earlier entry is" : " earlier entries are") + " not printed.";
    }

    private ListItem item(TimelineEntry entry, boolean isSameDay) {
        var day = entry.day().equals(today) ? "Today" : Dates.day(entry.day());
        var year = entry.day().getYear() == today.getYear()
                ? ""
                : " " + entry.day().getYear();
        var when = Ui.div("when", Ui.text(isSameDay ? "unseen" : "strong", day + year));
        if (!entry.dayOnly()) {
            when.add(Ui.text("muted num", Dates.time(LocalTime.ofInstant(entry.at(), entry.zone()))));
        }
        var words = Ui.div("stack-0 grow", what(entry));
        if (!entry.detail().isEmpty()) {
            words.add(Ui.text("muted small", entry.detail()));
        }
        var item = new ListItem(when, mark(entry.kind()), words);
        item.addClassName("event");
        return item;
    }

    private static Component what(TimelineEntry entry) {
        if (entry.address() == null) {
            return Ui.text("strong", entry.what());
        }
        var link = new Anchor(entry.address(), entry.what());
        link.addClassName("event-link");
        return link;
    }

    private static Component mark(TimelineKind kind) {
        var tone =
                switch (kind) {
                    case FLAG -> "danger";
                    case VISIT_MISSED, ALERT, REACTION -> "warn";
                    case NOTE_SIGNED, JOINED -> "ok";
                    case VISIT_BOOKED, VISIT_HELD, PLAN, MEASURE, REFERRAL -> "info";
                    case NOTE_DRAFT, OLD_NOTE, INTAKE, INTAKE_SIGNED, FILE, CONSENT -> "neutral";
                };
        return Ui.span("event-mark tone-" + tone, icon(kind).create());
    }

    /** Returns the decorative icon of an entry; its text names the kind. */
    static Icon icon(TimelineKind kind) {
        return switch (kind) {
            case FLAG -> Icon.FLAG;
            case ALERT, REACTION -> Icon.ALERT;
            case VISIT_MISSED -> Icon.CROSS;
            case VISIT_BOOKED, VISIT_HELD -> Icon.CALENDAR;
            case NOTE_DRAFT, NOTE_SIGNED, OLD_NOTE -> Icon.NOTE;
            case INTAKE, INTAKE_SIGNED -> Icon.INTAKE;
            case PLAN -> Icon.PLAN;
            case MEASURE -> Icon.INFO;
            case REFERRAL -> Icon.ARROW;
            case FILE -> Icon.COPY;
            case CONSENT -> Icon.CHECK;
            case JOINED -> Icon.DONE;
        };
    }
}
