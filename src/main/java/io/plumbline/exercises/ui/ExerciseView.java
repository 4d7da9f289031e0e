package io.plumbline.exercises.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.clinics.ClinicService;
import io.plumbline.exercises.AnswersOnExercises;
import io.plumbline.exercises.ExerciseDetails;
import io.plumbline.exercises.ExerciseService;
import io.plumbline.exercises.ExerciseStatus;
import io.plumbline.exercises.ExerciseVocabulary;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.ExerciseId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Filters;
import io.plumbline.shared.ui.Leaving;
import io.plumbline.shared.ui.ReasonDialog;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page of one exercise with its versions. The URL can name an older version to compare with the newest. */
@Route(Routes.EXERCISES + "/:" + Routes.ID)
@PageTitle("Exercise · Plumbline")
@RolesAllowed(Permission.EXERCISE_READ)
class ExerciseView extends Main implements BeforeEnterObserver {
    static final String VERSION = "version";
    private static final int ANSWERS_SHOWN = 5;

    private final ExerciseService exercises;
    private final AnswersOnExercises answers;
    private final ExerciseVocabulary vocabulary;
    private final ClinicService clinics;
    private @Nullable ExerciseEditor editor;
    private String compared = "";

    ExerciseView(
            ExerciseService exercises,
            AnswersOnExercises answers,
            ExerciseVocabulary vocabulary,
            ClinicService clinics) {
        this.exercises = exercises;
        this.answers = answers;
        this.vocabulary = vocabulary;
        this.clinics = clinics;
        Ui.main(this);
        Leaving.guardPage(this, () -> editor != null && editor.hasChanges());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        compared = Filters.text(event.getLocation(), VERSION);
        show(
                Ids.inAddress(event.getRouteParameters().get(Routes.ID).orElse(null), ExerciseId::new)
                        .flatMap(exercises::open)
                        .orElseThrow(NotFoundException::new),
                Optional.empty());
    }

    private void show(ExerciseDetails exercise, Optional<String> message) {
        removeAll();
        editor = null;
        var parts = new ExerciseParts(exercise, vocabulary, clinics.ownZone());
        var naming = answers.findByExercise(exercise.slug(), ANSWERS_SHOWN);
        var main = Ui.div("stack-4");
        message.map(Ui::alert).ifPresent(main::add);
        main.add(parts.state());
        parts.comparison(compared).ifPresent(main::add);
        main.add(parts.content(), parts.answers(naming), parts.versions());
        add(Ui.div(
                "page wide", head(exercise), Ui.div("note-grid", main, Ui.div("rail", parts.facts(), parts.source()))));
    }

    private Component head(ExerciseDetails exercise) {
        return Ui.div("page-head", ExerciseParts.title(exercise), actions(exercise));
    }

    private Div actions(ExerciseDetails exercise) {
        var user = CurrentUser.current();
        var actions = Ui.div("cluster");
        if (exercise.status() == ExerciseStatus.RETIRED) {
            if (isWriter(user)) {
                actions.add(new Button(
                        "Restore",
                        e -> attempt(exercise, () -> exercises.bringBack(exercise.id(), exercise.version()))));
            }
            return actions;
        }
        if (user.has(Role.CHIROPRACTOR) && exercise.current().signedOffBy() == null) {
            var signOff = new Button(
                    "Sign off", e -> attempt(exercise, () -> exercises.signOff(exercise.id(), exercise.version())));
            signOff.addThemeVariants(ButtonVariant.PRIMARY);
            actions.add(signOff);
        }
        if (isWriter(user)) {
            actions.add(new Button("Edit…", e -> edit(exercise)), new Button("Retire…", e -> retire(exercise)));
        }
        return actions;
    }

    private static boolean isWriter(CurrentUser user) {
        return user.has(Role.CHIROPRACTOR) || user.has(Role.MANAGER);
    }

    private void edit(ExerciseDetails exercise) {
        removeAll();
        var form = new ExerciseEditor(exercises, vocabulary, exercise, () -> showAsItIsNow(exercise, null));
        editor = form;
        add(Ui.div("page wide", Ui.div("page-head", ExerciseParts.title(exercise)), form));
        form.focus();
    }

    private void retire(ExerciseDetails exercise) {
        new ReasonDialog(
                        "Retire this exercise",
                        "It is no longer offered but stays readable where it was prescribed.",
                        "Retire",
                        reason -> retire(exercise, reason))
                .open();
    }

    /** Retires the exercise; returns an error message, or empty if that succeeded. */
    private Optional<String> retire(ExerciseDetails exercise, String reason) {
        return Attempt.refusalOf(
                () -> {
                    exercises.retire(exercise.id(), exercise.version(), reason);
                    showAsItIsNow(exercise, null);
                },
                () -> "A colleague changed this exercise in the meantime. Copy what you typed, then close this and open"
                        + " it again.");
    }

    private void attempt(ExerciseDetails exercise, Runnable action) {
        Attempt.telling(refused -> showAsItIsNow(exercise, refused + "."))
                .ifChanged(
                        "A colleague changed this exercise in the meantime. Your change was not saved. This is the current version")
                .run(() -> {
                    action.run();
                    showAsItIsNow(exercise, null);
                });
    }

    private void showAsItIsNow(ExerciseDetails exercise, @Nullable String message) {
        show(exercises.open(exercise.id()).orElseThrow(NotFoundException::new), Optional.ofNullable(message));
        UI.getCurrentOrThrow().getPage().executeJs("document.getElementById('main')?.focus()");
    }
}
