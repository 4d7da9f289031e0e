package io.plumbline.imports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.plumbline.shared.Count;
import io.plumbline.shared.ui.Ui;

/** How far a long work is, with a button to cancel it. */
class ImportProgress extends Composite<Div> {
    private final ProgressBar bar = new ProgressBar();
    private final Span said = Ui.text("num", "");
    private final String unit;
    private final long all;

    /**
     * @param unit what is counted, such as rows
     * @param all how many there are; 0 if that is not known
     */
    ImportProgress(String title, String unit, long all, String cancel, Runnable canceled) {
        this.unit = unit;
        this.all = all;
        bar.setIndeterminate(all == 0);
        bar.getElement().setAttribute("aria-label", title);
        said.getElement().setAttribute("role", "status");
        getContent().add(Ui.card(title, bar, Ui.div("cluster", said, new Button(cancel, e -> canceled.run()))));
        show(0);
    }

    /** What stands on the screen while a file is read, which takes a moment for a large one. */
    static Component reading() {
        var bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", "Reading the file");
        return Ui.card("Reading the file", bar);
    }

    /** What stands below an import that runs, in case that the portal was restarted while it did. */
    static Component resume(Runnable resume) {
        return Ui.div(
                "cluster",
                new Button("Resume", e -> resume.run()),
                Ui.text("muted", "If the count does not change, the portal was restarted: resume the import."));
    }

    void show(long done) {
        if (all > 0) {
            bar.setValue(Math.min(1, (double) done / all));
        }
        said.setText(Count.number(done) + (all > 0 ? " of " + Count.number(all) : "") + " " + unit);
    }
}
