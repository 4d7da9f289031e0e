package io.plumbline.leads.ui.panel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.leads.Conversion;
import io.plumbline.leads.Conversion.FirstVisit;
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
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.patient.DuplicateHint;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Converts a lead to a patient: asks whether the patient is new or exists already, and for the first visit if none is
 * booked. Keeps what was typed if the time slot was just taken.
 */
class ConversionDialog extends Composite<Dialog> {
    private final LeadService leads;
    private final LeadConsultationService consultations;
    private final PatientService patients;
    private final @Nullable AppointmentRow booked;
    private final FirstVisitFields visit;
    private LeadDetails lead;
    private final @Nullable PatientRow proposed;
    private final Consumer<PatientId> done;

    private final ComboBox<PatientRow> existing = new ComboBox<>("Existing patient");
    private final TextField givenName = new TextField("Given name");
    private final TextField familyName = new TextField("Family name");
    private final DatePicker birthDate = Days.birthDate("Birth date");
    private final FormLayout added = new FormLayout(givenName, familyName, birthDate);
    private final Div messages = new Div();
    private final DuplicateHint alike = new DuplicateHint();
    private boolean isTyped;

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
            Clock clock,
            Consumer<PatientId> done) {
        this.leads = leads;
        this.consultations = consultations;
        this.patients = patients;
        this.booked = asked.booked();
        this.visit = visit;
        this.lead = asked.lead();
        this.proposed = asked.proposed();
        this.done = done;
        var today = visit.clinic().today(clock);
        whoFields(today);
        existing.setValue(proposed);

        var convert = Ui.once(booked == null ? "Convert and book" : "Convert", this::convert);
        var dialog = getContent();
        Dialogs.ask(
                dialog,
                Dialogs.Width.MEDIUM,
                "Convert to a patient",
                this::isChanged,
                convert,
                messages,
                existing,
                added,
                alike,
                booked == null ? visit : agreed(booked));
    }

    void open() {
        getContent().open();
    }

    private boolean isChanged() {
        return isTyped || !Objects.equals(proposed, existing.getValue()) || booked == null && visit.isChanged();
    }

    private static Component agreed(AppointmentRow booked) {
        return Ui.text(
                "",
                "Their consultation becomes the patient's: " + Dates.dayAndTime(booked.on(), booked.at(), "") + " with "
                        + booked.practitionerName() + ".");
    }

    private void whoFields(LocalDate today) {
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
        var words = lead.draft().fullName().strip().split("\\s+", 2);
        name(givenName, words[0]);
        name(familyName, words.length > 1 ? words[1] : "");
        familyName.setHelperText("Empty for a person with one name");
        birthDate.setMax(today);
        birthDate.addValueChangeListener(e -> isTyped |= e.isFromClient());
        List.of(givenName, familyName).forEach(text -> text.addValueChangeListener(e -> findDuplicates(today)));
        birthDate.addValueChangeListener(e -> findDuplicates(today));
        findDuplicates(today);
    }

    private void name(TextField field, String proposed) {
        field.setMaxLength(80);
        field.setValue(proposed);
        // eager, so that Escape knows about the last keystroke
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.addValueChangeListener(e -> isTyped |= e.isFromClient());
    }

    private void findDuplicates(LocalDate today) {
        var found = patients.likely(asTyped());
        alike.show(
                found.stream().map(one -> one.candidate(today)).toList(),
                n -> existing.setValue(found.get(n).patient()));
    }

    private PatientDraft asTyped() {
        var draft = lead.draft();
        return new PatientDraft(
                givenName.getValue(), familyName.getValue(), birthDate.getValue(), draft.phone(), draft.email());
    }

    private void convert() {
        var wrong = new FormErrors();
        if (existing.isEmpty()) {
            wrong.refuse(givenName, givenName.isEmpty() && familyName.isEmpty(), "Enter the given name");
            wrong.refuse(birthDate, false, "");
        }
        var first = booked == null ? visit.read(wrong) : Optional.<FirstVisit>empty();
        if (!wrong.areNone() || booked == null && first.isEmpty()) {
            return;
        }
        Attempt.showing(messages)
                .on(SlotTaken.class, visit::taken)
                .ifChanged(() -> {
                    lead = leads.open(lead.id()).orElse(lead);
                    messages.add(Ui.alert(lead.changedBy() + " changed this lead in the meantime; it is now "
                            + lead.status().label().toLowerCase(Locale.ROOT)
                            + ". What you typed is still here; try again if it still applies."));
                })
                .run(() -> {
                    var patient = consultations.convert(lead.id(), lead.version(), agreed(first.orElse(null)));
                    getContent().close();
                    done.accept(patient);
                });
    }

    private Conversion agreed(@Nullable FirstVisit first) {
        var clinic = booked == null ? visit.clinic().id() : booked.clinic();
        var known = existing.getOptionalValue().map(PatientRow::id).orElse(null);
        return new Conversion(known == null ? asTyped() : null, known, clinic, first);
    }
}
