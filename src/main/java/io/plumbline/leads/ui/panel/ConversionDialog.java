package io.plumbline.leads.ui.panel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.leads.Conversion;
import io.plumbline.leads.LeadConsultationService;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadService;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.SlotTaken;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormDialog;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;
import io.plumbline.shared.ui.patient.DuplicateHint;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Converts a lead to a patient: asks whether the patient is new or exists already, and for the first visit if none is
 * booked. Keeps what was typed if the time slot was just taken.
 */
final class ConversionDialog {
    private final LeadConsultationService consultations;
    private final PatientService patients;
    private final @Nullable AppointmentRow booked;
    private final FirstVisitFields visit;
    private final FormDialog form = Dialogs.form("Convert to a patient").about("lead");
    private final Supplier<LeadDetails> lead;

    private final ComboBox<PatientRow> existing = new ComboBox<>("Existing patient");
    private final TextField givenName = UiFields.line("Given name", 80);
    private final TextField familyName = UiFields.line("Family name", 80);
    private final DatePicker birthDate = Days.birthDate("Birth date");
    private final FormLayout added = new FormLayout(givenName, familyName, birthDate);
    private final DuplicateHint alike = new DuplicateHint();

    /**
     * What is converted.
     *
     * @param proposed the existing patient who may be the same person; null if there is none
     * @param booked the consultation that the patient takes over; null if one is booked during conversion
     */
    record Asked(
            LeadDetails lead,
            @Nullable PatientRow proposed,
            @Nullable AppointmentRow booked) {}

    ConversionDialog(
            LeadService leads,
            LeadConsultationService consultations,
            PatientService patients,
            Asked asked,
            FirstVisitFields visit,
            Clock clock) {
        this.consultations = consultations;
        this.patients = patients;
        this.booked = asked.booked();
        this.visit = visit;
        lead = form.latest(asked.lead(), () -> leads.open(asked.lead().id()), LeadQuestion::whatChanged);
        whoFields(asked.lead(), visit.clinic().today(clock));
        existing.setValue(asked.proposed());
        form.add(existing, added, alike).check(wrong -> {
            if (existing.isEmpty()) {
                wrong.refuse(givenName, givenName.isEmpty() && familyName.isEmpty(), "Enter the given name");
                wrong.refuse(birthDate, false, "");
            }
        });
        if (booked == null) {
            form.add(visit).check(visit::read).on(SlotTaken.class, visit::taken);
        } else {
            form.add(agreed(booked));
        }
    }

    /** @param done receives the patient */
    void open(Consumer<PatientId> done) {
        form.open(
                booked == null ? "Convert and book" : "Convert",
                () -> consultations.convert(lead.get().id(), lead.get().version(), agreed()),
                done);
    }

    private static Component agreed(AppointmentRow booked) {
        return Ui.text(
                "",
                "Their consultation becomes the patient's: " + Dates.dayAndTime(booked.on(), booked.at(), "") + " with "
                        + booked.practitionerName() + ".");
    }

    private void whoFields(LeadDetails asked, LocalDate today) {
        existing.setItems(query -> patients.search(query.getFilter().orElse("")).stream()
                .skip(query.getOffset())
                .limit(query.getLimit()));
        existing.setItemLabelGenerator(row -> row.name() + ", " + row.numberAndStatus()
                + (row.birthDate() == null ? "" : ", born " + Dates.dayAndYear(row.birthDate())));
        existing.setPlaceholder("Name, phone or number");
        existing.setHelperText("Leave empty for a new patient. The existing record is not changed.");
        // no clear button: with one, Escape would empty the field, and the lead would become a second record
        existing.setWidthFull();
        existing.addValueChangeListener(e -> {
            added.setVisible(existing.isEmpty());
            alike.setVisible(existing.isEmpty());
        });
        var words = asked.draft().fullName().strip().split("\\s+", 2);
        givenName.setValue(words[0]);
        familyName.setValue(words.length > 1 ? words[1] : "");
        familyName.setHelperText("Empty for a person with one name");
        birthDate.setMax(today);
        List.of(givenName, familyName).forEach(text -> text.addValueChangeListener(e -> findDuplicates(today)));
        birthDate.addValueChangeListener(e -> findDuplicates(today));
        findDuplicates(today);
    }

    private void findDuplicates(LocalDate today) {
        var found = patients.likely(asTyped());
        alike.show(
                found.stream().map(one -> one.candidate(today)).toList(),
                n -> existing.setValue(found.get(n).patient()));
    }

    private PatientDraft asTyped() {
        var draft = lead.get().draft();
        return new PatientDraft(
                givenName.getValue(), familyName.getValue(), birthDate.getValue(), draft.phone(), draft.email());
    }

    private Conversion agreed() {
        var clinic = booked == null ? visit.clinic().id() : booked.clinic();
        var known = existing.getOptionalValue().map(PatientRow::id).orElse(null);
        return new Conversion(known == null ? asTyped() : null, known, clinic, booked == null ? visit.visit() : null);
    }
}
