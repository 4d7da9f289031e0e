package io.plumbline.answers.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import io.plumbline.answers.AnswerFilter;
import io.plumbline.answers.AnswerFlag;
import io.plumbline.answers.AnswerReview;
import io.plumbline.answers.AnswerRow;
import io.plumbline.answers.AnswerService;
import io.plumbline.exercises.ExerciseLabel;
import io.plumbline.exercises.ExerciseService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.AnswerId;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.FilterBar;
import io.plumbline.shared.ui.Filters;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.ListScreen;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The list of answers, with the answer in the URL beside it. The filter is part of the URL too. */
@Route(Routes.ANSWERS)
@RouteAlias(Routes.ANSWERS + "/:" + Routes.ID)
@PageTitle("Answers · Plumbline")
@Menu(order = 35, title = "Answers", icon = "MESSAGE")
@RolesAllowed(Permission.EXERCISE_READ)
class AnswerListView extends Main implements BeforeEnterObserver {
    private final AnswerService answers;
    private final ExerciseService exercises;
    private final TextField search;
    private final Select<AnswerFlag> flag;
    private final Select<AnswerReview> review;
    private final ComboBox<ExerciseLabel> exercise;
    private final ListScreen<AnswerId, AnswerPanel> list;
    private AnswerFilter filter = AnswerFilter.ALL;

    AnswerListView(AnswerService answers, ExerciseService exercises) {
        this.answers = answers;
        this.exercises = exercises;
        var bar = new FilterBar("Filter answers", this::narrow);
        search = bar.search("Search author, place, text", "Search answers");
        review = bar.oneOf("Review", List.of(AnswerReview.values()), AnswerReview::label);
        flag = bar.oneOf("Flag", List.of(AnswerFlag.values()), AnswerFlag::label);
        exercise = bar.oneOfMany("Exercise");
        exercise.setItemLabelGenerator(ExerciseLabel::name);
        // loaded when the user searches
        exercise.setItems(query -> {
            var typed = query.getFilter().orElse("").toLowerCase(Locale.ROOT);
            return exercises.labels().stream()
                    .filter(label -> label.name().toLowerCase(Locale.ROOT).contains(typed))
                    .skip(query.getOffset())
                    .limit(query.getLimit());
        });
        list = new ListScreen<>(
                this,
                Lazily.list("Answers", AnswerRow::id, row(), (after, limit) -> answers.list(filter, after, limit)),
                "Selected answer",
                AnswerId::new,
                this::open);
        Ui.page(
                this,
                "Answers",
                "Opinions of named people, not clinical fact. Approved means that a patient may read it.",
                bar,
                list.withPanel());
        if (mayImport()) {
            var take = new Button("Import a page…", e -> UI.getCurrentOrThrow().navigate(Routes.ANSWERS_IMPORT));
            Keys.on(take, "n", "Import a page");
            Ui.pageActions(this, take);
        }
    }

    static boolean mayImport() {
        return CurrentUser.current().has(Role.MANAGER) || CurrentUser.current().has(Role.CHIROPRACTOR);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        read(event.getLocation());
        list.ifEmpty(filter.equals(AnswerFilter.ALL) ? nothingYet() : nothingMatches());
        list.enter(event);
    }

    private Optional<AnswerPanel> open(AnswerId id) {
        return answers.open(id).map(answer -> new AnswerPanel(answers, answer, this::close, list::refresh));
    }

    private void close() {
        UI.getCurrentOrThrow().navigate(Routes.ANSWERS, Filters.query(values()));
    }

    private void read(Location address) {
        search.setValue(Filters.text(address, "q"));
        flag.setValue(Filters.of(address, "flag", AnswerFlag.class).orElse(null));
        review.setValue(Filters.of(address, "review", AnswerReview.class).orElse(null));
        var slug = Filters.text(address, "exercise");
        var named = exercise.getValue();
        if (!slug.equals(named == null ? "" : named.slug())) {
            exercise.setValue(Optional.of(slug)
                    .filter(text -> !text.isEmpty())
                    .flatMap(exercises::labelled)
                    .orElse(null));
        }
        var next = chosen();
        if (!next.equals(filter)) {
            filter = next;
            list.refresh();
        }
    }

    private void narrow() {
        filter = chosen();
        Filters.show(list.chosen().map(Routes::answer).orElse(Routes.ANSWERS), values());
        list.ifEmpty(filter.equals(AnswerFilter.ALL) ? nothingYet() : nothingMatches());
        list.refresh();
    }

    private AnswerFilter chosen() {
        var named = exercise.getValue();
        return new AnswerFilter(
                search.getValue().strip(), flag.getValue(), review.getValue(), named == null ? null : named.slug());
    }

    private Map<String, @Nullable Object> values() {
        var address = new HashMap<String, @Nullable Object>();
        address.put("q", filter.text());
        address.put("flag", filter.flag());
        address.put("review", filter.review());
        address.put("exercise", filter.exercise());
        return address;
    }

    private static Component nothingYet() {
        if (!mayImport()) {
            return new EmptyState(
                    Ui.text("strong", "No answers yet"),
                    Icon.MESSAGE,
                    "A manager or a chiropractor can import a page of practitioners' answers.");
        }
        return new EmptyState(
                Ui.text("strong", "No answers yet"),
                Icon.MESSAGE,
                "Import a page on which practitioners answer a question. Each exercise then shows how many answers name it.",
                new Button("Import a page…", e -> UI.getCurrentOrThrow().navigate(Routes.ANSWERS_IMPORT)));
    }

    private static Component nothingMatches() {
        return new EmptyState(
                Ui.text("strong", "No answers match"),
                Icon.MESSAGE,
                "Search with fewer words, or show all answers.",
                new Button("Show all answers", e -> UI.getCurrentOrThrow().navigate(Routes.ANSWERS)));
    }

    private LitRenderer<AnswerRow> row() {
        return LitRenderer.<AnswerRow>of("""
                <div class="list-row wide-4">
                  <span class="two"><a class="row-link" href="${item.address}" aria-current="${item.current}">${item.author}</a><span class="quiet">${item.place}</span></span>
                  <span class="two line-two"><span class="clamp" title="${item.opening}">${item.opening}</span><span class="quiet clamp-1" title="${item.exercises}">${item.exercises}</span></span>
                  <span class="line-three cluster">${item.flags.map(flag => html`<span class="badge tone-warn">${flag}</span>`)}</span>
                  <span class="quiet end">${item.review}</span>
                </div>""")
                .withProperty("address", row -> Filters.address(Routes.answer(row.id()), values()))
                .withProperty("author", AnswerRow::author)
                .withProperty("place", row -> row.city() + ", " + row.state() + " · " + Dates.dayAndYear(row.on()))
                .withProperty("opening", row -> row.opening().isEmpty() ? "No text" : row.opening())
                .withProperty("exercises", row -> String.join(", ", row.exercises()))
                .withProperty("flags", AnswerListView::flags)
                .withProperty("review", row -> row.review().label());
    }

    private static List<String> flags(AnswerRow row) {
        return row.flags().stream().sorted().map(AnswerFlag::label).collect(Collectors.toList());
    }
}
