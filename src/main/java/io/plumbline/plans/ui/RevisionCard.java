package io.plumbline.plans.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import io.plumbline.plans.PlanRevisionService.Row;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.ui.Ui;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The revisions of a plan, read when they are opened: who made each, why, and what it changed. */
final class RevisionCard {
    private RevisionCard() {}

    /**
     * @param read reads the revisions, newest first
     * @param names finds the names of staff
     * @param words compares two revisions, by the names of their practitioners
     * @param when formats a time
     */
    static Component of(
            Supplier<List<Row>> read,
            Function<Set<StaffId>, Map<StaffId, String>> names,
            Function<Map<StaffId, String>, RevisionWords> words,
            Function<Instant, String> when) {
        var body = Ui.div("stack-2");
        var details = new Details("Revisions", body);
        details.addOpenedChangeListener(e -> {
            if (e.isOpened() && body.getComponentCount() == 0) {
                var rows = read.get();
                var known = names.apply(staffOf(rows));
                body.add(list(rows, known, words.apply(known), when));
            }
        });
        return details;
    }

    private static Set<StaffId> staffOf(List<Row> rows) {
        return Stream.concat(
                        rows.stream().map(Row::by),
                        rows.stream()
                                .flatMap(row -> row.content().services().stream())
                                .flatMap(line -> Stream.ofNullable(line.practitionerId())))
                .collect(Collectors.toSet());
    }

    private static Component list(
            List<Row> rows, Map<StaffId, String> names, RevisionWords words, Function<Instant, String> when) {
        if (rows.isEmpty()) {
            return Ui.text("muted", "This plan was activated before revisions were recorded, and not revised since.");
        }
        var list = new OrderedList();
        list.addClassName("steps");
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var part = Ui.div(
                    "stack-1 grow",
                    Ui.text("strong", "Revision " + row.number() + (row.number() == 1 ? ": as activated" : "")),
                    Ui.text("muted small", when.apply(row.at()) + " · " + names.getOrDefault(row.by(), "")));
            if (!row.reason().isEmpty()) {
                part.add(Ui.text("", row.reason()));
            }
            if (row.agreement() != null) {
                part.add(AgreementFields.show(row.agreement()));
            }
            if (row.added() + row.removed() > 0) {
                part.add(Ui.text("small", row.added() + " visits added, " + row.removed() + " removed"));
            }
            if (i + 1 < rows.size()) {
                var before = rows.get(i + 1);
                part.add(words.compare(
                        "Revision " + before.number(), before.content(), "Revision " + row.number(), row.content()));
            }
            list.add(new ListItem(part));
        }
        return list;
    }
}
