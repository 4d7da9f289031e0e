package io.plumbline.records.ui.reading;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.plumbline.records.RecordReading;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Ui;
import java.time.ZoneId;

/** Whose record is open, until when, and what is left out of it. */
class ReadingBar extends Composite<Div> {
    ReadingBar(RecordReading reading, ZoneId zone, Runnable end) {
        getContent().addClassName("stack-2");
        getContent()
                .add(
                        Ui.hold("Break-glass access until "
                                + Dates.time(reading.until().atZone(zone).toLocalTime())
                                + ". Each view is recorded in the audit trail, and a manager reviews the access."),
                        Ui.facts(
                                "Born",
                                reading.born() == null ? "Not recorded" : Dates.dayAndYear(reading.born()),
                                "Not shown",
                                reading.drafts() + " drafts, " + reading.inError() + " entered in error"),
                        Ui.div("cluster", new Button("End access", e -> end.run())));
    }
}
