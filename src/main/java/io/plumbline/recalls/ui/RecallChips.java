package io.plumbline.recalls.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.recalls.RecallCounts;
import io.plumbline.recalls.RecallDue;
import io.plumbline.recalls.RecallFilter;
import io.plumbline.recalls.RecallListService;
import io.plumbline.recalls.RecallReason;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Chips;
import io.plumbline.shared.ui.Chips.Chip;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which patients the board shows: by day, by reason and, for who works at several, by clinic; each has its address. */
class RecallChips extends Composite<Div> {
    private final Chips days = new Chips("Days shown");
    private final Chips reasons = new Chips("Reasons shown");
    private final Chips places = new Chips("Clinics shown");
    private final List<ClinicLabel> clinics;

    RecallChips(List<ClinicLabel> clinics) {
        this.clinics = clinics;
        getContent().addClassNames("stack-1");
        getContent().add(days, reasons, places);
        places.setVisible(clinics.size() > 1);
    }

    void show(RecallFilter shown, RecallCounts counts) {
        days.show(Arrays.stream(RecallDue.values())
                .map(due -> chip(
                        due.label(),
                        upTo(counts.byDue().get(due)),
                        new RecallFilter(due, shown.reason(), shown.clinic()),
                        shown)));
        reasons.show(Stream.concat(
                Stream.of(chip(
                        "Any reason",
                        upTo(counts.anyReason()),
                        new RecallFilter(shown.due(), null, shown.clinic()),
                        shown)),
                Arrays.stream(RecallReason.values())
                        .map(reason -> chip(
                                reason.label(),
                                upTo(counts.byReason().get(reason)),
                                new RecallFilter(shown.due(), reason, shown.clinic()),
                                shown))));
        places.show(Stream.concat(
                Stream.of(chip("All my clinics", "", new RecallFilter(shown.due(), shown.reason(), null), shown)),
                clinics.stream()
                        .map(clinic -> chip(
                                clinic.name(),
                                "",
                                new RecallFilter(shown.due(), shown.reason(), clinic.id()),
                                shown))));
    }

    private static String upTo(@Nullable Long count) {
        return Chips.upTo(RecallListService.MOST_COUNTED, count);
    }

    private static Chip chip(String words, String count, RecallFilter filter, RecallFilter shown) {
        return new Chip(words, count, RecallAddress.of(Routes.RECALLS, filter), filter.equals(shown));
    }
}
