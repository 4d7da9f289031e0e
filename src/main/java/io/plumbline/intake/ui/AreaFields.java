package io.plumbline.intake.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import io.plumbline.intake.MarkedArea;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Pain;
import io.plumbline.shared.ui.BodyChart;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Scale;
import io.plumbline.shared.ui.Ui;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Pain areas: the body chart, and for each area the intensity, the quality and the radiation of the pain. */
class AreaFields extends Composite<Div> {
    private final Map<BodyRegion, Row> rows = new LinkedHashMap<>();
    private final Div list = Ui.div("stack-0");
    private final BodyChart chart = new BodyChart(this::toggle, this::lead);
    private final Runnable changed;

    AreaFields(Runnable changed) {
        this.changed = changed;
        getContent().addClassName("chart-parts");
        getContent().add(chart, list);
    }

    void show(List<MarkedArea> areas) {
        rows.clear();
        list.removeAll();
        areas.forEach(this::add);
        chart.mark(rows.keySet());
    }

    List<MarkedArea> read() {
        return rows.values().stream().map(Row::read).toList();
    }

    private void toggle(BodyRegion region) {
        var marked = rows.remove(region);
        if (marked == null) {
            add(new MarkedArea(region, "", null, null));
        } else {
            list.remove(marked);
        }
        chart.mark(rows.keySet());
        changed.run();
    }

    private void lead(BodyRegion marked) {
        Objects.requireNonNull(rows.get(marked)).lead();
    }

    private void add(MarkedArea area) {
        var row = new Row(area);
        rows.put(area.region(), row);
        list.add(row);
    }

    private final class Row extends Composite<Div> {
        private final BodyRegion region;
        private final Scale intensity = new Scale("How strong, 0 to 10", 0, Pain.WORST);
        private final QualityFields quality;
        private final ComboBox<BodyRegion> radiatingTo = new ComboBox<>("Radiates to");

        Row(MarkedArea area) {
            region = area.region();
            intensity.setValue(
                    area.intensity() == null ? null : area.intensity().score());
            quality = new QualityFields(area.quality(), changed);
            radiatingTo.setItems(BodyRegion.all());
            radiatingTo.setItemLabelGenerator(BodyRegion::label);
            radiatingTo.setClearButtonVisible(true);
            radiatingTo.setValue(area.radiatingTo());
            intensity.addValueChangeListener(e -> changed.run());
            radiatingTo.addValueChangeListener(e -> changed.run());
            var remove = Ui.iconButton("Remove " + region.label(), Icon.CROSS);
            remove.addClickListener(e -> toggle(region));
            getContent().addClassName("area-row");
            getContent().getElement().setAttribute("role", "group");
            getContent().getElement().setAttribute("aria-label", region.label());
            getContent()
                    .add(Ui.text("strong", region.label()), remove, Ui.div("wide", intensity, quality, radiatingTo));
        }

        void lead() {
            intensity.getElement().callJsFunction("focus");
        }

        MarkedArea read() {
            return new MarkedArea(region, quality.read(), Pain.of(intensity.getValue()), radiatingTo.getValue());
        }
    }
}
