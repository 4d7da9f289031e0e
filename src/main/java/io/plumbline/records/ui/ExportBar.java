package io.plumbline.records.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.plumbline.shared.Count;
import io.plumbline.shared.ui.Ui;

/** How far an export is, with a button to cancel it. */
class ExportBar extends Composite<Div> {
    private final ProgressBar bar = new ProgressBar();
    private final Span said = Ui.text("num", "The record is being read");

    ExportBar(Runnable cancel) {
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", "Exporting the record");
        said.getElement().setAttribute("role", "status");
        getContent().addClassName("stack-2");
        getContent().add(bar, Ui.div("cluster", said, new Button("Cancel the export", e -> cancel.run())));
    }

    void show(long done, long all) {
        bar.setIndeterminate(false);
        bar.setValue(all == 0 ? 1 : Math.min(1, (double) done / all));
        said.setText(Count.number(done) + " of " + Count.number(all) + " entries and files");
    }
}
