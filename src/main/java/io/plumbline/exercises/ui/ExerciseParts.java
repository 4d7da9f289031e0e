package io.plumbline.exercises.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.exercises.AnswersOnExercises.Naming;
import io.plumbline.exercises.ExerciseDetails;
import io.plumbline.exercises.ExerciseStatus;
import io.plumbline.exercises.ExerciseVersion;
import io.plumbline.exercises.ExerciseVocabulary;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The sections of an exercise's page: instructions, source and author. */
class ExerciseParts {
    private final ExerciseDetails exercise;
    private final ExerciseWords words;
    private final ZoneId zone;

    ExerciseParts(ExerciseDetails exercise, ExerciseVocabulary vocabulary, ZoneId zone) {
        this.exercise = exercise;
        this.words = new ExerciseWords(vocabulary);
        this.zone = zone;
    }

    static Div title(ExerciseDetails exercise) {
        var draft = exercise.current().draft();
        return Ui.div(
                "stack-0",
                Ui.title(draft.name()),
                Ui.span(
                        "muted",
                        new Anchor(Routes.EXERCISES, "Exercises"),
                        Ui.text(
                                "",
                                " · " + draft.group().label() + " · version "
                                        + exercise.current().number())));
    }

    /** Shows whether the exercise is signed off, still to be signed off, or retired. */
    Component state() {
        var now = exercise.current();
        if (exercise.status() == ExerciseStatus.RETIRED) {
            return banner("warn", Icon.PAUSE, "Retired", "No longer offered: " + exercise.retiredReason());
        }
        if (now.signedOffBy() == null) {
            return banner(
                    "clinical",
                    Icon.CLINICAL,
                    "Example, needs sign-off by the clinic's licensed lead",
                    "An opinion collected from practitioners, not clinical fact.");
        }
        return banner(
                "ok",
                Icon.DONE,
                "Signed off by " + now.signedOffBy(),
                Dates.stamp(Objects.requireNonNull(now.signedOffAt()), zone) + ", version " + now.number() + ".");
    }

    private static Component banner(String tone, Icon icon, String title, String sentence) {
        return Ui.div(
                "banner tone-" + tone,
                icon.create(),
                Ui.div("stack-0", Ui.text("strong", title), Ui.text("", sentence)));
    }

    Component content() {
        var draft = exercise.current().draft();
        var instruction = draft.instruction().isEmpty()
                ? Ui.text("muted", "No instructions yet.")
                : Ui.text("instruction", draft.instruction());
        return Ui.card(
                "How to do it",
                instruction,
                Ui.facts(
                        "Dose",
                        draft.dose().isEmpty() ? "None given: the therapist decides for the patient" : draft.dose(),
                        "Caution",
                        draft.caution().isEmpty() ? "None given" : draft.caution(),
                        "Progression",
                        draft.progression().isEmpty() ? "None given" : draft.progression()));
    }

    Component facts() {
        var draft = exercise.current().draft();
        return Ui.railPart(
                "Summary",
                Ui.facts(
                        "Group",
                        draft.group().label(),
                        "Stage",
                        draft.stage().label(),
                        "Level",
                        draft.level() == null ? "Not stated" : draft.level().label(),
                        "Areas",
                        words.areas(draft)));
    }

    Component source() {
        var from = exercise.onClinicPage()
                ? exercise.source() + " The clinic page names this exercise too."
                : exercise.source();
        return Ui.railPart(
                "Named by",
                Ui.div(
                        "line",
                        Ui.text(
                                "place-count",
                                exercise.named().in() + " of "
                                        + exercise.named().of())),
                Ui.text("muted small", exercise.named().sentence()),
                Ui.text(
                        "muted small",
                        exercise.libraryVersion().isEmpty()
                                ? from + "."
                                : from + " Library version " + exercise.libraryVersion() + "."));
    }

    Component answers(List<Naming> naming) {
        if (naming.isEmpty()) {
            return Ui.card(
                    "Answers that name this exercise",
                    Ui.text(
                            "muted",
                            exercise.named().isImported()
                                    ? "None of the imported answers names this exercise."
                                    : "No answers have been imported yet. Import a page of answers under Answers."));
        }
        var list = new UnorderedList();
        naming.forEach(answer -> list.add(new ListItem(
                new Anchor(Routes.answer(answer.answer()), answer.author()),
                Ui.text(
                        "muted small",
                        " " + answer.city() + ", " + answer.state() + " · " + Dates.dayAndYear(answer.on())))));
        var all = new Anchor(
                Routes.ANSWERS + "?exercise=" + exercise.slug(),
                naming.size() == 1
                        ? "See it under Answers"
                        : "See all " + exercise.named().in() + " under Answers");
        all.addClassName("note-link");
        return Ui.card("Answers that name this exercise", list, all);
    }

    Component versions() {
        var list = new UnorderedList();
        list.addClassName("version-list");
        exercise.versions().forEach(version -> list.add(new ListItem(version(version))));
        return Ui.card("Versions", list);
    }

    private Component version(ExerciseVersion version) {
        var isNewest = version.number() == exercise.current().number();
        var line = Ui.div("cluster");
        line.add(Ui.text("strong", "Version " + version.number()));
        if (version.signedOffBy() != null) {
            line.add(StatusBadge.ok("Signed off by " + version.signedOffBy()));
        }
        if (!isNewest) {
            var compare = new Anchor(
                    Routes.exercise(exercise.id()) + "?" + ExerciseView.VERSION + "=" + version.number(),
                    "Compare with version " + exercise.current().number());
            compare.addClassName("note-link");
            line.add(compare);
        }
        return Ui.div(
                "stack-0",
                line,
                Ui.text("", version.reason()),
                Ui.text("muted small", version.by() + ", " + Dates.stamp(version.at(), zone)));
    }

    /** Compares the older version in the URL, if there is one, with the newest. */
    Optional<Component> comparison(String number) {
        if (!number.matches("\\d{1,6}")) {
            return Optional.empty();
        }
        return exercise.version(Integer.parseInt(number))
                .filter(old -> old.number() != exercise.current().number())
                .map(old -> Ui.card(
                        "Version " + old.number() + " compared with version "
                                + exercise.current().number(),
                        VersionComparison.of(old, exercise.current(), words),
                        new Anchor(Routes.exercise(exercise.id()), "Close the comparison")));
    }
}
