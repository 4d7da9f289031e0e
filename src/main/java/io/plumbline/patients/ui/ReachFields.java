package io.plumbline.patients.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.patients.PatientReach;
import io.plumbline.patients.PatientReach.OtherPhone;
import io.plumbline.patients.PatientReach.PhoneKind;
import io.plumbline.patients.PatientReach.PostalAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ui.FormErrors;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fields for the further phones, the postal address and the interpreter; the form lays them out. */
class ReachFields {
    private static final String US = "US";
    private static final String KIND_ALONE = "Enter the number of this phone, or clear its kind";

    final Select<PhoneKind> phoneKind = kind("Kind of phone");
    final Checkbox interpreter = new Checkbox("Needs an interpreter");
    private final List<PhoneRow> phones;
    private final TextField line1 = PatientForm.text("Street address", 120);
    private final TextField line2 = PatientForm.text("Apartment, suite, unit", 120);
    private final TextField city = PatientForm.text("City", 80);
    private final TextField state = PatientForm.text("State or region", 60);
    private final TextField postalCode = PatientForm.text("ZIP or postal code", 16);
    private final TextField country = PatientForm.text("Country", 60);
    private final String region;

    /** @param region the country of phone numbers without a country code, and of addresses without a country */
    ReachFields(String region) {
        this.region = region;
        phones = IntStream.rangeClosed(2, 1 + PatientReach.MOST_PHONES)
                .mapToObj(PhoneRow::new)
                .toList();
        phones.forEach(row -> row.number.addValueChangeListener(e -> {
            new FormErrors().read(row.number, row::parsed);
            showAsManyAsNeeded();
        }));
        country.setHelperText("If not the country of the clinic");
        postalCode.addValueChangeListener(e -> checkPostalCode(new FormErrors()));
        showAsManyAsNeeded();
    }

    private static Select<PhoneKind> kind(String label) {
        var kind = new Select<PhoneKind>();
        kind.setLabel(label);
        kind.setItems(PhoneKind.values());
        kind.setItemLabelGenerator(item -> item == null ? "" : item.label());
        kind.setEmptySelectionAllowed(true);
        return kind;
    }

    /** Returns the fields of the further phones, number and kind in turn. */
    Component[] phones() {
        return phones.stream().flatMap(row -> Stream.of(row.number, row.kind)).toArray(Component[]::new);
    }

    /** Returns the fields of the address. */
    Component[] address() {
        return new Component[] {line1, line2, city, state, postalCode, country};
    }

    void type(PatientReach reach) {
        phoneKind.setValue(reach.phoneKind());
        interpreter.setValue(reach.interpreter());
        var others = reach.otherPhones();
        for (int i = 0; i < phones.size(); i++) {
            phones.get(i).type(i < others.size() ? others.get(i) : null);
        }
        line1.setValue(reach.address().line1());
        line2.setValue(reach.address().line2());
        city.setValue(reach.address().city());
        state.setValue(reach.address().region());
        postalCode.setValue(reach.address().postalCode());
        country.setValue(reach.address().country());
        showAsManyAsNeeded();
    }

    /**
     * Marks the fields that cannot be read.
     *
     * @param phone the field of the first phone
     */
    void check(FormErrors wrong, TextField phone) {
        if (phone.getValue().isBlank() && phoneKind.getValue() != null) {
            wrong.refuse(phone, true, KIND_ALONE);
        }
        phones.forEach(row -> {
            if (row.isKindAlone()) {
                wrong.refuse(row.number, true, KIND_ALONE);
            } else {
                wrong.read(row.number, row::parsed);
            }
        });
        checkPostalCode(wrong);
    }

    private void checkPostalCode(FormErrors wrong) {
        var isOfUs = region.equals(US) && country.getValue().isBlank();
        var code = postalCode.getValue().strip();
        wrong.refuse(
                postalCode,
                isOfUs && !code.isEmpty() && !code.matches("[0-9]{5}(-[0-9]{4})?"),
                "Enter the ZIP code as 5 digits, or as 5 and 4, such as 85004-1234; for another country, enter the country");
    }

    /** Returns what was typed. */
    PatientReach typed() {
        return new PatientReach(
                phoneKind.getValue(),
                phones.stream()
                        .filter(row -> !row.number.getValue().isBlank())
                        .map(PhoneRow::typed)
                        .toList(),
                new PostalAddress(
                        line1.getValue(),
                        line2.getValue(),
                        city.getValue(),
                        state.getValue(),
                        postalCode.getValue(),
                        country.getValue()),
                interpreter.getValue());
    }

    private void showAsManyAsNeeded() {
        for (int i = 0; i < phones.size(); i++) {
            phones.get(i)
                    .setVisible(i == 0
                            || !phones.get(i - 1).isEmpty()
                            || !phones.get(i).isEmpty());
        }
    }

    private final class PhoneRow {
        private final TextField number;
        private final Select<PhoneKind> kind;
        private @Nullable PhoneNumber known;

        PhoneRow(int place) {
            number = PatientForm.text("Phone " + place, PhoneNumber.LONGEST_TYPED);
            kind = kind("Kind of phone " + place);
            kind.addValueChangeListener(e -> showAsManyAsNeeded());
        }

        void type(@Nullable OtherPhone phone) {
            known = phone == null ? null : phone.number();
            number.setValue(phone == null ? "" : phone.number().shown());
            kind.setValue(phone == null ? null : phone.kind());
        }

        PhoneNumber parsed(String typed) {
            return PhoneNumber.typed(typed, region, known);
        }

        /** A phone whose kind nobody stated is of another kind. */
        OtherPhone typed() {
            return new OtherPhone(
                    Objects.requireNonNullElse(kind.getValue(), PhoneKind.OTHER), parsed(number.getValue()));
        }

        boolean isKindAlone() {
            return number.getValue().isBlank() && kind.getValue() != null;
        }

        boolean isEmpty() {
            return number.isEmpty() && kind.getValue() == null;
        }

        void setVisible(boolean visible) {
            number.setVisible(visible);
            kind.setVisible(visible);
        }
    }
}
