package io.plumbline.recalls.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.recalls.RecallCounts;
import io.plumbline.recalls.RecallDue;
import io.plumbline.recalls.RecallFilter;
import io.plumbline.recalls.RecallListService;
import io.plumbline.recalls.RecallReason;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Ui;
import java.util.List;

/** Which patients the board shows: by day, by reason and, for who works at several, by clinic; each has its address. */
class RecallChips extends Composite<Div> {
    private final Nav days = nav("Days shown");
    private final Nav reasons = nav("Reasons shown");
    private final Nav places = nav("Clinics shown");
    private final List<ClinicLabel> clinics;

    RecallChips(List<ClinicLabel> clinics) {
        this.clinics = clinics;
        getContent().addClassNames("stack-1");
        getContent().add(days, reasons, places);
        places.setVisible(clinics.size() > 1);
    }

    private static Nav nav(String name) {
        var nav = new Nav();
        nav.addClassName("chips");
        nav.getElement().setAttribute("aria-label", name);
        return nav;
    }

    void show(RecallFilter shown, RecallCounts counts) {
        days.removeAll();
        for (var due : RecallDue.values()) {
            days.add(chip(
                    due.label(),
                    counts.byDue().getOrDefault(due, 0L),
                    new RecallFilter(due, shown.reason(), shown.clinic()),
                    shown));
        }
        reasons.removeAll();
        reasons.add(chip("Any reason", counts.anyReason(), new RecallFilter(shown.due(), null, shown.clinic()), shown));
        for (var reason : RecallReason.values()) {
            reasons.add(chip(
                    reason.label(),
                    counts.byReason().getOrDefault(reason, 0L),
                    new RecallFilter(shown.due(), reason, shown.clinic()),
                    shown));
        }
        places.removeAll();
        places.add(link("All my clinics", new RecallFilter(shown.due(), shown.reason(), null), shown));
        clinics.forEach(clinic ->
                places.add(link(clinic.name(), new RecallFilter(shown.due(), shown.reason(), clinic.id()), shown)));
    }

    private static Anchor chip(String words, long count, RecallFilter filter, RecallFilter shown) {
        var link = link(words, filter, shown);
        link.add(Ui.text("count", count < RecallListService.MOST_COUNTED ? String.valueOf(count) : count + "+"));
        return link;
    }

    private static Anchor link(String words, RecallFilter filter, RecallFilter shown) {
        var link = new Anchor(RecallAddress.of(Routes.RECALLS, filter), Ui.text("", words));
        link.addClassName("chip");
        if (filter.equals(shown)) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return link;
    }
}
