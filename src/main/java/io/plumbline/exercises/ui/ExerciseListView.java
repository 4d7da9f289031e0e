package io.plumbline.exercises.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.exercises.ExerciseFilter;
import io.plumbline.exercises.ExerciseGroup;
import io.plumbline.exercises.ExerciseLevel;
import io.plumbline.exercises.ExerciseRow;
import io.plumbline.exercises.ExerciseService;
import io.plumbline.exercises.ExerciseStage;
import io.plumbline.exercises.ExerciseStatus;
import io.plumbline.exercises.ExerciseVocabulary;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.FilterBar;
import io.plumbline.shared.ui.Filters;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The exercise library, searched while typing. The filter is part of the URL. */
@Route(Routes.EXERCISES)
@PageTitle("Exercises · Plumbline")
@Menu(order = 34, title = "Exercises", icon = "LIBRARY")
@RolesAllowed(Permission.EXERCISE_READ)
class ExerciseListView extends Main implements BeforeEnterObserver {
    private final TextField search;
    private final Select<ExerciseGroup> group;
    private final Select<ExerciseStage> stage;
    private final Select<ExerciseLevel> level;
    private final Select<ExerciseVocabulary.Term> area;
    private final Checkbox withDose;
    private final Checkbox retired;
    private final ExerciseVocabulary vocabulary;
    private final ExerciseService exercises;
    private final Grid<ExerciseRow> list;
    private ExerciseFilter filter = ExerciseFilter.ALL;

    ExerciseListView(ExerciseService exercises, ExerciseVocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.exercises = exercises;
        var bar = new FilterBar("Filter exercises", this::narrow);
        search = bar.search("Search name, instruction, dose", "Search exercises");
        group = bar.oneOf("Group", List.of(ExerciseGroup.values()), ExerciseGroup::label);
        stage = bar.oneOf("Stage", List.of(ExerciseStage.values()), ExerciseStage::label);
        level = bar.oneOf("Level", List.of(ExerciseLevel.values()), ExerciseLevel::label);
        area = bar.oneOf("Body area", vocabulary.tissues(), ExerciseVocabulary.Term::name);
        withDose = bar.onlyIf("With a dose");
        retired = bar.onlyIf("Retired");
        list = Lazily.list("Exercises", ExerciseRow::id, row(), (after, limit) -> exercises.list(filter, after, limit));
        Ui.page(
                this,
                "Exercises",
                "Examples from practitioners' answers, not clinical fact: each needs sign-off by the clinic's licensed"
                        + " lead.",
                bar,
                list);
        if (CurrentUser.may(Permission.EXERCISE_WRITE)) {
            Ui.pageActions(this, write());
        }
    }

    private static Button write() {
        return new Button(
                "New exercise", Icon.PLUS.create(), e -> UI.getCurrentOrThrow().navigate(Routes.NEW_EXERCISE));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var address = event.getLocation();
        search.setValue(Filters.text(address, "q"));
        group.setValue(Filters.of(address, "group", ExerciseGroup.class).orElse(null));
        stage.setValue(Filters.of(address, "stage", ExerciseStage.class).orElse(null));
        level.setValue(Filters.of(address, "level", ExerciseLevel.class).orElse(null));
        area.setValue(areaOf(Filters.text(address, "area")));
        withDose.setValue(Filters.text(address, "dose").equals("yes"));
        retired.setValue(Filters.of(address, "status", ExerciseStatus.class)
                .filter(ExerciseStatus.RETIRED::equals)
                .isPresent());
        var next = chosen();
        list.setEmptyStateComponent(nothing(next));
        if (!next.equals(filter)) {
            filter = next;
            list.getDataProvider().refreshAll();
        }
    }

    private ExerciseVocabulary.@Nullable Term areaOf(String code) {
        return vocabulary.tissues().stream()
                .filter(term -> term.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private void narrow() {
        filter = chosen();
        var address = new HashMap<String, @Nullable Object>();
        address.put("q", filter.text());
        address.put("group", filter.group());
        address.put("stage", filter.stage());
        address.put("level", filter.level());
        address.put("area", filter.area());
        address.put("dose", filter.withDose() ? "yes" : "");
        address.put("status", filter.status() == ExerciseStatus.RETIRED ? ExerciseStatus.RETIRED : "");
        Filters.show(Routes.EXERCISES, address);
        list.setEmptyStateComponent(nothing(filter));
        list.getDataProvider().refreshAll();
    }

    private ExerciseFilter chosen() {
        var term = area.getValue();
        return new ExerciseFilter(
                search.getValue().strip(),
                group.getValue(),
                stage.getValue(),
                level.getValue(),
                term == null ? null : term.code(),
                withDose.getValue(),
                retired.getValue() ? ExerciseStatus.RETIRED : ExerciseStatus.ACTIVE);
    }

    private Component nothing(ExerciseFilter filter) {
        if (filter.equals(ExerciseFilter.ALL)) {
            var title = Ui.text("strong", "No exercises yet");
            return CurrentUser.may(Permission.EXERCISE_WRITE)
                    ? new EmptyState(
                            title,
                            Icon.LIBRARY,
                            "Add the exercise library, or write your own exercises.",
                            LibraryOffer.button(exercises, exercises.librarySize()),
                            write())
                    : new EmptyState(
                            title,
                            Icon.LIBRARY,
                            "The clinic manager or a chiropractor adds the exercise library here.");
        }
        return new EmptyState(
                Ui.text("strong", "No exercises match"),
                Icon.LIBRARY,
                "Search with fewer words, or show all exercises.",
                new Button("Show all exercises", e -> UI.getCurrentOrThrow().navigate(Routes.EXERCISES)));
    }

    private static LitRenderer<ExerciseRow> row() {
        return LitRenderer.<ExerciseRow>of("""
                <div class="list-row wide-4">
                  <span class="two"><a class="row-link" href="${item.address}">${item.name}</a><span class="quiet">${item.group}</span></span>
                  <span class="two line-two"><span class="clamp" title="${item.instruction}">${item.instruction}</span><span class="quiet clamp-1" title="${item.hints}">${item.hints}</span></span>
                  <span class="line-three"><span class="badge tone-${item.tone}">${item.state}</span></span>
                  <span class="quiet end">${item.named}</span>
                </div>""")
                .withProperty("address", row -> Routes.exercise(row.id()))
                .withProperty("name", ExerciseRow::name)
                .withProperty("group", ExerciseListView::group)
                .withProperty(
                        "instruction", row -> row.instruction().isEmpty() ? "No instructions yet." : row.instruction())
                .withProperty("hints", ExerciseListView::hints)
                .withProperty("tone", row -> row.isSignedOff() ? "ok" : "clinical")
                .withProperty("state", row -> row.isSignedOff() ? "Signed off" : "Needs sign-off")
                .withProperty("named", row -> row.named().words());
    }

    private static String group(ExerciseRow row) {
        var level = row.level();
        return level == null ? row.group().label() : row.group().label() + " · " + level.label();
    }

    private static String hints(ExerciseRow row) {
        return Stream.of(row.dose(), row.caution())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
