package io.plumbline.exercises.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.exercises.ExerciseRow;
import io.plumbline.exercises.ExerciseService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Places;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@Route(Places.EXERCISES)
@PageTitle("Exercises · Plumbline")
@Menu(order = 34, title = "Exercises", icon = "LIBRARY")
@RolesAllowed(Permission.EXERCISE_READ)
class ExerciseListView extends Main {
    ExerciseListView(ExerciseService exercises) {
        var list = Lazily.list("Exercises", ExerciseRow::id, row(), exercises::list);
        list.setEmptyStateText("No exercise in the library yet.");
        Ui.page(
                this,
                "Exercises",
                "Opinions of practitioners, not clinical fact: the clinic's licensed lead signs them off.",
                list);
    }

    private static LitRenderer<ExerciseRow> row() {
        return LitRenderer.<ExerciseRow>of("""
                <div class="list-row wide-3">
                  <span class="two"><span class="strong">${item.name}</span><span class="quiet">${item.group}</span></span>
                  <span class="two line-two"><span>${item.instruction}</span><span class="quiet">${item.hints}</span></span>
                  <span class="quiet end">${item.named}</span>
                </div>""")
                .withProperty("name", ExerciseRow::name)
                .withProperty("group", row -> row.group().word())
                .withProperty(
                        "instruction",
                        row -> Objects.requireNonNullElse(row.instruction(), "For the therapist to describe."))
                .withProperty("hints", ExerciseListView::hints)
                .withProperty("named", row -> "Named by " + row.namedIn() + " of 40 practitioners");
    }

    private static String hints(ExerciseRow row) {
        return Stream.of(row.dose(), row.caution()).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }
}
