package io.plumbline.intake.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.plumbline.intake.IntakeDraft;
import io.plumbline.intake.IntakeVersions;
import io.plumbline.intake.IntakeVersions.Version;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Ui;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Compares two versions of an intake note, each of which is read when it is chosen. */
final class VersionsDialog extends Composite<Dialog> {
    private final Function<Version, Optional<IntakeDraft>> read;
    private final IntakeWords words;
    private final Select<Version> earlier = new Select<>();
    private final Select<Version> later = new Select<>();
    private final Div found = new Div();

    /** @param read returns what a version says, as stored; empty if it is no longer available */
    VersionsDialog(IntakeVersions versions, Function<Version, Optional<IntakeDraft>> read, IntakeWords words) {
        this.read = read;
        this.words = words;
        for (var side : List.of(earlier, later)) {
            side.setItems(versions.all());
            side.setItemLabelGenerator(version ->
                    ComparisonTable.name(version.number()) + (version.isDraft() ? ", draft" : ", " + version.by()));
        }
        earlier.setLabel("Earlier version");
        later.setLabel("Later version");
        earlier.setValue(versions.amended().orElse(versions.all().getFirst()));
        later.setValue(
                versions.amended().isPresent() ? versions.own() : versions.all().getLast());
        earlier.addValueChangeListener(e -> compare());
        later.addValueChangeListener(e -> compare());
        found.getElement().setAttribute("role", "region");
        found.getElement().setAttribute("aria-label", "What differs");
        found.getElement().setAttribute("aria-live", "polite");
        Dialogs.show(getContent(), Dialogs.Width.LARGE, "Compare versions", Ui.div("cluster", earlier, later), found);
        compare();
    }

    void open() {
        getContent().open();
    }

    private void compare() {
        found.removeAll();
        var left = earlier.getValue();
        var right = later.getValue();
        if (left == null || right == null) {
            return;
        }
        var before = read.apply(left);
        var after = read.apply(right);
        found.add(
                before.isEmpty() || after.isEmpty()
                        ? Ui.alert("A version is no longer available to you.")
                        : ComparisonTable.of(
                                IntakeComparison.of(words, before.get(), after.get()), left.number(), right.number()));
    }
}
