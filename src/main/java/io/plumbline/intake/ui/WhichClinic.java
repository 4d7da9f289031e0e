package io.plumbline.intake.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ui.Dialogs;
import java.util.List;
import java.util.function.Consumer;

/** Asks for the clinic of an intake note if there are several. */
class WhichClinic extends Composite<Dialog> {
    private final RadioButtonGroup<ClinicLabel> clinic = new RadioButtonGroup<>("Clinic");

    WhichClinic(List<ClinicLabel> clinics, Consumer<ClinicId> chosen) {
        clinic.setItems(clinics);
        clinic.setItemLabelGenerator(ClinicLabel::name);
        var begin = new Button("Begin", e -> {
            clinic.setErrorMessage("Choose where you see the patient");
            clinic.setInvalid(clinic.isEmpty());
            if (!clinic.isEmpty()) {
                getContent().close();
                chosen.accept(clinic.getValue().id());
            }
        });
        Dialogs.ask(
                getContent(), Dialogs.Width.SMALL, "Where is this intake note written?", () -> false, begin, clinic);
    }

    void open() {
        getContent().open();
    }
}
