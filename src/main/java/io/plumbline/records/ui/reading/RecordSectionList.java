package io.plumbline.records.ui.reading;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import io.plumbline.documents.PrintedDocument.Fact;
import io.plumbline.documents.PrintedDocument.Facts;
import io.plumbline.documents.PrintedDocument.Notice;
import io.plumbline.documents.PrintedDocument.Part;
import io.plumbline.documents.PrintedDocument.Table;
import io.plumbline.records.RecordReading;
import io.plumbline.records.RecordReading.Section;
import io.plumbline.records.RecordReadingService;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Ui;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The sections of a record, each read when it is opened, some entries at a time. */
class RecordSectionList extends Composite<Div> {
    private final RecordReadingService readings;
    private final PatientId patient;

    RecordSectionList(RecordReadingService readings, RecordReading reading) {
        this.readings = readings;
        this.patient = reading.patient();
        getContent().addClassName("stack-2");
        if (reading.sections().isEmpty()) {
            getContent().add(Ui.text("muted", "This record has no entries."));
        }
        reading.sections().forEach(section -> getContent().add(section(section)));
    }

    private Component section(Section section) {
        var entries = Ui.div("stack-4");
        var more = Ui.div("cluster");
        var messages = new Div();
        var details = new Details(
                section.title() + " (" + section.entries() + ")", Ui.div("stack-4", entries, messages, more));
        details.addOpenedChangeListener(e -> {
            if (e.isOpened() && entries.getComponentCount() == 0) {
                read(section, 0, entries, more, messages);
            }
        });
        return details;
    }

    private void read(Section section, int from, Div entries, Div more, Div messages) {
        Attempt.showing(messages).run(() -> {
            var page = readings.read(patient, section.key(), from);
            page.parts().forEach(part -> entries.add(card(part)));
            more.removeAll();
            if (page.next() < section.entries()) {
                more.add(new Button("Show more", e -> read(section, page.next(), entries, more, messages)));
            }
        });
    }

    private static Component card(Part part) {
        return switch (part) {
            case Facts facts -> Ui.card(facts.heading(), facts(facts.facts()));
            case Notice notice -> Ui.card(notice.heading(), Ui.text("", notice.sentence()));
            // a row below the other, since most tables are wider than a phone
            case Table table ->
                Ui.card(
                        table.heading(),
                        table.rows().stream()
                                .map(row -> facts(filled(table.columns(), row)))
                                .toArray(Component[]::new));
        };
    }

    private static List<Fact> filled(List<String> columns, List<String> row) {
        return IntStream.range(0, columns.size())
                .filter(at -> !row.get(at).isEmpty())
                .mapToObj(at -> new Fact(columns.get(at), row.get(at)))
                .toList();
    }

    private static Component facts(List<Fact> facts) {
        return Ui.facts(facts.stream()
                .flatMap(fact -> Stream.of(fact.term(), fact.fact()))
                .toArray(String[]::new));
    }
}
