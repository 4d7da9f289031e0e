package io.plumbline.plans.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import io.plumbline.diagnoses.Diagnoses;
import io.plumbline.diagnoses.Diagnosis;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/** The diagnoses of a plan, found by code or words. */
final class DiagnosisField extends MultiSelectComboBox<Diagnosis> {
    private final Diagnoses all;
    private boolean isPregnant;

    DiagnosisField(Diagnoses all) {
        super("Diagnoses (ICD-10-CM)");
        this.all = all;
        // the official file has seventy thousand
        setItems(query -> all.search(query.getFilter().orElse(""), isPregnant)
                .skip(query.getOffset())
                .limit(query.getLimit()));
        setItemLabelGenerator(Diagnosis::words);
        setHelperText("Search by code or words. The first one is the main diagnosis");
        setWidthFull();
    }

    /** Offers the diagnoses of a pregnancy before the others. */
    void forPregnancy() {
        isPregnant = true;
        setHelperText("Search by code or words. Pregnancy codes (O) come first, then the main diagnosis");
    }

    void show(List<String> codes) {
        setValue(codes.stream()
                .flatMap(code -> all.find(code).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    List<String> codes() {
        return Diagnoses.inOrder(getValue().stream().map(Diagnosis::code).toList());
    }
}
