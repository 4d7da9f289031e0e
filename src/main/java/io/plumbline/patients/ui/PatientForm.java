package io.plumbline.patients.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientDraft.EmergencyContact;
import io.plumbline.patients.PatientDraft.Guardian;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Form of a patient's demographics and contact details; for a minor it also asks for a guardian. */
class PatientForm extends Composite<Div> {
    private final Div summary = new Div();
    private final TextField givenName = text("Given name", 80);
    private final TextField familyName = text("Family name", 80);
    private final TextField preferredName = text("Preferred name", 80);
    private final TextField formerName = text("Former name", 160);
    private final DatePicker birthDate = Days.birthDate("Birth date");
    private final TextField pronouns = text("Pronouns", 40);
    private final TextField language = text("Language", 40);
    private final TextField phone = text("Phone", PhoneNumber.LONGEST_TYPED);
    private final TextField email = text("E-mail", 254);
    private final TextField occupation = text("Occupation", 120);
    private final TextField referredBy = text("Referred by", 120);
    private final TextField emergencyName = text("Emergency contact", 120);
    private final TextField emergencyRelation = text("Relationship", 60);
    private final TextField emergencyPhone = text("Phone of emergency contact", PhoneNumber.LONGEST_TYPED);
    private final TextField guardianName = text("Guardian", 120);
    private final TextField guardianRelation = text("Guardian's relationship", 60);
    private final TextField guardianContact = text("Guardian's phone or e-mail", 120);
    private final TextField guardianProof = text("Proof seen", 120);
    private final ReachFields reach;
    private final Component guardian;
    private final String region;
    private final Supplier<LocalDate> today;
    private PatientDraft known = new PatientDraft("", "", null, null, null);
    private PatientDraft shown = new PatientDraft("", "", null, null, null);

    /**
     * @param today the day at the patient's clinic
     * @param region the country of phone numbers without a country code
     * @param changed called when the input may match an existing patient
     */
    PatientForm(Supplier<LocalDate> today, String region, Runnable changed) {
        this.today = today;
        this.region = region;
        reach = new ReachFields(region);
        birthDate.setMax(today.get());
        guardianProof.setHelperText("What you saw that proves it, such as a court order or the child's passport");
        familyName.setHelperText("Empty for a person with one name");
        preferredName.setHelperText("If different from the given name");
        phone.addValueChangeListener(e -> new FormErrors().read(phone, this::phone));
        email.addValueChangeListener(e -> new FormErrors().read(email, EmailAddress::typed));
        emergencyPhone.addValueChangeListener(e -> new FormErrors().read(emergencyPhone, this::emergencyPhone));
        guardian = part(
                "Guardian, since the patient is under 18",
                guardianName,
                guardianRelation,
                guardianContact,
                guardianProof);
        birthDate.addValueChangeListener(e -> askForGuardian());
        for (var field : new HasValue<?, ?>[] {givenName, familyName, birthDate, phone, email}) {
            field.addValueChangeListener(e -> changed.run());
        }
        getContent().addClassName("stack-5");
        getContent()
                .add(
                        summary,
                        part("Identity", givenName, familyName, birthDate, preferredName, formerName, pronouns),
                        part("Contact", contactFields()),
                        part("Postal address", reach.address()),
                        guardian,
                        part("In an emergency", emergencyName, emergencyRelation, emergencyPhone),
                        part("About the patient", occupation, referredBy));
        askForGuardian();
    }

    private Component[] contactFields() {
        return Stream.of(
                        Stream.of(phone, reach.phoneKind),
                        Stream.of(reach.phones()),
                        Stream.of(email, language, reach.interpreter))
                .flatMap(fields -> fields)
                .toArray(Component[]::new);
    }

    static TextField text(String label, int most) {
        var field = new TextField(label);
        field.setMaxLength(most);
        return field;
    }

