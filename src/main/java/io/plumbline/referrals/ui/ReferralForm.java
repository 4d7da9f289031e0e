package io.plumbline.referrals.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.referrals.ContactFilter;
import io.plumbline.referrals.ContactRow;
import io.plumbline.referrals.ContactService;
import io.plumbline.referrals.ReferralDraft;
import io.plumbline.referrals.ReferralPriority;
import io.plumbline.referrals.ReferralService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.ContactId;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import java.util.Comparator;
import java.util.List;

/** The fields of a referral: to whom, why, how soon, and when the answer is due. */
class ReferralForm extends Composite<Div> {
    private static final int LONGEST = 2000;

    private final ReferralService referrals;
    private final ContactService contacts;
    private final ClinicService clinics;
    private final ComboBox<ContactRow> to = new ComboBox<>("To");
    private final Checkbox emergency = new Checkbox("Emergency department, no contact");
    private final TextArea reason = new TextArea("Reason for the referral");
    private final RadioButtonGroup<ReferralPriority> priority = new RadioButtonGroup<>("Priority");
    private final DatePicker dueOn = Days.field("Answer due");
    private final Select<ClinicId> clinic = new Select<>();
    private String proposed = "";

    ReferralForm(ReferralService referrals, ContactService contacts, ClinicService clinics, PatientDetails patient) {
        this.referrals = referrals;
        this.contacts = contacts;
        this.clinics = clinics;
        fillClinics(patient);
        fillTo();
        reason.setMaxLength(LONGEST);
        reason.setWidthFull();
        reason.setMinRows(5);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setRequiredIndicatorVisible(true);
        reason.setHelperText("Printed in the letter as you write it");
        priority.setItems(ReferralPriority.values());
        priority.setItemLabelGenerator(ReferralPriority::label);
        priority.setValue(ReferralPriority.ROUTINE);
        dueOn.setHelperText("Proposed by the settings of the clinic; choose the day that you need");
        dueOn.setRequiredIndicatorVisible(true);
        priority.addValueChangeListener(e -> propose());
        clinic.addValueChangeListener(e -> propose());
        propose();
        getContent().addClassNames("stack-4");
        getContent()
                .add(
                        Ui.div(
                                "stack-2",
                                to,
                                emergency,
                                Ui.div("cluster", new Button("New contact…", e -> addContact()))),
                        reason,
                        priority,
                        Ui.div("cluster", dueOn, clinic));
    }

    private void fillClinics(PatientDetails patient) {
        var mine = CurrentUser.current().clinics();
        var shared = patient.clinics().stream().filter(mine::contains).toList();
        var choices = (shared.isEmpty() ? List.copyOf(patient.clinics()) : shared)
                .stream()
                        .sorted(Comparator.comparing(one -> clinics.label(one).name()))
                        .toList();
        clinic.setLabel("Letterhead");
        clinic.setItems(choices);
        clinic.setItemLabelGenerator(one -> clinics.label(one).name());
        clinic.setValue(choices.getFirst());
        clinic.setVisible(choices.size() > 1);
    }

    private void fillTo() {
        to.setItems(query -> contacts
                .list(
                        new ContactFilter(query.getFilter().orElse(""), null, false),
                        null,
                        query.getOffset() + query.getLimit())
                .stream()
                .skip(query.getOffset()));
        to.setItemLabelGenerator(ContactRow::called);
        to.setPlaceholder("Name or organization");
        to.setRequiredIndicatorVisible(true);
        to.setWidthFull();
        emergency.addValueChangeListener(e -> {
            to.setEnabled(!e.getValue());
            if (e.getValue()) {
                to.clear();
                to.setInvalid(false);
            }
        });
    }

    private void propose() {
        var chosen = priority.getValue();
        if (chosen != null && clinic.getValue() != null) {
            dueOn.setValue(referrals.proposedDue(clinic.getValue(), chosen));
        }
    }

    private void addContact() {
        ContactDialog.open(contacts, clinics.phoneRegion(), null, this::choose);
    }

    private void choose(ContactId added) {
        contacts.find(added).ifPresent(contact -> {
            emergency.setValue(false);
            to.setValue(new ContactRow(
                    added,
                    contact.draft().kind(),
                    contact.draft().name(),
                    contact.draft().organization(),
                    contact.draft().phone(),
                    contact.active(),
                    ""));
        });
    }

    /** Begins with what is on record about why the patient is referred; the author edits it. */
    void begin(String words) {
        proposed = words.substring(0, Math.min(words.length(), LONGEST));
        reason.setValue(proposed);
        if (!proposed.isEmpty()) {
            reason.setHelperText("Filled in from the plan: edit it. Printed in the letter as you write it");
        }
    }

    boolean isTyped() {
        return !reason.getValue().equals(proposed) || !to.isEmpty();
    }

    void check(FormErrors errors) {
        errors.refuse(to, !emergency.getValue() && to.isEmpty(), "Choose to whom, or the emergency department");
        errors.refuseNoReason(reason, "Enter why you refer the patient");
        errors.refuseEmpty(priority, "Choose how soon");
        errors.refuseEmpty(dueOn, "Choose the day by which you need the answer");
    }

    ReferralDraft draft() {
        return new ReferralDraft(
                clinic.getValue(),
                to.getOptionalValue().map(ContactRow::id).orElse(null),
                reason.getValue(),
                priority.getValue(),
                dueOn.getValue());
    }

    ComboBox<ContactRow> to() {
        return to;
    }

    TextArea reason() {
        return reason;
    }

    DatePicker dueOn() {
        return dueOn;
    }
}