    private static Component part(String title, Component... fields) {
        var form = new FormLayout(fields);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("560px", 2));
        for (var field : fields) {
            if (field instanceof HasSize sized) {
                sized.setWidthFull();
            }
        }
        return Ui.card(title, form);
    }

    private static <T> @Nullable T optional(String typed, Function<String, T> read) {
        return typed.isBlank() ? null : read.apply(typed);
    }

    private PhoneNumber phone(String typed) {
        return PhoneNumber.typed(typed, region, known.phone());
    }

    private PhoneNumber emergencyPhone(String typed) {
        return PhoneNumber.typed(typed, region, known.emergency().phone());
    }

    /** Shows the guardian fields for a minor; typed values stay when the birth date changes. */
    private void askForGuardian() {
        var named = !(guardianName.isEmpty() && guardianContact.isEmpty());
        guardian.setVisible(named || PatientDraft.isMinor(birthDate.getValue(), today.get()));
    }

    /** Shows a draft as the baseline for changes. */
    void show(PatientDraft draft) {
        type(draft);
        shown = typed();
    }

    /** Fills the fields as if the user had typed the values. */
    void type(PatientDraft draft) {
        known = draft;
        givenName.setValue(draft.givenName());
        familyName.setValue(draft.familyName());
        preferredName.setValue(draft.preferredName());
        formerName.setValue(draft.formerName());
        birthDate.setValue(draft.birthDate());
        pronouns.setValue(draft.pronouns());
        language.setValue(draft.language());
        phone.setValue(draft.phone() == null ? "" : draft.phone().shown());
        email.setValue(draft.email() == null ? "" : draft.email().address());
        occupation.setValue(draft.occupation());
        referredBy.setValue(draft.referredBy());
        emergencyName.setValue(draft.emergency().name());
        emergencyRelation.setValue(draft.emergency().relation());
        var emergency = draft.emergency().phone();
        emergencyPhone.setValue(emergency == null ? "" : emergency.shown());
        guardianName.setValue(draft.guardian().name());
        guardianRelation.setValue(draft.guardian().relation());
        guardianContact.setValue(draft.guardian().contact());
        guardianProof.setValue(draft.guardian().proof());
        reach.type(draft.reach());
        askForGuardian();
    }

    /** Focuses the first field. */
    void focus() {
        givenName.focus();
    }

    /** Returns whether the input differs from the baseline. */
    boolean hasChanges() {
        return !isReadable() || !typed().equals(shown);
    }

    /** Returns the valid draft; empty, with messages at the fields, if there is none. */
    Optional<PatientDraft> read() {
        var wrong = new FormErrors(summary);
        wrong.refuse(givenName, givenName.isEmpty() && familyName.isEmpty(), "Enter the given name");
        wrong.refuse(
                birthDate,
                !birthDate.isEmpty() && birthDate.getValue().isAfter(today.get()),
                "The birth date is in the future");
        wrong.read(phone, this::phone);
        reach.check(wrong, phone);
        wrong.read(email, EmailAddress::typed);
        wrong.refuse(
                emergencyName,
                emergencyName.isEmpty() && !emergencyRelation.isEmpty(),
                "Enter the name of the emergency contact");
        wrong.read(emergencyPhone, this::emergencyPhone);
        return wrong.areNone() ? Optional.of(typed()) : Optional.empty();
    }

    /** Returns the current input if it can be parsed, without showing messages. */
    Optional<PatientDraft> untilNow() {
        return isReadable() ? Optional.of(typed()) : Optional.empty();
    }

    private boolean isReadable() {
        return !Attempt.read(this::typed).isError();
    }

    private PatientDraft typed() {
        return new PatientDraft(
                givenName.getValue(),
                familyName.getValue(),
                preferredName.getValue(),
                formerName.getValue(),
                birthDate.getValue(),
                pronouns.getValue(),
                language.getValue(),
                optional(phone.getValue(), this::phone),
                optional(email.getValue(), EmailAddress::typed),
                occupation.getValue(),
                referredBy.getValue(),
                new EmergencyContact(
                        emergencyName.getValue(),
                        emergencyRelation.getValue(),
                        optional(emergencyPhone.getValue(), this::emergencyPhone)),
                new Guardian(
                        guardianName.getValue(),
                        guardianRelation.getValue(),
                        guardianContact.getValue(),
                        guardianProof.getValue()),
                reach.typed());
    }
}
